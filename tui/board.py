"""The board: the panes of one production under a top line, and the line typed at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen

from models.edits import Aimed
from models.errors import CallboardError
from tui.actions import ACTIONS, BY_ID
from tui.doing.looking import change_field, facts, history, sheet
from tui.foot import Foot
from tui.lines import AddLine, ChangeLine, Line
from tui.pane import Pane
from tui.panes import PANES
from tui.panes.rows import aimed_at, key_of
from tui.top import segments
from tui.widgets.footer import Footer
from tui.widgets.grid import Grid
from tui.widgets.pick import Entry, Pick
from tui.widgets.sheet import Sheet
from tui.widgets.topline import TopLine


if TYPE_CHECKING:
    import datetime as dt

    from textual import events
    from textual.app import ComposeResult

    from tui.office import Office


Doing = Callable[["Board", tuple[Aimed, ...]], str]

TWO_BY_TWO = 100
"""Columns from which on all four panes fit beside one another."""


TYPING_HINTS = (
    ("Enter", "save", True, ""),
    ("Tab", "complete", True, ""),
    ("↑", "earlier lines", True, ""),
    ("Esc", "leave", True, ""),
)


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
        yield TopLine()
        with Container(id="panes"):
            yield from self.panes
        yield self.foot
        yield Footer()

    def on_mount(self) -> None:
        """Show everything, and the line that was being typed when the last board ended."""
        self._arrange()
        self.refill()
        self.set_interval(1, self._tick)

    @property
    def pane(self) -> Pane:
        """The pane the keys work on."""
        return self.panes[self.pane_number]

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence where the keys stand, until the next key."""
        self.query_one(Footer).say(words, role)

    def refill(self) -> None:
        """Show all panes and the top line as the production is now."""
        for pane in self.panes:
            pane.fill()
        self.query_one(TopLine).set_segments(segments(self.office))
        self._hint()

    def _tick(self) -> None:
        """Repaint the top line where a minute in it is another; nothing is sent otherwise."""
        minute = self.office.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self.query_one(TopLine).set_segments(segments(self.office))

    _minute: dt.datetime | None = None

    def _hint(self) -> None:
        shown = [each for each in ACTIONS if each.footer]
        reasons = [each.blocked(self) for each in shown]
        self.query_one(Footer).set_hints(
            [
                (each.key, each.footer, not reason, reason)
                for each, reason in zip(shown, reasons, strict=True)
            ]
        )

    def action_act(self, name: str) -> None:
        """Do one of the actions of the table, or say why it cannot be done."""
        self.say("")
        action = BY_ID[name]
        reason = action.blocked(self)
        if reason:
            self.say(reason, "doubt")
        else:
            action.act(self)

    def on_resize(self, event: events.Resize) -> None:
        """Two by two where there is room, one pane at a time where there is not."""
        self._arrange()

    def _arrange(self) -> None:
        alone = self.zoomed or self.app.size.width < TWO_BY_TWO
        self.set_class(alone, "-one")
        for number, pane in enumerate(self.panes):
            pane.set_class(number == self.pane_number, "-here")
            others = (
                f"{each.what.key} {each.what.title}" for each in self.panes if each is not pane
            )
            pane.others = "  ".join(others) if alone else ""

    def go_to_pane(self, number: int) -> None:
        """Make another pane the one the keys work on; beyond the last comes the first."""
        self.pane_number = number % len(self.panes)
        self._arrange()
        self.pane.grid.focus()

    def zoom(self) -> None:
        """Show the pane alone, or all four again."""
        self.zoomed = not self.zoomed
        self._arrange()

    def go_to_day(self, day: dt.date) -> None:
        """Show another production day in all panes."""
        self.office.view = day
        self.refill()

    def point_at(self, aimed: Aimed | None) -> None:
        """Go to a record, in its pane."""
        if aimed is None:
            return
        for number, pane in enumerate(self.panes):
            if pane.grid.point_at(key_of(aimed)):
                self.go_to_pane(number)
                return
        self.say(f"{self.office.called(aimed)} is not among the rows shown.")

    @on(Grid.RowPointed)
    def _pointed(self, event: Grid.RowPointed) -> None:
        for pane in self.panes:
            if pane.grid is event.grid:
                pane.tell()
        self._hint()

    @on(Grid.RowOpened)
    def _opened(self, event: Grid.RowOpened) -> None:
        self.show_details(aimed_at(event.key))

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
            self._reshow()

    def _reshow(self) -> None:
        if isinstance(self.app.screen, Sheet) and self._shown:
            self.app.screen.show(facts(self, self._shown), history(self, self._shown))

    _shown: Aimed | None = None

    def show_details(self, aimed: Aimed) -> None:
        """Open a record's details; a field chosen there is typed anew."""
        self._shown = aimed

        def chosen(field: str | None) -> None:
            self._shown = None
            if field and not self.office.production.readonly:
                change_field(self, aimed, field)

        self.app.push_screen(sheet(self, aimed), chosen)

    def pick(self, title: str, entries: Sequence[Entry], take: Callable[[Entry], Any]) -> None:
        """Let one of a list be chosen."""
        self.app.push_screen(Pick(title, entries), lambda entry: take(entry) if entry else None)

    def entries(self) -> list[Entry]:
        """All actions as a list to choose from, the impossible ones with their reason."""
        found = []
        for each in ACTIONS:
            reason = each.blocked(self)
            found.append(Entry(each.id, each.words, each.key, each.group, not reason, reason))
        return found

    def act_on(self, entry: Entry) -> None:
        """Do the action that was chosen."""
        self.action_act(entry.name)

    def type(self, line: Line, text: str = "") -> None:
        """Open the line at the foot; the keys of typing stand in the footer."""
        self.foot.open(line, text)
        self.query_one(Footer).set_hints(TYPING_HINTS)

    def change_all(self, doing: Doing) -> None:
        """Do something to the chosen records, and remember it for repeating."""
        chosen = self.pane.chosen
        if not chosen:
            return
        try:
            said = doing(self, chosen)
        except CallboardError as error:
            self.say(str(error), "alarm")
            return
        self.last_change = doing
        self.refill()
        self.say(said, "good")

    @on(Foot.Saved)
    def _saved(self, event: Foot.Saved) -> None:
        """A line was done: show what it did, and go to what it added."""
        self.pane.grid.focus()
        self.refill()
        if isinstance(event.line, AddLine) and event.line.added:
            self._show_added(event.line.added)
        if isinstance(event.line, ChangeLine):
            self.last_change = _again(event.text)
        self.say(event.words, "good")

    def _show_added(self, aimed: Aimed) -> None:
        if any(kind.word == aimed.kind for kind in self.pane.what.kinds):
            self.pane.grid.point_at(key_of(aimed))

    @on(Foot.Left)
    def _left(self) -> None:
        self.pane.grid.focus()
        self._hint()
        self.say(
            "Not saved. The line is kept: a, then the up arrow, brings it back."
            if self.foot.kept
            else ""
        )


def _again(text: str) -> Doing:
    def change(board: Board, chosen: tuple[Aimed, ...]) -> str:
        return ChangeLine(board.office, chosen).done(text)

    return change
