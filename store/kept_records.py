"""The merged state of records a checkpoint holds, each made only when it is asked for.

Most records are looked at and never touched: what the merge needs of them stays as bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from store.merge import Record
    from store.shelf import Shelf
    from store.stamps import Stamps

Key = tuple[str, str]
Shelves = dict[str, "Shelf"]


class KeptRecords:
    """Rows of bytes, one a record, in the order of their documents; the stamps they share first."""

    def __init__(self, data: bytes = b"", shelves: Shelves | None = None) -> None:
        """Hold the rows of these documents. Nothing is read yet."""
        self._data = data
        self._shelves = shelves or {}
        # The documents go on changing; the rows are in the order they have now.
        self._order = [(kind, shelf.ids()) for kind, shelf in self._shelves.items()]
        self._table: Stamps | None = None
        self._rows: dict[Key, bytes] | None = None

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._data)

    def get(self, key: Key) -> Record | None:
        """A record as it was kept; None where it was not. Raises ValueError for damaged rows."""
        from store.rows import record_of  # a board may never change anything

        found = self._index().get(key)
        made = self._shelves[key[0]].get(key[1]) if found is not None else None
        if found is None or made is None:
            return None
        return record_of(*key, orjson.loads(found), made, self._stamps())

    def with_changed(self, shelves: Shelves, changed: Callable[[Key], Record | None]) -> bytes:
        """The rows of all documents now: anew of those that `changed` gives a record for."""
        from store.rows import row

        stamps = self._stamps()
        index = self._index()
        rows = [
            index[key] if (record := changed(key)) is None else orjson.dumps(row(record, stamps))
            for key in _keys(shelves)
        ]
        return b"\n".join([orjson.dumps(list(stamps.tables)), *rows])

    def _index(self) -> dict[Key, bytes]:
        if self._rows is None:
            _, *rows = self._data.split(b"\n")
            keys = ((kind, key) for kind, ids in self._order for key in ids)
            self._rows = dict(zip(keys, rows, strict=True))
        return self._rows

    def _stamps(self) -> Stamps:
        from store.stamps import Stamps, StampTables

        if self._table is None:
            first, _, _ = self._data.partition(b"\n")
            self._table = Stamps(StampTables(*orjson.loads(first)) if first else None)
        return self._table


def _keys(shelves: Shelves) -> Iterator[Key]:
    return ((kind, key) for kind, shelf in shelves.items() for key in shelf.ids())
