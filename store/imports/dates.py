"""Dates as lists write them, to ISO. One without a year is none: nobody can say which is meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from models.text import fold


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv",
            "feb february februar fevrier fevr fev",
            "mar march marz mars maerz mrz",
            "apr april avril avr",
            "may mai",
            "jun june juni juin",
            "jul july juli juillet juil",
            "aug august aout",
            "sep sept september septembre",
            "oct october oktober okt octobre",
            "nov november novembre",
            "dec december dezember dez decembre",
        ),
        1,
    )
    for name in names.split()
}
_WEEKDAY = re.compile(r"^[^\W\d]+\.?,? +(?=\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ T].*)?")
_NUMBERS = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})")
_DAY_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?\.?[ -]?([^\W\d]+)\.?[ ,-]+(\d{4}|\d{2})")
_NAME_DAY = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_LONGEST = 40


def read_date(text: str, *, month_first: bool = False) -> str:
    """ISO date of `23.11.2026`, `23/11/26`, `Mon 23 Nov 2026`, `Nov 23, 2026`; empty if it is none.

    `month_first` decides what `3/4/2026` means; where only one reading is a date, it is that.
    """
    plain = fold(text[:_LONGEST]).strip()
    if match := _YEAR_FIRST.fullmatch(plain):
        return _iso(match[1], match[2], match[3])
    if match := _NAME_DAY.fullmatch(plain):
        return _named(match[3], match[1], match[2])
    plain = _WEEKDAY.sub("", plain)
    if match := _NUMBERS.fullmatch(plain):
        first, second, year = match.groups()
        day_first = _iso(year, second, first)
        month = _iso(year, first, second)
        return (month or day_first) if month_first else (day_first or month)
    if match := _DAY_NAME.fullmatch(plain):
        return _named(match[3], match[2], match[1])
    return ""


def is_month_first(cells: Iterable[str]) -> bool:
    """Whether a column writes the month first: some cell makes sense no other way."""
    found = (
        _NUMBERS.fullmatch(cell.strip()) for cell in cells if "/" in cell and len(cell) < _LONGEST
    )
    return any(match and int(match[2]) > 12 >= int(match[1]) for match in found)


def _named(year: str, month: str, day: str) -> str:
    return _iso(year, str(MONTHS.get(month, 0)), day)


def _iso(year: str, month: str, day: str) -> str:
    full = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return dt.date(full, int(month), int(day)).isoformat()
    except ValueError:
        return ""
