"""The stripboard as it is looked at: days, breaks, the boneyard, and where the cursor is."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.board_words import day_banner
from models.edits import Aimed
from models.moving_strips import aimed
from models.stripboard import BONEYARD
from tui.foot import Foot
from tui.panes.rows import aimed_at, key_of
from tui.panes.sections import Rows
from tui.strip_rows import BONEYARD_ROW, BREAK, COLUMNS, rows_of
from tui.strips import board_of, strips_among
from tui.widgets.box import Box
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from textual.widget import Widget

    from models.stripboard import BoardDay
    from tui.office import Office


HINTS = (
    ("J K", "move", True, ""),
    ("Space", "mark", True, ""),
    ("m", "to a day", True, ""),
    ("a", "add move, banner", True, ""),
    ("c", "change", True, ""),
    ("Enter", "open", True, ""),
    ("u", "undo", True, ""),
    ("+ -", "day on, back", True, ""),
    ("t", "today", True, ""),
    ("P", "push", True, ""),
    ("q", "back", True, ""),
)
EMPTY = "No scenes yet. Press q, then a, and type: 12A INT BARN D 2 3/8"


class StripView(Box[None]):
    """All days with their strips, each followed by what it adds up to, and the boneyard."""

    DEFAULT_CSS = """
    StripView > Vertical {
        max-width: 100%; height: 100%; border: none; padding: 0;
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,b", "close", show=False, id="quit"),
        Binding("j", "row(1)", show=False, id="down"),
        Binding("k", "row(-1)", show=False, id="up"),
        Binding("g", "top", show=False, id="top"),
        Binding("G", "bottom", show=False, id="bottom"),
        Binding("+,=,right", "to_day(1)", show=False, id="forward"),
        Binding("-,left", "to_day(-1)", show=False, id="back"),
        Binding("t", "to_today", show=False, id="today"),
        Binding("space", "mark", show=False, id="mark"),
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
            ends = f"{BREAK}/{date or BONEYARD_ROW}"
            self.grid.point_at(key_of(aimed(day.strips[0])) if day.strips else ends)

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
        day = self.day
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

    @property
    def day(self) -> BoardDay | None:
        """The day of the row under the cursor."""
        date = self.date
        return next((each for each in board_of(self.office) if each.date == date), None)

    @property
    def date(self) -> str:
        """The date of the row under the cursor, as kept; empty in the boneyard."""
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

    def action_row(self, count: int) -> None:
        """Go some rows down, or up."""
        self.grid.action_move(count)

    def action_top(self) -> None:
        """To the first row."""
        self.grid.action_top()

    def action_bottom(self) -> None:
        """To the last row."""
        self.grid.action_bottom()

    def action_to_day(self, step: int) -> None:
        """To the day after the one under the cursor, or the one before; the boneyard is last."""
        dates = [each.date for each in board_of(self.office)]
        at = dates.index(self.date) + step if self.date in dates else -1
        if 0 <= at < len(dates):
            self._to_day(dates[at])

    def action_to_today(self) -> None:
        """To today, or the first day planned after it."""
        today = self.office.desk.today.isoformat()
        dates = (each.date for each in board_of(self.office))
        self._to_day(next((each for each in dates if each >= today), BONEYARD))

    def action_mark(self) -> None:
        """Mark the strip, or take its mark away, and go to the next row."""
        if aimed_at(self.grid.key).kind == BREAK:
            self.grid.action_move(1)
        else:
            self.grid.toggle_mark()
        self._tell()
