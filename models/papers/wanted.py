"""Who is wanted on a day, and when: by a call, or in somebody's car."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.calling import first_wanted
from models.papers.source import Source
from models.when import clock
from models.whereabouts import EVERYBODY


Document = Mapping[str, Any]


def called_at(source: Source) -> dict[str, str]:
    """When each person is first wanted: by a call of their own, their department's, everybody's."""
    calls = source.desk.directory.on("call", source.desk.day)
    own = {str(each["person"]): each for each in calls if each.get("person")}
    of = {str(each["department"]): each for each in calls if each.get("department")}
    found = {}
    for person, document in source.of("person").items():
        everybody = of.get(EVERYBODY) if _is_crew(document) else None
        call = own.get(person) or of.get(department_of(document)) or everybody
        if call is not None and not _is_away(document, source.desk.day):
            minute = first_wanted(call)
            found[person] = "" if minute is None else clock(minute)
    return found


def _is_crew(document: Document) -> bool:
    return document.get("category") in (None, "crew") and document.get("cast") is None


def _is_away(document: Document, day: str) -> bool:
    """Whether somebody is parked, off, or not yet or no longer with the production."""
    off = document.get("off")
    return bool(
        document.get("parked")
        or (isinstance(off, dict) and day in off)
        or str(document.get("start") or day) > day
        or str(document.get("finish") or day) < day
    )


def picked_up_at(source: Source) -> dict[str, str]:
    """When each passenger of the day is first picked up; drivers are there too, without a time."""
    found: dict[str, str] = {}
    for run in source.desk.directory.on("run", source.desk.day):
        leave = str(run.get("leave") or "")
        passengers = run.get("passengers")
        for person in passengers if isinstance(passengers, dict) else ():
            times = sorted(filter(None, (found.get(person), leave)))
            found[person] = times[0] if times else ""
        driver = run.get("driver") or source.desk.directory.document(
            "vehicle", str(run.get("vehicle") or "")
        ).get("driver")
        if driver:
            found.setdefault(str(driver), "")
    return {each: time for each, time in found.items() if each in source.of("person")}


def department_of(document: Document) -> str:
    """The department of a person; cast and those without one have a place of their own."""
    cast = document.get("cast") is not None or document.get("category") == "cast"
    return str(document.get("department") or ("Cast" if cast else "Others"))
