"""Figures: counts, pages in eighths, priorities, coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.errors import Unread
from models.fields.base import FieldType, Value
from models.pattern import pattern
from models.text import tidy


if TYPE_CHECKING:
    from models.desk import Desk


class Number(FieldType):
    """A whole number between two bounds."""

    json = (int,)
    ranged = True
    width = 5
    right = True
    words = "a number"

    def __init__(self, least: int = 0, most: int = 1_000_000) -> None:
        """Take the bounds, both allowed."""
        self.least, self.most = least, most

    def read(self, text: str, desk: Desk) -> Value:
        wanted = tidy(text)
        if not re.fullmatch(r"-?\d{1,9}", wanted, re.ASCII):
            raise Unread(f"{wanted} is not a whole number")
        return self.check(int(wanted))

    def check(self, value: Value) -> Value:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Unread(f"{value!r} is not a whole number")
        if not self.least <= value <= self.most:
            raise Unread(f"{value} is not between {self.least} and {self.most}")
        return value

    def write(self, value: Value, desk: Desk) -> str:
        return str(value)

    def rank(self, value: Value, desk: Desk) -> Any:
        return value if isinstance(value, int) else self.most


class Real(FieldType):
    """A number with a fraction, such as a coordinate in degrees or a distance in kilometres."""

    json = (int, float)
    ranged = True
    width = 9
    right = True
    words = "a number (47.35)"

    def __init__(self, least: float, most: float) -> None:
        """Take the bounds, both allowed."""
        self.least, self.most = least, most

    def read(self, text: str, desk: Desk) -> Value:
        wanted = tidy(text).replace(",", ".")
        if not re.fullmatch(r"-?\d{1,9}(\.\d{1,12})?", wanted, re.ASCII):
            raise Unread(f"{tidy(text)} is not a number (write 47.35)")
        return self.check(float(wanted))

    def check(self, value: Value) -> Value:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise Unread(f"{value!r} is not a number")
        if not self.least <= value <= self.most:
            raise Unread(f"{value:g} is not between {self.least:g} and {self.most:g}")
        return float(value)

    def show(self, value: Value, desk: Desk) -> str:
        if not isinstance(value, int | float):
            return super().show(value, desk)
        return f"{value:.12f}".rstrip("0").rstrip(".")

    def write(self, value: Value, desk: Desk) -> str:
        return self.show(value, desk)

    def rank(self, value: Value, desk: Desk) -> Any:
        return value if isinstance(value, int | float) else self.most


class Priority(Number):
    """How much it matters, from p1 (now) to p4 (some time)."""

    width = 2
    right = False
    words = "p1 to p4"

    def __init__(self) -> None:
        """Priorities run from 1 to 4."""
        super().__init__(1, 4)

    def read(self, text: str, desk: Desk) -> Value:
        found = self.candidates(text, desk, early=True, loose=True)
        if found:
            return found[0]
        try:
            return super().read(text, desk)
        except Unread:
            raise Unread(f"{tidy(text)} is not a priority (p1 is now, p4 is some time)") from None

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        return (int(text[1]),) if re.fullmatch(r"[pP][1-4]", text, re.ASCII) else ()

    def show(self, value: Value, desk: Desk) -> str:
        return f"p{value}"

    def write(self, value: Value, desk: Desk) -> str:
        return f"p{value}"

    def complete(self, start: str, desk: Desk) -> Iterable[str]:
        return (each for each in ("p1", "p2", "p3", "p4") if each.startswith(start.lower()))


def show_pages(eighths: int) -> str:
    """Write eighths of a page as pages: `2 3/8`, half a page as `4/8`, none as `0`."""
    pages, rest = divmod(eighths, 8)
    whole = str(pages) if pages or not rest else ""
    return " ".join(filter(None, (whole, f"{rest}/8" if rest else "")))


class Eighths(FieldType):
    """Script pages, kept as eighths of a page: `2 3/8` is 19."""

    json = (int,)
    ranged = True
    width = 6
    right = True
    tokens = 2
    words = "pages in eighths (2 3/8)"
    _mixed = pattern(r"(?:(\d{1,4}) )?(\d{1,5})/8", re.ASCII)
    _dotted = pattern(r"\d{1,2}\.[0-7]", re.ASCII)
    _whole = pattern(r"(\d{1,4})(?:\.([0-7]))?", re.ASCII)

    def read(self, text: str, desk: Desk) -> Value:
        """Read `2 3/8`, `3/8`, `19/8`, `2` or `2.3` (whole pages and eighths)."""
        wanted = tidy(text)
        mixed, whole = self._mixed.fullmatch(wanted), self._whole.fullmatch(wanted)
        if mixed:
            return int(mixed[1] or 0) * 8 + int(mixed[2])
        if whole:
            return int(whole[1]) * 8 + int(whole[2] or 0)
        raise Unread(f"{wanted} is not a number of pages (write 2 3/8)")

    def candidates(self, text: str, desk: Desk, *, early: bool, loose: bool) -> tuple[Value, ...]:
        """`2 3/8` anywhere, `2.3` behind a title; a lone figure may be anything."""
        sure = self._mixed.fullmatch(text) or (not early and self._dotted.fullmatch(text))
        return (self.read(text, desk),) if sure else ()

    def check(self, value: Value) -> Value:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 100_000:
            raise Unread(f"{value!r} is not a number of eighths of a page")
        return value

    def show(self, value: Value, desk: Desk) -> str:
        if not isinstance(value, int):
            return super().show(value, desk)
        return show_pages(value)

    def write(self, value: Value, desk: Desk) -> str:
        return f"{value}/8" if value < 8 else f'"{self.show(value, desk)}"'

    def rank(self, value: Value, desk: Desk) -> Any:
        return value if isinstance(value, int) else 0
