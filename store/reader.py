"""One writer's folder, read from the byte last read on.

Only complete lines with the right sum are taken, in the gap-free run of their numbers. What was
read once stays known here also when a file becomes shorter or goes away. A reader never writes.
"""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from store.change import Change, NotAChange, first_sum, from_line, line_number, line_sum
from store.fault import Fault, plain, span
from store.layout import FILE_NAME, About, NewerFile, NotAFile, file_name, read_header, split
from store.seen import Seen


if TYPE_CHECKING:
    from pathlib import Path


SUM_BYTES = 6


class Place(NamedTuple):
    """The end of the last good line: file number, byte offset, and that line's number and sum."""

    file: int
    offset: int
    n: int
    sum: str


class Signature(NamedTuple):
    """What shows cheaply that a file is not as it was."""

    size: int
    modified: int
    node: int


class Reader:
    """Reads one writer's files in order; `read` gives the changes that are new."""

    def __init__(self, folder: Path, production: str) -> None:
        """Begin at the first file. Nothing is read yet."""
        self.folder = folder
        self.writer = folder.name
        self.tag = ""
        self.at = ""
        self.torn: dict[int, int] = {}
        self.fault: Fault | None = None
        self._production = production
        self._file = 0
        self._offset = 0
        self._n = 0
        self._sum = first_sum(production, self.writer)
        self._seen = Seen(self.writer, 0, {})
        self._sums = bytearray()
        self._signature: Signature | None = None
        self._refused: tuple[Signature, int] | None = None

    @property
    def place(self) -> Place:
        """Where the writer's last good line ends."""
        return Place(self._file, self._offset, self._n, self._sum)

    @property
    def seen(self) -> Seen:
        """What the writer's last change had seen: the next line is written against it."""
        return self._seen

    def sum_of(self, n: int) -> str:
        """The sum of one of the changes read; of change 0, what the first one chains from."""
        if n == 0:
            return first_sum(self._production, self.writer)
        return self._sums[SUM_BYTES * (n - 1) : SUM_BYTES * n].hex()

    def read(self) -> list[Change]:
        """The changes that are new since the last call. Faults are kept, never raised."""
        changes: list[Change] = []
        try:
            if self._file:
                self._read_on(changes)
            while self._enter_next(changes):
                pass
        except OSError as error:
            self._say(f"cannot be read: {error.strerror}.")
        return changes

    def _say(self, words: str, file: int | None = None) -> None:
        name = file_name(file or self._file or 1)
        self.fault = Fault(self.writer, name, f"{self.writer}/{name} {words}")

    def _read_on(self, changes: list[Change]) -> None:
        path = self.folder / file_name(self._file)
        now = _signature(path)
        if now is None:
            self._signature = None
            self._say(f"is no longer there; the view keeps its changes up to {self._n}.")
        elif now != self._signature:
            self._signature = now
            self.fault = None
            if now.size < self._offset:
                self._say(f"became shorter; the view keeps its changes up to {self._n}.")
            else:
                self._take(_bytes_from(path, self._offset), self._offset, changes)

    def _take(self, data: bytes, start: int, changes: list[Change]) -> None:
        tail = split(data)
        self.torn.pop(self._file, None)
        if data[:1] not in (b"", b",", b"\n"):
            self._say_damaged("other bytes follow than when it was last read")
            return
        for line, end in zip(tail.lines, tail.ends, strict=True):
            try:
                if line_number(line) <= self._n:
                    self._check_known(line)
                else:
                    changes.append(self._next_change(line))
            except NotAChange as reason:
                self._say_damaged(str(reason))
                return
            self._offset = start + end
        if tail.torn:
            self.torn[self._file] = self._offset

    def _next_change(self, line: bytes) -> Change:
        if line_number(line) != self._n + 1:
            raise NotAChange("its number is not the next one")
        change = from_line(line, self.writer, self._seen, self._sum)
        self._n, self._sum, self._seen = change.n, change.sum, change.seen
        self._sums += bytes.fromhex(change.sum)
        self.at = change.at
        return change

    def _check_known(self, line: bytes) -> None:
        """A line may be there twice, at the seam of two files; it must be the same one."""
        n = line_number(line)
        if self.sum_of(n) != line_sum(line):
            raise NotAChange(f"it holds another change {n} than the one read before")

    def _say_damaged(self, reason: str) -> None:
        other = self._forked_at()
        if other:
            self._say(
                f"holds another change {other} than the one read before: a copied home or a "
                f"restored backup writes under this name. The view keeps what was read first."
            )
            return
        self._say(
            f"is damaged after change {self._n} ({reason}). "
            f"Up to change {self._n} it is read; what follows waits."
        )

    def _forked_at(self) -> int:
        """The first number in this file whose line is not the one read before; 0 if none."""
        data = _bytes_from(self.folder / file_name(self._file), 0)
        try:
            found = read_header(data)
            lines = split(data[found[1] :]).lines if found else []
            numbers = [(line_number(line), line_sum(line)) for line in lines]
        except (NotAFile, NewerFile, NotAChange):
            return 0
        return next((n for n, was in numbers if n <= self._n and self.sum_of(n) != was), 0)

    def _enter_next(self, changes: list[Change]) -> bool:
        """Go on to the next file, if it is there and follows on; whether to look for one more."""
        number = self._file + 1
        path = self.folder / file_name(number)
        now = _signature(path)
        if now is None or self._refused == (now, self._n):
            return False
        self._refused = (now, self._n)
        data = _bytes_from(path, 0)
        start = self._opened(data, number)
        if not start:
            return False
        self._file, self._offset = number, start
        self._signature = None
        self.fault = None
        self._take(data[start:], start, changes)
        return self.fault is None

    def _opened(self, data: bytes, number: int) -> int:
        """Where the changes of the next file begin; 0 when it cannot be gone on to."""
        try:
            found = read_header(data)
        except NewerFile:
            self._say("was written by a later Callboard than this one; update to read it.", number)
            return 0
        except NotAFile as reason:
            self._say(f"cannot be read: {reason}.", number)
            return 0
        if found is None or not self._follows(found[0], number):
            return 0
        self.tag = found[0].tag
        return found[1]

    def _follows(self, about: About, number: int) -> bool:
        if about.production != self._production:
            self._say("belongs to another production and is left out.", number)
        elif about.writer != self.writer:
            self._say(f"was written by {plain(about.writer)}, not by {self.writer}.", number)
        elif about.first > self._n + 1:
            waiting = span(self._n + 1, about.first - 1)
            self._say(f"waits for {waiting}, which are not here yet.", number)
        elif about.first < 1 or about.prev != self.sum_of(about.first - 1):
            self._say("does not follow on the file before: one of the two is a copy.", number)
        else:
            return True
        return False

    def missing_up_to(self) -> int:
        """The last number missing before a later file that is already here; 0 if none is."""
        try:
            names = sorted(os.listdir(self.folder))  # noqa: PTH208 - names are all it needs
        except OSError:
            return 0
        for name in names:
            if FILE_NAME.fullmatch(name) and int(name[:-5]) > self._file:
                first = self._first_of(name)
                return first - 1 if first is not None and first > self._n + 1 else 0
        return 0

    def _first_of(self, name: str) -> int | None:
        try:
            found = read_header(_bytes_from(self.folder / name, 0))
        except (OSError, NotAFile, NewerFile):
            return None
        return None if found is None else found[0].first


def _signature(path: Path) -> Signature | None:
    """What a regular file looks like now, None when it is not there."""
    try:
        now = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(now.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    return Signature(now.st_size, now.st_mtime_ns, now.st_ino)


def _bytes_from(path: Path, offset: int) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        parts = []
        while part := os.pread(descriptor, 1 << 20, offset):
            parts.append(part)
            offset += len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)
