"""Conflicts in words: the values of a field nobody chose between, who set each, what they had seen.

The board's list, `callboard conflicts` and `callboard settle` say the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.named import NamedTuple
from models.text import natural
from models.when import show_short_day
from store.merge import GONE
from store.origin import Origin, origins
from tui.conflict_words import ConflictWords, element, value_key


if TYPE_CHECKING:
    from store.change import JSON
    from store.document import Conflict
    from tui.office import Office

SHOWN = " (shown)"
NO_DAY = "9"
"""After all days."""


class Choice(NamedTuple):
    """One value that can be taken: the number of its key, in words, and who set it knowing what.

    Values that are equal are one choice, with an origin each.
    """

    number: int
    words: str
    value: JSON
    told: str
    origins: tuple[Origin, ...]
    is_shown: bool

    @property
    def marked(self) -> str:
        """The value, marked where it is the one shown on the board."""
        return self.words + (SHOWN if self.is_shown else "")


class Dispute(NamedTuple):
    """A conflict as people read it: the record, the field, and what can be chosen."""

    conflict: Conflict
    record: str
    field: str
    choices: tuple[Choice, ...]

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return key_of(self.conflict)

    @property
    def aimed(self) -> Aimed:
        """The record it is in."""
        return Aimed(self.conflict.kind, self.conflict.id)

    @property
    def heading(self) -> str:
        """The record and the field in a few words."""
        name = element(self.conflict)
        return f"{self.field} on {self.record}" if name else f"{self.record}: {self.field}"

    def choice(self, number: int) -> Choice | None:
        """The choice with that number; None where there is none."""
        return next((each for each in self.choices if each.number == number), None)


def key_of(conflict: Conflict) -> str:
    """What tells a conflict from all others."""
    return f"{conflict.kind}/{conflict.id}/{conflict.field}"


def all_conflicts(office: Office) -> tuple[Conflict, ...]:
    """Every conflict, by day and number: the same order on every machine."""

    def place(conflict: Conflict) -> tuple[object, ...]:
        document = office.document(Aimed(conflict.kind, conflict.id))
        day = str(document.get("day") or document.get("date") or NO_DAY)
        return (day, natural(str(document.get("number") or "")), key_of(conflict))

    return tuple(sorted(office.production.conflicts(), key=place))


def conflicts_of(office: Office, aimed: Aimed) -> tuple[Conflict, ...]:
    """The fields of a record with values set without knowing of one another."""
    found = office.production.conflicts()
    return tuple(each for each in found if (each.kind, each.id) == aimed)


def dispute(
    office: Office, conflict: Conflict, numbers: Mapping[str, int] | None = None
) -> Dispute:
    """Put a conflict into words.

    `numbers` are those its values had before, by `value_key`: a number once shown keeps its
    meaning while others come and go, so that no key ever takes what it did not stand for.
    """
    found: dict[str, list[Origin]] = {}
    for each in origins(conflict, office.production.chronicle()):
        found.setdefault(value_key(conflict, each.head.value), []).append(each)
    numbered = numbers_of(found, numbers or {})
    told = ConflictWords(office, conflict, numbered)
    choices = [
        Choice(
            numbered[key],
            told.value(first.head.value),
            _settled(conflict, first.head.value),
            "; ".join(map(told.origin, (first, *others))),
            (first, *others),
            place == 0,
        )
        for place, (key, (first, *others)) in enumerate(found.items())
    ]
    choices.sort(key=lambda each: each.number)
    return Dispute(conflict, _record(office, conflict), told.field, tuple(choices))


def numbers_of(keys: Iterable[str], before: Mapping[str, int]) -> dict[str, int]:
    """The number of each value: the one it had, or the next that no value ever had."""
    numbers = dict(before)
    for each in keys:
        numbers.setdefault(each, max(numbers.values(), default=0) + 1)
    return numbers


def _settled(conflict: Conflict, value: JSON) -> JSON:
    """What is saved to choose a value."""
    return (True if value else None) if conflict.field == GONE else value


def _record(office: Office, conflict: Conflict) -> str:
    aimed = Aimed(conflict.kind, conflict.id)
    document = office.document(aimed)
    day = show_short_day(str(document.get("day") or document.get("date") or ""))
    name = office.called(aimed) or conflict.kind
    return f"{name}, {day}" if day and day not in name else name
