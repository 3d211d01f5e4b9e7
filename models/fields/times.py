"""Clock times, lengths of time and days as fields."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import FieldType, Value
from models.pattern import pattern
from models.text import tidy
from models.when import clock, minutes, read_clock, read_span, show_day, show_short_day, show_span


if TYPE_CHECKING:
    from models.desk import Desk


_SURE_CLOCK = pattern(
    r"\d{3,4}\+?|\d{1,2}[:.]\d\d(\+1?)?|\d{1,2}[ap]m?|\d{1,2}[:.]?\d\d[ap]m?",
    re.ASCII | re.IGNORECASE,
)
_SHORT_CLOCK = pattern(r"\d{1,2}", re.ASCII)
_KEPT_CLOCK = pattern(r"[0-4]\d:[0-5]\d", re.ASCII)
ALSO_WORDS = frozenset({"sat", "sun", "today", "may"})
"""Words for days that are other words too."""
_LIKE_A_DAY = pattern(
    r"[+-]\d+d|\d{1,2}([./]| ?[a-z])|\d{4}-|d\d|mon|tue|wed|thu|fri|sat|sun|to[dm]|tdy|tmr|y",
    re.ASCII,
)


class Clock(FieldType):
    """A time of the production day, past midnight if need be (`25:30`)."""

    ranged = True
    width = 5
    words = "a time (0630, 6:30, 25:30)"

    def read(self, text: str, desk: Desk) -> Value:
        return read_clock(tidy(text).replace(" ", ""))

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        """Three figures and more stand for a time anywhere, one or two before any title."""
        text = text.removesuffix(":")
        if not (_SURE_CLOCK.fullmatch(text) or (early and _SHORT_CLOCK.fullmatch(text))):
            return ()
        try:
            return (read_clock(text),)
        except Unread:
            return ()

    def claims(self, text: str) -> bool:
        return text.isdecimal() and len(text) > 2

    def check(self, value: Value) -> Value:
        if not isinstance(value, str) or not _KEPT_CLOCK.fullmatch(value):
            raise Unread(f"{value!r} is not a time of day")
        return clock(minutes(value))

    def write(self, value: Value, desk: Desk) -> str:
        return str(value).replace(":", "")

    def rank(self, value: Value, desk: Desk) -> Any:
        return str(value)

    def load(self, value: Value) -> Any:
        return minutes(self.check(value))


class Span(FieldType):
    """A length of time in minutes."""

    json = (int,)
    ranged = True
    width = 5
    right = True
    words = "a length (45m, 1h30)"

    def read(self, text: str, desk: Desk) -> Value:
        wanted = tidy(text).replace(" ", "")
        return int(wanted) if re.fullmatch(r"\d{1,4}", wanted, re.ASCII) else read_span(wanted)

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        try:
            return (read_span(text),)
        except Unread:
            return ()

    def check(self, value: Value) -> Value:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10_000:
            raise Unread(f"{value!r} is not a length of time in minutes")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        return show_span(value) if isinstance(value, int) else super().show(value, desk)

    def write(self, value: Value, desk: Desk) -> str:
        return show_span(value)

    def rank(self, value: Value, desk: Desk) -> Any:
        return value if isinstance(value, int) else 0


class Day(FieldType):
    """A calendar day; a production day by the date it begins on."""

    ranged = True
    width = 10
    tokens = 3
    words = "a day (fri, tmr, d12, 12/3)"

    def read(self, text: str, desk: Desk) -> Value:
        return desk.calendar.read(tidy(text))

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        """Words that are also other words (`sun`, `may`) stand for a day only before a title.

        A year is only taken where it is near: in `3 dec 2030` the figures are a time.
        """
        word = text.lower()
        if not _LIKE_A_DAY.match(word) or (not early and word.split()[-1] in ALSO_WORDS):
            return ()
        try:
            found = desk.calendar.read(text)
        except Unread:
            return ()
        far = abs(int(found[:4]) - desk.view.year) > 1
        return () if far and " " in text else (found,)

    def check(self, value: Value) -> Value:
        try:
            return dt.date.fromisoformat(value).isoformat()
        except (TypeError, ValueError):
            raise Unread(f"{value!r} is not a day (2026-12-03)") from None

    def show(self, value: Value, desk: Desk) -> str:
        same_year = str(value)[:4] == str(desk.view.year)
        return show_short_day(str(value)) if same_year else show_day(str(value))

    def write(self, value: Value, desk: Desk) -> str:
        return str(value)

    def rank(self, value: Value, desk: Desk) -> Any:
        return str(value)

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        words = ("today", "tmr", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
        days = (f"d{number}" for number in sorted(desk.calendar.shoot_days))
        return (each for each in (*words, *days) if each.startswith(start.lower()))

    def load(self, value: Value) -> Any:
        return dt.date.fromisoformat(self.check(value))
