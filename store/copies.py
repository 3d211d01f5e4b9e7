"""Copies of writers' files, which sync engines, sticks and careful people leave lying about.

A conflict copy, a temporary or partial file, a file whose name or folder lost its case: what the
head of a file says counts, not what it is called. The lines in it are offered to the writer the
head names; whether they belong there is proved by their sums. A copy never is a writer.
"""

from __future__ import annotations

import itertools
import os
import time
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.change import NotAChange, line_number, line_sum
from store.layout import (
    FILE_NAME,
    TEMPORARY_NAME,
    WRITER_NAME,
    NewerFile,
    NotAFile,
    read_header,
    split,
)
from store.looking import Signature, bytes_from, names_in, signature


if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from store.chain import Chain

SETTLED = 3_000_000_000  # nanoseconds: the times of a FAT disk are two seconds apart
LARGEST = 64 * 1024 * 1024  # bytes: no file of ours grows so large


class Copy(NamedTuple):
    """A file looked at: how it looked, whose lines it holds, and those; "" where it is no copy."""

    signature: Signature
    writer: str
    lines: tuple[bytes, ...]


class Copies:
    """What lies beside the writers' own files and holds lines of theirs."""

    def __init__(self, folder: Path, production: str) -> None:
        """Look in a folder of writers. Nothing is read yet."""
        self._folder = folder
        self._production = production
        self._looked_at: dict[str, dict[Path, Copy]] = {}
        self._listed: dict[str, tuple[int, bool, tuple[Path, ...]]] = {}

    def look(self, read_already: Container[str], folders: Iterable[str] | None = None) -> None:
        """Look at what is new beside the files that have a reader of their own.

        `read_already` are the folders whose files by number are read as a writer's own. `folders`
        are those to look in, all if left out.
        """
        if folders is None:
            folders = [name for name in names_in(self._folder) if not name.startswith(".")]
            self._looked_at = {name: self._looked_at.get(name, {}) for name in folders}
        for folder in folders:
            self._looked_at[folder] = self._look_in(folder, own_files=folder in read_already)

    def _look_in(self, folder: str, *, own_files: bool) -> dict[Path, Copy]:
        known = self._looked_at.get(folder, {})
        found: dict[Path, Copy] = {}
        for path in self._paths(folder, own_files=own_files):
            copy = self._copy(path, known.get(path))
            if copy is not None:
                found[path] = copy
        return found

    def folders(self) -> set[str]:
        """The folders copies lie in."""
        return {path.parent.name for path, copy in self._all() if copy.writer}

    def writers(self) -> set[str]:
        """Whose lines are here."""
        return {copy.writer for _, copy in self._all() if copy.writer}

    def may_add(self, chain: Chain) -> bool:
        """Whether there are lines this run of changes does not have."""
        return any(
            chain.sum_of(n) != line_sum(line)
            for line in self.lines_of(chain.writer)
            if (n := number_of(line))
        )

    def holder(self, chain: Chain) -> str | None:
        """The name of a copy that holds the last of these changes; None if none does."""
        for path, copy in self._all():
            if copy.writer == chain.writer and chain.sum in map(line_sum, copy.lines):
                return path.name
        return None

    def lines_of(self, writer: str) -> list[bytes]:
        """A writer's lines in all copies, the lowest number first; some may be there twice."""
        found = [copy.lines for _, copy in self._all() if copy.writer == writer]
        return sorted(itertools.chain.from_iterable(found), key=number_of)

    def _all(self) -> Iterator[tuple[Path, Copy]]:
        for found in self._looked_at.values():
            yield from found.items()

    def _paths(self, folder: str, *, own_files: bool) -> tuple[Path, ...]:
        """The files in a folder that may be copies; it is listed anew only where it changed."""
        before = self._listed.get(folder)
        place = f"{self._folder}/{folder}"
        try:
            changed = os.stat(place).st_mtime_ns  # noqa: PTH116 - on the way of every change
        except OSError:
            return ()
        if before is not None and before[:2] == (changed, own_files):
            return before[2]
        paths = tuple(
            self._folder / folder / name
            for name in names_in(place)
            if not TEMPORARY_NAME.fullmatch(name) and not (own_files and FILE_NAME.fullmatch(name))
        )
        # A file made in the same tick of the disk's clock would not show.
        if time.time_ns() - changed > SETTLED:
            self._listed[folder] = (changed, own_files, paths)
        return paths

    def _copy(self, path: Path, known: Copy | None) -> Copy | None:
        """What a file holds, read only where it looks other than before."""
        try:
            now = signature(path)
            if now is None or (known is not None and known.signature == now):
                return known if now is not None else None
            if now.size > LARGEST:
                return Copy(now, "", ())
            return self._read(now, bytes_from(path, 0))
        except OSError:
            return None

    def _read(self, now: Signature, data: bytes) -> Copy:
        try:
            found = read_header(data)
        except (NotAFile, NewerFile):
            return Copy(now, "", ())
        if found is None or found[0].production != self._production:
            return Copy(now, "", ())
        writer = found[0].writer
        if not WRITER_NAME.fullmatch(writer):
            return Copy(now, "", ())
        return Copy(now, writer, tuple(split(data[found[1] :]).lines))


def number_of(line: bytes) -> int:
    """The number a line starts with; 0 where it does not, which no change has."""
    try:
        return line_number(line)
    except NotAChange:
        return 0
