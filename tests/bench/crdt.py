"""The peer that merges: pycrdt, each record a map of its fields in a map of all records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pycrdt import Doc, Map

from tests.bench.rounds import clocked


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from store.change import Edit
    from tests.bench.rounds import Side
    from tests.bench.writing import Deed

RECORDS = "records"


def merging(edits: Sequence[Edit], mine: Iterable[Deed], others: Iterable[Deed]) -> Side:
    """A round takes the others' update into a document that has mine, and reads all of it."""
    base = _updated([], edits)
    one = _updated([base], (edit for deed in mine for edit in deed.edits))
    other = _updated([base], (edit for deed in others for edit in deed.edits))

    def merge(number: int) -> float:
        document = _document([base, one])
        return clocked(lambda: _merged(document, other))

    return merge


def _merged(document: Doc[Any], update: bytes) -> object:
    document.apply_update(update)
    return _records(document).to_py()


def _updated(before: list[bytes], edits: Iterable[Edit]) -> bytes:
    """The update these edits make, each a transaction of its own."""
    document = _document(before)
    state = document.get_state()
    records = _records(document)
    for edit in edits:
        with document.transaction():
            if edit.id not in records:
                records[edit.id] = Map({"kind": edit.kind})
            record = records[edit.id]
            for field, value in edit.set.items():
                record[field] = value
    return document.get_update(state)


def _document(updates: Iterable[bytes]) -> Doc[Any]:
    document: Doc[Any] = Doc()
    for update in updates:
        document.apply_update(update)
    _records(document)
    return document


def _records(document: Doc[Any]) -> Map[Any]:
    records: Map[Any] = document.get(RECORDS, type=Map)
    return records
