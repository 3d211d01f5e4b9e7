"""The chronicle: who changed what, when, and what it replaced, read from the files on demand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.cell import GONE, Op, put


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from store.cell import Cell
    from store.change import JSON, Change, Edit
    from store.seen import Stamp

IMPORT = "import"


class Entry(NamedTuple):
    """One record's part of a change, with each field's value before and after.

    `before` is what was shown to the writer: what the changes they had seen give, whatever
    others did meanwhile. A field that had no value has None.
    """

    change: Change
    edit: Edit
    before: dict[str, JSON]
    after: dict[str, JSON]


class Part(NamedTuple):
    """A change and what it did to one record."""

    change: Change
    edit: Edit


class Chronicle:
    """All changes, oldest first: by Lamport counter, so that each comes after what it had seen."""

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._ahead: list[Change] = []
        self._of_record: defaultdict[tuple[str, str], list[Part]] = defaultdict(list)
        self._of_writer: defaultdict[str, dict[int, Change]] = defaultdict(dict)

    def take(self, changes: Iterable[Change], have: Mapping[str, int]) -> None:
        """Add changes that were read; those beyond what the view has wait until it has them."""
        read = [*self._ahead, *changes]
        self._ahead = [change for change in read if change.n > have.get(change.writer, 0)]
        new = [change for change in read if change.n <= have.get(change.writer, 0)]
        new.sort(key=_rank)
        in_order = not (new and self._changes) or _rank(self._changes[-1]) < _rank(new[0])
        self._changes += new
        if not in_order:
            self._changes.sort(key=_rank)
        for change in new:
            self._of_writer[change.writer][change.n] = change
            for edit in change.edits:
                self._of_record[edit.kind, edit.id].append(Part(change, edit))

    def reaches(self, have: Mapping[str, int]) -> bool:
        """Whether every change is here that was read so far."""
        return all(n in self._of_writer[writer] for writer, n in have.items() if n)

    def by(self, writer: str) -> Mapping[int, Change]:
        """One writer's changes by number."""
        return self._of_writer[writer]

    def changes(self) -> list[Change]:
        """Every change, oldest first."""
        return list(self._changes)

    def of(
        self,
        kind: str | None = None,
        id: str | None = None,
        *,
        writer: str | None = None,
        field: str | None = None,
    ) -> list[Entry]:
        """What was done to a record, a kind, by a writer or to a field, oldest first.

        `field` also finds the elements of a set field of that name.
        """
        return [
            self._entry(change, edit)
            for change, edit in self._parts(kind, id)
            if (writer is None or change.writer == writer)
            and (field is None or any(_is_of(name, field) for name in edit.set))
        ]

    def last_import(self, kind: str, id: str, field: str) -> JSON:
        """The value the last import gave this field; None if none ever did."""
        for change, edit in reversed(list(self._parts(kind, id))):
            if change.via is not None and change.via.startswith(IMPORT) and field in edit.set:
                return edit.set[field]
        return None

    def before(self, change: Change, edit: Edit) -> dict[str, JSON]:
        """What the change's writer was shown in each field the edit sets."""
        parts = self._of_record.get((edit.kind, edit.id), ())
        seen = [part for part in parts if part.change.n <= change.seen.of(part.change.writer)]
        return {field: _shown(seen, field) for field in edit.set}

    def touched(self, edit: Edit) -> list[Stamp]:
        """Every change that gave the edit's record a value, oldest first."""
        parts = self._parts(edit.kind, edit.id)
        return [change.stamp for change, made in parts if made.set.keys() - {GONE}]

    def _parts(self, kind: str | None, id: str | None) -> Iterator[Part]:
        if kind is not None and id is not None:
            yield from sorted(
                self._of_record.get((kind, id), ()), key=lambda part: _rank(part.change)
            )
            return
        for change in self._changes:
            for edit in change.edits:
                if kind in (None, edit.kind) and id in (None, edit.id):
                    yield Part(change, edit)

    def _entry(self, change: Change, edit: Edit) -> Entry:
        return Entry(change, edit, self.before(change, edit), dict(edit.set))


def _shown(parts: Iterable[Part], field: str) -> JSON:
    """What a field shows once these parts of changes are merged."""
    cell: Cell | None = None
    for change, edit in parts:
        if field in edit.set:
            place = list(edit.set).index(field)
            cell = put(cell, Op(edit.set[field], change.stamp, place), field)
    return None if cell is None else cell.shown.value


def _is_of(name: str, field: str) -> bool:
    return name == field or name.startswith(f"{field}/")


def _rank(change: Change) -> tuple[int, str, int]:
    return (change.c, change.writer, change.n)
