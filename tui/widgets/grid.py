"""The list of records every pane shows.

Our own, on Textual's Line API: `DataTable` measures every cell of every row it is given and sends
four times the bytes for a key. Only the rows on screen are ever looked at, the cursor and the marks
belong to records rather than to places, and the rows may be replaced at any moment under both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from models.measure import wrap
from tui.widgets.columns import laid_out
from tui.widgets.line import line_of
from tui.widgets.painted import Painted
from tui.widgets.rows import GUTTER, head_line, in_order, row_line
from tui.widgets.where import found_again, place_of
from tui.widgets.window import Window


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.widgets.columns import Column, Place
    from tui.widgets.line import Line
    from tui.widgets.rows import GridRow

HEAD_LINES = 1


class Grid(Painted, can_focus=True):
    """Rows under a line of headings, one of them under the cursor.

    Attributes:
        lit: whether the cursor is in reverse video also while something else has the focus.
    """

    DEFAULT_CSS = """
    Grid { height: 1fr; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, id="up"),
        Binding("down", "move(1)", show=False, id="down"),
        Binding("pageup", "page(-1)", show=False, id="page_up"),
        Binding("pagedown", "page(1)", show=False, id="page_down"),
        Binding("home", "top", show=False, id="top"),
        Binding("end", "bottom", show=False, id="bottom"),
        Binding("enter", "open_row", show=False, id="details"),
    ]

    @dataclass
    class RowPointed(Message):
        """The cursor is on another record; `key` is empty where there is none."""

        grid: Grid
        key: str

        @property
        def control(self) -> Grid:
            """The grid, for `on(Grid.RowPointed, "#selector")`."""
            return self.grid

        def can_replace(self, message: Message) -> bool:
            """Of several that wait only the last one counts."""
            return isinstance(message, Grid.RowPointed) and message.grid is self.grid

    @dataclass
    class RowOpened(Message):
        """Enter was pressed on a record."""

        grid: Grid
        key: str

        @property
        def control(self) -> Grid:
            """The grid, for `on(Grid.RowOpened, "#selector")`."""
            return self.grid

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: str = "Nothing here yet.",
        lit: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.lit = lit
        self.empty = empty
        self.columns = tuple(columns)
        self.marked: frozenset[str] = frozenset()
        self.sorted_by = ""
        self.falling = False
        self._given: Sequence[GridRow] = ()
        self._rows: Sequence[GridRow] = ()
        self._window = Window()
        self._places: tuple[Place, ...] = ()
        self._row_lines: dict[tuple[GridRow, str, str, bool], Line] = {}
        """The lines drawn last; most rows look the same at the next key."""

    @property
    def key(self) -> str:
        """The record under the cursor, empty where there is none."""
        return self._rows[self._window.cursor].key if self._rows else ""

    @property
    def place(self) -> tuple[int, int]:
        """The cursor's row counted from 1 and the number of rows: `3 of 24`; (0, 0) where empty."""
        return (self._window.cursor + 1 if self._rows else 0, len(self._rows))

    @property
    def columns_shown(self) -> tuple[Column, ...]:
        """The columns there is room for."""
        places = laid_out(self.columns, self.content_size.width - GUTTER)
        return tuple(place.column for place in places)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What an action works on: the marked records shown, else the one under the cursor."""
        marked = (
            tuple(row.key for row in self._rows if row.key in self.marked) if self.marked else ()
        )
        return marked or ((self.key,) if self._rows else ())

    def set_rows(
        self,
        rows: Sequence[GridRow],
        columns: Sequence[Column] | None = None,
        *,
        steady: bool = False,
    ) -> None:
        """Show these rows instead, in this order or the one asked for with `sort_by`.

        The cursor stays on its record and its line of the screen; where the record is gone it goes
        to the next one that is still there. Only cells that look different are sent. Where the
        rows have other cells, their columns come with them. Where the rows are to stand `steady`,
        the cursor goes to the line its record has come to.
        """
        self.columns = self.columns if columns is None else tuple(columns)
        self._given = rows
        self._refill(steady=steady)

    def sort_by(self, key: str) -> None:
        """Sort by a column, the other way round when asked again; by none where `key` is empty."""
        self.falling = bool(key) and key == self.sorted_by and not self.falling
        self.sorted_by = key
        self._refill()

    def point_at(self, key: str) -> bool:
        """Put the cursor on a record; false where it is not in the rows."""
        place = place_of(self._rows, key)
        if place is not None:
            self._go(self._window.at(place))
        return place is not None

    def toggle_mark(self) -> None:
        """Mark the record under the cursor, or take its mark away, and go to the next."""
        if self._rows:
            self.marked ^= {self.key}
            self.action_move(1)
            self.paint()

    def mark_all(self) -> None:
        """Mark all the rows there are; where all are marked already, none."""
        keys = frozenset(row.key for row in self._rows)
        self.set_marked(self.marked - keys if keys <= self.marked else self.marked | keys)

    def set_marked(self, keys: frozenset[str]) -> None:
        """Mark exactly these records, also those that come with later rows."""
        self.marked = keys
        self.paint()

    def action_move(self, rows: int) -> None:
        """Move the cursor down, or up where `rows` is less than 0."""
        self._go(self._window.at(self._window.cursor + rows))

    def action_page(self, pages: int) -> None:
        """Turn whole screens."""
        self._go(self._window.paged(pages))

    def action_top(self) -> None:
        """Go to the first row."""
        self._go(self._window.at(0))

    def action_bottom(self) -> None:
        """Go to the last row."""
        self._go(self._window.at(self._window.last))

    def action_open_row(self) -> None:
        """Say that the record under the cursor is asked for; where none is, leave the key."""
        if not self._rows:
            raise SkipAction
        self.post_message(self.RowOpened(self, self.key))

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """The headings and the rows on screen."""
        self._window = self._window.resized(height - HEAD_LINES)
        places = laid_out(self.columns, width - GUTTER)
        yield head_line(places, width, self.sorted_by, falling=self.falling)
        if not self._rows:
            yield from _in_lines(self.empty, width)
        known = self._row_lines if places == self._places else {}
        self._places, self._row_lines = places, {}
        for index in self._window.rows:
            yield self._row_line(index, width, known)
        self._follow()

    def _row_line(
        self, index: int, width: int, known: Mapping[tuple[GridRow, str, str, bool], Line]
    ) -> Line:
        row = self._rows[index]
        ink = "cursor" if self.lit or self.has_focus else "rest"
        cursor = ink if index == self._window.cursor else ""
        look = (row, row.sign, cursor, row.key in self.marked)
        line = known.get(look)
        if line is None or line.width != width:
            line = row_line(row, self._places, width, cursor=cursor, marked=look[-1])
        self._row_lines[look] = line
        return line

    def _refill(self, *, steady: bool = False) -> None:
        cells = {column.key: at for at, column in enumerate(self.columns)}
        before, key = self._rows, self.key
        self._rows = self._given
        if self.sorted_by in cells:
            self._rows = in_order(self._given, cells[self.sorted_by], falling=self.falling)
        cursor = found_again(before, self._window.cursor, self._rows)
        self._window = self._window.refilled(len(self._rows), cursor, steady=steady)
        self.paint()
        if self.key != key:
            self.post_message(self.RowPointed(self, self.key))

    def _go(self, window: Window) -> None:
        if window == self._window:
            return
        moved = window.cursor != self._window.cursor
        self._window = window
        self.paint()
        if moved:
            self.post_message(self.RowPointed(self, self.key))

    def _follow(self) -> None:
        """Put the terminal's own cursor on the row: screen readers read what is there."""
        if self.has_focus and self.app.screen is self.screen:
            corner = self.content_region.offset
            self.app.cursor_position = corner + Offset(0, HEAD_LINES + self._window.line)


def _in_lines(words: str, width: int) -> Iterator[Line]:
    """The words where there is no row; an indented line is one to be typed and stands out."""
    for each in words.split("\n"):
        indent = " " * (len(each) - len(each.lstrip()))
        role = "strong" if indent else "faint"
        for line in wrap(each, max(1, width - len(indent))):
            yield line_of([(indent + line, role)], width)
