"""The stripboard over the board: its strips are moved, added to and opened with the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.edits import Aimed
from models.errors import CallboardError
from models.moving_strips import Moves, one_down, one_up
from tui.details import Chosen, Details
from tui.doing.looking import field_line
from tui.doing.saving import sentence
from tui.foot import Foot
from tui.lines import ChangeLine
from tui.lines.push import PushLine
from tui.lines.strips import AmongStrips, OntoDay, Spot
from tui.panes.rows import aimed_at, key_of
from tui.strip_rows import BREAK
from tui.strip_view import HINTS, StripView
from tui.strips import board_of, moved, open_dates
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from tui.lines import Line
    from tui.strips import Way


AT_THE_END = "There is no place to go to from here."
NO_STRIP = "There is no strip under the cursor."


class Stripboard(StripView):
    """The stripboard on which strips go from place to place and from day to day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("J", "move(1)", show=False, id="strip_down"),
        Binding("K", "move(-1)", show=False, id="strip_up"),
        Binding("m", "onto", show=False),
        Binding("a", "add", show=False, id="add"),
        Binding("c", "change", show=False, id="change"),
        Binding("P", "push", show=False, id="push"),
        Binding("o", "details", show=False, id="details"),
        Binding("u", "undo", show=False, id="undo"),
        Binding("U", "redo", show=False, id="redo"),
    ]

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
        self._type(AmongStrips(self.office, Spot(self.date, row)))

    def action_change(self) -> None:
        """Change the strips by a few words."""
        chosen = self.chosen
        if chosen:
            self._type(ChangeLine(self.office, tuple(chosen)))
        else:
            self.say(NO_STRIP, "doubt")

    def action_push(self) -> None:
        """Push everything from the day of the cursor on."""
        self._type(PushLine(self.office, self.date))

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
            day = self.day
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
