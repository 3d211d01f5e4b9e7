"""How long a drive takes, from the legs somebody typed, and so when a run leaves and arrives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from models.when import LAST_MINUTE, as_minutes, clock


Document = Mapping[str, Any]

MINUTES_A_STOP = 3
"""What each stop on the way adds, by the trade's two to five minutes."""


def drive_minutes(
    legs: Iterable[Document], origin: object, to: object, at: int | None = None
) -> int | None:
    """Minutes from place to place at a minute of the day; None where no leg says.

    A leg whose band of the day holds the minute is surer than one without a band, and a leg
    that way round than one the other way.
    """
    known = tuple(legs)
    for one, other in ((origin, to), (to, origin)):
        fitting = [
            leg
            for leg in known
            if leg.get("origin") == one and leg.get("to") == other and _holds(leg, at)
        ]
        banded = [leg for leg in fitting if leg.get("from_time") or leg.get("to_time")]
        for leg in (*banded, *fitting):
            count = leg.get("minutes")
            if isinstance(count, int):
                return count
    return None


def _holds(leg: Document, at: int | None) -> bool:
    begin, end = leg.get("from_time"), leg.get("to_time")
    if not begin and not end:
        return True
    if at is None:
        return False
    return (as_minutes(begin) or 0) <= at <= (as_minutes(end) or LAST_MINUTE)


def run_minutes(run: Document, legs: Iterable[Document]) -> int | None:
    """Minutes a whole run takes with its stops; None where a leg of it is not known."""
    places = [run.get("origin"), *(run.get("stops") or ()), run.get("to")]
    when = run.get("leave") or run.get("by")
    at = as_minutes(when)
    known = tuple(legs)
    drives = [drive_minutes(known, one, other, at) for one, other in pairwise(places)]
    if not all(places) or any(each is None for each in drives):
        return None
    return sum(each for each in drives if each is not None) + MINUTES_A_STOP * (len(places) - 2)


def times(run: Document, legs: Iterable[Document]) -> tuple[int | None, int | None]:
    """When a run leaves and arrives, in minutes; the one not typed is worked out from the legs."""
    leave, by = as_minutes(run.get("leave")), as_minutes(run.get("by"))
    if leave is not None and by is not None:
        return leave, by
    count = run_minutes(run, legs)
    if count is None:
        return leave, by
    if leave is not None:
        return leave, min(leave + count, LAST_MINUTE)
    return (max(0, by - count) // 5 * 5, by) if by is not None else (None, None)


def shown_times(run: Document, legs: Iterable[Document]) -> tuple[str, str]:
    """Both times of a run as people read them, a `~` before the one that was worked out."""
    leave, arrive = times(run, legs)
    return (
        _marked(leave, typed=isinstance(run.get("leave"), str)),
        _marked(arrive, typed=isinstance(run.get("by"), str)),
    )


def _marked(at: int | None, *, typed: bool) -> str:
    return "" if at is None else f"{'' if typed else '~'}{clock(at)}"
