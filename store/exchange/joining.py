"""The rule of an exchange: what one side writes, given what it has and what the other side has.

Pure, in bytes. A file only ever grows: where theirs goes on from ours, ours becomes the longer
one; where the two have gone apart (the same number, another sum), ours stays and theirs is kept
beside it as a kept copy. Of damaged files every line that either side can prove is good.
"""

from __future__ import annotations

from typing import NamedTuple

from store.exchange.lines import (
    Copy,
    Key,
    NotOurs,
    Proven,
    as_file,
    headed,
    is_damaged,
    key_of,
    keys_of,
    prove,
    read_copy,
)
from store.layout import file_name


class Place(NamedTuple):
    """Which file of which production: the writer's folder, its number, and if it is a main file.

    A kept copy holds lines that have no place in a main file, and may be of another writer.
    """

    production: str
    writer: str
    number: int
    main: bool = True


class Held(NamedTuple):
    """What a side has of one file: the main file, and the kept copies with its number by name."""

    main: bytes | None = None
    kept: tuple[tuple[str, bytes], ...] = ()


class Write(NamedTuple):
    """A file to be written whole: its name, its bytes, whether it is theirs byte for byte."""

    name: str
    data: bytes


class Joined(NamedTuple):
    """What to write, the writer of the lines, which are new, and what is wrong with theirs."""

    writes: tuple[Write, ...] = ()
    writer: str = ""
    new: frozenset[Key] = frozenset()
    wrong: str = ""


NOTHING = Joined()
DAMAGED = "is damaged; what can be read of it was taken"
STRANGE = "is in the folder of another writer"


def joined(ours: Held, theirs: bytes, place: Place) -> Joined:
    """What a side that has `ours` writes when it learns of `theirs`; nothing where it has all."""
    if theirs == ours.main:
        return NOTHING
    try:
        copy = read_copy(theirs, place.production)
    except NotOurs as reason:
        return Joined(wrong=str(reason))
    if copy is None:
        return NOTHING
    if place.main and copy.about.writer != place.writer:
        return Joined(wrong=STRANGE)
    return _Joining(ours, copy, place).result()


class _Joining:
    """One file of ours and one of theirs, as a tree of proven lines."""

    def __init__(self, ours: Held, theirs: Copy, place: Place) -> None:
        self.theirs, self.place = theirs, place
        self.size = len(ours.main or b"")
        self.sizes = {name: len(data) for name, data in ours.kept}
        self.main = _ours(ours.main, theirs, place)
        self.foreign = self.main is None and self.size > 0 and not _is_torn_head(ours.main, place)
        kept = (_ours(data, theirs, place) for _, data in ours.kept)
        beside = tuple(each for each in kept if each is not None)
        mains = () if self.main is None else (self.main,)
        self.held = prove((*mains, *beside))
        self.lines = prove((*mains, *beside, theirs))
        self.mine = keys_of(self.main, self.lines) if self.main else []
        self.others = keys_of(theirs, self.lines)

    def result(self) -> Joined:
        """What to write, and what is wrong with theirs."""
        wrong = DAMAGED if is_damaged(self.theirs, self.lines) else ""
        new = frozenset(self.others).difference(self.held)
        if not new:
            return Joined(wrong=wrong)
        longer = self._longer() if self.place.main else None
        told = set(keys_of(self.main, self.held)) if self.main else set()
        writes = []
        if longer is not None:
            writes.append(Write(file_name(self.place.number), longer[0]))
            told |= longer[1]
        writes += [each for tip in self._tips(new - told) if (each := self._branch(tip, told))]
        if not writes:
            return Joined(wrong=wrong)
        return Joined(tuple(writes), self.theirs.about.writer, new, wrong)

    def _longer(self) -> tuple[bytes, set[Key]] | None:
        """Our main file with what follows on it, and its lines; None where ours has to stay."""
        start = self.main or self.theirs
        if self.foreign:
            return None
        chain = self._chain(start.root)
        data = as_file(start.head, (self.lines[key].line for key in chain))
        said = {key_of(line) for line in self.main.lines} if self.main else set()
        grows = len(chain) > len(self.mine) and len(data) >= self.size
        return (data, set(chain)) if grows and said.issubset(chain) else None

    def _chain(self, root: Key) -> list[Key]:
        """The lines from the root on: ours where it forks, and none where that says nothing."""
        lead = set(self.mine or self.others)
        after: dict[Key, list[Key]] = {}
        for key in (*self.mine, *self.others):
            known = after.setdefault(self.lines[key].before, [])
            if key not in known:
                known.append(key)
        chain: list[Key] = []
        at = root
        while found := after.get(at):
            first = [key for key in found if key in lead]
            if not first and len(found) > 1:
                break
            at = first[0] if first else found[0]
            chain.append(at)
        return chain

    def _tips(self, new: frozenset[Key] | set[Key]) -> list[Key]:
        """The new lines no other new line follows on."""
        followed = {self.lines[key].before for key in new}
        return sorted(key for key in new if key not in followed)

    def _branch(self, tip: Key, told: set[Key]) -> Write | None:
        """A kept copy of the lines up to this one, from where they leave the main file."""
        run: list[Proven] = []
        at = tip
        while at in self.lines and at not in told:
            run.append(self.lines[at])
            at = run[-1].before
        name = f"{self.place.number:04d}.kept-{tip.sum}.json"
        data = headed(self.theirs.about, run[::-1])
        return Write(name, data) if len(data) > self.sizes.get(name, 0) else None


def _ours(data: bytes | None, theirs: Copy, place: Place) -> Copy | None:
    """A file of our side, where it holds lines of the same writer."""
    try:
        copy = read_copy(data or b"", place.production)
    except NotOurs:
        return None
    return copy if copy and copy.about.writer == theirs.about.writer else None


def _is_torn_head(data: bytes | None, place: Place) -> bool:
    """Whether a file stops before its head ends: nothing was ever in it."""
    try:
        return read_copy(data or b"", place.production) is None
    except NotOurs:
        return False
