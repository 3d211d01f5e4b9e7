"""Pages of a script as tables write them, also where a spreadsheet made dates of the eighths."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from models.text import fold, tidy
from store.imports.dates import MONTHS
from store.imports.tables.told import Told


_SIGNS = {"⅛": "1/8", "¼": "2/8", "⅜": "3/8", "½": "4/8", "⅝": "5/8", "¾": "6/8", "⅞": "7/8"}
_WORDS = re.compile(r"\b(?:pages?|pgs?|pp?|seiten?|s|ppg)\b\.?")
_MIXED = re.compile(r"(?:(\d{1,4})(?:[ -]|\s*\+\s*))?(\d{1,5}) ?/ ?([248])")
_FIGURE = re.compile(r"(\d{1,4})(?:[.,](\d{1,4}))?")
_DATE = re.compile(r"\d{4}-(\d\d)-(\d\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})[. -]+([^\W\d_]{3,})\.?")
_MONTH_DAY = re.compile(r"([^\W\d_]{3,})\.?[ -]+(\d{1,2})")
_EIGHTHS = ("0", "125", "25", "375", "5", "625", "75", "875")
_DOTTED = frozenset("123467")


def is_decimal(cells: Iterable[str]) -> bool:
    """Whether a column counts in parts of a page: `2.375`; `2.3` is two pages and three eighths."""
    found = [found for cell in cells if (found := _FIGURE.fullmatch(cell.strip()))]
    parts = {(each[2] or "").rstrip("0") for each in found} - {""}
    return bool(parts) and not (parts & _DOTTED)


def read_pages(cell: str, *, decimal: bool = False) -> Told:
    """Eighths of a page: `2 3/8`, `2-3/8`, `2⅜`, `1/2`, `2.375`, or the 8 March `3/8` became."""
    text = tidy(
        _WORDS.sub(
            "", fold("".join(f" {_SIGNS[each]}" if each in _SIGNS else each for each in cell))
        )
    )
    if mixed := _MIXED.fullmatch(text):
        return Told(int(mixed[1] or 0) * 8 + int(Fraction(int(mixed[2]), int(mixed[3])) * 8))
    if figure := _FIGURE.fullmatch(text):
        return _figure(cell, figure[1], (figure[2] or "").rstrip("0"), decimal=decimal)
    if parts := _day_and_month(text):
        return _undated(cell, *parts)
    return Told(None, wrong=f"{tidy(cell)} is not a number of pages (write 2 3/8)")


def _figure(cell: str, whole: str, part: str, *, decimal: bool) -> Told:
    if decimal or len(part) > 1:
        near = [eighths for eighths, digits in enumerate(_EIGHTHS) if digits == (part or "0")]
        if near:
            return Told(int(whole) * 8 + near[0])
        exact = float(f"{whole}.{part}") * 8
        if len(part) > 1 and abs(exact - round(exact)) < 0.1:  # 2.38 is how 2.375 is shown
            return Told(round(exact))
        return Told(None, wrong=f"{tidy(cell)} is no whole number of eighths")
    if part and part not in "1234567":
        return Told(None, wrong=f"{tidy(cell)} is not a number of pages (write 2 3/8)")
    return Told(int(whole) * 8 + int(part or 0))


def _day_and_month(text: str) -> tuple[int, int] | None:
    if date := _DATE.fullmatch(text):
        return int(date[1]), int(date[2])
    if (found := _DAY_MONTH.fullmatch(text)) and found[2] in MONTHS:
        return int(found[1]), MONTHS[found[2]]
    if (found := _MONTH_DAY.fullmatch(text)) and found[1] in MONTHS:
        return int(found[2]), MONTHS[found[1]]
    return None


def _undated(cell: str, one: int, other: int) -> Told:
    """The fraction a spreadsheet took for a day: one of its figures says what it counts in."""
    if 8 in (one, other):
        count = one if other == 8 else other
        return Told(count, odd=f"{tidy(cell)} was {count}/8 before a spreadsheet made it a date")
    low, high = sorted((one, other))
    if high in (2, 4):
        return Told(
            low * 8 // high,
            odd=f"{tidy(cell)} was {low}/{high} before a spreadsheet made it a date",
        )
    return Told(None, wrong=f"{tidy(cell)} is a date, not a number of pages (write 2 3/8)")
