"""What becomes of a record a row of the file is: whether it moves, changes, comes back or stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from models.said import Said, taking
from store.change import Edit
from store.imports.differences import Difference, Differences, Past, differences
from store.imports.origins import GONE
from store.imports.parking import PARKED, Parked, parked
from store.imports.plan import BACK, CHANGED, KEPT, MOVED, MOVES, NEW, Item


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.matching import Candidate

InWords: TypeAlias = Callable[[Iterable[Difference]], tuple[Difference, ...]]


class Becoming(NamedTuple):
    """What becomes of a record by a file, and field by field how."""

    sort: str
    found: Differences
    source: str


def becoming(row: Row, record: Candidate, past: Past) -> Becoming:
    """Compare a row with its record, which may be parked."""
    away = parked(record.document, past)
    if away and away.by_source(past.source):
        return Becoming(
            BACK,
            _unparked(row, record, past._replace(without=away.change), away),
            past.source,
        )
    if away:
        # Another file has it no longer: that one says when it is on the board again.
        there = {field: row.values[field] for field in row.values if field not in MOVES}
        row = replace(row, values=there)
    found = differences(row, record.document, past)
    return Becoming(_sort(found), found, past.source)


def beside(became: Becoming, found: Differences) -> Becoming:
    """The same where some of what changes is told elsewhere."""
    return became._replace(sort=BACK if became.sort == BACK else _sort(found), found=found)


def _sort(found: Differences) -> str:
    return MOVED if found.set.keys() & {*MOVES, "date"} else CHANGED


def _unparked(row: Row, record: Candidate, past: Past, away: Parked) -> Differences:
    """A record this file no longer had is there again, as if it had always been."""
    found = differences(row, {**record.document, **away.lost}, past)
    back = {field: value for field, value in away.lost.items() if field not in found.set}
    changed = (
        Difference(PARKED, record.document[PARKED], None),
        *(Difference(field, None, value) for field, value in back.items()),
        *found.changed,
    )
    return found._replace(set={PARKED: None, **back, **found.set}, changed=changed)


def items(
    row: Row, record: Candidate, became: Becoming, words: str, in_words: InWords
) -> Iterator[Item]:
    """A row of the list for what changes, and one for what of it stays as it was typed."""
    sort, found, _ = became
    if found.set:
        edits = (Edit(row.kind, record.id, found.set),)
        yield Item(sort, row.where, row.kind, record.id, words, in_words(found.changed), edits)
    if found.kept:
        taken: dict[str, JSON] = {}
        for each in found.kept:
            taken |= taking(Said(each.field, each.now, became.source))
        yield Item(
            KEPT,
            row.where,
            row.kind,
            record.id,
            words,
            in_words(found.kept),
            (Edit(row.kind, record.id, taken),),
            ticked=False,
            news=bool(found.news),
        )


def again(row: Row, record: Candidate, past: Past, words: str) -> Item:
    """A removed record: one an undo took away comes back; one somebody removed stays away."""
    found = differences(row, record.document, past)
    origin = past.latest(GONE)
    edits = (Edit(row.kind, record.id, {GONE: None, **found.set}),)
    item = Item(NEW, row.where, row.kind, record.id, words, edits=edits)
    if origin is None or not origin.by_hand:
        return item
    removed = (Difference("", "removed", "still there"),)
    return replace(item, sort=KEPT, differences=removed, ticked=False)
