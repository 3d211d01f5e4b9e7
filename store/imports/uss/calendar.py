"""The calendar of a board: the dates of its shooting days and what the others are for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.text import fold
from store.imports.uss.elements import Happening, is_day_off, read_happenings, weekdays
from store.imports.uss.odd import Oddities
from store.imports.uss.values import Thing, text, things


_TYPES = {
    "holiday": "holiday",
    "dayoff": "off",
    "day off": "off",
    "off": "off",
    "travel": "travel",
    "company travel": "travel",
    "prep": "prep",
    "preparation": "prep",
    "hold": "hold",
    "hiatus": "hiatus",
    "wrap": "wrap",
}
_LAST = dt.date(2199, 12, 31)
_DAY = dt.timedelta(days=1)


class Calendar(NamedTuple):
    """When it starts, the days of the week nobody works on (Sunday is 0), and what happens.

    `free` are the dates nobody shoots on beside those.
    """

    start: dt.date | None
    days_off: frozenset[int]
    happenings: tuple[Happening, ...]
    free: frozenset[dt.date]

    def skips(self, day: dt.date) -> bool:
        """Whether nobody shoots on a date."""
        return weekday(day) in self.days_off or day in self.free


NO_CALENDAR = Calendar(None, frozenset(), (), frozenset())


def weekday(day: dt.date) -> int:
    """The day of the week as calendars of schedules count it, Sunday as 0."""
    return day.isoweekday() % 7


def read_calendar(body: Thing, wanted: str, odd: Oddities) -> Calendar:
    """The calendar a board names, else the first; one that starts nowhere where there is none."""
    calendars = list(things(body, "calendars", odd))
    if not calendars:
        return NO_CALENDAR
    found = next((each for each in calendars if wanted and text(each, "id") == wanted), None)
    if found is None:
        odd.add("The board names no calendar of the file; the first was taken")
        found = calendars[0]
    happenings = read_happenings(found, odd, "the calendar")
    starts = sorted(each.day for each in happenings if each.type == "start")
    if len(starts) > 1:
        odd.add("The calendar starts more than once; the first start counts")
    off = frozenset(weekdays(found, odd, "the calendar"))
    if len(off) == 7:
        odd.add("All days of the week are off in the calendar, so none is")
        off = frozenset()
    for each in happenings:
        if each.type == "event" and is_day_off(each):
            odd.add("Days off are of type `event`, where the standard has `dayOff`", _short(each))
    free = frozenset(each.day for each in happenings if is_day_off(each))
    return Calendar(starts[0] if starts else None, off, tuple(happenings), free)


def shooting_days(calendar: Calendar, count: int) -> list[dt.date]:
    """The dates of this many shooting days, the first on the day of the start."""
    day = calendar.start
    found: list[dt.date] = []
    while day is not None and len(found) < count and day < _LAST:
        if not found or not calendar.skips(day):
            found.append(day)
        day += _DAY
    return found


class OtherDay(NamedTuple):
    """A date that is no shooting day, what it is for, and the id of the event that says so."""

    day: dt.date
    type: str
    uid: str = ""


def other_days(calendar: Calendar, shoot: Sequence[dt.date]) -> Iterator[OtherDay]:
    """The dates that are no shooting days; weekly ones only within the shoot."""
    shot = set(shoot)
    named = _named_days(calendar)
    for day in sorted(named):
        if day not in shot:
            yield named[day]
    for day in _between(shoot):
        if day not in shot and day not in named and weekday(day) in calendar.days_off:
            yield OtherDay(day, "off")


def is_of_a_day(happening: Happening, shoot: frozenset[dt.date]) -> bool:
    """Whether an event of the calendar says what a date is for, and is nothing on it."""
    if happening.type == "start" or is_day_off(happening):
        return True
    return fold(happening.name) in _TYPES and happening.day not in shoot


def _named_days(calendar: Calendar) -> Mapping[dt.date, OtherDay]:
    found: dict[dt.date, OtherDay] = {}
    for each in calendar.happenings:
        kind = _TYPES.get(fold(each.name), "off" if is_day_off(each) else "")
        if kind and each.type != "start":
            found.setdefault(each.day, OtherDay(each.day, kind, each.uid))
    return found


def _between(shoot: Sequence[dt.date]) -> Iterator[dt.date]:
    if not shoot:
        return
    day = shoot[0]
    while day < shoot[-1]:
        yield day
        day += _DAY


def _short(happening: Happening) -> str:
    return f"{happening.name} {happening.day.isoformat()}"
