"""Where a clock time of a production day falls in the world's time.

Twice a year a clock time is missing or happens twice; a call at half past two on such a
night is a call nobody can keep, so it is an error said in words, never a silent shift.
"""

from __future__ import annotations

import datetime as dt

from models.errors import Unread
from models.when import DAY_MINUTES, later, minutes, show_day


def moment(day: str, clock: str, zone: str) -> dt.datetime:
    """The instant of a kept clock time on a kept day, in an IANA zone.

    Of a time that happens twice, the first is meant. Raises `Unread` for a time the night
    skips and for a zone that is not known.
    """
    date, wall = wall_time(day, clock)
    instant = dt.datetime.combine(date, dt.time(wall // 60, wall % 60), _zone(zone))
    if not _exists(instant):
        raise Unread(
            f"{wall // 60:02d}:{wall % 60:02d} does not exist on {show_day(date.isoformat())}"
            f" in {zone}: the clocks go forward that night"
        )
    return instant


def _exists(instant: dt.datetime) -> bool:
    """Whether a time is the same after a way round the world; one that is skipped is not."""
    try:
        back = instant.astimezone(dt.UTC).astimezone(instant.tzinfo)
    except OverflowError:
        return True
    return back.replace(tzinfo=None) == instant.replace(tzinfo=None)


def wall_time(day: str, clock: str) -> tuple[dt.date, int]:
    """The calendar date and minute of the day: 25:30 on the 23rd is 01:30 on the 24th.

    Raises `Unread` where that is past the last day of the calendar.
    """
    past, wall = divmod(minutes(clock), DAY_MINUTES)
    return later(dt.date.fromisoformat(day), past), wall


def _zone(name: str) -> dt.tzinfo:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        raise Unread(f"{name} is not a time zone (write Europe/Zurich)") from None


def known(name: str) -> str:
    """The name of a zone that exists; `Unread` otherwise."""
    _zone(name)
    return name
