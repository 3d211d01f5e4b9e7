"""Places on the board as ranks: a strip that kept its place among the others keeps its rank.

Readers count the strips of a board; what is kept is a rank, which sorts as text. Only a strip that
moved gets another one, so that a file that comes again changes what was moved and nothing else.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.ranks import between, evenly, is_rank
from store.imports.matching import Candidate, match


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.duplicates import Distinct
    from store.imports.intake import Row
    from store.imports.origins import Origins
    from store.shaped import ShapedView

_STRIPS = ("scene", "event")


def ranked(
    once: Distinct,
    records: Mapping[int, Candidate],
    origins: Origins,
    days_since: Mapping[JSON, JSON],
) -> tuple[Row, ...]:
    """The rows, with a rank where the reader gave a strip's place by counting.

    A rank is compared with the one the last import gave: a move by hand is nobody's news here.
    `records` are those of strips, by the row's place; `days_since` the date of each day now, by
    its date in the last import: who went along with a day did not move on it.
    """
    rows = list(once.rows)
    days: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if isinstance(row.values.get("order"), int):
            days.setdefault(str(row.values.get("day")), []).append(at)
    for strips in days.values():
        strips.sort(key=lambda at: _count(rows[at]))
        held = [_held(rows[at], records.get(at), origins, days_since) for at in strips]
        for at, rank in zip(strips, placed(held), strict=True):
            rows[at] = replace(rows[at], values={**rows[at].values, "order": rank})
    return tuple(rows)


def placed(held: Sequence[str | None]) -> list[str]:
    """Ranks for strips in their order; as many as can be keep the one they hold."""
    staying = _longest_rising(held)
    if not staying:
        return list(evenly(len(held)))
    ranks: list[str] = []
    low: str | None = None
    for at in [*staying, len(held)]:
        high = held[at] if at < len(held) else None
        ranks += between(low, high, at - len(ranks))
        if high is not None:
            ranks.append(high)
            low = high
    return ranks


def _longest_rising(held: Sequence[str | None]) -> list[int]:
    """The places of the most ranks that rise from first to last; the others have to move."""
    ends: list[str] = []
    tops: list[int] = []
    before: dict[int, int | None] = {}
    for at, rank in enumerate(held):
        if rank is None:
            continue
        size = bisect_left(ends, rank)
        before[at] = tops[size - 1] if size else None
        ends[size : size + 1] = [rank]
        tops[size : size + 1] = [at]
    found: list[int] = []
    top = tops[-1] if tops else None
    while top is not None:
        found.append(top)
        top = before[top]
    return found[::-1]


def strip_records(once: Distinct, view: ShapedView) -> Mapping[int, Candidate]:
    """The record each strip's row belongs to, by the row's place."""
    found: dict[int, Candidate] = {}
    for kind in _STRIPS:
        places = [at for at, row in enumerate(once.rows) if row.kind == kind]
        live = (Candidate(each, document) for each, document in view.records(kind).items())
        matches = match([once.rows[at] for at in places], kind, live, once.shared)
        found |= {places[row]: record for row, record in matches.found.items()}
    return found


def _held(
    row: Row, record: Candidate | None, origins: Origins, days_since: Mapping[JSON, JSON]
) -> str | None:
    """The rank the last import gave a strip, if it stood on the same day then."""
    if record is None:
        return None
    order = origins.last_import(row.kind, record.id, "order")
    day = origins.last_import(row.kind, record.id, "day")
    before = day.value if day else None
    stayed = days_since.get(before, before) == row.values.get("day")
    rank: JSON = order.value if order else None
    return rank if stayed and isinstance(rank, str) and is_rank(rank) else None


def _count(row: Row) -> int:
    count = row.values["order"]
    return count if isinstance(count, int) else 0
