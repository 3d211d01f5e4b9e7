"""Runs that cannot be driven: two at once, too few seats, nobody at the wheel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from models.desk import Desk
from models.drive import times
from models.edits import Aimed
from models.form import called
from models.rules.finding import Finding


Document = Mapping[str, Any]


def runs_of(desk: Desk, day: str) -> list[tuple[str, Document]]:
    """The runs of a day that are still to be driven or being driven, by id."""
    runs = desk.directory.on("run", day)
    return [(str(run["id"]), run) for run in runs if run.get("status") != "no-show"]


def two_at_once(desk: Desk, day: str) -> Iterator[Finding]:
    """A vehicle, a driver or a passenger is on two runs that overlap."""
    legs = tuple(desk.directory.records.get("leg", {}).values())
    timed = [(each, run, *times(run, legs)) for each, run in runs_of(desk, day)]
    for here, there in _with_something_in_common([run for _, run, *_ in timed]):
        (one, first, *began), (other, second, *then) = timed[here], timed[there]
        if _overlap(began, then):
            for who in _shared(first, second, desk):
                names = f"{called('run', first, desk)} and {called('run', second, desk)}"
                yield Finding(
                    "two-at-once",
                    f"{who} is on two runs at once: {names}",
                    (Aimed("run", one), Aimed("run", other)),
                )


def _with_something_in_common(runs: list[Document]) -> list[tuple[int, int]]:
    """The places of every two runs with a vehicle or a person in common, in order."""
    on: dict[tuple[str, object], list[int]] = defaultdict(list)
    for at, run in enumerate(runs):
        if run.get("vehicle"):
            on["vehicle", run["vehicle"]].append(at)
        for person in _aboard(run):
            on["person", person].append(at)
    return sorted({pair for places in on.values() for pair in combinations(places, 2)})


def _aboard(run: Document) -> set[Any]:
    return {run.get("driver"), *(run.get("passengers") or ())} - {None}


def _overlap(one: list[int | None], other: list[int | None]) -> bool:
    leave, arrive = one
    then, until = other
    if leave is None or then is None:
        return False
    return leave < (until or then + 1) and then < (arrive or leave + 1)


def _shared(one: Document, other: Document, desk: Desk) -> Iterator[str]:
    if one.get("vehicle") and one.get("vehicle") == other.get("vehicle"):
        yield desk.directory.show("vehicle", str(one["vehicle"]))
    both = _aboard(one) & _aboard(other)
    yield from (desk.directory.show("person", str(each)) for each in sorted(both))


def seats(desk: Desk, day: str) -> Iterator[Finding]:
    """More passengers than the vehicle seats beside its driver."""
    for each, run in runs_of(desk, day):
        vehicle = desk.directory.document("vehicle", str(run.get("vehicle")))
        places, riding = vehicle.get("seats"), len(run.get("passengers") or ())
        if isinstance(places, int) and riding > places:
            name = desk.directory.show("vehicle", str(run["vehicle"]))
            words = f"{called('run', run, desk)}: {riding} people, and {name} seats {places}"
            yield Finding("seats", words, (Aimed("run", each),))


def nobody_drives(desk: Desk, day: str) -> Iterator[Finding]:
    """A run has no vehicle, or nobody to drive it."""
    for each, run in runs_of(desk, day):
        vehicle = desk.directory.document("vehicle", str(run.get("vehicle")))
        lacks = "no vehicle" if not run.get("vehicle") else "no driver"
        if not run.get("vehicle") or not (run.get("driver") or vehicle.get("driver")):
            yield Finding(
                "nobody-drives", f"{called('run', run, desk)} has {lacks}", (Aimed("run", each),)
            )
