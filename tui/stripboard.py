"""The stripboard over the board: all days strip by strip, moved with the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.board_words import day_banner
from models.edits import Aimed
from models.errors import CallboardError
from models.moving_strips import Moves, aimed, one_down, one_up
from models.stripboard import BONEYARD
from tui.details import Chosen, Details
from tui.doing.looking import field_line
from tui.doing.saving import sentence
from tui.foot import Foot
from tui.lines import ChangeLine
from tui.lines.push import PushLine
from tui.lines.strips import AmongStrips, OntoDay, Spot
from tui.panes.rows import aimed_at, key_of
from tui.panes.sections import Rows
from tui.strip_rows import BONEYARD_ROW, BREAK, COLUMNS, rows_of
from tui.strips import board_of, moved, open_dates, strips_among
from tui.widgets.box import Box
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from textual.widget import Widget

    from models.stripboard import BoardDay
    from tui.lines import Line
    from tui.office import Office
    from tui.strips import Way


HINTS = (
    ("J K", "move", True, ""),
    ("Space", "mark", True, ""),
    ("m", "to a day", True, ""),
    ("a", "add move, banner", True, ""),
    ("c", "change", True, ""),
    ("Enter", "open", True, ""),
    ("u", "undo", True, ""),
    ("q", "back", True, ""),
)
EMPTY = "No scenes yet. Press q, then a, and type: 12A INT BARN D 2 3/8"
AT_THE_END = "There is no place to go to from here."
NO_STRIP = "There is no strip under the cursor."


class Stripboard(Box[None]):
    """All days with their strips, each followed by what it adds up to, and the boneyard."""

    DEFAULT_CSS = """
    Stripboard > Vertical {
        max-width: 100%; height: 100%; border: none; padding: 0;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,b", "close", show=False, id="quit"),
        Binding("j", "row(1)", show=False, id="down"),
        Binding("k", "row(-1)", show=False, id="up"),
        Binding("g", "top", show=False, id="top"),
        Binding("G", "bottom", show=False, id="bottom"),
        Binding("J", "move(1)", show=False, id="strip_down"),
        Binding("K", "move(-1)", show=False, id="strip_up"),
        Binding("space", "mark", show=False, id="mark"),
        Binding("m", "onto", show=False),
        Binding("a", "add", show=False, id="add"),
        Binding("c", "change", show=False, id="change"),
        Binding("P", "push", show=False, id="push"),
        Binding("o", "details", show=False, id="details"),
        Binding("u", "undo", show=False, id="undo"),
        Binding("U", "redo", show=False, id="redo"),
    ]

    def __init__(self, office: Office, at: str = "") -> None:
        """Begin at the row of that key; else at the day in view."""
        super().__init__("Stripboard", HINTS)
        self.office = office
        self.rows = Rows()
        self.grid, self.foot = Grid(COLUMNS, empty=EMPTY), Foot()
        self._at = at

    def body(self) -> tuple[Widget, ...]:
        """The strips over the line to type in."""
        return (self.grid, self.foot)

    def on_mount(self) -> None:
        """Show the board, the cursor where the panes' was."""
        self.show()
        if not (self._at and self.grid.point_at(self._at)):
            self._to_day(self.office.view.isoformat())
        self.grid.focus()

    def _to_day(self, date: str) -> None:
        """Put the cursor on the first strip of a day, or on its break."""
        day = next((each for each in board_of(self.office) if each.date == date), None)
        if day:
            self.grid.point_at(key_of(aimed(day.strips[0])) if day.strips else f"{BREAK}/{date}")

    def show(self) -> None:
        """Show the board as it is now; the rows stay, and the cursor goes with its strip."""
        self.rows = rows_of(self.office)
        self.grid.set_rows(self.rows, steady=True)
        self._tell()

    def look_again(self) -> None:
        """Take in what others saved."""
        self.show()
        self.foot.look_again()

    def on_screen_resume(self) -> None:
        """A record was open over the board and may be another now."""
        if self.grid.is_mounted:
            self.show()

    @on(Grid.RowPointed)
    def _tell(self) -> None:
        """The day of the strip under the cursor, whose banner may be off the screen, and marks."""
        day = self._day()
        marked = len(self.grid.marked)
        at, count = self.grid.place
        self.title_line.set_segments(
            [
                ("Stripboard", "head", 0),
                (day_banner(day, self.office.desk).removeprefix("END OF ") if day else "", "", 2),
                (f"{marked} marked" if marked else "", "strong", 1),
                (f"{at}/{count}" if count else "", "label", 3),
            ]
        )

    def _day(self) -> BoardDay | None:
        """The day of the row under the cursor."""
        date = self._date()
        return next((each for each in board_of(self.office) if each.date == date), None)

    def _date(self) -> str:
        row = aimed_at(self.grid.key)
        if row.kind == BREAK:
            return BONEYARD if row.id == BONEYARD_ROW else row.id
        days = board_of(self.office)
        return next((d.date for d in days for each in d.strips if aimed(each) == row), BONEYARD)

    @property
    def chosen(self) -> frozenset[Aimed]:
        """The marked strips, else the one under the cursor; a break is none."""
        keys = self.grid.marked or {self.grid.key}
        return strips_among(board_of(self.office), {aimed_at(each) for each in keys})

    def say(self, words: str, role: str = "strong") -> None:
        """Say a sentence where the keys stand, until the next key."""
        self.footer.say(words, role)

    def on_key(self) -> None:
        """Whatever was said has been read by now."""
        self.say("")

    def action_row(self, count: int) -> None:
        """Go some rows down, or up."""
        self.grid.action_move(count)

    def action_top(self) -> None:
        """To the first row."""
        self.grid.action_top()

    def action_bottom(self) -> None:
        """To the last row."""
        self.grid.action_bottom()

    def action_mark(self) -> None:
        """Mark the strip, or take its mark away, and go to the next row."""
        if aimed_at(self.grid.key).kind == BREAK:
            self.grid.action_move(1)
        else:
            self.grid.toggle_mark()
        self._tell()

    def action_move(self, step: int) -> None:
        """Move the strips one place down, or up."""
        way: Way = one_down if step > 0 else one_up
        days = board_of(self.office)
        self._move(lambda chosen: way(days, chosen, open_dates(self.office, days)))

    def _move(self, made: Callable[[frozenset[Aimed]], Moves]) -> None:
        chosen = self.chosen
        reason = self.office.production.readonly or ("" if chosen else NO_STRIP)
        if reason:
            self.say(reason, "doubt")
            return
        self._save(lambda: moved(self.office, chosen, made(chosen)) or AT_THE_END)

    def _save(self, work: Callable[[], str]) -> None:
        try:
            said, role = work(), "good"
        except CallboardError as error:
            said, role = str(error), "alarm"
        self.show()
        self.say(said, role)

    def action_undo(self) -> None:
        """Take back one's own last change."""
        self._save(lambda: sentence(self.office.production.undo().did))

    def action_redo(self) -> None:
        """Bring back what one took back."""
        self._save(lambda: sentence(self.office.production.redo().did))

    def action_onto(self) -> None:
        """Type the day the strips go to."""
        chosen = self.chosen
        if chosen:
            self._type(OntoDay(self.office, chosen))
        else:
            self.say(NO_STRIP, "doubt")

    def action_add(self) -> None:
        """Type a company move, a banner or a meal behind the strip under the cursor."""
        row = aimed_at(self.grid.key)
        self._type(AmongStrips(self.office, Spot(self._date(), row)))

    def action_change(self) -> None:
        """Change the strips by a few words."""
        chosen = self.chosen
        if chosen:
            self._type(ChangeLine(self.office, tuple(chosen)))
        else:
            self.say(NO_STRIP, "doubt")

    def action_push(self) -> None:
        """Push everything from the day of the cursor on."""
        self._type(PushLine(self.office, self._date()))

    def _type(self, line: Line, text: str = "") -> None:
        if self.office.production.readonly:
            self.say(self.office.production.readonly, "doubt")
            return
        self.foot.open(line, text)
        self.footer.set_hints(line.hints)

    def action_details(self) -> None:
        """Everything about the strip, or the day, under the cursor."""
        row = aimed_at(self.grid.key)
        if row.kind == BREAK:
            day = self._day()
            row = Aimed("day", str(day.records[0]["id"])) if day and day.records else row
        if row.kind == BREAK:
            self.say("There is nothing more to say of it.", "doubt")
        elif row.id:
            self.app.push_screen(Details(self.office, row), lambda key: self._field(row, key))

    def _field(self, row: Aimed, key: str | None) -> None:
        """Type another value for a field chosen on the details."""
        if not key:
            return
        chosen = Chosen.of(key)
        if chosen.head >= 0:
            self.say("A conflict is settled on the board: q, then C.", "doubt")
        else:
            self._type(*field_line(self.office, row, chosen.field))

    @on(Grid.RowOpened)
    def _opened(self, event: Grid.RowOpened) -> None:
        event.stop()
        self.action_details()

    @on(Foot.Saved)
    def _typed(self, event: Foot.Saved) -> None:
        event.stop()
        self._listen()
        stays = self._next_row() if isinstance(event.line, OntoDay) else ""
        self.show()
        if stays:
            self.grid.set_marked(frozenset())
            self.grid.point_at(stays)
        if event.line.goes_to:
            self.grid.point_at(key_of(event.line.goes_to))
        self.say(event.words, "good")

    def _next_row(self) -> str:
        """The row under the cursor, or the first one below that did not go to another day."""
        gone = self.grid.marked or {self.grid.key}
        at = self.grid.place[0] - 1
        return next((row.key for row in self.rows[max(at, 0) :] if row.key not in gone), "")

    @on(Foot.Left)
    def _left(self, event: Foot.Left) -> None:
        event.stop()
        self._listen()
        self.say(event.words)

    def _listen(self) -> None:
        """Let the keys go to the strips again."""
        self.grid.focus()
        self.footer.set_hints(HINTS)
