"""Where a record is among the rows of a grid, now and after they were replaced."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Protocol, runtime_checkable


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.rows import GridRow

NEAR = 500
"""How many rows each way are looked at for one that is still there."""


@runtime_checkable
class Placed(Protocol):
    """Rows that know where a record is among them without being looked through."""

    def place(self, key: str) -> int | None:
        """Where the row of a record is; None where it has none here."""


def place_of(rows: Sequence[GridRow], key: str) -> int | None:
    """Where the row of a record is; None where it has none."""
    if isinstance(rows, Placed):
        return rows.place(key)
    return next((at for at, row in enumerate(rows) if row.key == key), None)


def found_again(before: Sequence[GridRow], cursor: int, now: Sequence[GridRow]) -> int:
    """Where the record under the cursor is now, or else the next one that is still there.

    Where none is near, the first row.
    """
    if not before or not now:
        return 0
    if cursor < len(now) and now[cursor].key == before[cursor].key:
        return cursor
    places = now if isinstance(now, Placed) else _Places(now)
    after = range(cursor, min(len(before), cursor + NEAR))
    back = range(cursor - 1, max(-1, cursor - NEAR), -1)
    found = (places.place(before[at].key) for at in chain(after, back))
    return next((at for at in found if at is not None), 0)


class _Places:
    """The places of rows that do not know them."""

    def __init__(self, rows: Sequence[GridRow]) -> None:
        self._places = {row.key: at for at, row in enumerate(rows)}

    def place(self, key: str) -> int | None:
        return self._places.get(key)
