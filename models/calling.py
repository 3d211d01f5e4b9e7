"""Who is called when: whose call holds for somebody, and when it first wants them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.cast_numbers import is_cast
from models.desk import Desk
from models.named import NamedTuple
from models.when import LAST_MINUTE, as_minutes


Document = Mapping[str, Any]

WANTED = ("hmu", "costume", "call", "onset")
EVERYBODY = "all"
"""The department of a call for the whole unit."""


class Called(NamedTuple):
    """The call that holds for somebody, and whose it is.

    `whose` is `own`, `department`, `unit` (a call for all, or else the day's own) or `on call`
    for somebody who comes only when they are asked; `call` is then empty.
    """

    whose: str
    call: Document


def first_wanted(call: Mapping[str, Any]) -> int | None:
    """The first minute of the production day a call wants somebody; None without a time."""
    times = (as_minutes(call.get(field)) for field in WANTED)
    return min((each for each in times if each is not None), default=None)


def by_first_wanted(call: Mapping[str, Any]) -> int:
    """Sort key: the earliest call first, one without a time after all others."""
    found = first_wanted(call)
    return LAST_MINUTE + 1 if found is None else found


def called(person: str, desk: Desk) -> Called:
    """Their own call, else their department's, else everybody's, else the unit call of the day.

    Who is marked as on call follows the first two alone.
    """
    calls = desk.directory.on("call", desk.day)
    document = desk.directory.document("person", person)
    own = next((each for each in calls if each.get("person") == person), None)
    if own is not None:
        return Called("own", own)
    theirs = department_call(department_of(document), desk)
    if theirs is not None:
        return Called("department", theirs)
    if document.get("oncall"):
        return Called("on call", {})
    unit = department_call(EVERYBODY, desk) or {"call": unit_call(desk)}
    return Called("unit" if first_wanted(unit) is not None else "on call", unit)


def department_call(department: object, desk: Desk) -> Document | None:
    """The call of a department on the day in view; None where it has none."""
    calls = desk.directory.on("call", desk.day) if department else ()
    return next((each for each in calls if each.get("department") == department), None)


def department_of(person: Document) -> str:
    """Somebody's department; artists and extras without one, and anybody else, have theirs too."""
    if person.get("department"):
        return str(person["department"])
    if person.get("category") == "extra":
        return "Background"
    return "Cast" if is_cast(person) else "Others"


def unit_call(desk: Desk) -> object:
    """The unit call of the day in view, in its kept form."""
    days = desk.directory.records.get("day", {}).values()
    return next((each.get("call") for each in days if each.get("date") == desk.day), None)


def is_artist(person: Document) -> bool:
    """Whether somebody is of the cast or an extra: their own numbers are on no general issue."""
    return person.get("category") == "extra" or is_cast(person)


def is_crew(person: Document) -> bool:
    """Whether somebody is of the unit, and no artist, extra, supplier or contact."""
    return person.get("category") in (None, "crew") and not is_cast(person)


def is_away(person: Document, day: str) -> bool:
    """Whether somebody is parked, off that day, not yet or no longer with the production."""
    off = person.get("off")
    return bool(
        person.get("parked")
        or (isinstance(off, dict) and day in off)
        or str(person.get("start") or day) > day
        or str(person.get("finish") or day) < day
    )
