"""Scene numbers for scenes that have none."""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterator, Sequence


_LETTERS = [letter for letter in string.ascii_uppercase if letter not in "IO"]
_LEADING = re.compile(r"\d+")


def number_scenes(written: Sequence[str]) -> list[str]:
    """A number for every scene: as written, or made up where none is written.

    Where no scene has a number they are counted from 1. Where some have, one without gets
    the number before it with the next free letter (12, 12A), as an inserted scene does;
    before the first numbered one the letter stands in front (A1).
    """
    if not any(written):
        return [str(count) for count in range(1, len(written) + 1)]
    first = next(number for number in written if number)
    taken = {number.upper() for number in written}
    letters: dict[str, Iterator[str]] = {}
    numbers: list[str] = []
    before = ""
    for number in written:
        before = number or before
        numbers.append(number or _inserted(before, first, taken, letters))
    return numbers


def _inserted(before: str, first: str, taken: set[str], letters: dict[str, Iterator[str]]) -> str:
    leading = _LEADING.match(before)
    stem = leading[0] if leading else before
    candidates = letters.setdefault(stem, _lettered(stem, first))
    return next(candidate for candidate in candidates if candidate.upper() not in taken)


def _lettered(stem: str, first: str) -> Iterator[str]:
    for size in itertools.count(1):
        for letters in itertools.product(_LETTERS, repeat=size):
            mark = "".join(letters)
            yield stem + mark if stem else mark + first
