"""A moment of the past as people say it: `yesterday 18:00`, `fri 0630`, `2 hours ago`."""

from __future__ import annotations

import datetime as dt

from models.errors import Unread
from models.text import tidy
from models.when import Calendar, read_clock, show_day
from models.zones import wall_time


LAST = "23:59"
WEEK = dt.timedelta(days=7)


def read_moment(text: str, now: dt.datetime, calendar: Calendar) -> dt.datetime:
    """The moment a text means, in the zone of `now`.

    A clock alone is today's, a day alone is the end of it, a weekday is the last one gone.
    Raises Unread for what is no moment, and for one that has not come yet.
    """
    wanted = tidy(text)
    found = _iso(wanted, now) or _ago(wanted, now) or _spoken(wanted, now, calendar)
    if found > now:
        shown = f"{show_day(found.date().isoformat())} {found:%H:%M}"
        raise Unread(f"'{wanted}' is {shown}, which has not happened yet")
    return found


def _iso(text: str, now: dt.datetime) -> dt.datetime | None:
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    if ":" not in text and "T" not in text:
        return None
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)


def _ago(text: str, now: dt.datetime) -> dt.datetime | None:
    if not text.lower().endswith(" ago"):
        return None
    import arrow  # 60 ms, only for this way of saying it

    try:
        return arrow.get(now).dehumanize(text.lower(), locale="en_us").datetime
    except (ValueError, OverflowError):
        raise Unread(f"'{text}' is not a moment (write '2 hours ago')") from None


def _spoken(text: str, now: dt.datetime, calendar: Calendar) -> dt.datetime:
    day, clock = _parts(text)
    date = calendar.read(day) if day else now.date().isoformat()
    found = _at(date, clock or LAST, now)
    if not clock and date == now.date().isoformat():
        return now
    is_weekday = bool(day) and found.strftime("%A").lower().startswith(day.lower())
    return found - WEEK if is_weekday and found > now else found


def _parts(text: str) -> tuple[str, str]:
    """The words of the day and the kept clock; either may be empty."""
    words = text.replace(" pm", "pm").replace(" am", "am").split()
    if not words:
        raise Unread("no moment is given (write 'yesterday 18:00')")
    try:
        return " ".join(words[:-1]), read_clock(words[-1])
    except Unread:
        return " ".join(words), ""


def _at(day: str, clock: str, now: dt.datetime) -> dt.datetime:
    date, minutes = wall_time(day, clock)
    end = dt.timedelta(seconds=59) if clock == LAST else dt.timedelta()
    wall = dt.datetime.combine(date, dt.time(minutes // 60, minutes % 60), now.tzinfo)
    return wall + end
