"""A pane on the board: its heading and its rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus

from models.edits import Aimed
from tui.panes.others import other_sections
from tui.panes.rows import aimed_at
from tui.panes.search import Search
from tui.panes.sections import Rows
from tui.widgets.bare import Bare
from tui.widgets.fitting import Part, fitted
from tui.widgets.grid import Grid
from tui.widgets.painted import Painted
from tui.widgets.still import Still


if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from tui.office import Office
    from tui.panes.pane_kind import PaneKind
    from tui.widgets.line import Line


AT_ONCE, A_STEP, PAUSE = 0.015, 0.02, 0.03
"""Seconds a filter looks through rows before what it found is shown, then at each step, and the
time between two steps."""


class PaneHeading(Painted):
    """The pane's key and name, whether it shows all days, its filter, and a few words."""

    DEFAULT_CSS = """
    PaneHeading { height: 1; width: 1fr; }
    """

    parts: tuple[tuple[str, str, int], ...] = ()
    others = ""
    focused_pane = False

    def tell(self, parts: Iterable[tuple[str, str, int]], others: str, *, focused: bool) -> None:
        """Show these (text, role, priority), and at the right the panes that are not on screen.

        The focused pane's heading is in reverse video.
        """
        shown = (*parts, (others, "label", 5))
        self.parts = tuple(part for part in shown if part[0])
        self.others = others
        self.focused_pane = focused
        self.paint()

    def drawn(self, width: int, height: int) -> tuple[Line]:
        """The one line."""
        ink = "cursor" if self.focused_pane else ""
        found = [Part(((text, ink or role),), priority) for text, role, priority in self.parts]
        return (fitted(found, width, ink, apart=bool(self.others)),)


class Pane(Vertical, Bare, Still):
    """One of the four panes: rows of the day in view, or of all days where it is wide."""

    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; }
    """

    def __init__(self, what: PaneKind, office: Office) -> None:
        super().__init__(id=what.name)
        self.heading, self.grid = PaneHeading(), Grid(what.columns)
        self.what = what
        self.office = office
        self.rows = Rows()
        self.wide = False
        self.filter = ""
        self.told = ""
        self.others = ""
        """The other panes' keys and names, where they are not on screen."""
        self._search: Search | None = None
        self._going_on = False
        self._shown: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        """The heading over the grid."""
        yield self.heading
        yield self.grid

    @property
    def pointed(self) -> Aimed | None:
        """The record under the cursor."""
        return aimed_at(self.grid.key) if self.grid.key else None

    @property
    def chosen(self) -> tuple[Aimed, ...]:
        """The marked records that are shown, or the one under the cursor."""
        return tuple(aimed_at(key) for key in self.grid.chosen)

    def wait(self) -> None:
        """Draw no sooner than the screen asks; see `Painted.wait`."""
        self.heading.wait()
        self.grid.wait()

    def fill(self) -> int:
        """Show the rows as they are now; returns how many."""
        self._look(math.inf)
        return len(self.rows)

    def find(self, text: str) -> None:
        """Filter by a text that is still typed: the first rows at once, the rest by and by."""
        if text != self.filter or self._search is None:
            self.filter = text
            self._look(AT_ONCE)
            self._go_on_later()

    def _look(self, seconds: float) -> None:
        sections = [
            *self.what.sections(self.office, wide=self.wide),
            *other_sections(self.office, self.what, asked=self.wide or bool(self.filter.strip())),
        ]
        if not self.filter.strip():
            self._search = None
            self._show(Rows(sections))
            return
        self._search = Search(self.filter, self.what.kinds, self.office, self._search)
        self._search.begin(sections)
        self._search.go_on(seconds)
        self._show(self._search.rows)

    def _go_on_later(self) -> None:
        if self._search and not self._search.done and not self._going_on:
            # What was found so far is on screen by then, and a key that waits goes first.
            self._going_on = True
            self.set_timer(PAUSE, self._go_on)

    def _go_on(self) -> None:
        self._going_on = False
        if self._search and not self._search.done:
            self._search.go_on(A_STEP)
            self._show(self._search.rows)
            self._go_on_later()

    def _show(self, rows: Rows) -> None:
        self.rows = rows
        self.grid.empty = self._no_row()
        shown = (rows.sections, self.office.disputed, self.grid.empty)
        if shown != self._shown:
            self._shown = shown
            self.grid.set_rows(rows)
        self.told = self.what.tell(self.office)
        self.tell()

    def _no_row(self) -> str:
        """What stands where there is no row."""
        if not self._search:
            return self.what.nothing(self.office)
        words = f"No row here has “{self.filter.strip()}”. / changes the filter, q shows all again."
        return words if self._search.done else "Looking…"

    def tell(self) -> None:
        """Say in the heading what the pane shows."""
        grid = self.grid
        at, count = grid.place
        more = "…" if self._search and not self._search.done else ""
        self.heading.tell(
            (
                (f"{self.what.key} {self.what.title}", "head", 0),
                ("all days" if self.wide else "", "strong", 2),
                (f"/{self.filter}" if self.filter.strip() else "", "strong", 1),
                (f"{len(grid.marked)} marked" if grid.marked else "", "strong", 1),
                (self.told, "", 3),
                (f"{at}/{count}{more}" if count else "", "label", 4),
            ),
            self.others,
            focused=grid.has_focus,
        )

    @on(Grid.RowPointed)
    @on(DescendantFocus)
    @on(DescendantBlur)
    def _tell_again(self) -> None:
        self.tell()

    def widen(self) -> None:
        """Show all days, or the day in view again."""
        self.wide = not self.wide
        self.fill()
