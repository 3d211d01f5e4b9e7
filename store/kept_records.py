"""The merged state of records a checkpoint holds, each made only when it is asked for.

Most records are looked at and never touched: what the merge needs of them stays as bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from store.rows import record_of, row
from store.stamps import Stamps, StampTables


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from store.merge import Record

Key = tuple[str, str]
Documents = dict[str, dict[str, Any]]


class KeptRecords:
    """Rows of bytes, one a record, in the order of their documents; the stamps they share first."""

    def __init__(self, data: bytes = b"", documents: Documents | None = None) -> None:
        """Hold the rows of these documents. Nothing is read yet."""
        self._data = data
        self._documents = documents or {}
        # The documents go on changing; the rows are in the order they have now.
        self._order = [(kind, list(found)) for kind, found in self._documents.items()]
        self._table: Stamps | None = None
        self._rows: dict[Key, bytes] | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._data)

    def get(self, key: Key) -> Record | None:
        """A record as it was kept; None where it was not. Raises ValueError for damaged rows."""
        found = self._index().get(key)
        if found is None:
            return None
        made = self._documents[key[0]][key[1]]
        return record_of(*key, orjson.loads(found), made, self._stamps())

    def with_changed(self, documents: Documents, changed: Callable[[Key], Record | None]) -> bytes:
        """The rows of all documents now: anew of those that `changed` gives a record for."""
        stamps = self._stamps()
        index = self._index()
        rows = [
            index[key] if (record := changed(key)) is None else orjson.dumps(row(record, stamps))
            for key in _keys(documents)
        ]
        return b"\n".join([orjson.dumps(list(stamps.tables)), *rows])

    def _index(self) -> dict[Key, bytes]:
        if self._rows is None:
            _, *rows = self._data.split(b"\n")
            keys = ((kind, key) for kind, found in self._order for key in found)
            self._rows = dict(zip(keys, rows, strict=True))
        return self._rows

    def _stamps(self) -> Stamps:
        if self._table is None:
            first, _, _ = self._data.partition(b"\n")
            self._table = Stamps(StampTables(*orjson.loads(first)) if first else None)
        return self._table


def _keys(documents: Documents) -> Iterator[Key]:
    return ((kind, key) for kind, found in documents.items() for key in found)
