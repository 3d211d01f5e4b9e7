"""Measuring two things side by side: in turns, so that what the machine does hits both alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from tests.bench.row import Bar, Row


Side: TypeAlias = Callable[[int], float]
"""One round of one side, by its number: how many milliseconds it took."""


class Times(NamedTuple):
    """What one side's rounds took, in milliseconds."""

    each: list[float]

    @property
    def median(self) -> float:
        """The middle one."""
        return statistics.median(self.each)

    @property
    def p95(self) -> float:
        """What 95 of 100 stay under."""
        return sorted(self.each)[min(len(self.each) - 1, len(self.each) * 95 // 100)]

    @property
    def spread(self) -> float:
        """The half of them in the middle, from first to last, as a share of the median."""
        if len(self.each) < 2:
            return 0.0
        low, _, high = statistics.quantiles(self.each, n=4, method="inclusive")
        return (high - low) / self.median


def in_turns(rounds: int, *sides: Side) -> tuple[Times, ...]:
    """Run every side once a round, every second round in the opposite order."""
    found: list[list[float]] = [[] for _ in sides]
    order = list(enumerate(sides))
    for number in range(rounds):
        for place, side in order if number % 2 == 0 else reversed(order):
            found[place].append(side(number))
    return tuple(Times(each) for each in found)


def clocked(action: Callable[[], Any]) -> float:
    """What an action takes, the collector run before it and off meanwhile.

    What it returns is let go after the clock has stopped.
    """
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter()
        made = action()
        took = time.perf_counter() - begun
        del made
    finally:
        gc.enable()
    return took * 1e3


def running(action: Callable[[], Any]) -> float:
    """What an action takes as a session runs it: the collector works as it always does."""
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1e3


def compared(
    what: str, records: int, ours: Times, peer_name: str, peer: Times, bar: Bar | None = None
) -> Row:
    """The medians of both sides as a row."""
    spread = (ours.spread, peer.spread)
    return Row(what, records, "ms", ours.median, peer_name, peer.median, bar, spread)
