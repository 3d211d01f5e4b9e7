"""Many writers' changes to one record, merged: a function of the set of changes alone.

Nothing here depends on the order of arrival, on a clock or on the disk. What each field keeps
is a `Cell`. Nearly every edit is made in the knowledge of all that was there, and then the cell
is what its last op alone gives: such a field is kept as its value and stamp, and no cell.

A removed record stays when somebody edited it without knowing of the removal.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from store.cell import GONE, Cell, Op, put, same


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.change import JSON
    from store.seen import Stamp

NOTHING_READ: Mapping[str, int] = MappingProxyType({})
NO_CELLS: Mapping[str, Cell] = MappingProxyType({})
NOT_AS_IT_IS = frozenset((list, dict, type(None)))


class Record:
    """One record's merged state.

    `values` is what is shown in each field, but for `gone`. A field that is not in `cells` was
    set by the change in `stamps`, or else by `origin`, the change read first. Until the record is
    touched again `values` belong to that change, and `stamps` is None: memory saved.

    `plain` says that the values make the document as they are. `touched` are the edits that may
    yet turn out to be unaware of a removal.
    """

    __slots__ = ("cells", "id", "kind", "origin", "plain", "stamps", "touched", "values")

    def __init__(self, kind: str, record: str, origin: Stamp, first: dict[str, JSON]) -> None:
        """Begin a record with the first change that was read of it."""
        self.kind = kind
        self.id = record
        self.origin = origin
        self.values = first
        self.stamps: dict[str, Stamp] | None = None
        self.cells = NO_CELLS
        self.touched: tuple[Stamp, ...] = (origin,)
        self.plain = is_plain(first)
        if GONE in first:
            self._begin_gone(first)

    def _begin_gone(self, first: dict[str, JSON]) -> None:
        self.values = {field: value for field, value in first.items() if field != GONE}
        self._put(GONE, Op(first[GONE], self.origin, 0))
        self.touched = (self.origin,) if self.values else ()

    def take(
        self, stamp: Stamp, fields: Mapping[str, JSON], have: Mapping[str, int] = NOTHING_READ
    ) -> None:
        """Merge one more change's edit of this record in, each writer's in the order of numbers.

        `have` is how far each writer was read: nothing up to there is still to come.
        """
        if self.stamps is None:
            self.values = {**self.values}
            self.stamps = {}
        values, stamps = self.values, self.stamps
        known: Stamp | None = None
        for place, (field, value) in enumerate(fields.items()):
            last = stamps.get(field) or (self.origin if field in values else None)
            if field in self.cells or "/" in field or field == GONE:
                self._put(field, Op(value, stamp, place))
            elif last is known or last is None or follows(stamp, last):
                known = last
                values[field] = value
                stamps[field] = stamp
                if type(value) in NOT_AS_IT_IS or field == "id":
                    self.plain = False
            elif not follows(last, stamp):
                self._put(field, Op(value, stamp, place))
        if len(fields) > (GONE in fields):
            self._touch(stamp, have)

    def _put(self, field: str, op: Op) -> None:
        """Merge one value into a field in full, and keep a cell of it where one is needed."""
        cell = put(self.cell(field), op, field)
        alone = cell.settled and "/" not in field and field != GONE
        cells = {name: kept for name, kept in self.cells.items() if name != field}
        self.cells = cells if alone else {**cells, field: cell}
        if field == GONE:
            return
        self.values[field] = value = cell.shown.value
        if type(value) in NOT_AS_IT_IS or "/" in field:
            self.plain = False
        if self.stamps is not None:
            self.stamps.pop(field, None)
            if alone:
                self.stamps[field] = cell.shown.stamp

    def cell(self, field: str) -> Cell | None:
        """The merged state of one field, None where nobody ever set it."""
        cell = self.cells.get(field)
        if cell is None and field in self.values:
            stamp = (self.stamps or {}).get(field, self.origin)
            place = list(self.values).index(field) if "/" in field else 0
            return put(None, Op(self.values[field], stamp, place), field)
        return cell

    def in_order(self) -> Iterable[tuple[str, JSON]]:
        """Each field with the value shown, the elements of sets last in the order of their set."""
        if self.stamps is None:
            return self.values.items()  # as the change gave them
        fields = [field for field in self.values if "/" not in field]
        elements = [field for field in self.values if "/" in field]
        if len(elements) > 1:
            elements.sort(key=self._places(elements).__getitem__)
        return [(field, self.values[field]) for field in fields + elements]

    def _places(self, elements: Iterable[str]) -> dict[str, tuple[int, str, int]]:
        """Where each element stands in its set: by the first adding still in force."""
        first = (self.origin.c, self.origin.writer)
        places = {field: (*first, place) for place, field in enumerate(self.values)}
        for field in elements:
            cell = self.cells.get(field)
            if cell is not None:
                adds = cell.adds or cell.heads
                places[field] = min((add.stamp.c, add.stamp.writer, add.place) for add in adds)
        return places

    def _touch(self, stamp: Stamp, have: Mapping[str, int]) -> None:
        """Note an edit; those it stands for need not be kept."""
        removals = self.removals()
        kept: tuple[Stamp, ...] = ()
        for edit in self.touched:
            if edit.writer != stamp.writer or not stands_for(stamp, edit, removals, have):
                kept += (edit,)
        self.touched = (*kept, stamp)

    def removals(self) -> tuple[Stamp, ...]:
        """What removed the record or brought it back, that nobody replaced knowingly."""
        gone = self.cells.get(GONE) if self.cells else None
        return () if gone is None else tuple(head.stamp for head in gone.heads)


def is_plain(fields: Mapping[str, JSON]) -> bool:
    """Whether these values make a document as they are: no set, nothing nested, nothing left out.

    Fields that a document gives another meaning are not plain either.
    """
    return (
        NOT_AS_IT_IS.isdisjoint(map(type, fields.values()))
        and "/" not in "".join(fields)
        and "id" not in fields
        and GONE not in fields
    )


def follows(later: Stamp, earlier: Stamp) -> bool:
    """Whether a change was made in the knowledge of another and of all that one had seen."""
    _, _, c, _, seen = later
    writer, n, c_before, _, before = earlier
    if c <= c_before:
        return False
    if seen.others is before.others and seen.writer == writer:
        return seen.own >= n > before.own
    return seen.of(writer) >= n and seen.covers(before)


def stands_for(
    later: Stamp, edit: Stamp, removals: Iterable[Stamp], have: Mapping[str, int]
) -> bool:
    """Whether a later edit by the same writer is unaware of every removal that this one is.

    Of the removals yet to come: who knows the later edit knows the earlier one. And the later
    one knows none of them if it knew no more of the others, or if all it knew has been read.
    """
    known, before = later.seen.others, edit.seen.others
    if later.c <= edit.c or later.n <= edit.n:
        return False
    if known is not before and known != before and not is_read(known, have):
        return False
    return all(concurrent(later, gone) for gone in removals if concurrent(edit, gone))


def concurrent(one: Stamp, other: Stamp) -> bool:
    """Whether neither change had seen the other. A change is not concurrent with itself."""
    if one.writer == other.writer and one.n == other.n:
        return False
    return one.n > other.seen.of(one.writer) and other.n > one.seen.of(other.writer)


def is_read(known: Mapping[str, int], have: Mapping[str, int]) -> bool:
    """Whether all these changes of other writers were read here too."""
    return all(have.get(writer, 0) >= n for writer, n in known.items())


def unaware_edits(record: Record) -> list[Stamp]:
    """Edits that keep a removed record: made without knowing of any removal in force.

    Those that a later one of the same writer stands for need not be among them.
    """
    removals = record.removals()
    return [
        edit
        for edit in record.touched
        if removals and all(concurrent(edit, removal) for removal in removals)
    ]


def is_gone(record: Record) -> bool:
    """Whether the record is hidden: every head removes it, and no edit was unaware of that."""
    gone = record.cells.get(GONE)
    if gone is None or any(not head.value for head in gone.heads):
        return False
    return not unaware_edits(record)


__all__ = ["GONE", "Record", "concurrent", "is_gone", "same", "unaware_edits"]
