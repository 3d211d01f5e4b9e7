"""Rows without a name of their own meet the records that hold what they say.

A run or an event has no name. It is the same record if it holds all a row says; failing that, the
record the source itself brought before with the most in common, if that is more than half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from models.kinds import KINDS
from store.imports.differences import first_values
from store.imports.identity import LOOSE_KEYS


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.matching import Candidate

Item: TypeAlias = tuple[str, str]

_MOST_PAIRS = 250_000
"""Pairs of rows and records that are compared one by one; a hostile file has more."""


def met(
    kind: str,
    rows: Sequence[tuple[int, Row]],
    records: Sequence[Candidate],
    brought: Mapping[str, Mapping[str, JSON]],
) -> dict[int, Candidate]:
    """The record of each row, by the row's place; `brought` is what the source gave before."""
    found: dict[int, Candidate] = {}
    told = {at: _items(first_values(row)) for at, row in rows if nameless(row)}
    left = {record.id: record for record in records}
    shown = {record.id: _shown(record.document) for record in records}
    before = {record.id: _items(brought.get(record.id, {})) for record in records}
    _whole(told, before, left, found, exact=True)
    _whole(told, shown, left, found, exact=False)
    own = {each: before[each] for each in left if before[each]}
    rest = {at: told[at] for at in told if at not in found}
    _nearest(rest, own, left, found, moves=_moves(kind))
    return found


def known_gone(
    rows: Sequence[tuple[int, Row]],
    records: Sequence[Candidate],
    brought: Mapping[str, Mapping[str, JSON]],
) -> dict[int, Candidate]:
    """The removed record of each row the source brought before just as it is."""
    found: dict[int, Candidate] = {}
    told = {at: _items(first_values(row)) for at, row in rows if nameless(row)}
    left = {record.id: record for record in records}
    before = {record.id: _items(brought.get(record.id, {})) for record in records}
    _whole(told, before, left, found, exact=True)
    return found


def nameless(row: Row) -> bool:
    """Whether nothing but its values tells which record a row is."""
    return not row.id and all(key.partition(":")[0] in LOOSE_KEYS for key in row.key)


def _moves(kind: str) -> bool:
    """Whether a record may have gone to another day; every day has its run at six."""
    return kind in KINDS and any(slot.title for slot in KINDS[kind].slots().values())


def _whole(
    told: Mapping[int, Collection[Item]],
    holds: Mapping[str, Collection[Item]],
    left: dict[str, Candidate],
    found: dict[int, Candidate],
    *,
    exact: bool,
) -> None:
    """Rows all of whose values a record has; looked for under the rarest value of each."""
    by_item: dict[Item, list[str]] = {}
    for record in left:
        for item in holds[record]:
            by_item.setdefault(item, []).append(record)
    for at, items in told.items():
        if at in found or not items:
            continue
        rarest = min((by_item.get(item, []) for item in items), key=len)
        fits = (
            each
            for each in rarest
            if each in left and set(items) <= set(holds[each])
            if not exact or len(holds[each]) == len(items)
        )
        if (found_one := next(fits, None)) is not None:
            found[at] = left.pop(found_one)


def _nearest(
    told: Mapping[int, Collection[Item]],
    own: Mapping[str, Collection[Item]],
    left: dict[str, Candidate],
    found: dict[int, Candidate],
    *,
    moves: bool,
) -> None:
    if len(told) * len(own) > _MOST_PAIRS:
        return
    everywhere = _constant([*told.values(), *own.values()])
    pairs = sorted(
        (-share, at, record)
        for at, items in told.items()
        for record, before in own.items()
        if (share := _share(set(items) - everywhere, set(before) - everywhere)) > 0.5
        if moves or _of_one_day(items, before)
    )
    for _, at, record in pairs:
        if at not in found and record in left:
            found[at] = left.pop(record)


def _share(one: set[Item], other: set[Item]) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def _constant(each: Sequence[Collection[Item]]) -> set[Item]:
    """What all rows and records say tells none apart."""
    if len(each) < 4:
        return set()
    counts = Counter(item for items in each for item in items)
    return {item for item, count in counts.items() if count == len(each)}


def _of_one_day(one: Collection[Item], other: Collection[Item]) -> bool:
    days = [{value for field, value in items if field == "day"} for items in (one, other)]
    return not days[0] or not days[1] or days[0] == days[1]


def _items(values: Mapping[str, JSON]) -> list[Item]:
    return [(field, repr(value)) for field, value in values.items() if value is not None]


def _shown(document: Mapping[str, JSON]) -> list[Item]:
    """A document's values field by field, each element of a set a field."""
    flat: dict[str, JSON] = {}
    for field, value in document.items():
        if isinstance(value, dict):
            flat |= {f"{field}/{element}": each for element, each in value.items()}
        else:
            flat[field] = value
    return _items(flat)
