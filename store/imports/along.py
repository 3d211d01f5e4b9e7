"""What goes along with a day a file has moved: its strips, and what hangs on it by hand.

Strips, calls, runs and requirements belong to the day's work and go with it: they are part of what
the list says of the day. A meeting, or whatever else is on that date, is a row of its own. What a
file says the day of is where that file says, and what has happened stays where it happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from models.edits import Aimed
from models.kinds import KINDS, counted
from models.places import is_placed
from models.pushing import Happened, carried, dated
from models.running import OF_THE_UNIT
from models.when import show_short_day
from store.change import Edit
from store.imports.differences import Difference, Differences
from store.imports.in_words import words_for
from store.imports.parking import PARKED
from store.imports.plan import MOVED, VANISHED, Item


if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from models.by_day import Document
    from models.desk import Desk
    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.matching import Candidate
    from store.imports.origins import Origins
    from store.shaped import ShapedView

DAY, DATE, REQUIREMENT = "day", "date", "requirement"
_STRIPS = ("scene", "event")
_OF_THE_WORK = ("scene", "call", "run")


class Along:
    """The days a file moves, and what goes with each; filled while records are compared."""

    def __init__(self, view: ShapedView) -> None:
        """Take what is known before the import."""
        self._records = {kind: view.records(kind) for kind in KINDS}
        self._happened = Happened(self._records)
        self._goals: dict[str, str] = {}
        self._strips: dict[str, list[Edit]] = {}
        self._placed: set[Aimed] = set()

    def compared(self, row: Row, record: Candidate, found: Differences) -> None:
        """Take in what becomes of a record; a row that says nothing of its day leaves it."""
        kind, told = row.kind, row.values
        field = DATE if kind == DAY else DAY
        lives = not record.document.get(PARKED)
        if kind == DAY and lives and found.set.get(DATE) and record.document.get(DATE):
            self._goals[str(record.document[DATE])] = str(found.set[DATE])
        if field in told and all(each.field != field for each in found.kept):
            self._placed.add(Aimed(kind, record.id))

    def without_day(self, kind: str, record: Candidate, found: Differences) -> Differences:
        """What changes in a strip beside its day, where it only goes with its day."""
        was = str(record.document.get(DAY))
        happened = self._happened(kind, record.document)
        if kind not in _STRIPS or happened or found.set.get(DAY) != self._goals.get(was, ""):
            return found
        values = dict(found.set)
        edit = carried(kind, record.document, {DAY: values.pop(DAY)})
        self._strips.setdefault(was, []).append(Edit(kind, record.id, edit))
        changed = tuple(each for each in found.changed if each.field != DAY)
        return found._replace(set=values, changed=changed)

    def items(self, items: Sequence[Item], origins: Origins, desk: Desk) -> Iterator[Item]:
        """The rows of the list, those of moved days with what goes along, and what else would."""
        if not self._goals:
            yield from items
            return
        edits = {was: list(strips) for was, strips in self._strips.items()}
        others: list[Item] = []
        for aimed, field, document in self._hanging(self._goals, origins, _gone(items)):
            item = self._own(aimed, field, document, desk)
            if _is_of_the_work(aimed.kind, document):
                edits.setdefault(str(document[field]), []).extend(item.edits)
            else:
                others.append(item)
        yield from (_with(item, edits) for item in items)
        yield from others

    def left(self, items: Sequence[Item], origins: Origins) -> Iterator[str]:
        """What stays on the dates of days that are gone, a sentence a date."""
        gone = _gone(items)
        days = (self._records[DAY][each.id] for each in gone if each.kind == DAY)
        dates = {str(each.get(DATE)) for each in days if each.get("shoot")}
        counts: dict[str, Counter[str]] = {}
        for aimed, field, document in self._hanging(dates, origins, gone):
            counts.setdefault(str(document[field]), Counter())[aimed.kind] += 1
        for date, count in sorted(counts.items()):
            said = ", ".join(counted(*each) for each in count.items())
            yield f"Still on {show_short_day(date)}, the date of a day that is gone: {said}."

    def _hanging(
        self, dates: Collection[str], origins: Origins, gone: Collection[Aimed]
    ) -> Iterator[tuple[Aimed, str, Document]]:
        """Each record on one of these dates of which no file says where it is."""
        for aimed, field, document in dated(self._records):
            stays = aimed.kind == DAY or aimed in self._placed or aimed in gone
            stays = stays or self._happened(aimed.kind, document)
            if str(document[field]) not in dates or stays or document.get(PARKED):
                continue
            if not _is_of_a_calendar(aimed, field, origins):
                yield aimed, field, document

    def _own(self, aimed: Aimed, field: str, document: Document, desk: Desk) -> Item:
        """A row for one record that goes with its day."""
        was = str(document[field])
        edit = Edit(*aimed, carried(aimed.kind, document, {field: self._goals[was]}))
        words = words_for(aimed.kind, cast("Mapping[str, JSON]", document), desk)
        moves = (Difference(field, was, self._goals[was]),)
        return Item(MOVED, "with its day", *aimed, words, moves, (edit,))


def _gone(items: Sequence[Item]) -> frozenset[Aimed]:
    return frozenset(Aimed(each.kind, each.id) for each in items if each.sort == VANISHED)


def _with(item: Item, edits: Mapping[str, Sequence[Edit]]) -> Item:
    """The row of a moved day, which takes along what is on it."""
    moves = (each.was for each in item.differences if each.field == DATE)
    was = str(next(moves, "")) if item.kind == DAY and item.sort == MOVED else ""
    return replace(item, edits=(*item.edits, *edits.get(was, ())))


def _is_of_the_work(kind: str, document: Document) -> bool:
    of = document.get("type")
    is_strip = of in OF_THE_UNIT or of == REQUIREMENT or is_placed(document)
    return kind in _OF_THE_WORK or (kind == "event" and is_strip)


def _is_of_a_calendar(aimed: Aimed, field: str, origins: Origins) -> bool:
    """Whether a file said when an event is; that file says when it is another time."""
    origin = origins.latest(*aimed, field)
    return aimed.kind == "event" and origin is not None and not origin.by_hand
