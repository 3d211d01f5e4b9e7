"""Calls that cannot be kept: before the pickup arrives, or made twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models.calling import first_wanted
from models.desk import Desk
from models.drive import times
from models.edits import Aimed
from models.rules.finding import Finding
from models.rules.runs import runs_of
from models.when import LAST_MINUTE, clock


SAME_MORNING = 180
"""Minutes after a call in which a first run is still meant to bring somebody to it."""


def called_twice(desk: Desk, day: str) -> Iterator[Finding]:
    """One person or department has two calls on a day, made on two boards."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for call in desk.directory.on("call", day):
        key = (str(call.get("person") or ""), str(call.get("department") or ""))
        found[key].append(str(call["id"]))
    for (person, department), calls in found.items():
        if len(calls) > 1:
            who = desk.directory.show("person", person) if person else department
            yield Finding(
                "called-twice",
                f"{who} has {len(calls)} calls",
                tuple(Aimed("call", each) for each in calls),
            )


def before_pickup(desk: Desk, day: str) -> Iterator[Finding]:
    """Someone is called before their first run of the day arrives.

    Later runs of theirs take them on or home.
    """
    wanted = _first_times(desk, day)
    for person, (run, arrive) in _first_runs(desk, day).items():
        call, at = wanted.get(person, ("", LAST_MINUTE))
        if call and at < arrive <= at + SAME_MORNING:
            name = desk.directory.show("person", person)
            words = f"{name} is called at {clock(at)} and the run arrives at {clock(arrive)}"
            yield Finding("before-pickup", words, (Aimed("run", run), Aimed("call", call)))


def _first_runs(desk: Desk, day: str) -> dict[str, tuple[str, int]]:
    """By person: the run of theirs that arrives first on the day, and the minute it does."""
    legs = tuple(desk.directory.records.get("leg", {}).values())
    found: dict[str, tuple[str, int]] = {}
    for each, run in runs_of(desk, day):
        arrive = times(run, legs)[1]
        for person in run.get("passengers") or ():
            if arrive is not None and arrive < found.get(person, ("", LAST_MINUTE + 1))[1]:
                found[person] = (each, arrive)
    return found


def _first_times(desk: Desk, day: str) -> dict[str, tuple[str, int]]:
    """By person: their call and the first minute they are wanted at it."""
    wanted = {}
    for call in desk.directory.on("call", day):
        at = first_wanted(call)
        if call.get("person") and at is not None:
            wanted[str(call["person"])] = (str(call["id"]), at)
    return wanted
