"""Versions: what a production held at one moment, by what was known of each writer's changes.

A clock cannot name a moment in a folder many write to: what somebody did offline at nine arrives at
noon. So a version is one number for each writer, the same on every machine for ever. It is called
by the Lamport counter of the change it was reached with, `v1290`, which stays the same too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import orjson

from models.errors import NoSuch
from models.text import fold, tidy
from store.history import IMPORT


if TYPE_CHECKING:
    from store.change import Change
    from store.history import Chronicle
    from store.production import Production

_NUMBER = re.compile(r"v ?(\d{1,15})(?:[ /-]+(\S.*))?", re.ASCII | re.IGNORECASE)


class Version(NamedTuple):
    """What was known at one moment; with `numbers` kept, it can be shown again at any time.

    `number` is the greatest Lamport counter in it, `numbers` each writer's last change in it. What
    is bound to a version keeps both: the number is for people, two machines may reach one apart.
    """

    number: int
    numbers: Mapping[str, int]

    @property
    def words(self) -> str:
        """The version as people say it: `v1290`."""
        return f"v{self.number}"

    def holds(self, change: Change) -> bool:
        """Whether a change is part of it."""
        return change.n <= self.numbers.get(change.writer, 0)


class Named(NamedTuple):
    """A version with a name: the change it was reached with, and whether that was taken back."""

    change: Change
    taken_back: bool

    @property
    def version(self) -> Version:
        """What it holds."""
        return reached_with(self.change)

    @property
    def name(self) -> str:
        """What it is called: `imported blue.uss: 3 new, 12 moved, 4 changed, 2 gone`."""
        return tidy(self.change.did)

    @property
    def source(self) -> str:
        """The file it was imported from."""
        return tidy((self.change.via or "").removeprefix(IMPORT))


def version_of(production: Production) -> Version:
    """What is known now: a paper made now is bound to it.

    The same until another change is read or saved. A paper issued by a change begun at
    `production.base()` has seen exactly this.
    """
    return Version(production.view.clock, production.view.known())


def kept_version(words: str, numbers: str) -> Version | None:
    """The version a record keeps as `v1290` and JSON; None where it cannot be read."""
    match = _NUMBER.fullmatch(words)
    try:
        found = orjson.loads(numbers)
    except orjson.JSONDecodeError:
        return None
    sound = isinstance(found, dict) and all(type(each) is int for each in found.values())
    return Version(int(match[1]), found) if match and sound else None


def reached_with(change: Change) -> Version:
    """What its writer had once the change was saved."""
    return Version(change.c, {**change.seen.numbers(), change.writer: change.n})


def named(chronicle: Chronicle) -> list[Named]:
    """The versions with a name, oldest first: every import that was accepted."""
    changes = chronicle.changes()
    imports = [each for each in changes if (each.via or "").startswith(IMPORT)]
    back = _taken_back(changes) if imports else frozenset()
    return [Named(each, (each.writer, each.n) in back) for each in imports]


def find(chronicle: Chronicle, wanted: str) -> Change:
    """The change of the version a text names: `v1290`, `v1290 mia`, `blue.uss` (the last of it).

    Raises NoSuch where none is called so, and where two writers reached the number apart.
    """
    names = named(chronicle)
    match = _NUMBER.fullmatch(tidy(wanted))
    if match:
        return _numbered(chronicle.changes(), names, int(match[1]), fold(match[2] or ""))
    told = fold(tidy(wanted))
    for test in (_is_called, _begins):
        if found := [each for each in names if test(each, told)]:
            return found[-1].change
    raise NoSuch(f"no version is called '{tidy(wanted)}' ('callboard versions' lists them)")


def _numbered(
    changes: Iterable[Change], names: Iterable[Named], number: int, writer: str
) -> Change:
    both = (each.change for each in names), changes
    for among in both:
        found = [c for c in among if c.c == number and fold(c.writer).startswith(writer)]
        if len(found) == 1:
            return found[0]
        if found:
            ways = " or ".join(f"'v{number} {each.writer}'" for each in found[:3])
            raise NoSuch(f"v{number} was reached by {len(found)} writers apart: write {ways}")
    raise NoSuch(f"there is no v{number} here ('callboard versions' lists those with a name)")


def _is_called(each: Named, told: str) -> bool:
    return told in (fold(each.source), fold(each.name))


def _begins(each: Named, told: str) -> bool:
    return bool(told) and any(fold(name).startswith(told) for name in (each.source, each.name))


def _taken_back(changes: Sequence[Change]) -> frozenset[tuple[str, int]]:
    """The changes that are not in force: undone, and not brought back since."""
    begun: dict[tuple[str, int], tuple[str, int]] = {}
    back: set[tuple[str, int]] = set()
    for change in changes:
        if change.undoes is not None:
            undone = (change.writer, change.undoes)
            begun[change.writer, change.n] = root = begun.get(undone, undone)
            back ^= {root}
    return frozenset(back)
