"""A schedule whose days an assistant director moves, and what a production makes of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple

from store.imports.taking import plan, take
from store.imports.uss.reader import read_uss
from tests.store.imports.uss.schedules import Body, feature, mark, scene, written


if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.imports.plan import Plan
    from store.production import Production


class Schedule:
    """A schedule's file in the hands of the assistant director; a day is known by a strip of it."""

    def __init__(self, seed: int, days: int = 9) -> None:
        self.body = feature(seed, strips=days * 5, cast=8, days=days)
        inside = self.body["universalScheduleStandard"]
        self.strips: list[Body] = inside["breakdowns"]
        self.days: list[list[str]] = inside["stripboards"][0]["boards"][0]["breakdownIds"]
        self._events: list[Body] = inside["calendars"][0]["events"]
        self._count = 900

    def start_later(self, days: int) -> None:
        """Push the whole schedule by some days of the calendar."""
        [start] = [each for each in self._events if each["type"] == "start"]
        moved = dt.date.fromisoformat(start["date"][:10]) + dt.timedelta(days)
        start["date"] = f"{moved.isoformat()}T08:00:00.000Z"

    def holiday(self, day: str) -> None:
        """Nobody shoots on a date; what was on it and all after it go to later ones."""
        self._count += 1
        self._events.append(
            {
                "id": mark("hol", self._count),
                "type": "dayOff",
                "name": "holiday",
                "date": f"{day}T08:00:00.000Z",
            }
        )

    def insert_a_day(self, at: int) -> None:
        """A day of new scenes before another one."""
        self._count += 2
        new = [scene(each, []) for each in (self._count, self._count + 1)]
        self.strips += new
        self.days.insert(at, [each["id"] for each in new])

    def lose_a_day(self, at: int) -> None:
        """Cut a day with all that is on it."""
        gone = self.days.pop(at)
        self.strips[:] = [each for each in self.strips if each["id"] not in gone]

    def swap(self, one: int, other: int) -> None:
        """Shoot one day's work on another's date, and the other way round."""
        self.days[one], self.days[other] = self.days[other], self.days[one]


class Planned(NamedTuple):
    """A day record, known by the strips of its date when it was first there."""

    id: str
    strips: frozenset[str]
    date: str


def planned(production: Production, schedule: Schedule) -> Plan:
    return plan(production, read_uss(written(schedule.body), "blue.uss"))


def bring(production: Production, schedule: Schedule) -> Plan:
    found = planned(production, schedule)
    take(production, found)
    return found


def scenes_by_date(production: Production) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, each in production.view.records("scene").items():
        if each.get("day") and not each.get("parked"):
            found.setdefault(str(each["day"]), set()).add(key)
    return {date: frozenset(keys) for date, keys in found.items()}


def shoot_days(production: Production) -> list[Planned]:
    """The records of the shoot days in their order, with their strips."""
    strips = scenes_by_date(production)
    days = production.view.records("day")
    found = [
        Planned(key, strips[str(each["date"])], str(each["date"]))
        for key, each in days.items()
        if each.get("shoot") and not each.get("parked")
    ]
    return sorted(found, key=lambda each: each.date)


def day(production: Production, number: int) -> Mapping[str, Any]:
    days = production.view.records("day").values()
    [found] = [each for each in days if each.get("shoot") == number and not each.get("parked")]
    return found
