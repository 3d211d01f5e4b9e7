"""When an event is, by the production's clock: its calendar day there, and the time of that day."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple


class Moment(NamedTuple):
    """A start as a production keeps it; `clock` is empty for a whole day."""

    day: dt.date
    clock: str


class Zones(NamedTuple):
    """The production's zone, and the one a calendar's floating times are in.

    Attributes:
        here: The zone of the production.
        floating: The zone of times that name none: the calendar's own, else the production's.
    """

    here: dt.tzinfo
    floating: dt.tzinfo

    def moment(self, when: dt.date) -> Moment:
        """The day and the clock time here of a date or of an instant."""
        if not isinstance(when, dt.datetime):
            return Moment(when, "")
        there = when if when.tzinfo else when.replace(tzinfo=self.floating)
        local = _shifted(there, self.here)
        return Moment(local.date(), f"{local.hour:02d}:{local.minute:02d}")

    def minutes(self, start: dt.date, end: dt.date) -> int:
        """The minutes from a start to an end; one that has a zone where the other has none too."""
        first, last = (self._instant(each) for each in (start, end))
        return max(0, int((last - first).total_seconds() // 60))

    def _instant(self, when: dt.date) -> dt.datetime:
        if not isinstance(when, dt.datetime):
            when = dt.datetime.combine(when, dt.time())
        there = when if when.tzinfo else when.replace(tzinfo=self.floating)
        return _shifted(there, dt.UTC)


def zones_of(calendar: Any, zone: str) -> Zones:
    """The zones of a calendar in a production of this zone."""
    here = _zone(zone) or dt.UTC
    own = _zone(str(calendar.get("X-WR-TIMEZONE") or ""))
    return Zones(here, own or here)


def _shifted(when: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The same instant in a zone; at the ends of the calendar, where there is none, as it is."""
    try:
        return when.astimezone(zone)
    except (OverflowError, ValueError):
        return when.replace(tzinfo=zone)


def _zone(name: str) -> dt.tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name) if name else None
    except (OSError, ValueError, KeyError):
        return None
