"""When the demo is shot: today is always the third of its ten shooting days.

The shooting days follow one another, except that every sixth and seventh day after the first
are off: five days of work, two days' weekend, whatever the real calendar calls them. Texts
name days as `{d3}`, the date of the third shooting day, and `{d5+1}` or `{d1-2}`, so many
calendar days after or before one.
"""

from __future__ import annotations

import datetime as dt
import re


TODAY_IS = 3
SHOOT_DAYS = 10

_WEEK, _WORKED = 7, 5
_NAMED = r"d(\d{1,2})([+-]\d{1,3})?"
_IN_BRACES = re.compile(r"\{" + _NAMED + r"\}", re.ASCII)


def shoot_date(number: int, today: dt.date) -> dt.date:
    """The date of the shooting day `number`, from 1 to 10; ValueError outside."""
    if not 1 <= number <= SHOOT_DAYS:
        raise ValueError(f"the demo has no shooting day {number}")
    return today + dt.timedelta(days=_offset(number) - _offset(TODAY_IS))


def _offset(number: int) -> int:
    weeks, days = divmod(number - 1, _WORKED)
    return weeks * _WEEK + days


def date_of(name: str, today: dt.date) -> dt.date:
    """The date `d3` or `d5+1` names; ValueError where it names none."""
    match = re.fullmatch(_NAMED, name, re.ASCII)
    if match is None:
        raise ValueError(f"{name} names no day of the demo (d3, d5+1)")
    return shoot_date(int(match[1]), today) + dt.timedelta(days=int(match[2] or 0))


def dated(text: str, today: dt.date) -> str:
    """The text with the ISO date in the place of each `{d3}`."""
    return _IN_BRACES.sub(lambda found: date_of(found[0][1:-1], today).isoformat(), text)
