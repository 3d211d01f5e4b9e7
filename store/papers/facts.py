"""Facts as plain text: labels with their values, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.measure import fit, shown, width_of
from models.papers.paper import Fact
from store.papers.widths import lines_of
from store.papers.words import wrapped


GAP = 2
BETWEEN = 4
WIDEST_LABEL = 24
CHANGED = "* "
"""Stands before what says something else than in the issue before."""
LEAST_BESIDE = 20
"""Cells a value needs beside its label; with fewer it stands below."""


def fact_lines(facts: Sequence[Fact], width: int) -> Iterator[str]:
    """The lines of facts: two of them on a line where both fit, the first below the other."""
    half = (width - BETWEEN) // 2
    if len(facts) > 1 and all(_fits(facts[side::2], half) for side in (0, 1)):
        yield from _in_two(facts, half)
        return
    labels = _labels(facts)
    for fact in facts:
        yield from _lines(fact, labels, width)


def _in_two(facts: Sequence[Fact], half: int) -> Iterator[str]:
    sides = [_labels(facts[side::2]) for side in (0, 1)]
    for at in range(0, len(facts), 2):
        left = tuple(_lines(facts[at], sides[0], half))
        right = tuple(_lines(facts[at + 1], sides[1], half)) if at + 1 < len(facts) else ()
        for number in range(max(len(left), len(right))):
            first = left[number] if number < len(left) else ""
            second = right[number] if number < len(right) else ""
            yield fit(first, half) + " " * BETWEEN + second


def _fits(facts: Sequence[Fact], width: int) -> bool:
    labels = _labels(facts)
    beside = width - labels - GAP
    return all(width_of(line) <= beside for fact in facts for line in lines_of(fact.value))


def _labels(facts: Sequence[Fact]) -> int:
    return min(WIDEST_LABEL, max((width_of(_label(fact)) for fact in facts), default=0))


def _label(fact: Fact) -> str:
    label = shown(fact.label).upper() if fact.strong else shown(fact.label)
    return f"{CHANGED}{label}" if fact.changed else label


def _lines(fact: Fact, labels: int, width: int) -> Iterator[str]:
    """A fact with its value beside the label, or below it where there is no room beside."""
    label = _label(fact)
    beside = width - labels - GAP
    if width_of(label) > labels or beside < LEAST_BESIDE:
        yield from wrapped(label, width)
        label, labels, beside = "", 0, width - GAP
    parts = [part for line in lines_of(fact.value) for part in wrapped(line, beside)]
    for part in parts:
        yield fit(label, labels) + " " * GAP + part
        label = ""
