"""What takes several processes: modules that also run alone, as rows of the one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.row import Bar, Row


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SLOWEST = "slowest"
STALL = 250  # ms that no commit may take while eight write


def eight(ground: Path) -> Iterator[Row]:
    """Eight processes saving at once, against as many on one SQLite file."""
    from tests.bench import eight

    for each in eight.rows(ground):
        bar = Bar(STALL, alone=True) if SLOWEST in each.what else None
        yield Row(each.what, 0, each.unit, each.ours, each.peer_name, each.peer, bar)


def following(ground: Path) -> Iterator[Row]:
    """How soon another process sees a change, against watchfiles, and what waiting costs."""
    from tests.bench import following

    for each in following.measure():
        bar = Bar(each.bar, alone=True)
        yield Row(each.what, 0, each.unit, each.ours, each.peer_name, each.peer, bar)
