"""What a writer had seen: where values in conflict come from, what a change chose between.

Read from the chronicle when somebody asks; the merge itself keeps only what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.cell import GONE, Op, put, same
from store.document import Head
from store.merge import Record, concurrent, is_gone


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from store.cell import Cell
    from store.change import Change, Edit
    from store.document import Conflict
    from store.history import Chronicle, Entry
    from store.seen import Stamp


class Origin(NamedTuple):
    """One value of a conflict and how it came about.

    `saw` is what the field showed its writer then, None where nobody they knew of had set it.
    `unseen` are the other values they had not seen. `entry` is None where the change itself
    cannot be read any more; then nothing is known of what was seen.
    """

    head: Head
    entry: Entry | None = None
    saw: Op | None = None
    unseen: tuple[Head, ...] = ()


def origins(conflict: Conflict, chronicle: Chronicle) -> tuple[Origin, ...]:
    """The origins of all values, the shown one first.

    A removed record is kept by every edit that did not know of the removal, so in its conflict
    each of these edits is an origin.
    """
    entries = chronicle.of(conflict.kind, conflict.id)
    made = {(each.change.writer, each.change.n): each for each in entries}
    heads = tuple(_with_all_edits(conflict, entries))
    found = ((head, made.get((head.writer, head.n))) for head in heads)
    return tuple(
        Origin(head, entry, _saw(entry, entries, conflict.field), _unseen(head, entry, heads))
        if entry
        else Origin(head)
        for head, entry in found
    )


def _unseen(head: Head, entry: Entry, heads: Iterable[Head]) -> tuple[Head, ...]:
    seen = entry.change.seen
    return tuple(each for each in heads if each is not head and each.n > seen.of(each.writer))


def _saw(entry: Entry, entries: Iterable[Entry], field: str) -> Op | None:
    cell = _cell(entry.change, entries, field)
    return None if cell is None else cell.shown


def passed_over(change: Change, edit: Edit, chronicle: Chronicle) -> tuple[Stamp, ...]:
    """Who had set what an edit's writer saw beside the value shown, and settled with the edit."""
    entries = chronicle.of(edit.kind, edit.id)
    cells = (_cell(change, entries, field) for field in edit.set)
    return tuple(
        head.stamp
        for cell in cells
        if cell is not None
        for head in cell.heads[1:]
        if not same(head.value, cell.shown.value)
    )


def was_gone(change: Change, edit: Edit, chronicle: Chronicle) -> bool:
    """Whether a change's writer saw the record as removed: none of them who edited it unaware."""
    record: Record | None = None
    for each in _seen(change, chronicle.of(edit.kind, edit.id)):
        if record is None:
            record = Record(edit.kind, edit.id, each.change.stamp, each.edit.set)
        else:
            record.take(each.change.stamp, each.edit.set)
    return record is not None and is_gone(record)


def _cell(change: Change, entries: Iterable[Entry], field: str) -> Cell | None:
    cell: Cell | None = None
    for each in _seen(change, entries):
        if field in each.edit.set:
            cell = put(cell, Op(each.edit.set[field], each.change.stamp, 0), field)
    return cell


def _seen(change: Change, entries: Iterable[Entry]) -> Iterator[Entry]:
    return (each for each in entries if each.change.n <= change.seen.of(each.change.writer))


def _with_all_edits(conflict: Conflict, entries: Sequence[Entry]) -> Iterator[Head]:
    """The heads; of a removed record with every edit that was unaware of all removals."""
    shown, *others = conflict.heads
    yield shown
    if conflict.field == GONE:
        removals = {(each.writer, each.n) for each in others if each.value}
        for stamp in _unaware(removals, entries):
            if (stamp.writer, stamp.n) != (shown.writer, shown.n):
                yield Head(None, stamp.writer, stamp.n, stamp.at)
    yield from others


def _unaware(removals: set[tuple[str, int]], entries: Sequence[Entry]) -> Iterator[Stamp]:
    stamps = [each.change.stamp for each in reversed(entries)]
    gone = [stamp for stamp in stamps if (stamp.writer, stamp.n) in removals]
    yield from (each for each in stamps if gone and all(concurrent(each, one) for one in gone))
