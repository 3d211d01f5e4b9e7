"""The records of one kind by their production day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol, runtime_checkable


Document = Mapping[str, object]
Documents = Mapping[str, Document]
OfDay = tuple[Document, ...]


class Days(Protocol):
    """The days of a kind's records, and the records of each; those without one are under None."""

    def __iter__(self) -> Iterator[object]:
        """The days that have records."""

    def on(self, day: str | None) -> OfDay:
        """The records of a day; the very same tuple for as long as none of them changed."""


@runtime_checkable
class KnowsDays(Protocol):
    """Records that tell the days themselves, without looking at those of any other."""

    @property
    def by_day(self) -> Days:
        """The days."""


class ByDay:
    """Each day's records of a kind; those without a day are under None."""

    def __init__(self, days: Mapping[object, OfDay]) -> None:
        """Take the records of each day."""
        self._days = days

    @classmethod
    def of(cls, documents: Documents) -> ByDay:
        """Sort the live records of a kind, given by id, into their days."""
        days: dict[object, list[Document]] = defaultdict(list)
        for document in documents.values():
            days[_day(document)].append(document)
        return cls({day: tuple(found) for day, found in days.items()})

    def __iter__(self) -> Iterator[object]:
        """The days that have records."""
        return (day for day, found in self._days.items() if found)

    def on(self, day: object) -> OfDay:
        """The records of a day; the very same tuple for as long as none of them changed."""
        return self._days.get(day, ())

    def later(self, before: Documents, now: Documents, changed: Iterable[str]) -> ByDay:
        """The same after some records changed; what comes to a day comes behind what is there."""
        days = dict(self._days)
        for key in changed:
            old, new = before.get(key), now.get(key)
            if old is not None and new is not None and _day(old) == _day(new):
                held = days[_day(new)]
                days[_day(new)] = tuple(new if each is old else each for each in held)
                continue
            if old is not None:
                days[_day(old)] = tuple(each for each in days[_day(old)] if each is not old)
            if new is not None:
                days[_day(new)] = (*days.get(_day(new), ()), new)
        return ByDay(days)


def _day(document: Document) -> object:
    return document.get("day") or None
