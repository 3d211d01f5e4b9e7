"""One field of a record, merged: every value that no later writer had seen.

- An op is superseded when any op on the same field had seen it. So a field keeps the join of
  what all its ops had seen (`context`), of the superseded ones too.
- The value with the greatest Lamport counter, then writer, is shown; the others stay beside it
  until somebody chooses.
- An element of a set field that one took away while another added it is shown: nobody is left
  at the kerb. Its place is that of the first adding no removal had seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.seen import NOTHING_SEEN, Seen, Stamp


if TYPE_CHECKING:
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

    @property
    def settled(self) -> bool:
        """Whether it is what its shown op alone would give, were it no element of a set."""
        return len(self.heads) == 1 and self.shown.stamp.seen.covers(self.context)


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
    both = (*cell.heads, op)
    heads = [head for head in both if head.stamp.n > context.of(head.stamp.writer)]
    if len(heads) > 1:
        heads.sort(key=lambda head: _rank(head, field), reverse=True)
    # Only forged changes claim to have seen one another. One of them is shown all the same.
    return tuple(heads) or (max(both, key=lambda head: _rank(head, field)),)


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
