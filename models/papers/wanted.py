"""Who is wanted on a day, and when: by a call, or in somebody's car."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.calling import called, first_wanted, is_away, is_crew
from models.papers.source import Source
from models.when import clock


Document = Mapping[str, Any]


def called_at(source: Source) -> dict[str, str]:
    """When each person is first wanted: by a call of their own, their department's, everybody's."""
    found = {}
    for person, document in source.of("person").items():
        whose, call = called(person, source.desk)
        wanted = whose in ("own", "department") or (call.get("department") and is_crew(document))
        if wanted and not is_away(document, source.desk.day):
            minute = first_wanted(call)
            found[person] = "" if minute is None else clock(minute)
    return found


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
