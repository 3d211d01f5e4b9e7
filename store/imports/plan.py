"""What an import would do to a production, record by record, before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from store.change import together
from store.imports.intake import Column, Refused


if TYPE_CHECKING:
    from store.change import JSON, Edit
    from store.imports.differences import Difference
    from store.production import Base

NEW, BACK, MOVED, CHANGED, VANISHED, KEPT = "new", "back", "moved", "changed", "gone", "kept"
SORTS = (NEW, BACK, MOVED, CHANGED, VANISHED, KEPT)
"""What can become of a record, in the order it is listed."""

MOVES = ("day", "order")
"""Fields that say where on the board a strip is."""


class Taken(NamedTuple):
    """A record that is new, in the words it is known by."""

    where: str
    kind: str
    words: str


class Changed(NamedTuple):
    """A field whose value goes from one to another; None is no value."""

    where: str
    words: str
    field: str
    was: JSON
    now: JSON


class Kept(NamedTuple):
    """A field that stays as somebody typed it although the file has another value."""

    where: str
    words: str
    field: str
    typed: JSON
    file: JSON


@dataclass(frozen=True, slots=True)
class Item:
    """What an import would do to one record: one row of the list to accept.

    Attributes:
        sort: One of `SORTS`.
        where: Where it stands in the file; empty for what is gone from it.
        words: The record in the words it is known by: `scene 12A`.
        differences: Field by field from what to what; in a kept item from the typed to the file's.
        edits: What accepting it saves: of a kept item the file's values instead of the typed ones.
        ticked: Whether it is accepted where nobody says otherwise.
        news: Whether the file says so for the first time; only a kept item may be old.
    """

    sort: str
    where: str
    kind: str
    id: str
    words: str
    differences: tuple[Difference, ...] = ()
    edits: tuple[Edit, ...] = ()
    ticked: bool = True
    news: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is written yet.

    Attributes:
        base: What was known when it was made.
        items: A row a record, in the order they are listed and numbered from 1.
        marks: Edits that only note where the file disagrees with what was typed.
        same: How many records are as the file has them.
    """

    source: str
    base: Base
    items: tuple[Item, ...]
    marks: tuple[Edit, ...]
    same: int
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the items that are accepted where nobody says otherwise."""
        return frozenset(at for at, item in enumerate(self.items, 1) if item.ticked)

    def only(self, numbers: Collection[int]) -> Plan:
        """The plan with these items accepted and no others."""
        items = (replace(item, ticked=at in numbers) for at, item in enumerate(self.items, 1))
        return replace(self, items=tuple(items))

    @property
    def accepted(self) -> tuple[Item, ...]:
        """The items that are accepted."""
        return tuple(item for item in self.items if item.ticked)

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What is saved: the accepted items, and the marks. Nothing points to what was left out."""
        left = {item.id for item in self.items if item.sort == NEW and not item.ticked}
        edits = [*self.marks, *(edit for item in self.accepted for edit in item.edits)]
        return together(list(_without(edits, left)))

    @property
    def new(self) -> tuple[Taken, ...]:
        """The records the file brings."""
        found = (item for item in self.items if item.sort == NEW)
        return tuple(Taken(item.where, item.kind, item.words) for item in found)

    @property
    def changed(self) -> tuple[Changed, ...]:
        """The fields that get the file's value."""
        sorts = (BACK, MOVED, CHANGED)
        return tuple(
            Changed(item.where, item.words, *each)
            for item in self.items
            if item.sort in sorts
            for each in item.differences
        )

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The fields that stay as typed, of which the file says something it did not say before."""
        return tuple(
            Kept(item.where, item.words, *each)
            for item in self.items
            if item.sort == KEPT and item.news
            for each in item.differences
        )

    @property
    def did(self) -> str:
        """The change in words: `imported blue.uss: 3 new, 12 moved, 4 changed, 2 gone`."""
        counts = ", ".join(self._counts())
        if not counts and any(edit.kind == "production" for edit in self.marks):
            return f"remembered what the columns of {self.source} mean"
        return f"imported {self.source}: {counts or 'nothing new'}"

    def _counts(self) -> Iterator[str]:
        accepted = [item.sort for item in self.accepted]
        for sort in SORTS:
            if count := accepted.count(sort):
                yield f"{count} {'taken from the file' if sort == KEPT else sort}"
        kept = len({item.id for item in self.items if item.sort == KEPT and not item.ticked})
        if not accepted and self.marks and kept:
            yield f"{kept} kept as typed"

    def words(self) -> list[str]:
        """The preview, a line each: what goes where, what is new, changed, kept and refused."""
        # Here because a plan that is only carried out needs no words.
        from store.imports.preview import preview

        return preview(self)


def _without(edits: Iterable[Edit], left: Collection[str]) -> Iterator[Edit]:
    """The edits with nothing in them that points to a record that does not come."""
    if not left:
        yield from edits
        return
    for edit in edits:
        kept = {
            field: value for field, value in edit.set.items() if not _points(field, value, left)
        }
        if kept:
            yield edit._replace(set=kept)


def _points(field: str, value: JSON, left: Collection[str]) -> bool:
    return field.partition("/")[2] in left or (isinstance(value, str) and value in left)
