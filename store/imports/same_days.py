"""Which record each day of a file is: the day of the same work, before the one of the same date.

A schedule has no ids for its days, and a schedule that is pushed has each day on another date. So
a day is known again by its own id where a file of ours gives one; by its strips, where most of
those of the one are on the other; by standing between the same days; by its shoot day number; and
only then by its date. What other files brought, or somebody typed, is known by strips and date
alone: its number is not this file's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from models.shoot_days import SHOOT
from store.imports.identity import OWN_KEYS
from store.imports.matching import Candidate, match
from store.imports.parking import PARKED


if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.change import JSON
    from store.imports.intake import Row

T = TypeVar("T")

DAY = "day"


class Placing(NamedTuple):
    """A strip that is here and in the file: the date it is on, and the one the file has it on."""

    here: JSON
    told: JSON


class _Days:
    """The days of a file while they meet their records; those that are parked come last."""

    def __init__(self, rows: Sequence[Row], records: Iterable[Candidate]) -> None:
        self.rows = rows
        each = sorted(records, key=lambda each: (not _lives(each), _date(each.document)))
        self.left = {record.id: record for record in each}
        self.found: dict[int, Candidate] = {}

    def take(self, at: int, record: Candidate) -> None:
        self.found[at] = self.left.pop(record.id)

    def meet(
        self, of_row: Callable[[Row], object], of_record: Callable[[Candidate], object]
    ) -> None:
        """Give each row that has no record the first one with its key; a blank one is no key."""
        by_key: dict[object, list[Candidate]] = {}
        for record in self.left.values():
            by_key.setdefault(of_record(record), []).append(record)
        for at, row in enumerate(self.rows):
            key = None if at in self.found else of_row(row)
            if key and by_key.get(key):
                self.take(at, by_key[key].pop(0))


def same_days(
    rows: Sequence[Row],
    records: Iterable[Candidate],
    strips: Iterable[Placing],
    own: Collection[str],
) -> dict[int, Candidate]:
    """The record of each day of a file, by the row's place.

    `own` are the ids of the records the same source brought before.
    """
    days = _Days(rows, records)
    named = [replace(row, key=tuple(each for each in row.key if _is_own(each))) for row in rows]
    for at, record in match(named, DAY, days.left.values(), frozenset()).found.items():
        days.take(at, record)
    here = _same_work(strips)
    days.meet(lambda row: here.get(row.values.get("date")), _living_date)
    _between(days, own)
    days.meet(
        lambda row: _number(row.values),
        lambda each: _number(each.document) if each.id in own else None,
    )
    days.meet(lambda row: _date_and_sort(row.values), lambda each: _date_and_sort(each.document))
    # A day off may come to be shot; a numbered day of which nothing is left is no day off.
    days.meet(
        lambda row: _date(row.values),
        lambda each: "" if _number(each.document) else _living_date(each),
    )
    return days.found


def _same_work(strips: Iterable[Placing]) -> Mapping[JSON, JSON]:
    """The date here of each date of the file most of whose strips it has, and has no other."""
    counts = Counter(strips)
    here: Counter[JSON] = Counter()
    told: Counter[JSON] = Counter()
    for each, count in counts.items():
        here[each.here] += count
        told[each.told] += count
    return {
        each.told: each.here
        for each, count in counts.items()
        if each.here and each.told and 2 * count > max(here[each.here], told[each.told])
    }


def _between(days: _Days, own: Collection[str]) -> None:
    """Shoot days that stand between the same days here and in the file, as many here as there."""
    rows = sorted(
        (at for at, row in enumerate(days.rows) if _number(row.values)),
        key=lambda at: _date(days.rows[at].values),
    )
    known = {at: days.found[at].id for at in rows if at in days.found}
    open_ = (each for each in days.left.values() if each.id in own and _lives(each))
    records = sorted(
        [
            *(days.found[at] for at in known),
            *(each for each in open_ if _number(each.document)),
        ],
        key=lambda each: _date(each.document),
    )
    met = frozenset(known.values())
    here = _gaps(records, lambda each: each.id if each.id in met else None)
    for gap, places in _gaps(rows, known.get).items():
        if len(places) == len(here.get(gap, ())):
            for at, record in zip(places, here.get(gap, ()), strict=True):
                days.take(at, record)


def _gaps(
    each: Iterable[T], mark: Callable[[T], str | None]
) -> Mapping[tuple[str, str], Sequence[T]]:
    """Those without a mark, by the marks they stand between; the ends are blank."""
    found: dict[tuple[str, str], list[T]] = {}
    before, open_ = "", list[T]()
    for one in each:
        here = mark(one)
        if here is None:
            open_.append(one)
        else:
            found[before, here] = open_
            before, open_ = here, []
    return {**found, (before, ""): open_}


def _date_and_sort(values: Mapping[str, JSON]) -> tuple[str, bool] | None:
    return (_date(values), _is_shot(values)) if _date(values) else None


def _living_date(record: Candidate) -> str:
    return _date(record.document) if _lives(record) else ""


def _is_shot(values: Mapping[str, JSON]) -> bool:
    return _number(values) is not None or values.get("type") in (None, SHOOT)


def _number(values: Mapping[str, JSON]) -> int | None:
    number = values.get("shoot")
    return number if type(number) is int else None


def _date(values: Mapping[str, JSON]) -> str:
    return str(values.get("date") or "")


def _lives(record: Candidate) -> bool:
    return not record.document.get(PARKED)


def _is_own(key: str) -> bool:
    return key.partition(":")[0] in OWN_KEYS
