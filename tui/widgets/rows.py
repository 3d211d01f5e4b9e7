"""The rows of a grid and how one is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from models.measure import fit, shown
from models.named import NamedTuple
from models.text import natural
from tui.widgets.columns import GAP
from tui.widgets.ink import PLAIN, SIGNS
from tui.widgets.line import line_of


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.widgets.columns import Place
    from tui.widgets.line import Line, Piece

MARK = "*"
# Left of the cells: the mark, the sign, a blank.
GUTTER = 3


class GridRow(Protocol):
    """What a grid asks of a row.

    A row may work its cells out when they are asked for: a grid asks only for those on screen
    (and for all of them once where it is sorted by a column).
    """

    @property
    def key(self) -> str:
        """The identity of the record; the same record has the same key in the next rows."""

    @property
    def cells(self) -> Sequence[str]:
        """The text of every column, also of those that are not on screen now.

        A single text runs over all columns.
        """

    @property
    def sign(self) -> str:
        """The character in the gutter, one of `ink.SIGNS`, or nothing."""

    @property
    def role(self) -> str:
        """The role of the whole row."""

    @property
    def roles(self) -> Sequence[str]:
        """The role of each cell, where it has one of its own; may be shorter than `cells`."""


class Row(NamedTuple):
    """A row that is all there."""

    key: str
    cells: tuple[str, ...]
    sign: str = ""
    role: str = PLAIN
    roles: tuple[str, ...] = ()


def row_line(
    row: GridRow, places: Sequence[Place], width: int, *, cursor: str = PLAIN, marked: bool = False
) -> Line:
    """Draw a row. With the cursor on it the whole line is in that one role, `cursor`."""
    pieces = [
        (MARK if marked else " ", "strong"),
        *_sign(row),
        (" ", row.role),
        *_cells(row, places),
    ]
    if cursor:
        return line_of([(text, cursor) for text, _ in pieces], width, cursor)
    return line_of(pieces, width, row.role)


def head_line(places: Sequence[Place], width: int, sorted_by: str, *, falling: bool) -> Line:
    """Draw the headings, an arrow at the column the rows are sorted by."""
    arrow = "↓" if falling else "↑"
    pieces = [(" " * GUTTER, "column")]
    for place in places:
        label = place.column.label + (arrow if place.column.key == sorted_by else "")
        pieces.append((fit(label, place.width, right=place.column.align == "right"), "column"))
        pieces.append((" " * GAP, "column"))
    return line_of(pieces, width, "column")


def in_order(rows: Sequence[GridRow], cell: int, *, falling: bool = False) -> tuple[GridRow, ...]:
    """Sort rows by a cell: 2 before 10, rows with the same text as they were, empty ones last."""
    there = [row for row in rows if row.cells[cell]]
    empty = [row for row in rows if not row.cells[cell]]
    there.sort(key=lambda row: natural(row.cells[cell]), reverse=falling)
    return (*there, *empty)


def _sign(row: GridRow) -> Iterator[Piece]:
    sign = (shown(row.sign) or " ")[0]
    yield (sign, SIGNS.get(sign, "strong"))


def _cells(row: GridRow, places: Sequence[Place]) -> Iterator[Piece]:
    """The cells in their places; the only cell of a row runs over all of them."""
    if len(row.cells) == 1:
        yield (shown(row.cells[0]), row.role)
        return
    for place in places:
        role = row.roles[place.cell] if place.cell < len(row.roles) else PLAIN
        right = place.column.align == "right"
        yield (fit(shown(row.cells[place.cell]), place.width, right=right), role or row.role)
        yield (" " * GAP, row.role)
