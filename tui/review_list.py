"""The screen of an import: what becomes of each record, to be accepted row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from models.errors import CallboardError
from models.measure import shown, wrap
from store.imports.listing import what_becomes
from store.imports.plan import KEPT, VANISHED
from store.imports.taking import take
from tui.doing.saving import sentence
from tui.widgets.box import Box
from tui.widgets.columns import Column
from tui.widgets.grid import Grid
from tui.widgets.line import line_of
from tui.widgets.painted import Painted
from tui.widgets.rows import Row


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
ROLES = {VANISHED: "doubt", KEPT: "faint"}
FILES_OWN = "Only the file can be put right there: it is said here so that you know."


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
    what was typed, so `*` never ticks those.
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

    def __init__(self, office: Office, planned: Plan) -> None:
        """Take what the file would do."""
        self.office = office
        self.planned = planned
        self.grid, self.words = Grid(COLUMNS, empty="Nothing of it can be taken in."), Words()
        super().__init__(planned.source, HINTS)

    def body(self) -> tuple[Widget, ...]:
        """The list over the row under the cursor in full."""
        return (self.grid, self.words)

    def on_mount(self) -> None:
        """Show the items, ticked as they come."""
        self.grid.set_rows(tuple(_rows(self.planned)))
        self.grid.set_marked(frozenset(map(str, self.planned.ticked)))
        self.grid.focus()
        self._tell()

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the items that are ticked."""
        return frozenset(int(key) for key in self.grid.marked)

    @property
    def pointed(self) -> Item | None:
        """The item under the cursor; None where it is only something to know."""
        key = self.grid.key
        return self.planned.items[int(key) - 1] if key.isdecimal() else None

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
        return _sayings(self.planned)[int(key[1:])][1] if key else ""

    def action_tick(self) -> None:
        """Tick the row under the cursor, or take its tick away, and go on."""
        if self.pointed is None:
            self.say(FILES_OWN, "doubt")
            return
        self.grid.toggle_mark()
        self._tell()

    def action_all(self) -> None:
        """Tick all that the file brings; where that is so already, nothing."""
        items = enumerate(self.planned.items, 1)
        every = frozenset(str(at) for at, item in items if item.sort != KEPT)
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
            self.say("Nothing is ticked: Space ticks a row, q leaves without.", "doubt")
            return
        try:
            change = take(self.office.production, self.planned.only(self.ticked))
        except CallboardError as error:
            self.say(str(error), "alarm")
            return
        self.dismiss(sentence(change.did) if change else None)


def in_full(item: Item) -> str:
    """Everything there is to say of an item, and what a tick on a kept one means."""
    said = what_becomes(item)
    where = f" ({item.where})" if item.where else ""
    words = f"{item.words}{where}: {said or item.sort}."
    if item.sort == KEPT:
        return f"{words} Ticked, the file's value is taken instead."
    return words


def _rows(planned: Plan) -> Iterator[Row]:
    for at, item in enumerate(planned.items, 1):
        cells = (str(at), item.sort, item.words, what_becomes(item))
        yield Row(str(at), cells, role=ROLES.get(item.sort, ""))
    for at, (sort, words) in enumerate(_sayings(planned)):
        yield Row(f"s{at}", ("", sort, "", words), role="faint")


def _sayings(planned: Plan) -> list[tuple[str, str]]:
    """What the file gave that is no item: rows that were refused, and what was odd."""
    refused = (("refused", f"{where}: {why}.") for where, why in planned.refused)
    return [*refused, *(("note", words) for words in planned.notes)]
