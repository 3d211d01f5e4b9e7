"""The rows of a pane in sections, put in order and made when they come on screen.

A season has a hundred thousand records and a screen forty rows. A section (a day's runs, the
vehicles) knows at once how many rows it has; their order, and each row, is worked out when it is
looked at. A section stays the same object until something in it changes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Protocol, overload

from models.named import NamedTuple
from tui.panes.rows import PaneRow


Document = Mapping[str, Any]
Held = tuple[tuple[str, Sequence[Document]], ...]
"""The records of a section in no order: kinds, and documents of each."""


class Entry(Protocol):
    """One record of a section; a section's own entries may say more."""

    @property
    def kind(self) -> str:
        """Its kind."""

    @property
    def document(self) -> Document:
        """Its document."""


class Plain(NamedTuple):
    """A record and no more."""

    kind: str
    document: Document


class Section:
    """Some rows of a pane that are worked out together."""

    def __init__(
        self,
        held: Held,
        row: Callable[[Any], PaneRow],
        order: Callable[[], Sequence[Entry]] | None = None,
    ) -> None:
        """Take the records, what makes the row of an entry, and what puts the entries in order.

        Without an order they stay as they are given.
        """
        self.held = held
        self._row = row
        self._order = order or self._as_given
        self._rows: dict[int, PaneRow] = {}

    def __len__(self) -> int:
        """How many rows it has."""
        return sum(len(documents) for _, documents in self.held)

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The records in order."""
        return self._order()

    def row(self, at: int) -> PaneRow:
        """One row; the same one when it is asked for again."""
        if at not in self._rows:
            self._rows[at] = self._row(self.entries[at])
        return self._rows[at]

    def place(self, kind: str, key: str) -> int | None:
        """Where a record is among its rows."""
        for at, each in enumerate(self.entries):
            if each.document["id"] == key and each.kind == kind:
                return at
        return None

    def only(self, found: Held) -> Section:
        """A section of some of its records, in the same order."""

        def in_order() -> Sequence[Entry]:
            wanted = {(kind, each["id"]) for kind, documents in found for each in documents}
            return [each for each in self.entries if (each.kind, each.document["id"]) in wanted]

        return Section(found, self._row, in_order)

    def _as_given(self) -> Sequence[Entry]:
        return [Plain(kind, each) for kind, documents in self.held for each in documents]


class Rows(Sequence[PaneRow]):
    """The rows of some sections, one after the other."""

    def __init__(self, sections: Sequence[Section] = ()) -> None:
        """Take the sections."""
        self.sections = tuple(sections)
        self._ends = list(accumulate(map(len, self.sections)))

    def __len__(self) -> int:
        """How many there are."""
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, at: int) -> PaneRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[PaneRow]: ...
    def __getitem__(self, at: int | slice) -> PaneRow | Sequence[PaneRow]:
        """One row, or some."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        place = at + len(self) if at < 0 else at
        if not 0 <= place < len(self):
            raise IndexError(at)
        number = bisect_right(self._ends, place)
        section = self.sections[number]
        return section.row(place - self._ends[number] + len(section))

    def place(self, key: str) -> int | None:
        """Where the row of a record is; None where it has none here."""
        kind, _, record = key.partition("/")
        number = self._sections_of.get((kind, record))
        if number is None:
            return None
        section = self.sections[number]
        within = section.place(kind, record)
        return None if within is None else self._ends[number] - len(section) + within

    @cached_property
    def _sections_of(self) -> Mapping[tuple[str, str], int]:
        return {
            (kind, each["id"]): number
            for number, section in enumerate(self.sections)
            for kind, documents in section.held
            for each in documents
        }
