"""Looking up anybody and anything while one types: phone, call, runs, where they are now.

The people, vehicles and places come first, then what the day in view holds, then open issues and
all scenes; other days and what is over are only looked through where nothing of that has the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from textual import on

from models.edits import Aimed
from models.form import called, form
from models.kinds import KINDS
from models.measure import shown, wrap
from models.text import fold
from models.urgency import is_over
from models.whereabouts import whereabouts
from tui.panes.rows import Cells, PaneRow, aimed_at, first, key_of
from tui.widgets.columns import Column
from tui.widgets.footer import Hint
from tui.widgets.grid import Grid
from tui.widgets.line import line_of
from tui.widgets.painted import Painted
from tui.widgets.pick import Entry, Pick


if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.office import Office
    from tui.widgets.line import Line
    from tui.widgets.rows import GridRow


MOST = 200
"""More than anybody reads; who looks for the next one types another letter."""

TIME_FIGURES = 4
NAMED = ("person", "vehicle", "place")
DAILY = ("run", "call", "event")
HINTS = (
    Hint("type", "a name, a role, a number, a place"),
    Hint("Enter", "go there"),
    Hint("Esc", "back"),
)


class Whole(Painted):
    """The row under the cursor, which may be wider than the list."""

    DEFAULT_CSS = """
    Whole { height: 2; width: 1fr; }
    """

    words = ""

    def tell(self, words: str) -> None:
        """Show these words."""
        self.words = words
        self.paint()

    def drawn(self, width: int, height: int) -> tuple[Line, ...]:
        """As many lines as there are."""
        lines = (*wrap(shown(self.words), width), *[""] * height)[:height]
        return tuple(line_of([(each, "strong")], width) for each in lines)


class Lookup(Pick):
    """All records, searched as one types. Enter gives the one under the cursor."""

    COLUMNS = (
        Column("what", "Who or what", 16, flex=3),
        Column("phone", "Phone", 16),
        Column("today", "From now on", 14, flex=5, priority=1),
    )

    def __init__(self, office: Office) -> None:
        """Take the office; nothing is looked through before something is typed."""
        super().__init__("Look up", (), HINTS)
        self.office = office
        self.whole = Whole()

    def body(self) -> tuple[Widget, ...]:
        """The search line, the list, and the row under the cursor in full."""
        return (*super().body(), self.whole)

    @on(Grid.RowPointed)
    def _told(self) -> None:
        entry = self.pointed
        row = self.row(entry) if entry else None
        self.whole.tell("  ".join(filter(None, row.cells)) if row else "")

    def find(self, typed: str) -> tuple[Entry, ...]:
        """The records that have every word; those in which words begin so come first."""
        if not typed.strip():
            return tuple(_entry(each) for each in _of(self.office, "person"))
        for candidates in (_now(self.office), _otherwise(self.office)):
            found = _having(self.office, candidates, typed)
            if found:
                return found
        return ()

    def row(self, entry: Entry) -> GridRow:
        """The record, worked out when it comes on screen."""
        return PaneRow(self.office, entry.name, partial(_cells, self.office, aimed_at(entry.name)))


def _having(office: Office, candidates: Iterable[Aimed], typed: str) -> tuple[Entry, ...]:
    """What has all the words: first what is called so, then where the words begin words."""
    phrase, wanted = fold(typed).strip(), [_alike(word) for word in fold(typed).split()]
    find, texts = office.desk.directory.find, office.texts
    named = {Aimed(kind, each) for kind in NAMED for each in find(kind, typed)}
    found: tuple[list[Aimed], ...] = ([], [], [])
    for each in candidates:
        text = f" {texts.kind(each.kind).of(office.document(each), office.desk)}"
        if each in named or f" {phrase}" in text:
            found[0].append(each)
        elif all(any(word in text for word in words) for words in wanted):
            begin = all(any(f" {word}" in text for word in words) for words in wanted)
            found[1 if begin else 2].append(each)
    return tuple(_entry(each) for each in islice(chain(*found), MOST))


def _alike(word: str) -> tuple[str, ...]:
    """A word, and where it may be a time, as times are shown."""
    time = len(word) == TIME_FIGURES and word.isdecimal()
    return (word, f"{word[:2]}:{word[2:]}") if time else (word,)


def _entry(aimed: Aimed) -> Entry:
    return Entry(key_of(aimed), "")


def _of(office: Office, kind: str) -> Iterator[Aimed]:
    return (Aimed(kind, each) for each in office.of(kind))


def _now(office: Office) -> Iterator[Aimed]:
    """What somebody at work on the day in view asks for."""
    for kind in NAMED:
        yield from _of(office, kind)
    for kind in DAILY:
        yield from (Aimed(kind, str(each["id"])) for each in office.on_day(kind))
    issues = office.of("issue").items()
    yield from (Aimed("issue", each) for each, document in issues if not is_over(document))
    yield from _of(office, "scene")


def _otherwise(office: Office) -> Iterator[Aimed]:
    """All there is."""
    for kind in KINDS:
        if kind not in (*NAMED, "scene"):
            yield from _of(office, kind)


def _cells(office: Office, aimed: Aimed) -> Cells:
    document = office.document(aimed)
    if aimed.kind == "person":
        role = document.get("character") or document.get("role") or ""
        name = document.get("name") or role
        words = f"{name}, {role}" if role and role != name else str(name)
        return Cells((words, first(document, "phones"), _today(office, aimed)))
    words = _called(office, aimed)
    entries = form(KINDS[aimed.kind], document, office.desk)
    silent = {"phones", "estimated", "day" if document.get("day") == office.desk.day else ""}
    said = (each.shown for each in entries if each.field not in silent and each.shown not in words)
    return Cells((words, first(document, "phones"), ", ".join(said)))


def _called(office: Office, aimed: Aimed) -> str:
    """What a record is called, without its number."""
    if aimed.kind in NAMED:
        return office.desk.directory.show(aimed.kind, aimed.id)
    return called(aimed.kind, {**office.document(aimed), "number": None}, office.desk)


def _today(office: Office, aimed: Aimed) -> str:
    """What is left of somebody's day, or all of it where another day is in view."""
    now = office.now()
    minute = now.hour * 60 + now.minute if office.view == now.date() else None
    return ", ".join(map(str, whereabouts(aimed.id, office.desk, minute)))
