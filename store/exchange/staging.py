"""A host's folder as an exchange sees it: a mirror of what is there, and what is to go there.

The mirror in the cache directory is what rsync brought the last time, so that only what has
grown travels. Nothing is written to it: what the host lacks is put beside, to be pushed.
"""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from store.exchange.tree import Tree, put
from store.folder import WRITERS
from store.layout import read_header, split


if TYPE_CHECKING:
    from store.exchange.tree import File

STEP = 1_000_000_000 // 32
"""Nanoseconds a file's time moves on for each byte it grows: three seconds a line, or more."""

LATEST = 1 << 62
"""Nanoseconds; a time beyond that is not kept by every file system."""


def cache_directory() -> Path:
    """The user's own directory for what can be made anew; CALLBOARD_CACHE names another."""
    named = os.environ.get("CALLBOARD_CACHE")
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("callboard"))


class StagedTree(Tree):
    """The files of a host's folder, with those that are staged in front of those mirrored."""

    def __init__(self, mirror: Path, staging: Path, name: str) -> None:
        """Know both; `closed` are the writers of whom something there could not be read."""
        super().__init__(mirror, name)
        self.staging = staging
        self.closed: frozenset[str] = frozenset()

    def names(self, writer: str) -> list[str]:
        """All names in a writer's folder, there or on their way."""
        staged = self.staging / WRITERS / writer
        return [*super().names(writer), *(os.listdir(staged) if staged.is_dir() else ())]  # noqa: PTH208

    def place(self, writer: str, name: str) -> Path:
        """Where a file is: staged, or in the mirror."""
        staged = self.staging / WRITERS / writer / name
        return staged if staged.exists() else super().place(writer, name)

    def write(self, writer: str, name: str, data: bytes, modified: int) -> None:
        """Stage a file. Raises PermissionError where it could not be compared with all of theirs.

        See `stamp` for why the time it had where it came from is not kept.
        """
        if writer in self.closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), writer)
        staged = self.staging / WRITERS / writer / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        put(staged, data, stamp(data, super().place(writer, name)))

    def took(self, file: File) -> None:
        """A staged file has arrived: it is what the mirror has from now on."""
        mirrored = super().place(file.writer, file.name)
        mirrored.parent.mkdir(parents=True, exist_ok=True)
        (self.staging / WRITERS / file.writer / file.name).replace(mirrored)


def stamp(data: bytes, there: Path) -> int:
    """The time of change a file is pushed with, in nanoseconds: the longer file has the later one.

    rsync replaces a file that is older (`--update`). Between our look and our push a third
    machine may have pushed a longer version, and the clocks of machines, and the coarse times of
    sticks, say nothing about which of two is longer. So the time is made from the contents: from
    when its first change was made, later with every byte; and where the host has a version by
    another time already, that time and as much later as ours is longer. Whoever pushes the
    longer version from the same beginnings then has the later time, and keeps it.
    """
    made = _begun(data) + len(data) * STEP
    try:
        now = there.stat()
    except OSError:
        return min(made, LATEST)
    return min(max(made, now.st_mtime_ns + (len(data) - now.st_size) * STEP), LATEST)


def _begun(data: bytes) -> int:
    """When the first change of a file was made; the same for all its versions."""
    found = read_header(data)
    lines = split(data[found[1] :]).lines if found else []
    try:
        body = orjson.loads(b"{%b}" % lines[0])
        [change] = body.values()
        at = datetime.fromisoformat(change["at"]).timestamp()
    except (IndexError, KeyError, TypeError, ValueError, OverflowError):
        return 0
    return int(min(max(at, 0), 1 << 32)) * 1_000_000_000
