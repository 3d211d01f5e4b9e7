"""Where each strip of a day stands: the rank it was given, or one that follows from what it says.

A strip nobody moved has no rank of its own. It is given one here that is worked out from its
time and its number and stands behind all that were given by hand, so that a strip can be put
between any two others by setting that one strip's rank and nothing else. This is what lets two
people reorder the same day apart: no move rewrites a neighbour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.pattern import pattern
from models.ranks import BASE, DIGITS, is_rank
from models.text import fold
from models.when import LAST_MINUTE, as_minutes


Document = Mapping[str, Any]

BEHIND = DIGITS[-1] * 8
"""What the ranks that follow from a strip begin with: no move to the end of a day gets there."""

_PARTS = pattern(r"([0-9]+)|([a-z]+)")
_LETTERS_FROM = 20
"""The digit letters begin with, so that 12 stands before 12A and 9A before 10."""


def place(strip: Document) -> tuple[str, str]:
    """Sort key of a strip among those of its day: its rank, and its id between equal ranks."""
    return rank(strip), str(strip.get("id") or "")


def rank(strip: Document) -> str:
    """The rank a strip was given; else one from its time, its number or title, and its id."""
    own = strip.get("order")
    if isinstance(own, str) and is_rank(own):
        return own
    key = str(strip.get("id") or "")
    words = str(strip.get("scene") or strip.get("title") or "")
    marks = "".join(each if each in DIGITS else "" for each in key)
    return f"{BEHIND}{_minute(strip)}{_natural(words)}0{marks}1"


def is_parked(strip: Document) -> bool:
    """Whether a strip is on no day, whatever day it says; what was shot stays where it was shot."""
    return bool(strip.get("parked")) and strip.get("state") not in ("shot", "part")


def is_placed(strip: Document) -> bool:
    """Whether a strip was given its rank."""
    own = strip.get("order")
    return isinstance(own, str) and is_rank(own)


def _minute(strip: Document) -> str:
    """Two digits for the time that was typed; without one, behind all times."""
    at = as_minutes(strip.get("start"))
    high, low = divmod(LAST_MINUTE + 1 if at is None else at, BASE)
    return DIGITS[high] + DIGITS[low]


def _natural(words: str) -> str:
    """Digits that sort as the words are read: 2 before 10, 12 before 12A."""
    made = []
    for number, letters in _PARTS.findall(fold(words)):
        plain = number.lstrip("0")
        made.append(f"{DIGITS[1 + min(len(plain), 18)]}{plain}" if number else _spelt(letters))
    return "".join(made)


def _spelt(letters: str) -> str:
    return "".join(DIGITS[_LETTERS_FROM + ord(each) - ord("a")] for each in letters)
