"""Which production day a moment belongs to, and the time it is on it.

A night shoot goes on past midnight and is still the day it began on: half past one is `25:30`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from models.by_day import Document, Documents
from models.desk import Desk
from models.when import DAY_MINUTES, as_minutes, clock, later


LAST_OUT = 4 * 60
"""Minutes after the estimated wrap in which people may still be on their way out."""
LONG_DAY = 12 * 60
"""Minutes from call to wrap where no wrap is estimated."""
NOON = DAY_MINUTES + 12 * 60
"""No production day goes on past the noon after it."""
OVER = ("last-out", "crew-wrap")


def at_moment(desk: Desk, now: dt.datetime) -> Desk:
    """The desk with the production day of a moment in view and the time on it.

    A day that was chosen stays in view; only today gives way to the night that is still going on.
    `now` is in the production's zone.
    """
    today = now.date()
    if desk.view == today and goes_on(desk, now):
        desk = desk.on(later(today, -1))
    minute = (today - desk.view).days * DAY_MINUTES + now.hour * 60 + now.minute
    own = 0 <= minute < DAY_MINUTES or (minute < NOON and goes_on(desk.on(today), now))
    return desk._replace(clock=clock(minute) if own else None)


def goes_on(desk: Desk, now: dt.datetime) -> bool:
    """Whether the production day before a moment's date is not over yet."""
    night = later(now.date(), -1).isoformat()
    days = desk.directory.once("day", _by_date)
    before, today = days.get(night, {}), days.get(now.date().isoformat(), {})
    minute = DAY_MINUTES + now.hour * 60 + now.minute
    begins = as_minutes(today.get("call"))
    if begins is not None and minute >= DAY_MINUTES + begins:
        return False
    if any(each.get("what") in OVER for each in desk.directory.on("log", night)):
        return False
    return minute < min(_last_minute(before), NOON)


def _last_minute(day: Document) -> int:
    call, wrap = as_minutes(day.get("call")), as_minutes(day.get("wrap"))
    if wrap is None:
        wrap = call + LONG_DAY if call is not None else 0
    return wrap + LAST_OUT


def _by_date(days: Documents) -> Mapping[object, Document]:
    return {day.get("date"): day for day in days.values()}
