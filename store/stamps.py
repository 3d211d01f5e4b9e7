"""A table of stamps: what rows of a checkpoint refer to by number.

Each writer's name and each vector of what was known stands in it once. A stamp is made when it
is first asked for, so a table that was read costs next to nothing until then.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from models.named import NamedTuple
from store.seen import NOTHING_SEEN, Seen, Stamp


if TYPE_CHECKING:
    from collections.abc import Mapping

StampRow: TypeAlias = "tuple[int, int, int, str, int, int]"
SeenRow: TypeAlias = "tuple[int, int, int] | None"


class StampTables(NamedTuple):
    """A table of stamps as it is written: all of it is JSON.

    A vector in `known` has a number for each writer in the order of `writers`, those at its end
    that are 0 left out. A stamp is writer, n, c, at, number of a vector, own.
    """

    writers: list[str]
    known: list[list[int]]
    stamps: list[StampRow]


class Stamps:
    """Stamps by number, to be written, read back and added to.

    The number of a stamp never changes, so that rows written earlier stay right. The stamps of
    one table share their mappings of what was known: the merge compares them by identity first.
    """

    def __init__(self, tables: StampTables | None = None) -> None:
        """An empty table, or one read back from its `tables`, which it goes on with."""
        self.tables = tables or StampTables([], [], [])
        self._made: dict[int, Stamp] = {}
        self._known: dict[int, Mapping[str, int]] = {}
        self._last: tuple[Mapping[str, int], int] = (MappingProxyType({}), -1)
        self._writer_numbers = {name: at for at, name in enumerate(self.tables.writers)}
        self._known_numbers: dict[tuple[int, ...], int] | None = None
        self._numbers: dict[tuple[int, int], int] | None = None

    def stamp(self, number: int) -> Stamp:
        """The stamp of a number; the same object each time."""
        made = self._made.get(number)
        if made is None:
            writer, n, c, at, known, own = self.tables.stamps[number]
            seen = self._seen(writer, own, known)
            made = self._made[number] = Stamp(seen.writer, n, c, at, seen)
        return made

    def number(self, stamp: Stamp) -> int:
        """The number of a stamp, a new one if the table did not have it."""
        if self._numbers is None:
            rows = enumerate(self.tables.stamps)
            self._numbers = {(writer, n): at for at, (writer, n, *_) in rows}
        writer = self._writer_number(stamp.writer)
        number = self._numbers.get((writer, stamp.n))
        if number is None:
            number = self._numbers[writer, stamp.n] = len(self.tables.stamps)
            known = self._known_number(stamp.seen.others)
            row = (writer, stamp.n, stamp.c, stamp.at, known, stamp.seen.own)
            self.tables.stamps.append(row)
        return number

    def seen(self, row: SeenRow) -> Seen:
        """A vector as `seen_row` gave it."""
        return NOTHING_SEEN if row is None else self._seen(*row)

    def seen_row(self, seen: Seen) -> SeenRow:
        """A vector as JSON, its mapping in the table."""
        if not seen.writer:
            return None
        return self._writer_number(seen.writer), seen.own, self._known_number(seen.others)

    def _seen(self, writer: int, own: int, known: int) -> Seen:
        mapping = self._known.get(known)
        if mapping is None:
            numbers = zip(self.tables.writers, self.tables.known[known], strict=False)
            mapping = self._known[known] = {name: n for name, n in numbers if n}
        return Seen(self.tables.writers[writer], own, mapping)

    def _writer_number(self, name: str) -> int:
        number = self._writer_numbers.get(name)
        if number is None:
            number = self._writer_numbers[name] = len(self.tables.writers)
            self.tables.writers.append(name)
        return number

    def _known_number(self, mapping: Mapping[str, int]) -> int:
        """The number of a mapping; equal ones have one number. Runs of one mapping are common."""
        if mapping is self._last[0]:
            return self._last[1]
        if self._known_numbers is None:
            self._known_numbers = {tuple(row): at for at, row in enumerate(self.tables.known)}
        entries = {self._writer_number(name): n for name, n in mapping.items()}
        row = tuple(entries.get(at, 0) for at in range(max(entries, default=-1) + 1))
        number = self._known_numbers.setdefault(row, len(self.tables.known))
        if number == len(self.tables.known):
            self.tables.known.append(list(row))
        self._last = (mapping, number)
        return number
