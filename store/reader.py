"""One writer's own files, read from the byte last read on.

Only complete lines with the right sum are taken, in the gap-free run of their numbers. What was
read once stays known also when a file becomes shorter or goes away. A reader never writes.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.change import Change, NotAChange, line_number
from store.fault import Fault
from store.layout import CLOSING, NewerFile, NotAFile, Tail, file_name, read_header, split
from store.looking import Signature, bytes_from, signature
from store.next_file import DoesNotFollow, later_files, missing_up_to, opened


if TYPE_CHECKING:
    from collections.abc import Iterable

    from store.chain import Chain


PAGE = 8  # lines: from so many on it is worth while to take them all at once


UNKNOWN = Signature(0, 0, 0)  # as no file looks: it is to be read again


class Place(NamedTuple):
    """The end of the last good line: file number, byte offset, and that line's number and sum."""

    file: int
    offset: int
    n: int
    sum: str


class Known(NamedTuple):
    """What was known of a file when it was last looked at, and the last number read in it."""

    signature: Signature | None
    last: int


class Reader:
    """Reads one writer's files in order into their chain; `read` gives the changes that are new.

    `forked` is set when two changes with one number turn up that both are true.
    """

    def __init__(self, folder: Path, production: str, chain: Chain) -> None:
        """Begin at the first file. Nothing is read yet."""
        self.folder = folder
        self.chain = chain
        self.tag = ""
        self.torn: dict[int, int] = {}
        self.fault: Fault | None = None
        self.forked = False
        self.files: dict[int, Known] = {}
        self._production = production
        self._file = 0
        self._offset = 0
        self._refused: dict[int, tuple[Signature, int]] = {}

    @property
    def place(self) -> Place:
        """Where the writer's last good line ends."""
        return Place(self._file, self._offset, self.chain.n, self.chain.sum)

    def state(self) -> dict[str, Any]:
        """How far it is, as JSON. Where something is wrong, every file is to be read again."""
        again = UNKNOWN if self.fault is not None else None
        files = [
            [number, known.signature and list(again or known.signature), known.last]
            for number, known in self.files.items()
        ]
        torn = list(self.torn.items())
        place = [self._file, self._offset]
        return {"tag": self.tag, "place": place, "files": files, "torn": torn}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where a checkpoint stood. Raises ValueError, KeyError or TypeError."""
        self.tag, (self._file, self._offset) = state["tag"], state["place"]
        self.torn = dict(state["torn"])
        self.files = {
            number: Known(seen and Signature(*seen), last) for number, seen, last in state["files"]
        }

    def look_back(self) -> list[Change]:
        """Look at the files read before: what in them is not as it was is read again."""
        changes: list[Change] = []
        for number in range(1, self._file):
            try:
                self._look_back_at(number, changes)
            except OSError as error:
                self._say(f"cannot be read: {error.strerror}.", number)
        return changes

    def _look_back_at(self, number: int, changes: list[Change]) -> None:
        known, now = self.files.get(number), signature(self._path(number))
        if not self.forked and known is not None and now != known.signature:
            self.files[number] = known._replace(signature=now)
            self._look_again(number, changes, "its bytes changed")

    def read(self) -> list[Change]:
        """The changes that are new since the last call. Faults are kept, never raised."""
        changes: list[Change] = []
        try:
            if self._file:
                self._read_on(changes)
            while not self.forked and self._enter_next(changes):
                pass
        except OSError as error:
            self._say_unreadable(error)
        return changes

    def offer(self, lines: Iterable[bytes]) -> list[Change]:
        """Lines found elsewhere, lowest number first: those that follow on are taken in."""
        changes: list[Change] = []
        for line in lines:
            if self.chain.forks_at([line]):
                self.forked = True
                break
            with contextlib.suppress(NotAChange):
                changes += self.chain.take(line)
        return changes

    def wrote(self, change: Change, line: bytes, end: Place) -> None:
        """Take in what was just written and flushed as the last line, which ends there."""
        self.chain.add([change], [line])
        self._file, self._offset = end.file, end.offset
        with contextlib.suppress(OSError):
            now = signature(self._path(end.file))
            as_left = now is not None and now.size == end.offset + len(CLOSING)
            self.files[end.file] = Known(now if as_left else UNKNOWN, change.n)

    def _say_unreadable(self, error: OSError) -> None:
        """Say so, and look again next time: a mode that is put right changes no signature."""
        from store.ownership import why_unreadable

        refused = why_unreadable(Path(self._path(self._file or 1)))
        self._say(f"cannot be read: {error.strerror}. {refused}".rstrip())
        self._refused.clear()
        if self._file:
            self.files[self._file] = self.files[self._file]._replace(signature=None)

    def _path(self, number: int) -> str:
        return f"{self.folder}/{file_name(number)}"

    def _say(self, words: str, file: int | None = None) -> None:
        name = file_name(file or self._file or 1)
        self.fault = Fault(self.chain.writer, name, f"{self.chain.writer}/{name} {words}")

    def _read_on(self, changes: list[Change]) -> None:
        known, now = self.files[self._file], signature(self._path(self._file))
        if now != known.signature:
            self.files[self._file] = known._replace(signature=now)
            self.fault = None
            self._read_changed(known.signature, now, changes)

    def _read_changed(
        self, before: Signature | None, now: Signature | None, changes: list[Change]
    ) -> None:
        if now is None:
            self._say(f"is no longer there; the view keeps its changes up to {self.chain.n}.")
            return
        if before is not None and before.size == now.size:
            self._look_again(self._file, changes, "its bytes changed")
            return
        ending = self._ending()
        data = bytes_from(self._path(self._file), self._offset - len(ending))
        after = data[len(ending) :]
        if data.startswith(ending) and after[:1] in (b"", b",", b"\n"):
            self._take(after, self._offset, changes)
        else:
            other = "other bytes follow than when it was last read"
            self._look_again(self._file, changes, other)

    def _ending(self) -> bytes:
        """The bytes the last line read in this file ends with: another line has another sum."""
        last = self.files[self._file].last
        return b'%b"}' % self.chain.sum_of(last).encode("ascii") if last else b""

    def _take(self, data: bytes, start: int, changes: list[Change]) -> None:
        tail = split(data)
        self.torn.pop(self._file, None)
        try:
            self._take_lines(tail, start, changes)
        except NotAChange as reason:
            self._look_again(self._file, changes, str(reason))
            return
        if tail.torn:
            self.torn[self._file] = self._offset

    def _take_lines(self, tail: Tail, start: int, changes: list[Change]) -> None:
        """Take what is new in the newest file, up to the first line that does not follow."""
        if len(tail.lines) >= PAGE and self._take_page(tail, start, changes):
            return
        for line, end in zip(tail.lines, tail.ends, strict=True):
            changes += self.chain.take(line)
            self._offset = start + end
            known = self.files[self._file]
            self.files[self._file] = known._replace(last=max(known.last, line_number(line)))

    def _take_page(self, tail: Tail, start: int, changes: list[Change]) -> bool:
        """Take all lines at once; whether that went."""
        try:
            changes += self.chain.take_page(tail.lines)
        except NotAChange:
            return False
        self._offset = start + tail.ends[-1]
        self.files[self._file] = self.files[self._file]._replace(last=self.chain.n)
        return True

    def _look_again(self, number: int, changes: list[Change], reason: str) -> None:
        """Something is odd about a file: read all of it, and say what happened to it."""
        known = self.files[number]
        if known.signature is None:
            self._say(f"is no longer there; the view keeps its changes up to {known.last}.", number)
            return
        data = bytes_from(self._path(number), 0)
        try:
            found = read_header(data)
        except (NotAFile, NewerFile):
            self._say_damaged(number, reason)
            return
        start = found[1] if found else len(data)
        self._say_what_changed(number, split(data[start:]), start, changes)

    def _say_what_changed(self, number: int, tail: Tail, start: int, changes: list[Change]) -> None:
        if self.chain.forks_at(tail.lines):
            self.forked = True
            return
        before = self.files[number].last
        try:
            self.chain.check(tail.lines)
            if number == self._file:
                self._take_lines(tail, start, changes)
            else:
                changes += [one for line in tail.lines for one in self.chain.take(line)]
        except NotAChange as found:
            self._say_damaged(number, str(found))
            return
        if (line_number(tail.lines[-1]) if tail.lines else 0) < before:
            self._say(f"became shorter; the view keeps its changes up to {before}.", number)

    def _say_damaged(self, number: int, reason: str) -> None:
        last = min(self.chain.n, self.files[number].last or self.chain.n)
        self._say(
            f"is damaged after change {last} ({reason}). "
            f"Up to change {last} it is read; what follows waits.",
            number,
        )

    def _enter_next(self, changes: list[Change]) -> bool:
        """Go on to the next file, if it is there and follows on; whether to look for one more."""
        for number in self._following():
            if self._enter(number, changes):
                return self.fault is None
        return False

    def _following(self) -> list[int]:
        """The next file; where copies gave what comes between, those further on as well."""
        following = self._file + 1
        if self.chain.n > self.last_in_files():
            return [following, *later_files(self.folder, following)]
        return [following]

    def _enter(self, number: int, changes: list[Change]) -> bool:
        """Take what is in a file that follows on what was read; whether it does."""
        now = signature(self._path(number))
        if now is None or self._refused.get(number) == (now, self.chain.n):
            return False
        self._refused[number] = (now, self.chain.n)
        data = bytes_from(self._path(number), 0)
        try:
            found = opened(data, self._production, self.chain)
        except DoesNotFollow as reason:
            self._say(str(reason), number)
            return False
        if found is None:
            return False
        self.tag, start = found[0].tag, found[1]
        self._file, self._offset = number, start
        self.files[number] = Known(now, 0)
        self.fault = None
        self._take(data[start:], start, changes)
        return True

    def last_in_files(self) -> int:
        """The last number read in the writer's own files."""
        return max((known.last for known in self.files.values()), default=0)

    def missing_up_to(self) -> int:
        """The last number missing before a later file that is already here; 0 if none is."""
        return missing_up_to(self.folder, self._file, self.chain.n)
