"""Places in a list as keys that sort: a new one always fits between two others.

A rank is a fraction between 0 and 1, written in digits that sort as text. Moving a strip sets one
rank and touches no other, so that two people may reorder a day apart and both moves hold; equal
ranks, which two people made at the same place, are told apart by whatever the caller sorts by next.
"""

from __future__ import annotations

from collections.abc import Sequence


DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}


def evenly(count: int) -> tuple[str, ...]:
    """Ranks for a whole list, in order, with room between all of them."""
    width = 1
    while BASE**width <= 2 * count:
        width += 1
    step = BASE**width // (count + 1)
    return tuple(_written((at + 1) * step, width) for at in range(count))


def between(low: str | None, high: str | None, count: int = 1) -> tuple[str, ...]:
    """Ranks for some strips, in order, behind one rank and before another; None is an end.

    Raises ValueError where nothing fits, because the two are the same or the wrong way round.
    """
    if low is not None and high is not None and low >= high:
        raise ValueError(f"nothing fits between {low!r} and {high!r}")
    return tuple(_several(low or "", high, count))


def is_rank(text: str) -> bool:
    """Whether a text is a rank: only our digits, and the last of them not zero."""
    return bool(text) and text[-1] != DIGITS[0] and all(each in _VALUES for each in text)


def _several(low: str, high: str | None, count: int) -> list[str]:
    if count < 1:
        return []
    before = (count - 1) // 2
    middle = _middle(low, high)
    return [*_several(low, middle, before), middle, *_several(middle, high, count - 1 - before)]


def _middle(low: str, high: str | None) -> str:
    made: list[str] = []
    while True:
        at = len(made)
        least = _digit(low, at)
        most = BASE if high is None else _digit(high, at)
        if most - least > 1:
            return "".join((*made, DIGITS[(least + most) // 2]))
        if most > least:
            high = None  # below it already: only what is behind low counts from here on
        made.append(DIGITS[least])


def _digit(text: Sequence[str], at: int) -> int:
    return _VALUES[text[at]] if at < len(text) else 0


def _written(number: int, width: int) -> str:
    found = []
    for _ in range(width):
        number, rest = divmod(number, BASE)
        found.append(DIGITS[rest])
    return "".join(reversed(found)).rstrip(DIGITS[0])
