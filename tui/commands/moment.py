"""A moment of the past as people say it: `yesterday 18:00`, `fri 0630`, `2 hours ago`."""

from __future__ import annotations

import datetime as dt
import re

from models.errors import Unread
from models.text import tidy
from models.when import Calendar, minutes, read_clock, show_day


WAYS = (
    "write 'yesterday 18:00', 'fri 0630', '2 hours ago' or 2026-11-20T18:00; "
    "or the name of a version, which 'callboard versions' lists"
)
LAST = dt.timedelta(days=1, seconds=-1)
WEEK = dt.timedelta(days=7)

_AGO = re.compile(
    r"(\d{1,4}|an?) ?(s|sec|second|m|min|minute|h|hr|hour|d|day|w|wk|week)s? ago", re.ASCII
)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_SHOOT_DAY = re.compile(r"d\d", re.ASCII | re.IGNORECASE)
_SECONDS = re.compile(r"(\d{1,2}:\d\d):([0-5]\d)", re.ASCII)


def read_moment(text: str, now: dt.datetime, calendar: Calendar) -> dt.datetime:
    """The moment a text means, in the zone of `now` where it names none.

    A clock alone is today's, a day alone is the end of it, a weekday is the last one gone.
    Raises Unread for what is no moment, and for one that has not come yet.
    """
    wanted = tidy(text)
    found = _iso(wanted, now) or _ago(wanted, now) or _spoken(wanted, now, calendar)
    if found > now:
        raise Unread(f"'{wanted}' is {shown(found)}, which has not happened yet")
    return found


def shown(moment: dt.datetime) -> str:
    """A moment for people: `Fri 20 Nov 2026 18:00`."""
    return f"{show_day(moment.date().isoformat())} {moment:%H:%M}"


def _iso(text: str, now: dt.datetime) -> dt.datetime | None:
    """A date and a time; one alone is left to the other ways."""
    if not re.match(r"\d{4}-?\d\d-?\d\d[T ]\d", text, re.ASCII):
        return None
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)


def _ago(text: str, now: dt.datetime) -> dt.datetime | None:
    """`2 hours ago`, `an hour ago`, `2h ago`; None for anything else."""
    match = _AGO.fullmatch(text.lower())
    if match is None:
        return now if text.lower() in ("now", "just now") else None
    from arrow import Arrow  # 60 ms, and only for a moment said so

    count = match[1] if match[1].isdecimal() else "1"
    return Arrow.fromdatetime(now).dehumanize(f"{count} {_UNITS[match[2][0]]} ago").datetime


def _spoken(text: str, now: dt.datetime, calendar: Calendar) -> dt.datetime:
    day, clock = _parted(text)
    date = _date(text, day, calendar) if day else now.date()
    if clock is None and date == now.date():
        return now
    midnight = dt.datetime.combine(date, dt.time(), now.tzinfo)
    found = midnight + (LAST if clock is None else clock)
    is_weekday = bool(day) and date.strftime("%A").lower().startswith(day.lower())
    return found - WEEK if is_weekday and found > now else found


def _parted(text: str) -> tuple[str, dt.timedelta | None]:
    """The words of the day, and the time from its midnight; None where no clock is given."""
    words = re.sub(r" ([ap]m)$", r"\1", text, flags=re.IGNORECASE).split()
    if not words:
        raise Unread(f"no moment is given ({WAYS})")
    exact = _SECONDS.fullmatch(words[-1])
    try:
        kept = read_clock(exact[1] if exact else words[-1])
    except Unread:
        return " ".join(words), None
    seconds = int(exact[2]) if exact else 0
    return " ".join(words[:-1]), dt.timedelta(minutes=minutes(kept), seconds=seconds)


def _date(text: str, day: str, calendar: Calendar) -> dt.date:
    try:
        return dt.date.fromisoformat(calendar.read(day))
    except Unread as error:
        if _SHOOT_DAY.match(day):
            raise
        raise Unread(f"'{text}' is not a moment ({WAYS})") from error
