"""Clock times, spans and days as people in the trade type and read them.

A clock time is kept as `HH:MM` counted from the midnight a production day begins with, so
half past one the next morning, still on the same call sheet, is `25:30`. It runs to `47:59`.
A day is kept as its ISO date, a span as whole minutes.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType

from models.errors import Unread
from models.named import NamedTuple
from models.pattern import pattern


DAY_MINUTES = 24 * 60
LAST_MINUTE = 2 * DAY_MINUTES - 1

_CLOCK = pattern(r"(\d{1,2})(?:[:.h]?(\d\d))?(a|am|p|pm|\+1?)?", re.ASCII | re.IGNORECASE)
_SPAN = pattern(r"(?:(\d{1,2})h)?(\d{1,4})?(m|min)?", re.ASCII | re.IGNORECASE)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NEAR = {"today": 0, "tdy": 0, "tmr": 1, "tomorrow": 1, "yesterday": -1, "yday": -1}


def minutes(clock: str) -> int:
    """Minutes from the production day's midnight to a kept clock time."""
    return int(clock[:2]) * 60 + int(clock[3:])


def clock(count: int) -> str:
    """The kept form of so many minutes after midnight; `Unread` outside one production day."""
    if not 0 <= count <= LAST_MINUTE:
        raise Unread("a production day runs from 00:00 to 47:59")
    return f"{count // 60:02d}:{count % 60:02d}"


def read_clock(text: str) -> str:
    """Read `6`, `630`, `0630`, `6:30`, `18.30`, `6p`, `25:30` or `0130+` (the next morning)."""
    match = _CLOCK.fullmatch(text)
    if not match:
        raise Unread(f"{text or 'nothing'} is not a time (write 0630, 6:30 or 25:30)")
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if minute > 59:
        raise Unread(f"{text} is not a time (minutes go to 59)")
    if half[:1] in ("a", "p"):
        hour = _half_day(text, hour, late=half[0] == "p")
    elif half:
        hour += 24
    if hour > 47:
        raise Unread(f"{text} is not a time (a production day runs to 47:59)")
    return clock(hour * 60 + minute)


def _half_day(text: str, hour: int, *, late: bool) -> int:
    if not 1 <= hour <= 12:
        raise Unread(f"{text} is not a time (with am or pm, hours go from 1 to 12)")
    return hour % 12 + (12 if late else 0)


def read_span(text: str) -> int:
    """Read `45m`, `90min`, `1h` or `1h30` as minutes."""
    match = _SPAN.fullmatch(text)
    if not match or not (match[1] or (match[2] and match[3])):
        raise Unread(f"{text or 'nothing'} is not a length of time (write 45m or 1h30)")
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def show_span(count: int) -> str:
    """Write minutes the shortest way `read_span` takes: `45m`, `2h`, `1h30`."""
    hours, rest = divmod(count, 60)
    if not hours or hours > 99:
        return f"{count}m"
    return f"{hours}h{rest:02d}" if rest else f"{hours}h"


def read_shift(text: str) -> int:
    """Read `+30`, `-15`, `+1h` or `-1h30` as minutes later or earlier."""
    if text[:1] not in ("+", "-") or not text[1:2].isdecimal():
        raise Unread(f"{text} is not a shift (write +30 or -15)")
    body = text[1:] if not text[1:].isdecimal() else text[1:] + "m"
    count = read_span(body)
    return count if text[0] == "+" else -count


class Calendar(NamedTuple):
    """The days a coordinator's words are counted from.

    `shoot_days` maps the n of "Day n" to its date; `month_first` reads 12/3 as the third of
    December, as in the United States.
    """

    today: dt.date
    view: dt.date
    shoot_days: Mapping[int, dt.date] = MappingProxyType({})
    month_first: bool = False

    def read(self, text: str) -> str:
        """Read `fri`, `tmr`, `12/3`, `3 dec`, `d12`, `+2d` or an ISO date; `Unread` otherwise."""
        word = text.strip().lower()
        for way in (
            _by_word,
            _by_weekday,
            _by_offset,
            _by_shoot_day,
            _by_iso,
            _by_figures,
            _by_month,
        ):
            day = way(self, word)
            if day is not None:
                return day.isoformat()
        raise Unread(f"{text or 'nothing'} is not a day (write fri, tmr, d12, 12/3 or 2026-12-03)")


def _by_word(calendar: Calendar, word: str) -> dt.date | None:
    return later(calendar.today, _NEAR[word]) if word in _NEAR else None


def _by_weekday(calendar: Calendar, word: str) -> dt.date | None:
    if word[:3] not in _WEEKDAYS or not _is_weekday(word):
        return None
    wanted = _WEEKDAYS.index(word[:3])
    return later(calendar.view, (wanted - calendar.view.weekday()) % 7)


