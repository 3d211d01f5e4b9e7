"""One name written under in two places: where the two part, each goes on as a writer of its own.

A copied home, a restored machine or backup may go on under a living writer's name. Two changes
with one number are then both true, as far as the sums tell. So that both sides are kept, and the
same way by everyone whatever came first, the name ends before the fork; each branch has a name
made of it and of the sum of the branch's first line: `mia@prod01-7f3k~51d0c2`. What others had
seen under the old name counts up to the fork only: beyond it nobody knows which side they saw.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.chain import follows
from store.change import Change, NotAChange, first_sum, from_line, line_number, line_sum
from store.seen import Seen


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

MARK = "~"
SUM_DIGITS = 6


class Stem(NamedTuple):
    """A branch's name, and the branches it grew out of, each with the last number it has."""

    name: str
    before: tuple[tuple[str, int], ...]


class Branch(NamedTuple):
    """A run of changes without a fork in it, under the name it has.

    `before` are the branches it grew out of, each with the last number it has; `prev` is the sum
    its first change follows on.
    """

    name: str
    before: tuple[tuple[str, int], ...]
    first: int
    prev: str
    changes: tuple[Change, ...]

    @property
    def last(self) -> int:
        """The number of its last change; one less than `first` where it has none."""
        return self.first + len(self.changes) - 1

    @property
    def at(self) -> str:
        """The local time of its last change; empty where it has none."""
        return self.changes[-1].at if self.changes else ""


class Forked:
    """A writer whose name forked: gives the changes of every branch under the branch's name.

    `renamed` is set when changes given before turn out to belong to another branch: then all
    that was merged of this writer has to be merged anew.
    """

    def __init__(
        self,
        writer: str,
        production: str,
        lines: Callable[[], Iterable[bytes]],
        given: Mapping[str, int],
    ) -> None:
        """Of each name the changes up to the number in `given` were given before."""
        self.writer = writer
        self.given = dict(given)
        self.branches: list[Branch] = []
        self.renamed = False
        self._production = production
        self._lines = lines
        self._known: set[str] = set()

    def read(self) -> list[Change]:
        """The changes not given before."""
        lines = list(self._lines())
        sums = {line_sum(line) for line in lines}
        if not self.branches or not sums <= self._known:
            self._known = sums
            self.branches = branches(self._production, self.writer, lines)
        last = {branch.name: branch.last for branch in self.branches}
        self.renamed = any(last.get(name, 0) < n for name, n in self.given.items())
        return [] if self.renamed else list(self._new())

    def begins(self) -> dict[str, int]:
        """The number before the first one of each branch, by name."""
        return {branch.name: branch.first - 1 for branch in self.branches}

    def _new(self) -> Iterator[Change]:
        for branch in self.branches:
            given = self.given.get(branch.name, branch.first - 1)
            yield from branch.changes[given - branch.first + 1 :]
            self.given[branch.name] = branch.last


def branches(production: str, writer: str, lines: Iterable[bytes]) -> list[Branch]:
    """All branches the lines of one writer form, the stem first; what follows on nothing waits."""
    by_number: dict[int, set[bytes]] = defaultdict(set)
    for line in lines:
        with contextlib.suppress(NotAChange):
            by_number[line_number(line)].add(line)
    stem = _Root(Stem(writer, ()), 1, first_sum(production, writer), Seen(writer, 0, {}), ())
    found: list[Branch] = []
    roots = [stem]
    while roots:
        branch, more = _grown(roots.pop(0), writer, by_number)
        found.append(branch)
        roots += more
    return found


class _Root(NamedTuple):
    """Where a branch begins: its stem, the sum and what was seen before its first change."""

    stem: Stem
    first: int
    sum: str
    seen: Seen
    begun: tuple[Change, ...]


def _grown(
    root: _Root, writer: str, by_number: Mapping[int, set[bytes]]
) -> tuple[Branch, list[_Root]]:
    """The whole branch from a root on, and the roots of those that begin where it ends."""
    run = list(root.begun)
    while True:
        total, seen = (run[-1].sum, run[-1].stamp.seen) if run else (root.sum, root.seen)
        n = root.first + len(run)
        following = _following(by_number.get(n, set()), writer, total, seen)
        if len(following) != 1:
            break
        run += following
    name, before = root.stem
    grown = (*before, (name, n - 1))
    more = [
        _Root(Stem(f"{writer}{MARK}{change.sum[:SUM_DIGITS]}", grown), n, total, seen, (change,))
        for change in following
    ]
    return Branch(name, before, root.first, root.sum, _named(run, root.stem)), more


def _following(lines: set[bytes], writer: str, total: str, seen: Seen) -> list[Change]:
    """The changes among these lines that follow on a sum, in the order of their own sums."""
    found = []
    for line in sorted(lines, key=line_sum):
        if follows(total, line):
            with contextlib.suppress(NotAChange):
                found.append(from_line(line, writer, seen, total))
    return found


def _named(run: list[Change], stem: Stem) -> tuple[Change, ...]:
    """The changes under the name of their branch, and what they had seen told in such names."""
    if not stem.before:
        return tuple(run)
    told: dict[tuple[int, int], Mapping[str, int]] = {}
    named = []
    for change in run:
        own, others = change.stamp.seen.own, change.stamp.seen.others
        key = (id(others), min(own, stem.before[-1][1]))
        if key not in told:
            told[key] = {**others, **{name: min(own, last) for name, last in stem.before}}
        seen = Seen(stem.name, own, told[key])
        named.append(change._replace(stamp=change.stamp._replace(writer=stem.name, seen=seen)))
    return tuple(named)
