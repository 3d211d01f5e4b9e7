"""The lines a user has read, kept outside the synced folder: what was seen is not forgotten.

In the user's cache, one file a writer, only appended to, never flushed: every line proves itself
by its sum, so that a torn or doubled one does no harm. Where the cache cannot be written, lines
are kept in memory as long as the process lives.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

from store.change import has_sum, line_sum
from store.copies import number_of
from store.looking import bytes_from, names_in


if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from store.chain import Chain

TAIL = 1 << 16  # bytes read to find the newest line; a longer line is only kept twice


class Shadow:
    """The lines of every writer of one production that were read here before."""

    def __init__(self, folder: Path | None) -> None:
        """Keep lines in this folder, which need not be there yet; None keeps them in memory."""
        self._folder = folder
        self._held: defaultdict[str, list[bytes]] = defaultdict(list)

    def keep(self, chain: Chain) -> None:
        """Take over the lines a chain has not given away yet."""
        lines, chain.unkept = chain.unkept, []
        newest = number_of(self._newest(chain.writer)) if lines else 0
        self._put(chain.writer, [line for line in lines if number_of(line) > newest])

    def keep_all(self, writer: str, lines: Iterable[bytes]) -> None:
        """Keep those of these lines that are not kept yet, whatever their order."""
        kept = {line_sum(line) for line in self.lines_of(writer)}
        self._put(writer, [line for line in lines if line_sum(line) not in kept])

    def may_add(self, chain: Chain) -> bool:
        """Whether lines are kept that this run of changes does not have."""
        newest = self._newest(chain.writer)
        return bool(newest) and chain.sum_of(number_of(newest)) != line_sum(newest)

    def writers(self) -> set[str]:
        """Whose lines are kept."""
        names = names_in(self._folder) if self._folder is not None else []
        return {*names, *self._held}

    def lines_of(self, writer: str) -> list[bytes]:
        """All lines kept of a writer, oldest first; some may be there twice."""
        return [*_whole(self._bytes(writer, 0)), *self._held.get(writer, ())]

    def _newest(self, writer: str) -> bytes:
        """The line kept last; empty where none is."""
        lines = [*_whole(self._bytes(writer, -TAIL)), *self._held.get(writer, ())]
        return lines[-1] if lines else b""

    def _put(self, writer: str, lines: list[bytes]) -> None:
        if lines and not self._append(writer, lines):
            self._held[writer] += lines

    def _bytes(self, writer: str, start: int) -> bytes:
        if self._folder is None:
            return b""
        path = self._folder / writer
        try:
            offset = max(0, path.stat().st_size + start) if start else 0
            return bytes_from(path, offset)
        except OSError:
            return b""

    def _append(self, writer: str, lines: Iterable[bytes]) -> bool:
        """Write lines behind those kept; whether the cache took them."""
        if self._folder is None:
            return False
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
            descriptor = os.open(self._folder / writer, flags, 0o600)
            try:
                data = b"\n%b\n" % b"\n".join(lines)
                return os.write(descriptor, data) == len(data)
            finally:
                os.close(descriptor)
        except OSError:
            return False


def _whole(data: bytes) -> list[bytes]:
    return [line for line in data.split(b"\n") if line.startswith(b'"') and has_sum(line)]
