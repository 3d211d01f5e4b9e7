"""Text measured in terminal cells: cut, padded and wrapped to a width.

A wide character takes two cells, a combining one none. Terminals disagree about characters that
join their neighbours (emoji families, skin tones, variation selectors), and one wrong width shifts
the rest of the line, so these are left out of what is shown; the record keeps them.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from models.text import clean


ELLIPSIS = "…"
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
# One character, one cell: Latin, Greek and Cyrillic, dashes and quotes, arrows, frames.
_SINGLE = re.compile(
    "[ -~\u00a1-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2260]*"
)


def shown(text: str) -> str:
    """The text as a terminal may see it: no controls, no direction marks, no joiners."""
    return text if text.isascii() and text.isprintable() else _JOINERS.sub("", clean(text))


def is_single(text: str) -> bool:
    """Whether every character certainly takes one cell."""
    return _SINGLE.fullmatch(text) is not None


def width_of(text: str) -> int:
    """The cells a text takes."""
    return len(text) if is_single(text) else cell_len(text)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, ending in an ellipsis where something is missing."""
    if width_of(text) <= width:
        return text
    if width <= 0:
        return ""
    return _head(text, width - 1) + ELLIPSIS


def fit(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly `width` cells."""
    short = cut(text, width)
    blank = " " * (width - width_of(short))
    return blank + short if right else short + blank


def wrap(text: str, width: int) -> tuple[str, ...]:
    """The text in lines of at most `width` cells, broken between words where there are any."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width_of(joined) <= width:
            line = joined
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(word, max(1, width))
        lines.extend(whole)
    return (*lines, line)


def _broken(word: str, width: int) -> list[str]:
    parts = []
    while width_of(word) > width:
        head = _head(word, width) or word[0]
        parts.append(head)
        word = word[len(head) :]
    return [*parts, word]


def _head(text: str, width: int) -> str:
    if is_single(text):
        return text[:width]
    taken = 0
    for index, mark in enumerate(text):
        taken += cell_len(mark)
        if taken > width:
            return text[:index]
    return text
