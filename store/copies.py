"""Copies of writers' files, which sync engines, sticks and careful people leave lying about.

A conflict copy, a temporary or partial file, a file whose name or folder lost its case: what the
head of a file says counts, not what it is called. The lines in it are offered to the writer the
head names; whether they belong there is proved by their sums. A copy never is a writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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
    from collections.abc import Container, Iterator
    from pathlib import Path

    from store.chain import Chain

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
        self._looked_at: dict[Path, Copy] = {}

    def look(self, read_already: Container[str]) -> None:
        """Look at what is new beside the files that have a reader of their own.

        `read_already` are the folders whose files by number are read as a writer's own.
        """
        found: dict[Path, Copy] = {}
        for path in self._paths(read_already):
            copy = self._copy(path)
            if copy is not None:
                found[path] = copy
        self._looked_at = found

    def folders(self) -> set[str]:
        """The folders copies lie in."""
        return {path.parent.name for path, copy in self._looked_at.items() if copy.writer}

    def writers(self) -> set[str]:
        """Whose lines are here."""
        return {copy.writer for copy in self._looked_at.values() if copy.writer}

    def may_add(self, chain: Chain) -> bool:
        """Whether there are lines this run of changes does not have."""
        return any(
            chain.sum_of(n) != line_sum(line)
            for line in self.lines_of(chain.writer)
            if (n := number_of(line))
        )

    def lines_of(self, writer: str) -> list[bytes]:
        """A writer's lines in all copies, the lowest number first; some may be there twice."""
        lines = [
            line
            for copy in self._looked_at.values()
            if copy.writer == writer
            for line in copy.lines
        ]
        return sorted(lines, key=number_of)

    def _paths(self, read_already: Container[str]) -> Iterator[Path]:
        for folder in names_in(self._folder):
            if folder.startswith("."):
                continue
            for name in names_in(self._folder / folder):
                own = folder in read_already and FILE_NAME.fullmatch(name)
                if not own and not TEMPORARY_NAME.fullmatch(name):
                    yield self._folder / folder / name

    def _copy(self, path: Path) -> Copy | None:
        """What a file holds, read only where it looks other than before."""
        try:
            now = signature(path)
            known = self._looked_at.get(path)
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
