"""The panes side by side: which one the keys work on, and which of them are on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.geometry import Region

from tui.pane import Pane
from tui.panes import PANES
from tui.widgets.bare import Bare
from tui.widgets.still import Still


if TYPE_CHECKING:
    from textual.app import ComposeResult

    from tui.office import Office

TWO_BY_TWO = 100
"""Columns from which on all four panes fit beside one another."""

CORNER = Region(0, 0, 1, 1)
"""A cell to send where only the terminal's own cursor has moved: it goes with the next cell."""


class AllPanes(Container, Bare, Still):
    """Two by two where there is room, one at a time where there is not."""

    DEFAULT_CSS = """
    AllPanes { layout: grid; grid-size: 2 2; grid-gutter: 0 1; height: 1fr; width: 1fr; }
    AllPanes.-one { layout: vertical; }
    """

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.panes = tuple(Pane(what, office) for what in PANES)
        self.number = 0
        self.zoomed = False

    def compose(self) -> ComposeResult:
        """The panes in the order of their keys."""
        yield from self.panes

    @property
    def here(self) -> Pane:
        """The pane the keys work on."""
        return self.panes[self.number]

    def on_mount(self) -> None:
        """Keep the terminal's own cursor on the row when the panes move."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._follow())

    def on_resize(self) -> None:
        """There may be room for more of them, or for fewer."""
        self.lay_out()

    def lay_out(self) -> None:
        """Show all four, or only the one the keys work on."""
        alone = self.zoomed or self.app.size.width < TWO_BY_TWO
        self.set_class(alone, "-one")
        for pane in self.panes:
            pane.display = pane is self.here or not alone
            others = (
                f"{each.what.key} {each.what.title}" for each in self.panes if each is not pane
            )
            pane.others = "  ".join(others) if alone else ""
            pane.tell()

    def zoom(self, *, alone: bool) -> None:
        """Show the pane alone also where there is room for all, or no longer."""
        self.zoomed = alone
        self.lay_out()

    def go_to(self, number: int) -> None:
        """Make another pane the one the keys work on; beyond the last comes the first."""
        self.number = number % len(self.panes)
        self.lay_out()
        self.take_focus()

    def take_focus(self) -> None:
        """Let the keys go to the rows again."""
        self.screen.set_focus(self.here.grid, scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """The keys work on the pane that has the focus."""
        focused = [number for number, pane in enumerate(self.panes) if pane.grid.has_focus]
        self.number = focused[0] if focused else self.number

    def _follow(self) -> None:
        before = self.app.cursor_position
        if self.here.grid.has_focus:
            self.here.grid.paint()
        if before != self.app.cursor_position:
            self.here.grid.refresh(CORNER)
