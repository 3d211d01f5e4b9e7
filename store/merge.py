"""Many writers' changes to one record, merged: a function of the set of changes alone.

Nothing here depends on the order of arrival, on a clock or on the disk. A field keeps every
value that no later writer had seen (its heads). The one with the greatest Lamport counter, then
writer, is shown first; the others stay beside it until somebody chooses.

- An op is superseded when any op on the same field had seen it. So a field keeps the join of
  what all its ops had seen (`context`), of the superseded ones too.
- An element of a set field that one took away while another added it is shown: nobody is left
  at the kerb. Its place is that of the first adding no removal had seen.
- A removed record stays when somebody edited it without knowing of the removal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.seen import NOTHING_SEEN, Seen, Stamp


if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.change import JSON

GONE = "gone"


class Op(NamedTuple):
    """One value given to one field by one change; `place` is its position in that edit."""

    value: JSON
    stamp: Stamp
    place: int


class Cell(NamedTuple):
    """A field: the values nobody replaced knowingly, shown one first.

    `context` joins what all ops on the field had seen. For elements of sets, `adds` are the
    addings no removal had seen and `removals` joins what the removals had seen.
    """

    heads: tuple[Op, ...]
    context: Seen
    adds: tuple[Op, ...] = ()
    removals: Seen = NOTHING_SEEN

    @property
    def shown(self) -> Op:
        """The head that is shown."""
        return self.heads[0]

    @property
    def disputed(self) -> bool:
        """Whether heads differ in value."""
        heads = self.heads
        return len(heads) > 1 and any(not same(head.value, heads[0].value) for head in heads[1:])


class Record:
    """One record's merged state.

    The fields of the change that was read first stay as they came (`first`, of `origin`); only
    fields that were touched again get a cell. This is memory saved, it changes no answer.
    """

    __slots__ = ("cells", "first", "id", "kind", "origin", "touched")

    def __init__(self, kind: str, record: str, origin: Stamp, first: dict[str, JSON]) -> None:
        """Begin a record with the first change that was read of it."""
        self.kind = kind
        self.id = record
        self.origin = origin
        self.first = first
        self.cells: dict[str, Cell] = {}
        self.touched: list[Stamp] = []
        self._touch(origin, first)

    def take(self, stamp: Stamp, fields: Mapping[str, JSON]) -> None:
        """Merge one more change's edit of this record in."""
        for position, (field, value) in enumerate(fields.items()):
            self.cells[field] = put(self.cell(field), Op(value, stamp, position), field)
        self._touch(stamp, fields)

    def cell(self, field: str) -> Cell | None:
        """The merged state of one field, None where nobody ever set it."""
        cell = self.cells.get(field)
        if cell is None and field in self.first:
            place = list(self.first).index(field)
            return put(None, Op(self.first[field], self.origin, place), field)
        return cell

    def values(self) -> Mapping[str, JSON]:
        """The value shown in every field ever set, elements of sets in the order of the set."""
        if not self.cells:
            return self.first
        fields = [*self.first, *(field for field in self.cells if field not in self.first)]
        plain = [field for field in fields if "/" not in field]
        elements = sorted((field for field in fields if "/" in field), key=self._place)
        return {field: self._shown(field) for field in plain + elements}

    def _shown(self, field: str) -> JSON:
        cell = self.cells.get(field)
        return cell.shown.value if cell is not None else self.first[field]

    def _place(self, field: str) -> tuple[int, str, int]:
        """Where an element stands in its set: by the first adding still in force."""
        cell = self.cell(field)
        adds = (cell.adds or cell.heads) if cell is not None else ()
        return min((add.stamp.c, add.stamp.writer, add.place) for add in adds)

    def _touch(self, stamp: Stamp, fields: Mapping[str, JSON]) -> None:
        if len(fields) > (GONE in fields):
            self.touched.append(stamp)


def same(one: JSON, other: JSON) -> bool:
    """Whether two values are one on screen: equal, and not 1 against true."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def put(cell: Cell | None, op: Op, field: str) -> Cell:
    """The field with one more op merged in."""
    if cell is None:
        cell = Cell((op,), op.stamp.seen)
    else:
        context = cell.context.joined(op.stamp.seen)
        cell = Cell(_heads(cell, op, context, field), context, cell.adds, cell.removals)
    return _with_adds(cell, op) if "/" in field else cell


def _heads(cell: Cell, op: Op, context: Seen, field: str) -> tuple[Op, ...]:
    heads = [head for head in (*cell.heads, op) if head.stamp.n > context.of(head.stamp.writer)]
    if len(heads) > 1:
        heads.sort(key=lambda head: _rank(head, field), reverse=True)
    return tuple(heads)


def _rank(head: Op, field: str) -> tuple[bool, int, str, int]:
    """What is shown among heads: for elements and removals, what keeps wins; then (c, writer)."""
    keeps = ("/" in field and head.value is not None) or (field == GONE and not head.value)
    return (keeps, head.stamp.c, head.stamp.writer, head.stamp.n)


def _with_adds(cell: Cell, op: Op) -> Cell:
    removals = cell.removals
    adds = cell.adds
    if op.value is None:
        removals = removals.joined(op.stamp.seen)
    else:
        adds = (*adds, op)
    in_force = tuple(add for add in adds if add.stamp.n > removals.of(add.stamp.writer))
    return cell._replace(adds=in_force, removals=removals)


def concurrent(one: Stamp, other: Stamp) -> bool:
    """Whether neither change had seen the other. A change is not concurrent with itself."""
    if one.writer == other.writer and one.n == other.n:
        return False
    return one.n > other.seen.of(one.writer) and other.n > one.seen.of(other.writer)


def unaware_edits(record: Record) -> list[Stamp]:
    """The edits that keep a removed record: made without knowing of any removal in force."""
    gone = record.cell(GONE)
    if gone is None:
        return []
    removals = [head.stamp for head in gone.heads]
    return [
        edit for edit in record.touched if all(concurrent(edit, removal) for removal in removals)
    ]


def is_gone(record: Record) -> bool:
    """Whether the record is hidden: every head removes it, and no edit was unaware of that."""
    if GONE not in record.cells and GONE not in record.first:
        return False
    gone = record.cell(GONE)
    if gone is None or any(not head.value for head in gone.heads):
        return False
    return not unaware_edits(record)
