"""The days of a production in their order: what each is for, and which shoot day it is.

A shoot day has the number that was typed for it; one without goes on counting from the shoot day
before it. Nobody needs to number forty days, and those who do are right.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from models.by_day import Document, Documents
from models.named import NamedTuple
from models.when import as_date


SHOOT = "shoot"
AT_REST = frozenset({"off", "holiday", "hiatus"})
"""The types of day on which nobody works; they stay where they are when a schedule is pushed."""


class PlannedDay(NamedTuple):
    """One date of the production: its type of day, and its shoot day number if it has one."""

    date: dt.date
    type: str
    number: int | None = None


class ShootDays(NamedTuple):
    """The planned days by their kept date, in order, and the date of each shoot day's number."""

    days: Mapping[str, PlannedDay]
    dates: Mapping[int, dt.date]

    @property
    def total(self) -> int:
        """The N of "Day n of N": how many shoot days there are.

        Where numbers were typed and days before them are not in the production, the last number.
        """
        shot = sum(each.number is not None for each in self.days.values())
        return max(shot, max(self.dates, default=0))

    def number(self, date: str) -> int | None:
        """The shoot day number of a kept date; None where nothing is shot."""
        planned = self.days.get(date)
        return planned.number if planned else None

    def type(self, date: str) -> str:
        """What a kept date is for: `shoot`, `prep`, `off`; empty where it is not planned."""
        planned = self.days.get(date)
        return planned.type if planned else ""

    def words(self, date: str) -> str:
        """`Day 3 of 30`, or what else the day is for: `Prep`, `Day off`; empty if not planned."""
        number, of = self.number(date), self.type(date)
        if number is not None:
            return f"Day {number} of {self.total}"
        return "Day off" if of == "off" else of.capitalize()


def shoot_days(days: Documents) -> ShootDays:
    """The planned days of the day records, parked ones left out.

    A day is shot unless another type says what it is for; a typed number makes it a shoot day
    whatever it says. Of two days with one number, the number means the earlier.
    """
    planned: dict[str, PlannedDay] = {}
    dates: dict[int, dt.date] = {}
    number = 0
    for date, records in sorted(_by_date(days.values()).items()):
        of, typed = _type(records), _typed(records)
        shot = typed is not None or of == SHOOT
        number = typed if typed is not None else number + shot
        planned[date.isoformat()] = PlannedDay(date, of, number if shot else None)
        if shot:
            dates.setdefault(number, date)
    return ShootDays(planned, dates)


def _by_date(days: Iterable[Document]) -> Mapping[dt.date, Sequence[Document]]:
    found: dict[dt.date, list[Document]] = defaultdict(list)
    for day in days:
        date = as_date(day.get("date"))
        if date and not day.get("parked"):
            found[date].append(day)
    return found


def _type(records: Sequence[Document]) -> str:
    """What the records of one date make of it; shooting goes before all else."""
    types = [str(each.get("type") or SHOOT) for each in records]
    return SHOOT if SHOOT in types else types[0]


def _typed(records: Sequence[Document]) -> int | None:
    numbers = (each.get("shoot") for each in records)
    return next((each for each in numbers if type(each) is int), None)
