"""Days as other people's tables write them, in three languages, with or without a year."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from models.errors import Unread
from models.text import fold, tidy
from models.when import show_day
from store.imports.dates import MONTHS, read_date
from store.imports.tables.told import Told


if TYPE_CHECKING:
    from models.desk import Desk

_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "mo mon monday montag lun lundi",
            "di tue tues tuesday dienstag mar mardi",
            "mi wed wednesday mittwoch mer mercredi",
            "do thu thur thurs thursday donnerstag jeu jeudi",
            "fr fri friday freitag ven vendredi",
            "sa sat saturday samstag sonnabend sam samedi",
            "so sun sunday sonntag dim dimanche",
        )
    )
    for name in names.split()
}
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(r"([^\W\d_]+)\.?,? *(?:den|le|the)?(?: +|$)(?=\d|$|[^\W\d_]+\.? \d)")
_SHOOT_DAY = re.compile(
    r"(?:(?:shoot(?:ing)? ?)?day|dreh ?tag|tag|dt|jour(?: de tournage)?|j|d)?[ .#:]*(\d{1,3})"
    r"(?: ?(?:of|von|/|de|sur) ?\d{1,3})?"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?\.? ?-?([^\W\d_]{3,})\.?")
_SERIAL = re.compile(r"[34567]\d{4}(?:\.0+)?")
_EPOCH = dt.date(1899, 12, 30)


def read_day(cell: str, desk: Desk, *, month_first: bool = False, counted: bool = False) -> Told:
    """The ISO date of a cell; where `counted`, a bare figure is the number of a shoot day.

    A weekday that is another than the date's is said: one of the two was copied from an old list.
    """
    text = fold(tidy(cell)).strip(" .,;")
    bare, weekday = _without_weekday(text)
    try:
        iso = _read(bare, desk, month_first=month_first, counted=counted)
    except Unread as error:
        return Told(None, wrong=str(error).replace(bare, tidy(cell), 1))
    if weekday is not None and bare != text and dt.date.fromisoformat(iso).weekday() != weekday:
        said = text.split()[0].strip(",.").title()
        return Told(iso, odd=f"{tidy(cell)} says {said}, but it is {show_day(iso)}")
    return Told(iso)


def _read(text: str, desk: Desk, *, month_first: bool, counted: bool) -> str:
    first = month_first or desk.month_first
    if iso := read_date(text, month_first=first):
        return iso
    if _SERIAL.fullmatch(text):
        return (_EPOCH + dt.timedelta(days=int(float(text)))).isoformat()
    found = _SHOOT_DAY.fullmatch(text)
    if found and (counted if text.isdecimal() else text[0].isalpha()):
        return desk.calendar.read(f"d{int(found[1])}")
    return desk.calendar.read(_english(text, month_first=first, desk=desk))


def _without_weekday(text: str) -> tuple[str, int | None]:
    """A date without the weekday in front, and which that was; a weekday alone stays."""
    match = _WEEKDAY.match(text)
    if not match or match[1] not in _WEEKDAYS:
        return text, None
    weekday = _WEEKDAYS[match[1]]
    return text[match.end() :].strip() or _ENGLISH[weekday], weekday


def _english(text: str, *, month_first: bool, desk: Desk) -> str:
    """A day in the words the calendar knows: `25. nov`, `nov 25` and `25 novembre` as `25 nov`."""
    for shape, month, day in ((_DAY_MONTH, 2, 1), (_MONTH_DAY, 1, 2)):
        if (found := shape.fullmatch(text)) and (number := MONTHS.get(found[month])):
            return f"{found[day]} {dt.date(2000, number, 1):%b}".lower()
    figures = re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./]?", text)
    if figures and month_first != desk.month_first and "/" in text:
        return f"{figures[2]}/{figures[1]}"
    if figures and "-" in text:
        return text.replace("-", "/")
    return f"{figures[1]}.{figures[2]}." if figures and "." in text else text