def _is_weekday(word: str) -> bool:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return any(len(word) >= 3 and name.startswith(word) for name in full)


_OFFSET = pattern(r"([+-]\d{1,4})d", re.ASCII)
_SHOOT = pattern(r"d(\d{1,3})([+-]\d{1,3})?", re.ASCII)
_ISO = pattern(r"([1-9]\d{3})-(\d\d?)-(\d\d?)", re.ASCII)
_FIGURES = pattern(
    r"(\d{1,2})(?:/(\d{1,2})(?:/([1-9]\d{3}|\d\d))?|\.(\d{1,2})\.([1-9]\d{3}|\d\d)?)", re.ASCII
)
_MONTH = pattern(r"(\d{1,2})\.? ?([a-z]{3,9})\.?(?: ((?:19|20)\d\d))?", re.ASCII)


def _by_offset(calendar: Calendar, word: str) -> dt.date | None:
    match = _OFFSET.fullmatch(word)
    return later(calendar.view, int(match[1])) if match else None


def _by_shoot_day(calendar: Calendar, word: str) -> dt.date | None:
    match = _SHOOT.fullmatch(word)
    if not match:
        return None
    number = int(match[1])
    if number not in calendar.shoot_days:
        raise Unread(f"there is no shoot day {number}{_known_days(calendar)}")
    return later(calendar.shoot_days[number], int(match[2] or 0))


def _known_days(calendar: Calendar) -> str:
    known = sorted(calendar.shoot_days)
    return f" (days {known[0]} to {known[-1]} are planned)" if known else " (none is planned yet)"


def _by_iso(calendar: Calendar, word: str) -> dt.date | None:
    match = _ISO.fullmatch(word)
    return _date(word, int(match[1]), int(match[2]), int(match[3])) if match else None


def _by_figures(calendar: Calendar, word: str) -> dt.date | None:
    match = _FIGURES.fullmatch(word)
    if not match:
        return None
    first, second = int(match[1]), int(match[2] or match[4])
    swapped = calendar.month_first and match[2] is not None
    day, month = (second, first) if swapped else (first, second)
    if month > 12 >= day:
        order = "month" if swapped else "day"
        raise Unread(f"{word} is not a day (the {order} comes first here: {second}/{first})")
    return _in_year(calendar, word, match[3] or match[5], month, day)


def _by_month(calendar: Calendar, word: str) -> dt.date | None:
    match = _MONTH.fullmatch(word)
    if not match or match[2][:3] not in _MONTHS:
        return None
    month = _MONTHS.index(match[2][:3]) + 1
    if not dt.date(2000, month, 1).strftime("%B").lower().startswith(match[2]):
        return None
    return _in_year(calendar, word, match[3], month, int(match[1]))


def _in_year(calendar: Calendar, word: str, year: str | None, month: int, day: int) -> dt.date:
    if year:
        return _date(word, int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = (calendar.view.year + step for step in (0, 1, -1))
    days = [_date(word, each, month, day) for each in near if _exists(each, month, day)]
    if not days:
        return _date(word, calendar.view.year, month, day)
    return min(days, key=lambda each: abs(each - calendar.view))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _date(word: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unread(f"{word} is not a day ({_why_not(year, month)})") from None


def _why_not(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return "months go from 1 to 12"
    return f"{_MONTHS[month - 1].title()} {year} has {_days_in(year, month)} days"


def _days_in(year: int, month: int) -> int:
    return next(day for day in (31, 30, 29, 28) if _exists(year, month, day))


def later(day: dt.date, count: int) -> dt.date:
    """So many days after a day, or before it; `Unread` where the calendar ends."""
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        days = "1 day" if count == 1 else f"{count} days"
        raise Unread(f"{days} from {day} is past every calendar") from None


_KEPT = pattern(r"[0-4]\d:[0-5]\d", re.ASCII)


def as_minutes(kept: object) -> int | None:
    """The minutes of a kept clock time; None for anything else a file may hold there."""
    return minutes(kept) if isinstance(kept, str) and _KEPT.fullmatch(kept) else None


def as_date(iso: object) -> dt.date | None:
    """The date of a kept day; None for anything else a file may hold there."""
    try:
        return dt.date.fromisoformat(iso) if isinstance(iso, str) else None
    except ValueError:
        return None


def show_day(iso: str) -> str:
    """Write a kept day for people, weekday first: `Mon 23 Nov 2026`; other text as it is."""
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return (
        f"{_WEEKDAYS[day.weekday()].title()} {day.day} {_MONTHS[day.month - 1].title()} {day.year}"
    )


def show_short_day(iso: str) -> str:
    """Write a kept day in ten columns: `Mon 23 Nov`."""
    return show_day(iso)[:-5] if len(iso) == 10 and iso != show_day(iso) else iso
