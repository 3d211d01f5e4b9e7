"""The screen of an import: what becomes of each record, to be accepted row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.errors import CallboardError
from models.measure import shown, wrap
from store.imports.plan import KEPT
from store.imports.taking import take
from tui.doing.saving import sentence
from tui.review_rows import SAYING, in_full, keys_of, rows_of, sayings
from tui.widgets.box import Box
from tui.widgets.columns import Column
from tui.widgets.grid import Grid
from tui.widgets.line import line_of
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from textual.widget import Widget

    from store.imports.plan import Item, Plan
    from tui.office import Office
    from tui.widgets.line import Line

COLUMNS = (
    Column("number", "", 4, align="right", priority=1),
    Column("sort", "What", 8),
    Column("words", "Record", 16, flex=1),
    Column("said", "What becomes of it", 24, flex=3),
)
HINTS = (
    ("Enter", "take in what is ticked", True, ""),
    ("Space", "tick", True, ""),
    ("*", "all or none", True, ""),
    ("j k", "up and down", True, ""),
    ("q", "leave it", True, ""),
)
NOTHING = "Nothing is ticked: Space ticks a row, q leaves without."
NEWS = "Others have saved: the list is as things are now, with your ticks."
ARRIVED = "The list has just changed: look at it, then press Enter once more."
FILES_OWN = "Only the file can be put right there: it is said here so that you know."


Again = Callable[[Callable[["Plan | None"], None]], None]
"""Compares the file anew, elsewhere, and calls with what it would do then; None if it cannot."""


class Words(Painted):
    """The row under the cursor in full, on lines of a fixed number."""

    DEFAULT_CSS = """
    Words { height: 3; width: 1fr; }
    """

    _words = ""

    def show(self, words: str) -> None:
        """Show these words."""
        self._words = words
        self.paint()

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """As many lines as there are."""
        yield from (line_of([(each, "strong")], width) for each in wrap(shown(self._words), width))


class ReviewList(Box[str]):
    """What a file would do. Gives the sentence to say once it was taken in, None where it was not.

    Ticked items carry the grid's mark. Of a kept one the tick takes the file's value instead of
    what was typed, so `*` never ticks those. When others save, the file is compared anew.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "close", show=False),
        Binding("enter", "accept", show=False, priority=True),
        Binding("space", "tick", show=False),
        Binding("asterisk", "all", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
        Binding("g", "top", show=False),
        Binding("G", "bottom", show=False),
    ]

    def __init__(self, office: Office, planned: Plan, again: Again) -> None:
        """Take what the file would do, and what compares it anew."""
        self.office = office
        self.planned = planned
        self.keys = keys_of(planned)
        self._again = again
        self._comparing = self._saved_since = self._arrived = False
        self.grid, self.words = Grid(COLUMNS, empty="Nothing of it can be taken in."), Words()
        super().__init__(planned.source, HINTS)

    def body(self) -> tuple[Widget, ...]:
        """The list over the row under the cursor in full."""
        return (self.grid, self.words)

    def on_mount(self) -> None:
        """Show the items, ticked as they come."""
        self._show(self._unasked)
        self.grid.focus()

    def _show(self, ticked: frozenset[str]) -> None:
        self.grid.set_rows(tuple(rows_of(self.planned, self.keys)), steady=True)
        self.grid.set_marked(ticked)
        self._tell()

    @property
    def _unasked(self) -> frozenset[str]:
        """The keys of what is ticked where nobody says otherwise."""
        return frozenset(self.keys[at - 1] for at in self.planned.ticked)

    def look_again(self) -> None:
        """Compare the file with what others saved; until that is done the list stands."""
        self._saved_since = self._comparing
        if not self._comparing:
            self._comparing = True
            self._again(self._compared)

    def _compared(self, planned: Plan | None) -> None:
        """Take in what the file would do now; None where it could not be compared."""
        self._comparing = False
        if not self.is_attached:
            return
        if planned is not None:
            self._take_in(planned)
        if self._saved_since:
            self.look_again()

    def _take_in(self, planned: Plan) -> None:
        """Show another plan; what somebody ticked or unticked stays so, record by record."""
        before, by_hand = self._looks, self.grid.marked ^ self._unasked
        by_hand &= frozenset(self.keys)
        self.planned, self.keys = planned, keys_of(planned)
        self._show(self._unasked ^ (by_hand & frozenset(self.keys)))
        if self._looks != before:
            self._arrived = True
            self.say(NEWS, "doubt")

    @property
    def _looks(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the list says, and of what, in its order."""
        return tuple((row.key, row.cells[1:]) for row in rows_of(self.planned, self.keys))

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the items that are ticked."""
        marked = self.grid.marked
        return frozenset(at for at, key in enumerate(self.keys, 1) if key in marked)

    @property
    def pointed(self) -> Item | None:
        """The item under the cursor; None where it is only something to know."""
        key = self.grid.key
        return self.planned.items[self.keys.index(key)] if key in self.keys else None

    def on_key(self) -> None:
        """Whoever presses a key has seen the list."""
        self._arrived = False

    @on(Grid.RowPointed)
    def _tell(self) -> None:
        """Say how much is ticked, and the row under the cursor in full."""
        chosen = self.planned.only(self.ticked).did.partition(": ")[2] if self.ticked else "nothing"
        self.title_line.set_segments(
            [(self.planned.source, "head", 0), (f"takes in {chosen}", "strong", 0)]
        )
        item = self.pointed
        self.words.show(in_full(item) if item else self._only_said())

    def _only_said(self) -> str:
        key = self.grid.key
        return sayings(self.planned)[int(key.removeprefix(SAYING))][1] if key else ""

    def action_tick(self) -> None:
        """Tick the row under the cursor, or take its tick away, and go on."""
        if self.pointed is None:
            self.say(FILES_OWN, "doubt")
            return
        self.grid.toggle_mark()
        self._tell()

    def action_all(self) -> None:
        """Tick all that the file brings; where that is so already, nothing."""
        items = zip(self.keys, self.planned.items, strict=True)
        every = frozenset(key for key, item in items if item.sort != KEPT)
        now = self.grid.marked
        self.grid.set_marked(frozenset() if every <= now else now | every)
        self._tell()

    def action_move(self, rows: int) -> None:
        """Go down, or up where `rows` is less than 0."""
        self.grid.action_move(rows)

    def action_top(self) -> None:
        """Go to the first row."""
        self.grid.action_top()

    def action_bottom(self) -> None:
        """Go to the last row."""
        self.grid.action_bottom()

    def action_accept(self) -> None:
        """Take in what is ticked, as one change."""
        if not (self.ticked or self.planned.marks):
            self.say(NOTHING, "doubt")
            return
        if self._arrived:
            self._arrived = False
            self.say(ARRIVED, "doubt")
            return
        try:
            change = take(self.office.production, self.planned.only(self.ticked))
        except CallboardError as error:
            self.say(str(error), "alarm")
            return
        self.dismiss(sentence(change.did) if change else None)
