"""Records as they would be if some were otherwise, for looking at what a typed line would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from models.by_day import ByDay, Document, KnowsDays, OfDay


if TYPE_CHECKING:
    from models.by_day import Days, Documents


class AsIf(Mapping[str, Document]):
    """The records of a kind with others in the place of some, or beside them.

    No more is looked at than is asked for: of thousands of runs, those of one day.
    """

    def __init__(self, records: Documents, others: Documents) -> None:
        """Take the records as they are, and those that would be otherwise or new, by id."""
        self._records = records
        self._others = others

    def __getitem__(self, id: str) -> Document:
        """Raises KeyError where there is no such record."""
        return self._others[id] if id in self._others else self._records[id]

    def __iter__(self) -> Iterator[str]:
        new = (each for each in self._others if each not in self._records)
        return chain(self._records, new)

    def __len__(self) -> int:
        return len(self._records) + sum(each not in self._records for each in self._others)

    @property
    def by_day(self) -> Days:
        """The days as they would be."""
        known = self._records
        now = known.by_day if isinstance(known, KnowsDays) else ByDay.of(known)
        return _DaysAsIf(now, self._others)


class _DaysAsIf:
    def __init__(self, now: Days, others: Documents) -> None:
        self._now = now
        self._others = others
        self._theirs = ByDay.of(others)

    def __iter__(self) -> Iterator[object]:
        return iter(dict.fromkeys(chain(self._now, self._theirs)))

    def on(self, day: object) -> OfDay:
        """The records of a day as they would be, those that would be otherwise last."""
        same = (each for each in self._now.on(day) if each["id"] not in self._others)
        return (*same, *self._theirs.on(day))
