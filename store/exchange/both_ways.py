"""Two production folders, exchanged file by file: what is new in one is joined to the other.

Every file is read whole on both sides, so that it is contents that are compared, never times.
Each write is a file complete or absent, each in its own right good, so an exchange may stop
anywhere: the next one goes on from there.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, NamedTuple

from store.exchange.joining import Joined, Place, joined
from store.exchange.outcome import Counted, Outcome


if TYPE_CHECKING:
    from store.exchange.options import Options, Settled
    from store.exchange.tree import File, Tree

FORBIDDEN = {errno.EACCES, errno.EPERM}


class Sides(NamedTuple):
    """The two folders, and the production both are."""

    near: Tree
    far: Tree
    production: str


class Exchange:
    """One exchange between two folders that are the same production."""

    def __init__(self, sides: Sides, outcome: Outcome, options: Options) -> None:
        """Take both sides, and where to say what came of it."""
        self.sides, self.outcome = sides, outcome
        self._progress = options.progress
        self._settled: Settled = {} if options.settled is None else options.settled
        self._closed: dict[str, str] = {}

    def run(self) -> None:
        """Bring both sides to hold all of it. Raises OSError where a side cannot be listed."""
        near, far = self.sides.near, self.sides.far
        files = sorted({*near.files(), *far.files()}, key=_order)
        self.outcome.writers |= {file.writer for file in files}
        for done, file in enumerate(files):
            self._progress(done, len(files))
            self._both(file)
        self._progress(len(files), len(files))
        self.outcome.failed = " ".join(self._closed.values())

    def _both(self, file: File) -> None:
        """Exchange one file; one that looks as it did when it was settled is not read."""
        near, far = self.sides.near, self.sides.far
        looks = near.signature(file), far.signature(file)
        if None in looks or looks != self._settled.get(file):
            written = self._joined_both(file)
            if looks[0] and looks[1] and not written:
                self._settled[file] = (looks[0], looks[1])

    def _joined_both(self, file: File) -> bool:
        """Join each side's file to the other's; whether anything was written or left out."""
        near, far = self.sides.near, self.sides.far
        noted = len(self.outcome.notes)
        ours, theirs = self._read(near, file), self._read(far, file)
        if ours and theirs and ours == theirs:
            return False
        came = theirs is not None and self._bring(theirs, file, (far, near))
        if came:
            ours = self._read(near, file)
        went = ours is not None and self._bring(ours, file, (near, far))
        return came or went or bool(self._closed) or len(self.outcome.notes) > noted

    def _read(self, side: Tree, file: File) -> bytes | None:
        try:
            return side.read(file)
        except OSError as error:
            self._say(file, side, f"cannot be read: {error.strerror}.")
            return None

    def _say(self, file: File, side: Tree, words: str) -> None:
        self.outcome.note(f"{file.writer}/{file.name} in {side.name} {words}")

    def _bring(self, content: bytes, file: File, way: tuple[Tree, Tree]) -> bool:
        """Join one side's file to the other's; whether anything was written there."""
        source, target = way
        if target.name in self._closed or file.writer in target.closed:
            return False
        try:
            found = self._join(content, file, target)
        except OSError as error:
            self._refused(error, file, target)
            return False
        if found.wrong:
            self._say(file, source, f"{found.wrong}.")
        if found.writes:
            counted = self.outcome.taken if target is self.sides.near else self.outcome.given
            files = frozenset(f"{file.writer}/{each.name}" for each in found.writes)
            counted.append(Counted(files, found.writer, found.new))
        return bool(found.writes)

    def _join(self, content: bytes, file: File, target: Tree) -> Joined:
        """Read what is there, and write what is to be, with nobody of this user in between."""
        place = Place(self.sides.production, file.writer, file.number, file.main)
        with target.still():
            found = joined(target.held(file), content, place)
            for each in found.writes:
                target.write(file.writer, each.name, each.data)
        return found

    def _refused(self, error: OSError, file: File, target: Tree) -> None:
        """A folder that is somebody else's is left out; a disk that refuses is not asked again."""
        if error.errno in FORBIDDEN:
            words = f"What is new of {file.writer} was not written to {target.name}: "
            self.outcome.note(f"{words}its folder there is not yours to write in.")
            return
        self._closed[target.name] = (
            f"{target.name} could not be written: {error.strerror}. "
            f"What is there is whole; sync again when it can be."
        )


def _order(file: File) -> tuple[str, int, bool, str]:
    """By number, kept copies first: they may prove what follows damage in the main file."""
    return (file.writer, file.number, file.main, file.name)
