"""What came of an exchange: how many changes went which way, and what was left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from models.text import clean
from store.fault import plain


if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.exchange.lines import Key

NAMED = 3
"""Writers called by name in one sentence; of more there is a number."""


class Counted(NamedTuple):
    """Changes that are new to one side: the files they went to, their writer, which they are."""

    files: frozenset[str]
    writer: str
    keys: frozenset[Key]


@dataclass
class Outcome:
    """What one exchange did; filled while it runs.

    `notes` are sentences on what was left out; `failed` says why it did not come to its end.
    """

    other: str
    taken: list[Counted] = field(default_factory=list)
    given: list[Counted] = field(default_factory=list)
    writers: set[str] = field(default_factory=set)
    notes: dict[str, None] = field(default_factory=dict)
    failed: str = ""
    began: str = ""

    def note(self, words: str) -> None:
        """Add a sentence, once."""
        self.notes[words] = None

    def words(self) -> str:
        """The summary, as `12 changes from reto, 3 to /media/stick/nightfall.`."""
        taken, given = _totals(self.taken), sum(_totals(self.given).values())
        parts = _from(taken, short_names(self.writers | set(taken)))
        if given:
            parts.append(f"{_changes(given, first=not parts)} to {clean(self.other)}")
        moved = f"{', '.join(parts)}." if parts else ""
        said = " ".join(each for each in (self.began, moved) if each)
        return said or ("" if self.failed else "Nothing new.")

    def lines(self) -> tuple[str, ...]:
        """All there is to say, a sentence or two a line."""
        return tuple(each for each in (self.words(), *self.notes, self.failed) if each)


def _totals(counted: list[Counted]) -> Mapping[str, int]:
    """Changes by writer; one that came in two files is one."""
    known = {(each.writer, key) for each in counted for key in each.keys}
    return Counter(writer for writer, _ in known)


def _from(taken: Mapping[str, int], names: Mapping[str, str]) -> list[str]:
    most = sorted(taken, key=lambda writer: (-taken[writer], writer))
    shown = most if len(most) <= NAMED else most[: NAMED - 1]
    parts = [
        f"{_changes(taken[writer], first=not at)} from {names[writer]}"
        for at, writer in enumerate(shown)
    ]
    rest = most[len(shown) :]
    if rest:
        parts.append(f"{sum(taken[each] for each in rest):,} from {len(rest)} others")
    return parts


def _changes(count: int, *, first: bool) -> str:
    word = (" change" if count == 1 else " changes") if first else ""
    return f"{count:,}{word}"


def short_names(writers: set[str]) -> dict[str, str]:
    """Each writer by the shortest name that is theirs alone: `reto`, `reto@unit-2`, or whole."""
    forms = {
        writer: (writer.partition("@")[0], writer.rpartition("-")[0] or writer, writer)
        for writer in writers
    }
    shared = [Counter(each[at] for each in forms.values()) for at in range(3)]
    return {
        writer: plain(next((each[at] for at in range(2) if shared[at][each[at]] == 1), writer))
        for writer, each in forms.items()
    }
