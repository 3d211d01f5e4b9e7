"""A day's log read as a whole: its key times, what was shot, and what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from models.desk import Desk
from models.fields.numbers import show_pages
from models.fields.shooting import shown_seconds
from models.log import HAPPENED, when_said
from models.named import NamedTuple
from models.text import tidy
from models.when import as_minutes, clock


Document = Mapping[str, Any]

NAMES: Mapping[str, str] = {
    "call": "crew call",
    "first-shot": "first shot",
    "lunch": "lunch out",
    "back": "lunch in",
    "after-lunch": "first shot after lunch",
    "second-meal": "second meal out",
    "second-back": "second meal in",
    "wrap": "camera wrap",
    "crew-wrap": "crew wrap",
    "last-out": "last person out",
}
"""The key times of a day, in their order, as a production report calls them."""
KEY_TIMES = tuple(NAMES)
LATE_MEAL = 6 * 60
"""Minutes from a call, or from the end of a meal, after which a penalty or grace is due."""


class KeyTime(NamedTuple):
    """When a key time was, in minutes; others who logged it otherwise are kept beside it."""

    at: int
    others: tuple[int, ...] = ()

    def __str__(self) -> str:
        """`08:12`, or `08:12 (also 08:15)` where two people logged it."""
        others = f" (also {', '.join(map(clock, self.others))})" if self.others else ""
        return f"{clock(self.at)}{others}"


class DayLog:
    """What one production day's log says."""

    def __init__(self, lines: Iterable[Document]) -> None:
        """Take the log lines of the day, in any order."""
        self.lines: Sequence[Document] = tuple(sorted(lines, key=when_said))

    @classmethod
    def of(cls, desk: Desk, day: str | None = None) -> DayLog:
        """The log of a day, by default the one in view."""
        return cls(desk.directory.on("log", day or desk.day))

    def at(self, what: str) -> KeyTime | None:
        """When a key time was: the earliest that was logged, for a wrap the latest."""
        minutes = {
            minute
            for each in self.lines
            if each.get("what") == what and (minute := as_minutes(each.get("at"))) is not None
        }
        if not minutes:
            return None
        said = max(minutes) if KEY_TIMES.index(what) >= KEY_TIMES.index("wrap") else min(minutes)
        return KeyTime(said, tuple(sorted(minutes - {said})))

    def minute(self, what: str) -> int | None:
        """The minute of a key time; None while it is not logged."""
        found = self.at(what)
        return found.at if found else None

    @property
    def scenes(self) -> Sequence[Document]:
        """The lines that say of a scene what became of it."""
        return [each for each in self.lines if each.get("scene") and each.get("outcome")]

    @property
    def happened(self) -> Sequence[Document]:
        """Delays, accidents, illness and loss, in time order."""
        return [each for each in self.lines if each.get("what") in HAPPENED]

    @property
    def graced(self) -> bool:
        """Whether grace was called before a meal."""
        return any(each.get("what") == "grace" for each in self.lines)

    def rolls(self, field: str = "rolls") -> tuple[str, ...]:
        """The camera rolls of the day, or with `sound_rolls` the sound rolls, each once."""
        return tuple(dict.fromkeys(roll for each in self.lines for roll in _held(each, field)))

    def total(self, field: str) -> int:
        """The sum of a number over the day: setups, screen seconds, meals, background."""
        return sum(held for each in self.lines if isinstance(held := each.get(field), int))


def said(log: Document, desk: Desk) -> str:
    """One line of the log in words: `first shot`, `sc 42 part, 2/8 owed, 14 setups`."""
    return _worded(log, (*_scene(log, desk), *_counted(log, desk)))


def said_briefly(log: Document, desk: Desk) -> str:
    """One line of the log beside columns that say who, how long and with what result."""
    return _worded(log, _scene(log, desk, most=2)) or said(log, desk)


def _worded(log: Document, parts: Iterable[str]) -> str:
    what, text = str(log.get("what") or ""), str(log.get("text") or "")
    name = NAMES.get(what, what.replace("-", " "))
    head = ", ".join(filter(None, (name, *parts)))
    return ": ".join(filter(None, (head, tidy(text))))


def _scene(log: Document, desk: Desk, most: int = 4) -> Iterator[str]:
    if not log.get("scene"):
        return
    number = desk.directory.show("scene", str(log["scene"]))
    outcome = str(log.get("outcome") or "")
    yield f"sc {number} {'not shot' if outcome == 'owed' else outcome}".strip()
    numbers = (
        ("owed", lambda held: f"{show_pages(held)} owed"),
        ("setups", lambda held: f"{held} setups"),
        ("pages", show_pages),
        ("screen", lambda held: f"screen time {shown_seconds(held)}"),
    )
    for field, words in numbers[:most]:
        if isinstance(held := log.get(field), int):
            yield words(held)


def _counted(log: Document, desk: Desk) -> Iterator[str]:
    who = [tidy(desk.directory.show("person", each)) for each in _held(log, "people")]
    yield from (*who, *filter(None, (str(log.get("department") or ""),)))
    for field, words in (("rolls", "camera rolls"), ("sound_rolls", "sound rolls")):
        if found := _held(log, field):
            yield f"{words} {', '.join(found)}"
    for field, words in (("background", "background"), ("meals", "meals")):
        if isinstance(log.get(field), int):
            yield f"{log[field]} {words}"


def _held(log: Document, field: str) -> Mapping[str, Any]:
    held = log.get(field)
    return held if isinstance(held, dict) else {}
