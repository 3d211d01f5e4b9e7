"""Pushing the schedule: everything on or after a day moves by some days, and what hangs on it.

What moves is asked of the kinds: whatever has a production day of its own. Days off, holidays and
a hiatus stay where they are, and working days move onto working days; by the calendar, all move
by as many days, and only holidays stay. What somebody was told lapses, as by any change of the day.
What has happened stays on the day it happened: the log, and the scenes shot.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from models.by_day import Document, Documents
from models.edits import Aimed
from models.fields.times import Day
from models.kinds import KINDS
from models.line.drafting import lapses
from models.named import NamedTuple
from models.record import Record
from models.shoot_days import AT_REST, ShootDays
from models.when import as_date, later


WEEKEND = (5, 6)
HOLIDAY = "holiday"


class Push(NamedTuple):
    """What is asked: from which kept date on, by how many days, and whether all days count."""

    start: str
    days: int
    calendar: bool = False


class Pushed(NamedTuple):
    """What a push would do.

    Attributes:
        sets: The fields to set, record by record; one change.
        counts: How many records of each kind move, by the kind's word.
        worked: Kept dates of which a log tells; what was shot and logged on them stays.
        onto_rest: Kept dates at rest (days off, holidays, weekends) something comes to stand on,
            with how many records.
        together: Kept dates on which two production days come to stand.
    """

    sets: Mapping[Aimed, Mapping[str, Any]]
    counts: Mapping[str, int]
    worked: tuple[str, ...]
    onto_rest: Mapping[str, int]
    together: tuple[str, ...]


def pushed(records: Mapping[str, Documents], days: ShootDays, push: Push) -> Pushed:
    """What pushing the live documents would do. Raises Unread past the end of every calendar."""
    working = Working(days, push)
    stays = Staying(records, push)
    sets: dict[Aimed, dict[str, Any]] = {}
    counts: Counter[str] = Counter()
    landed: Counter[str] = Counter()
    for aimed, field, document in dated(records):
        old = str(document[field])
        new = old if old < push.start or stays(aimed.kind, document) else working.moved(old)
        if new != old:
            sets[aimed] = carried(aimed.kind, document, {field: new})
            counts[aimed.kind] += 1
            landed[new] += not working.is_at_rest(old)
    rest = _rest(records, sets)
    onto = {each: landed[each] for each in sorted(landed) if landed[each]}
    return Pushed(
        sets,
        counts,
        _worked(records, sets),
        {each: count for each, count in onto.items() if each in rest or working.is_free(each)},
        _together(records, sets),
    )


def _day_dates(
    records: Mapping[str, Documents], sets: Mapping[Aimed, Mapping[str, Any]]
) -> Iterator[tuple[Aimed, Document, str]]:
    """Each production day that is not parked, and its date after the push."""
    for key, document in records.get("day", {}).items():
        date = sets.get(Aimed("day", key), {}).get("date", document.get("date"))
        if not document.get("parked") and as_date(date):
            yield Aimed("day", key), document, str(date)


def _rest(
    records: Mapping[str, Documents], sets: Mapping[Aimed, Mapping[str, Any]]
) -> frozenset[str]:
    """The dates at rest after the push."""
    found = _day_dates(records, sets)
    return frozenset(date for _, document, date in found if document.get("type") in AT_REST)


def _together(
    records: Mapping[str, Documents], sets: Mapping[Aimed, Mapping[str, Any]]
) -> tuple[str, ...]:
    """The dates one production day comes to, and another one is on."""
    found = list(_day_dates(records, sets))
    count = Counter(date for _, _, date in found)
    came = {date for aimed, _, date in found if aimed in sets}
    return tuple(sorted(date for date in came if count[date] > 1))


def day_field(of: type[Record]) -> str:
    """The field that says which production day a record of a kind is on; empty where none does."""
    slots = of.slots()
    named = (slots[each] for each in ("day", "date") if each in slots)
    return next((each.name for each in named if isinstance(each.type, Day)), "")


def carried(kind: str, document: Document, to: Mapping[str, Any]) -> dict[str, Any]:
    """What is set where a record goes to another day: that, and what nobody was told any more."""
    return {**to, **lapses(KINDS[kind], document, to)}


def dated(records: Mapping[str, Documents]) -> Iterator[tuple[Aimed, str, Document]]:
    """Every record that has a production day, with the field that says so.

    What no pane shows, such as a paper that was issued for a day, is as it is.
    """
    for word, of in KINDS.items():
        field = day_field(of) if of.pane else ""
        for key, document in records.get(word, {}).items() if field else ():
            if as_date(document.get(field)):
                yield Aimed(word, key), field, document


def _worked(
    records: Mapping[str, Documents], sets: Mapping[Aimed, Mapping[str, Any]]
) -> tuple[str, ...]:
    """The dates that a log tells of and their production day leaves."""
    days = records.get("day", {}).items()
    left = {str(each.get("date")) for key, each in days if Aimed("day", key) in sets}
    return tuple(sorted(left & {str(each.get("day")) for each in records.get("log", {}).values()}))


class Happened:
    """What has happened on its date and stays there: what was logged, and the scenes shot."""

    def __init__(self, records: Mapping[str, Documents]) -> None:
        """Take what was logged."""
        logs = records.get("log", {}).values()
        self._logged = {(each.get("scene"), each.get("day")) for each in logs}

    def __call__(self, word: str, document: Document) -> bool:
        """Whether it has; a scene that is owed has on the day a part of it was shot."""
        if word == "scene":
            shot = (document.get("id"), document.get("day")) in self._logged
            return document.get("state") == "shot" or (document.get("state") == "part" and shot)
        return word == "log"


class Staying:
    """Which records keep their date: what happened on it, and some production days themselves."""

    def __init__(self, records: Mapping[str, Documents], push: Push) -> None:
        """Take what was logged, and the push."""
        self._at_rest = frozenset({HOLIDAY}) if push.calendar else AT_REST
        self._happened = Happened(records)

    def __call__(self, word: str, document: Document) -> bool:
        """Whether it stays."""
        if word == "day":
            return document.get("type") in self._at_rest
        return self._happened(word, document)


class Working:
    """The dates a production works on, and where a push takes each.

    A date without a production day counts as one to work on, except at a weekend where no
    planned working day falls on that weekday.
    """

    def __init__(self, days: ShootDays, push: Push) -> None:
        """Take the planned days and the push."""
        self._days, self._push = days, push
        worked = {each.date.weekday() for each in days.days.values() if each.type not in AT_REST}
        self._free = frozenset(each for each in WEEKEND if worked and each not in worked)
        self._goals: dict[str, str] = {}

    def is_at_rest(self, date: str) -> bool:
        """Whether nobody works on a kept date as things are planned now."""
        planned = self._days.days.get(date)
        return planned.type in AT_REST if planned else self.is_free(date)

    def is_free(self, date: str) -> bool:
        """Whether a date falls on a weekday the production never works on."""
        return dt.date.fromisoformat(date).weekday() in self._free

    def moved(self, date: str) -> str:
        """Where a date comes to stand. Raises Unread past the end of every calendar."""
        if date not in self._goals:
            self._goals[date] = self._goal(dt.date.fromisoformat(date)).isoformat()
        return self._goals[date]

    def _goal(self, day: dt.date) -> dt.date:
        """So many working days on, or back; what is on a day at rest goes with the one after it."""
        if self._push.calendar:
            return later(day, self._push.days)
        work = self._working(day, 1)
        goal, step = work, 1 if self._push.days > 0 else -1
        for _ in range(abs(self._push.days)):
            goal = self._working(later(goal, step), step)
        return later(goal, (day - work).days)

    def _working(self, day: dt.date, step: int) -> dt.date:
        """A day, or where it is at rest the next one that way that is worked on."""
        while self.is_at_rest(day.isoformat()):
            day = later(day, step)
        return day
