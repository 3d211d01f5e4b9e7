"""The merged state of records a checkpoint holds, each made only when it is asked for.

Most records are looked at and never touched: what the merge needs of them stays as bytes, a
sheet of rows for each kind, and only the sheets of the kinds that change are ever cut up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson

from models.named import NamedTuple


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from store.merge import Record
    from store.shelf import Shelf
    from store.stamps import Stamps

Key = tuple[str, str]
Shelves = dict[str, "Shelf"]
Bytes = bytes | memoryview


class Rows(NamedTuple):
    """What is kept: a sheet of rows for each kind, and the stamps that all of them share."""

    stamps: Bytes = b""
    sheets: Mapping[str, Bytes] = {}


class Sheet:
    """The rows of one kind, in the order its documents had then."""

    def __init__(self, ids: Sequence[str], data: Bytes) -> None:
        """Hold the bytes; nothing is read yet."""
        self.data = data
        self._ids = ids
        self._rows: dict[str, bytes] | None = None

    def row(self, id: str) -> bytes | None:
        """A record's row; None where it has none. Raises ValueError for damaged rows."""
        if self._rows is None:
            rows = bytes(self.data).split(b"\n")
            self._rows = dict(zip(self._ids, rows, strict=True))
        return self._rows.get(id)


class KeptRecords:
    """The sheets of all kinds; `rows` is how they are written down."""

    def __init__(self, rows: Rows | None = None, shelves: Shelves | None = None) -> None:
        """Hold the rows of these documents. Nothing is read yet."""
        self.rows = rows or Rows()
        self._shelves = shelves or {}
        # The documents go on changing; the rows are in the order they have now.
        self._sheets = {
            kind: Sheet(self._shelves[kind].ids(), data) for kind, data in self.rows.sheets.items()
        }
        self._table: Stamps | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._sheets)

    def get(self, key: Key) -> Record | None:
        """A record as it was kept; None where it was not. Raises ValueError for damaged rows."""
        from store.rows import record_of  # a board may never change anything

        kind, id_ = key
        found = self._sheets[kind].row(id_) if kind in self._sheets else None
        made = self._shelves[kind].get(id_) if found is not None else None
        if found is None or made is None:
            return None
        return record_of(kind, id_, orjson.loads(found), made, self._stamps())

    def with_changed(
        self, shelves: Shelves, changed: Mapping[str, Callable[[str], Record | None]]
    ) -> Rows:
        """The rows of all documents now; of a kind in `changed` anew where it gives a record."""
        sheets = {
            kind: self._written(kind, shelf, changed[kind])
            if kind in changed
            else self._sheets[kind].data
            for kind, shelf in shelves.items()
        }
        return Rows(orjson.dumps(list(self._stamps().tables)), sheets)

    def _written(self, kind: str, shelf: Shelf, changed: Callable[[str], Record | None]) -> bytes:
        from store.rows import row

        stamps, sheet = self._stamps(), self._sheets.get(kind)
        found = []
        for each in shelf.ids():
            record = changed(each)
            kept = sheet.row(each) if sheet is not None and record is None else None
            found.append(orjson.dumps(row(record, stamps)) if record is not None else kept or b"")
        return b"\n".join(found)

    def _stamps(self) -> Stamps:
        from store.stamps import Stamps, StampTables

        if self._table is None:
            held = self.rows.stamps
            self._table = Stamps(StampTables(*orjson.loads(held)) if held else None)
        return self._table
