"""The board: the panes of one production under a top line, and the line typed at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import on
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from models.edits import Aimed
from tui.actions import ACTIONS, BY_ID, Action
from tui.all_panes import AllPanes
from tui.foot import Foot
from tui.panes.rows import aimed_at, key_of
from tui.top import DayLine
from tui.widgets.bare import Bare
from tui.widgets.footer import Footer
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from textual.app import ComposeResult

    from store.halftyped import HalfTyped
    from tui.lines import Line
    from tui.office import Office
    from tui.pane import Pane


Doing = Callable[["Board", tuple[Aimed, ...]], str]


class Changed(Message):
    """There is something new in the production's folder; posted from the thread that watches it."""

    def can_replace(self, message: Message) -> bool:
        """One look takes in all that is new."""
        return isinstance(message, Changed)


@runtime_checkable
class ShowsRecords(Protocol):
    """A box over the board that shows what others may change."""

    def look_again(self) -> None:
        """Take in what was saved."""

    def call_later(self, callback: Callable[[], None]) -> bool:
        """Do something when what it waits for is done."""


class TypedOver(Protocol):
    """A screen over the board with a line of its own to type in."""

    foot: Foot


class Board(Screen[None], Bare):
    """Four panes for one production day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(each.keys), f"act('{each.id}')", each.words, show=False, id=each.id)
        for each in ACTIONS
    ]
    AUTO_FOCUS = "Grid"

    # The widgets show themselves who has the focus; Textual would send the whole screen again.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, office: Office, actions: Sequence[Action] = ACTIONS) -> None:
        """Take the office, and the actions with the keys the user has for them."""
        super().__init__()
        self.office = office
        self.actions = tuple(actions)
        self.last_change: Doing | None = None
        self.day_line, self.all = DayLine(office), AllPanes(office)
        self.foot, self.footer = Foot(), Footer()
        self.over: TypedOver | None = None
        """A screen with a line of its own while it is open; something may be half-typed there."""

    def compose(self) -> ComposeResult:
        """Top line, panes, the line to type in, footer."""
        yield self.day_line
        yield self.all
        yield self.foot
        yield self.footer

    def on_mount(self) -> None:
        """Show everything."""
        self.all.lay_out()
        self.refill()

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes in the order of their keys."""
        return self.all.panes

    @property
    def pane(self) -> Pane:
        """The pane the keys work on."""
        return self.all.here

    def key(self, name: str) -> str:
        """The key the user has for an action; where it has none, how the palette finds it."""
        found = next(each for each in self.actions if each.id == name)
        return found.key or f": {name}"

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence where the keys stand, until the next key."""
        self.footer.say(words, role)

    def on_key(self) -> None:
        """Whatever was said has been read by now; keys come here before they do anything."""
        self.say("")

    def refill(self) -> None:
        """Show all panes and the top line as the production is now."""
        for pane in self.panes:
            pane.fill()
        self.day_line.tell()
        self._hint()

    def _hint(self) -> None:
        """The keys that do something now; those of typing while something is typed."""
        if self.foot.line:
            self.footer.set_hints(self.foot.line.hints)
            return
        hints = []
        for each in self.actions:
            if each.footer and each.key:
                reason = each.blocked(self)
                hints.append((each.key, each.footer, not reason, reason))
        self.footer.set_hints(hints)

    def action_act(self, name: str) -> None:
        """Do one of the actions of the table, or say why it cannot be done."""
        action = BY_ID[name]
        reason = action.blocked(self)
        if reason:
            self.say(reason, "doubt")
        else:
            action.act(self)

    @on(Grid.RowPointed)
    @on(DescendantFocus)
    def _pointed(self) -> None:
        self._hint()

    @on(Grid.RowOpened)
    def _opened(self, event: Grid.RowOpened) -> None:
        from tui.doing.looking import open_details  # no box is open before the first screen

        open_details(self, aimed_at(event.key))

    @on(Changed)
    def _changed(self) -> None:
        """Take in what others saved; cursor, marks and a half-typed line stay as they are."""
        if self.office.production.refresh():
            self.refill()
            self.foot.look_again()
            over = self.app.screen
            if isinstance(over, ShowsRecords):
                over.call_later(over.look_again)  # it may not be composed yet

    def type(self, line: Line, text: str = "") -> None:
        """Open the line at the foot; the keys of typing stand in the footer."""
        self.foot.open(line, text)
        self._hint()

    def half_typed(self) -> HalfTyped | None:
        """What is being typed now, here or over the board, to be kept if the board ends."""
        foot = self.over.foot if self.over else self.foot
        return foot.half_typed(self.pane.what.name)

    @on(Foot.Saved)
    def _saved(self, event: Foot.Saved) -> None:
        """A line was done: show what it did, and go to what it added."""
        for pane in self.panes:
            pane.wait()
        self.all.take_focus()
        self.refill()
        line = event.line
        if line.goes_to:
            self.pane.grid.point_at(key_of(line.goes_to))
        if line.repeats:
            from tui.doing.working import again

            self.last_change = again(event.text)
        self.say(event.words, "good")

    @on(Foot.Left)
    def _left(self, event: Foot.Left) -> None:
        self.all.take_focus()
        self._hint()
        self.say(event.words)
