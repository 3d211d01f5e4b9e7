"""What the blocks of a production report are made from: the day as planned and as it was logged."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from models.calling import department_of
from models.coverage import Coverage, coverage
from models.daylog import DayLog
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.source import Source
from models.when import as_minutes, clock


Document = Mapping[str, Any]

LATEST = ("off-set", "out")
"""The times of which the last one said counts; of the others the first."""


class Reported(ShootingDay):
    """A shooting day with its log beside its plan."""

    def __init__(self, source: Source) -> None:
        """Take the day in view."""
        super().__init__(source)
        self.log = DayLog.of(self.desk)

    @cached_property
    def coverage(self) -> Coverage:
        """Where the script stands at the end of the day."""
        return coverage(self.source.of("scene").values(), self.source.of("log").values(), self.day)

    @cached_property
    def meals(self) -> tuple[Document, ...]:
        """The meals at or after the unit call, in their order: lunch, then the second one."""
        call = as_minutes(self.document.get("call"))
        timed = ((as_minutes(each.get("start")), each) for each in self.events)
        return tuple(
            each
            for minute, each in timed
            if each.get("type") == "meal" and minute is not None and minute >= (call or 0)
        )

    def said_of(self, person: str, what: str) -> str:
        """When somebody came or went, by the log: their own line, or else their department's."""
        lines = [each for each in self.log.lines if each.get("what") == what]
        own = [each for each in lines if person in (each.get("people") or ())]
        department = department_of(self.record("person", person))
        theirs = [each for each in lines if each.get("department") == department]
        minutes = [
            minute for each in own or theirs if (minute := as_minutes(each.get("at"))) is not None
        ]
        if not minutes:
            return ""
        return clock(max(minutes) if what in LATEST else min(minutes))


def as_called(time: str) -> str:
    """A time nobody logged, as it was called: in brackets."""
    return f"({time})" if time else ""
