"""The production days of a schedule: shooting days with their numbers, and the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from store.imports.identity import record_keys
from store.imports.intake import Row
from store.imports.uss.calendar import Calendar, other_days


if TYPE_CHECKING:
    from store.change import JSON


_MADE_UP = frozenset({"uid"})


def day_rows(calendar: Calendar, shoot: Sequence[dt.date]) -> Iterator[Row]:
    """A row for each day of the shoot, and for each day off, holiday or travel day."""
    for count, day in enumerate(shoot, 1):
        yield _row(day, {"type": "shoot", "shoot": count})
    for day, kind, uid in other_days(calendar, shoot):
        yield _row(day, {"type": kind, "shoot": None, **({"uid": uid} if uid else {})})


def _row(day: dt.date, told: dict[str, JSON]) -> Row:
    values: dict[str, JSON] = {"date": day.isoformat(), **told}
    return Row(
        f"the calendar, {day.isoformat()}", "day", record_keys("day", values), values, _MADE_UP
    )
