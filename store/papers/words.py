"""Words that are not to be broken, and where those are broken that must be."""

from __future__ import annotations

import re

from models.measure import width_of, wrap


GLUE = "\ue000"
"""Stands for a blank no line is broken at while lines are made; nobody's text has it."""
BREAK = "\u200b"
"""Where a line may be broken and nothing is seen."""
LONG = 14
"""Cells of the longest word that is never broken on paper."""
LONGEST = 40
"""The same in scripts whose letters are joined: a break between them is seen."""

_NUMBER = re.compile(r"\+?\d[\d ]{5,20}\d")
_JOINT = re.compile(r"(?<=[@._\\?&=])(?=\w)|(?<=\w/)(?=\w)")


def glued(text: str) -> str:
    """The text with the blanks in telephone numbers glued."""
    if not any(mark.isdecimal() for mark in text):
        return text
    return _NUMBER.sub(lambda match: match[0].replace(" ", GLUE), text)


def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` cells, a telephone number whole where it fits."""
    return tuple(line.replace(GLUE, " ") for line in wrap(glued(text), width))


def has_number(text: str) -> bool:
    """Whether a telephone number, or something like it, is in a text."""
    return _NUMBER.search(text) is not None


def longest_number(text: str) -> int:
    """The letters of the longest telephone number in a text; 0 without any."""
    return max((len(match[0]) for match in _NUMBER.finditer(text)), default=0)


def broken_numbers(text: str) -> str:
    """The text with places to break in telephone numbers: there is no room for a whole one."""
    return _NUMBER.sub(lambda match: match[0].replace(" ", f" {BREAK}"), text)


def breakable(text: str) -> str:
    """The text with places for a line to end in words no column may be wide enough for."""
    return " ".join(map(_parted, text.split(" "))) if len(text) > LONG else text


def _parted(word: str) -> str:
    if width_of(word) <= LONG:
        return word
    return BREAK.join(_chunked(part) for part in _JOINT.split(word))


def _chunked(part: str) -> str:
    most = LONG if part.isascii() else LONGEST
    return BREAK.join(part[at : at + most] for at in range(0, len(part), most))
