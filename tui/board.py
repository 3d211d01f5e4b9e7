"""The board: the panes of one production under a top line, and the line typed at its foot."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from models.edits import Aimed
from tui.actions import ACTIONS, BY_ID
from tui.details import Details
from tui.doing.looking import open_details
from tui.doing.working import again
from tui.foot import Foot
from tui.lines import AddLine, ChangeLine, IssueLine, Line
from tui.pane import Pane
from tui.panes import PANES
from tui.panes.rows import aimed_at, key_of
from tui.top import DayLine
from tui.widgets.footer import Footer
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from tui.office import Office


Doing = Callable[["Board", tuple[Aimed, ...]], str]

TWO_BY_TWO = 100
"""Columns from which on all four panes fit beside one another."""


class Changed(Message):
    """There is something new in the production's folder; posted from the thread that watches it."""

    def can_replace(self, message: Message) -> bool:
        """One look takes in all that is new."""
        return isinstance(message, Changed)


class Board(Screen[None]):
    """Four panes for one production day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(each.keys), f"act('{each.id}')", each.words, show=False)
        for each in ACTIONS
    ]
    AUTO_FOCUS = "Grid"

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.pane_number = 0
        self.zoomed = False
        self.last_change: Doing | None = None
        self.panes = tuple(Pane(what, office) for what in PANES)
        self.foot = Foot()

    def compose(self) -> ComposeResult:
        """Top line, panes, the line to type in, footer."""
        yield DayLine(self.office)
        with Container(id="panes"):
            yield from self.panes
        yield self.foot
        yield Footer()

    def on_mount(self) -> None:
        """Show everything."""
        self.lay_out()
        self.refill()

    @property
    def pane(self) -> Pane:
        """The pane the keys work on."""
        return self.panes[self.pane_number]

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence where the keys stand, until the next key."""
        self.query_one(Footer).say(words, role)

    def on_key(self) -> None:
        """Whatever was said has been read by now; keys come here before they do anything."""
        self.say("")

    def refill(self) -> None:
        """Show all panes and the top line as the production is now."""
        for pane in self.panes:
            pane.fill()
        self.query_one(DayLine).tell()
        self._hint()

    def _hint(self) -> None:
        """The keys that do something now; those of typing while something is typed."""
        if self.foot.line:
            self.query_one(Footer).set_hints(self.foot.line.hints)
            return
        hints = []
        for each in ACTIONS:
            if each.footer:
                reason = each.blocked(self)
                hints.append((each.key, each.footer, not reason, reason))
        self.query_one(Footer).set_hints(hints)

    def action_act(self, name: str) -> None:
        """Do one of the actions of the table, or say why it cannot be done."""
        action = BY_ID[name]
        reason = action.blocked(self)
        if reason:
            self.say(reason, "doubt")
        else:
            action.act(self)

    def on_resize(self, event: events.Resize) -> None:
        """Two by two where there is room, one pane at a time where there is not."""
        self.lay_out()

    def lay_out(self) -> None:
        """Put the panes where they belong: all four, or the one the keys work on."""
        alone = self.zoomed or self.app.size.width < TWO_BY_TWO
        self.set_class(alone, "-one")
        for number, pane in enumerate(self.panes):
            pane.set_class(number == self.pane_number, "-here")
            others = (
                f"{each.what.key} {each.what.title}" for each in self.panes if each is not pane
            )
            pane.others = "  ".join(others) if alone else ""
            pane.tell()

    def go_to_pane(self, number: int) -> None:
        """Make another pane the one the keys work on; beyond the last comes the first."""
        self.pane_number = number % len(self.panes)
        self.lay_out()
        self.pane.grid.focus()

    @on(Grid.RowPointed)
    def _pointed(self, event: Grid.RowPointed) -> None:
        for pane in self.panes:
            if pane.grid is event.grid:
                pane.tell()
        self._hint()

    @on(Grid.RowOpened)
    def _opened(self, event: Grid.RowOpened) -> None:
        open_details(self, aimed_at(event.key))

    def on_descendant_focus(self) -> None:
        """Mark the heading of the pane that has the focus."""
        for number, pane in enumerate(self.panes):
            if pane.grid.has_focus:
                self.pane_number = number
            pane.tell()

    @on(Changed)
    def _changed(self) -> None:
        """Take in what others saved; cursor, marks and a half-typed line stay as they are."""
        if self.office.production.refresh():
            self.refill()
            self.foot.look_again()
            if isinstance(self.app.screen, Details):
                self.app.screen.look_again()

    def type(self, line: Line, text: str = "") -> None:
        """Open the line at the foot; the keys of typing stand in the footer."""
        self.foot.open(line, text)
        self._hint()

    @on(Foot.Saved)
    def _saved(self, event: Foot.Saved) -> None:
        """A line was done: show what it did, and go to what it added."""
        self.pane.grid.focus()
        self.refill()
        line = event.line
        if isinstance(line, AddLine) and not isinstance(line, IssueLine) and line.added:
            self.pane.grid.point_at(key_of(line.added))
        if isinstance(line, ChangeLine):
            self.last_change = again(event.text)
        self.say(event.words, "good")

    @on(Foot.Left)
    def _left(self, event: Foot.Left) -> None:
        self.pane.grid.focus()
        self._hint()
        self.say(event.words)
