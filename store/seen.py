"""What a writer had seen when an edit was begun: one number for each writer.

This is what causality is read from, never a clock. Consecutive changes of one writer mostly
share what they knew of the others, so a vector is the writer's own number beside a mapping
that is shared as long as it does not move: ten thousand changes then cost one mapping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple


if TYPE_CHECKING:
    from collections.abc import Mapping


class Seen(NamedTuple):
    """How far each writer's changes were known. A writer not named counts as 0: nothing seen."""

    writer: str
    own: int
    others: Mapping[str, int]

    def of(self, writer: str) -> int:
        """The last number of this writer that was known."""
        return self.own if writer == self.writer else self.others.get(writer, 0)

    def numbers(self) -> dict[str, int]:
        """The whole vector, the owner's own entry included."""
        return {**self.others, self.writer: self.own} if self.own else dict(self.others)

    def covers(self, other: Seen) -> bool:
        """Whether everything known to the other was known here."""
        if self.others is other.others and self.writer == other.writer:
            return self.own >= other.own
        return self.of(other.writer) >= other.own and all(
            self.of(writer) >= n for writer, n in other.others.items()
        )

    def joined(self, other: Seen) -> Seen:
        """What the two knew together; one of the two itself where it covers the other."""
        if self.covers(other):
            return self
        if other.covers(self):
            return other
        both = self.numbers()
        for writer, n in other.numbers().items():
            both[writer] = max(n, both.get(writer, 0))
        return seen_by(self.writer, both)

    def moved_from(self, before: Seen, n: int) -> dict[str, int]:
        """The entries a line has to carry: where this differs from the change before.

        The owner's own entry is left out when it is n - 1, as it nearly always is.
        """
        moved: dict[str, int] = {}
        if self.others is not before.others:
            names = sorted({*self.others, *before.others})
            moved = {
                name: self.others.get(name, 0)
                for name in names
                if self.others.get(name, 0) != before.others.get(name, 0)
            }
        if self.own != n - 1:
            moved[self.writer] = self.own
        return moved

    def moved_to(self, moved: Mapping[str, int], writer: str, n: int) -> Seen:
        """The vector of the writer's change n, whose line carries these entries."""
        if not moved:
            return Seen(writer, n - 1, self.others)
        own = moved.get(writer, n - 1)
        others = {**self.others, **moved}
        others.pop(writer, None)
        return Seen(writer, own, {name: known for name, known in others.items() if known > 0})


class Stamp(NamedTuple):
    """Who made a change, its number, its Lamport counter, its time for people, what it knew."""

    writer: str
    n: int
    c: int
    at: str
    seen: Seen


def seen_by(writer: str, numbers: Mapping[str, int]) -> Seen:
    """A vector given as one mapping, seen from this writer's side."""
    others = {name: n for name, n in numbers.items() if name != writer and n > 0}
    return Seen(writer, numbers.get(writer, 0), others)


NOTHING_SEEN = Seen("", 0, {})
