"""Who is where when in the demo: the sums the believable checks are made of.

Minutes count from the midnight a production day begins with, on all days from the first
shooting day's.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from models.desk import desk_of
from models.when import minutes
from store.demo.calendar import shoot_date


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from store.view import View

CALLED = (2, 3, 4)
ON_THE_WAY_IN = ("airport", "station")
CALL_TIMES = ("call", "hmu", "costume", "onset")


class Drive(NamedTuple):
    """A run with its names and times: day, leave, arrive, vehicle, seats, driver, people, ends."""

    day: int
    leave: int
    arrive: int
    vehicle: str
    seats: int
    driver: str
    people: frozenset[str]
    places: tuple[str, ...]

    @property
    def words(self) -> str:
        """What a planted fault is listed as."""
        return f"day {self.day} {self.leave // 60:02d}{self.leave % 60:02d} {self.vehicle}"

    def meets(self, other: Drive) -> bool:
        """Whether two runs of one day are on the road at the same time."""
        return (
            self is not other
            and self.day == other.day
            and self.leave < other.arrive
            and other.leave < self.arrive
        )


class Looking:
    """The demo's records, by name and by day."""

    def __init__(self, view: View, today: dt.date) -> None:
        self.view = view
        self.desk = desk_of({kind: view.records(kind) for kind in view.kinds()}, today)
        self.days = {shoot_date(number, today).isoformat(): number for number in range(1, 11)}

    def date(self, day: int) -> str:
        """The ISO date of a shooting day."""
        return next(date for date, number in self.days.items() if number == day)

    def records(self, kind: str) -> list[Mapping[str, Any]]:
        """The live records of a kind."""
        return list(self.view.records(kind).values())

    def name(self, kind: str, record: object) -> str:
        """The name of a record; of a place the short one."""
        document = self.view.get(kind, str(record)) or {}
        return str(document.get("short") if kind == "place" else document.get("name"))

    def drives(self) -> Iterator[Drive]:
        """Every run."""
        for run in self.records("run"):
            places = [run["origin"], *run.get("stops", ()), run["to"]]
            leave = minutes(run["leave"])
            vehicle: Mapping[str, Any] = self.view.get("vehicle", run["vehicle"]) or {}
            yield Drive(
                day=self.days[run["day"]],
                leave=leave,
                arrive=self._arrival(places, leave),
                vehicle=vehicle["name"],
                seats=vehicle["seats"],
                driver=self.name("person", run["driver"]),
                people=frozenset(self.name("person", each) for each in run["passengers"]),
                places=tuple(self.name("place", each) for each in places),
            )

    def _arrival(self, places: list[str], leave: int) -> int:
        at = leave
        for origin, to in pairwise(places):
            at += self._minutes(origin, to, at)
        return at

    def _minutes(self, origin: str, to: str, at: int) -> int:
        """The minutes of a leg at a time of day; a band that holds goes before none."""
        found = [
            (leg.get("from_time") is None, leg["minutes"])
            for leg in self.records("leg")
            if (leg["origin"], leg["to"]) == (origin, to)
            and minutes(leg.get("from_time", "00:00")) <= at < minutes(leg.get("to_time", "47:59"))
        ]
        return int(min(found)[1])

    def first_call(self, day: int, person: str) -> int | None:
        """The first time a person is wanted, by their own call or else their department's."""
        calls = self._calls(day)
        own = [each for each in calls if self._is_of(each, person)]
        own = [each for each in own if "person" in each] or own
        times = [minutes(each[field]) for each in own for field in CALL_TIMES if field in each]
        return min(times) if times else None

    def on_set(self, day: int, person: str) -> int | None:
        """When a person is wanted on set, where their call says so."""
        own = (each for each in self._calls(day) if self._is_of(each, person))
        return next((minutes(each["onset"]) for each in own if "onset" in each), None)

    def _calls(self, day: int) -> list[Mapping[str, Any]]:
        return [each for each in self.records("call") if self.days[each["day"]] == day]

    def _is_of(self, call: Mapping[str, Any], person: str) -> bool:
        if "person" in call:
            return self.name("person", call["person"]) == person
        return bool(self.departments()[person] == call["department"])

    def departments(self) -> Mapping[str, str | None]:
        """Everybody's department by name; the cast have none."""
        return {each["name"]: each.get("department") for each in self.records("person")}
