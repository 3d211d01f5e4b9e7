"""Calls that cannot be kept: before the pickup arrives, or made twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.desk import Desk
from models.drive import times
from models.edits import Aimed
from models.rules.finding import Finding
from models.rules.runs import runs_of
from models.when import as_minutes, clock


ARRIVAL = ("hmu", "costume", "call", "onset")


def called_twice(desk: Desk, day: str) -> Iterator[Finding]:
    """One person or department has two calls on a day, made on two boards."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each, call in desk.directory.records.get("call", {}).items():
        if call.get("day") == day:
            found[str(call.get("person") or ""), str(call.get("department") or "")].append(each)
    for (person, department), calls in found.items():
        if len(calls) > 1:
            who = desk.directory.show("person", person) if person else department
            yield Finding(
                "called-twice",
                f"{who} has {len(calls)} calls",
                tuple(Aimed("call", each) for each in calls),
            )


def before_pickup(desk: Desk, day: str) -> Iterator[Finding]:
    """Someone is called before the run that brings them arrives."""
    legs = tuple(desk.directory.records.get("leg", {}).values())
    wanted = _first_times(desk, day)
    for each, run in runs_of(desk, day):
        arrive = times(run, legs)[1]
        for person in run.get("passengers") or ():
            call, at = wanted.get(person, ("", 0))
            if call and arrive is not None and at < arrive <= at + 180:
                name = desk.directory.show("person", person)
                words = f"{name} is called at {clock(at)} and the run arrives at {clock(arrive)}"
                yield Finding("before-pickup", words, (Aimed("run", each), Aimed("call", call)))


def _first_times(desk: Desk, day: str) -> dict[str, tuple[str, int]]:
    """By person: their call and the first minute they are wanted at it."""
    wanted = {}
    for each, call in desk.directory.records.get("call", {}).items():
        at = [found for field in ARRIVAL if (found := as_minutes(call.get(field))) is not None]
        if call.get("day") == day and call.get("person") and at:
            wanted[str(call["person"])] = (each, min(at))
    return wanted
