"""One thing chosen from a list by typing a few letters of it: help, palette, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from models.named import NamedTuple
from models.text import fold
from tui.widgets.box import Box
from tui.widgets.columns import Column
from tui.widgets.grid import Grid
from tui.widgets.lineeditor import LineEditor
from tui.widgets.rows import Row


if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.widget import Widget

    from tui.widgets.rows import GridRow

HINTS = (
    ("type", "to search", True, ""),
    ("Enter", "take it", True, ""),
    ("Esc", "back", True, ""),
)
NOWHERE = 4
NOT_NOW = "not now"


class Entry(NamedTuple):
    """Something to choose.

    `name` tells it from the others, `reason` says why it cannot be chosen where it is not enabled.
    """

    name: str
    words: str
    key: str = ""
    group: str = ""
    enabled: bool = True
    reason: str = ""
    also: str = ""
    """Words it is found by as well, which are not shown."""


def matching(entries: Sequence[Entry], typed: str) -> tuple[Entry, ...]:
    """The entries every typed word is found in: the one with that very key first, then the rest.

    Entries that begin with the words, or have them as other words, come before those in which they
    begin any word, and those before entries that only contain them; within each the order stays.
    """
    wanted = fold(typed).split()
    ranked = [(_rank(entry, typed.strip(), wanted), entry) for entry in entries]
    found = [each for each in ranked if each[0] < NOWHERE]
    return tuple(entry for _, entry in sorted(found, key=lambda each: each[0]))


def _rank(entry: Entry, typed: str, wanted: Sequence[str]) -> int:
    if typed and typed in entry.key.split():
        return 0
    lead = f" {fold(entry.words).partition(' ')[0]} {fold(entry.also)}"
    text = f"{lead} {fold(entry.words)} {fold(entry.group)}"
    for rank, (before, searched) in enumerate(((" ", lead), (" ", text), ("", text)), 1):
        if all(f"{before}{word}" in searched for word in wanted):
            return rank
    return NOWHERE


class Pick(Box[Entry]):
    """A list with a line to search it. Enter gives the entry under the cursor, Esc gives None."""

    DEFAULT_CSS = """
    Pick Grid { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    COLUMNS: tuple[Column, ...] = (
        Column("key", "Key", 9),
        Column("words", "What", 20, flex=1),
        Column("group", "Where", 10, priority=1),
    )

    def __init__(
        self,
        title: str,
        entries: Sequence[Entry],
        hints: Sequence[tuple[str, str, bool, str]] = HINTS,
    ) -> None:
        super().__init__(title, hints)
        self.line = LineEditor(placeholder="search")
        self.grid = Grid(self.COLUMNS, lit=True, empty="Nothing has these words.")
        self.entries = tuple(entries)
        self._found = self.entries

    def body(self) -> tuple[Widget, ...]:
        """The search line and the list."""
        return self.line, self.grid

    def on_mount(self) -> None:
        """Show all entries and wait for letters."""
        self._search("")
        self.line.focus()

    @property
    def pointed(self) -> Entry | None:
        """The entry Enter takes."""
        key = self.grid.key
        return next((entry for entry in self._found if entry.name == key), None)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value)
        self._say_why_not()

    @on(Input.Submitted)
    def _take(self, event: Input.Submitted) -> None:
        event.stop()
        entry = self.pointed
        if entry is None:
            return
        if entry.enabled:
            self.dismiss(entry)
        else:
            self._say_why_not()

    @on(Grid.RowPointed)
    def _say_why_not(self) -> None:
        """Say why the entry under the cursor cannot be taken; nothing where it can."""
        entry = self.pointed
        blocked = entry is not None and not entry.enabled
        self.footer.say(f"Not now: {entry.reason}" if entry and blocked else "", "doubt")

    def find(self, typed: str) -> tuple[Entry, ...]:
        """The entries to show for what is typed."""
        return matching(self.entries, typed)

    def row(self, entry: Entry) -> GridRow:
        """An entry as it is shown."""
        return _row(entry)

    def action_move(self, rows: int) -> None:
        """Move the cursor of the list."""
        self.grid.action_move(rows)

    def action_page(self, pages: int) -> None:
        """Turn the list."""
        self.grid.action_page(pages)

    def _search(self, typed: str) -> None:
        self._found = self.find(typed)
        self.grid.set_rows([self.row(entry) for entry in self._found])
        self.grid.action_top()


def _row(entry: Entry) -> Row:
    role = "" if entry.enabled else "faint"
    where = entry.group if entry.enabled else NOT_NOW
    return Row(entry.name, (entry.key, entry.words, where), "", role, (role or "strong",))
