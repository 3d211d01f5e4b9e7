"""A pane on the board: its heading and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.events import DescendantBlur, DescendantFocus

from models.edits import Aimed
from models.query import Query
from tui.panes.others import other_rows
from tui.panes.rows import aimed_at
from tui.widgets.fitting import Part, fitted
from tui.widgets.grid import Grid
from tui.widgets.painted import Painted
from tui.widgets.still import Still


if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from tui.office import Office
    from tui.panes.pane_kind import PaneKind
    from tui.panes.rows import PaneRow
    from tui.widgets.line import Line


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


class Pane(Vertical, Still):
    """One of the four panes: rows of the day in view, or of all days where it is wide."""

    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; }
    """

    def __init__(self, what: PaneKind, office: Office) -> None:
        super().__init__(id=what.name)
        self.what = what
        self.office = office
        self.rows: list[PaneRow] = []
        self.wide = False
        self.filter = ""
        self.told = ""
        self.others = ""
        """The other panes' keys and names, where they are not on screen."""

    def compose(self) -> ComposeResult:
        """The heading over the grid."""
        yield PaneHeading()
        yield Grid(self.what.columns)

    @property
    def grid(self) -> Grid:
        """The rows."""
        return self.query_one(Grid)

    @property
    def pointed(self) -> Aimed | None:
        """The record under the cursor."""
        return aimed_at(self.grid.key) if self.grid.key else None

    @property
    def chosen(self) -> tuple[Aimed, ...]:
        """The marked records that are shown, or the one under the cursor."""
        return tuple(aimed_at(key) for key in self.grid.chosen)

    def fill(self) -> int:
        """Show the rows as they are now; returns how many."""
        self.rows = self._filtered(
            [*self.what.rows(self.office, wide=self.wide), *other_rows(self.office, self.what)]
        )
        disputed = self.office.disputed
        for row in self.rows:
            row.disputed = row.key in disputed
        self.grid.empty = (
            self._no_match() if self.filter.strip() else self.what.nothing(self.office)
        )
        self.grid.set_rows(self.rows)
        self.told = self.what.tell(self.office)
        self.tell()
        return len(self.rows)

    def _no_match(self) -> str:
        return f"No row here has “{self.filter.strip()}”. / changes the filter, q shows all again."

    def _filtered(self, rows: list[PaneRow]) -> list[PaneRow]:
        if not self.filter.strip():
            return rows
        desk = self.office.desk
        queries = {kind.word: Query(self.filter, kind, desk) for kind in self.what.kinds}
        found = []
        for row in rows:
            aimed = aimed_at(row.key)
            if queries[aimed.kind].shows(self.office.document(aimed), self.office.text_of(aimed)):
                found.append(row)
        return found

    def tell(self) -> None:
        """Say in the heading what the pane shows."""
        grid = self.grid
        at, count = grid.place
        self.query_one(PaneHeading).tell(
            (
                (f"{self.what.key} {self.what.title}", "head", 0),
                ("all days" if self.wide else "", "strong", 2),
                (f"/{self.filter}" if self.filter.strip() else "", "strong", 1),
                (f"{len(grid.marked)} marked" if grid.marked else "", "strong", 1),
                (self.told, "", 3),
                (f"{at}/{count}" if count else "", "label", 4),
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
