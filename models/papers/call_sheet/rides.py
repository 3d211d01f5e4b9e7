"""Who is driven to work and on to the set: the runs of the day joined to those who are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from models.drive import shown_times, times
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held
from models.when import as_minutes


Document = Mapping[str, Any]

COMES_BY = ("call", "hmu", "costume", "onset")


class Ride(NamedTuple):
    """One run as somebody in it is told of it."""

    time: str
    origin: str
    vehicle: str
    driver: str


def pickup(day: ShootingDay, person: str, call: Document) -> Ride | None:
    """The run that brings somebody in: the first that leaves, not from the base, before the set.

    None where they come by themselves.
    """
    until = max(_minutes(call), default=None)
    for leave, run in _runs_of(day, person):
        if until is not None and leave < until and run.get("origin") != day.document.get("base"):
            return _ride(day, run)
    return None


def travel(day: ShootingDay, person: str, call: Document) -> Ride | None:
    """The run that takes somebody from the base to the set they are wanted on."""
    onset = as_minutes(call.get("onset"))
    last = None
    for leave, run in _runs_of(day, person):
        from_base = run.get("origin") == day.document.get("base")
        if onset is not None and leave <= onset and from_base:
            last = run
    return _ride(day, last) if last else None


def _minutes(call: Document) -> Iterator[int]:
    for field in COMES_BY:
        minute = as_minutes(call.get(field))
        if minute is not None:
            yield minute


def _runs_of(day: ShootingDay, person: str) -> list[tuple[int, Document]]:
    """The runs of the day somebody rides on, by the minute they leave."""
    legs = tuple(day.source.of("leg").values())
    found = [
        (leave, run)
        for run in day.on("run")
        if person in held(run, "passengers") and run.get("status") != "no-show"
        for leave in times(run, legs)[:1]
        if leave is not None
    ]
    return sorted(found, key=lambda pair: pair[0])


def _ride(day: ShootingDay, run: Document) -> Ride:
    legs = tuple(day.source.of("leg").values())
    vehicle = day.record("vehicle", run.get("vehicle"))
    origin = str(run.get("origin") or "")
    return Ride(
        shown_times(run, legs)[0],
        day.desk.directory.show("place", origin) if origin else "",
        day.show("vehicle", run.get("vehicle")),
        day.show("person", run.get("driver") or vehicle.get("driver")),
    )
