"""All conflicts as somebody looks at them: while others come and go, nothing changes its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.conflict_words import value_key
from tui.conflicts import Dispute, all_conflicts, dispute, key_of


if TYPE_CHECKING:
    from store.document import Conflict
    from tui.office import Office


class Disputes:
    """The conflicts at the last look, put into words when they are asked for.

    `base` is what was known at that look. `arrived` are those whose values changed with it: a
    key pressed at that moment was meant for what stood there before.
    """

    def __init__(self, office: Office) -> None:
        """Look for the first time."""
        self._office = office
        self._numbers: dict[str, dict[str, int]] = {}
        self._found: dict[str, Conflict] = {}
        self.arrived: set[str] = set()
        self.look()
        self.arrived.clear()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all conflicts."""
        return tuple(self._found)

    def look(self) -> None:
        """Look again; the values that were not there before are noted in `arrived`."""
        before = self._found
        self.base = self._office.production.base()
        self._found = {key_of(each): each for each in all_conflicts(self._office)}
        for key, conflict in self._found.items():
            if key in before and _changes(conflict) - _changes(before[key]):
                self.arrived.add(key)

    def of(self, key: str) -> Dispute | None:
        """A conflict in words; None where somebody has settled it."""
        conflict = self._found.get(key)
        if conflict is None:
            return None
        numbers = self._numbers.setdefault(key, {})
        asked = dispute(self._office, conflict, numbers)
        for each in asked.choices:
            numbers[value_key(conflict, each.value)] = each.number
        return asked


def _changes(conflict: Conflict) -> set[tuple[str, int]]:
    """The changes its values come from, by writer and number."""
    return {(each.writer, each.n) for each in conflict.heads}
