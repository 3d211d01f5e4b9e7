"""The view with every known field in its shape, for whoever compares or writes out values."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import TYPE_CHECKING, TypeAlias

from models.named import NamedTuple
from models.shape import Document, shaped


if TYPE_CHECKING:
    from store.shelf import Live
    from store.view import View

OfDay: TypeAlias = tuple[Document, ...]


class Seen(NamedTuple):
    """What was looked at of one kind: documents that are in shape, and the others in theirs."""

    whole: dict[str, Document]
    odd: dict[str, tuple[Document, Document]]
    days: dict[str | None, tuple[OfDay, OfDay]]


class ShapedRecords(Mapping[str, Document]):
    """The live documents of a kind by id, each as `models.shape` leaves it when it is asked for.

    A document that is the same as the last time is not looked at again.
    """

    def __init__(self, kind: str, live: Live, seen: Seen) -> None:
        """Look through to the records of a kind; none is read yet."""
        self._kind = kind
        self._live = live
        self._seen = seen

    def __getitem__(self, id: str) -> Document:
        """Raises KeyError for a record that is not here or was removed."""
        return self._shaped(id, self._live[id])

    def __contains__(self, id: object) -> bool:
        return id in self._live

    def __iter__(self) -> Iterator[str]:
        return iter(self._live)

    def __len__(self) -> int:
        return len(self._live)

    def items(self) -> ItemsView[str, Document]:
        """Ids and documents, all of them read."""
        return self._all().items()

    def values(self) -> ValuesView[Document]:
        """The documents, all of them read."""
        return self._all().values()

    @property
    def by_day(self) -> ShapedDays:
        """The days; those that nobody asks for are not read."""
        return ShapedDays(self)

    def days(self) -> tuple[str | None, ...]:
        """The days that have records; None is among them where some have no day."""
        return self._live.days()

    def on(self, day: str | None) -> OfDay:
        """Those of a production day, or with None those without one; no other is read.

        The very same tuple for as long as none of them changed.
        """
        held = self._live.on(day)
        known = self._seen.days.get(day)
        if known is None or known[0] is not held:
            made = tuple(self._shaped(str(each["id"]), each) for each in held)
            known = self._seen.days[day] = (held, made)
        return known[1]

    def _all(self) -> dict[str, Document]:
        return {key: self._shaped(key, each) for key, each in self._live.items()}

    def _shaped(self, id: str, document: Document) -> Document:
        whole, odd, _ = self._seen
        if whole.get(id) is document:
            return document
        known = odd.get(id)
        if known is None or known[0] is not document:
            made = shaped(self._kind, document)
            if made is document:
                whole[id] = document
                return document
            odd[id] = known = (document, made)
        return known[1]


class ShapedDays:
    """The days of shaped records, as `models.by_day.Days`."""

    def __init__(self, records: ShapedRecords) -> None:
        """Look through to the records."""
        self._records = records

    def __iter__(self) -> Iterator[str | None]:
        """The days that have records."""
        return iter(self._records.days())

    def on(self, day: object) -> OfDay:
        """The records of a day; the very same tuple for as long as none of them changed."""
        return self._records.on(day if isinstance(day, str) else None)


class ShapedView:
    """A production's view, each document as `models.shape` leaves it."""

    def __init__(self, view: View) -> None:
        """Look through to a view."""
        self._view = view
        self._kinds: dict[str, tuple[Live, ShapedRecords, Seen]] = {}

    def records(self, kind: str) -> ShapedRecords:
        """The live documents of a kind by id; the very same while none of them changed."""
        live = self._view.records(kind)
        known = self._kinds.get(kind)
        if known is None or known[0] is not live:
            seen = known[2] if known else Seen({}, {}, {})
            known = self._kinds[kind] = (live, ShapedRecords(kind, live, seen), seen)
        return known[1]

    def get(self, kind: str, id: str) -> Document | None:
        """One document, also of a record that is gone; None where there never was one."""
        found = self._view.get(kind, id)
        return None if found is None else shaped(kind, found)
