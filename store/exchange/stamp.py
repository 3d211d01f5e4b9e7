"""The time of change a file is written with: of two versions the longer has the later one.

rsync leaves a file alone that is later there (`--update`), and that is all it can be told.
Between our look and our push a third machine may have pushed a longer version, and neither the
clocks of machines nor the coarse times of sticks say which of two is longer. So the time is made
from the contents: that of the last change in it, and a second on from change to change at least.
Where a version by a later time is there already, as after a copy that kept no times, ours is as
much later as it is longer. Whoever pushes the longer version then has the later time and keeps it.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import orjson

from store.layout import NewerFile, NotAFile, read_header, split


if TYPE_CHECKING:
    from pathlib import Path

SECOND = 1_000_000_000

A_BYTE = SECOND // 32
"""Nanoseconds for each byte more than there is; the shortest change makes it two seconds."""

LATEST = (1 << 32) * SECOND
"""What file systems and rsyncs of any age can keep."""


def stamp(data: bytes, there: Path) -> int:
    """The time to write these bytes with, in nanoseconds, where `there` is perhaps a version."""
    made = _made(data)
    try:
        now = there.lstat()
    except OSError:
        return made
    return min(max(made, now.st_mtime_ns + max(len(data) - now.st_size, 0) * A_BYTE), LATEST)


def _made(data: bytes) -> int:
    """The time of the last change, each at least a second after the one before."""
    try:
        found = read_header(data)
    except (NotAFile, NewerFile):
        found = None
    at = 0
    for line in split(data[found[1] :]).lines if found else ():
        at = max(_time_of(line), at + SECOND)
    return min(at, LATEST)


def _time_of(line: bytes) -> int:
    try:
        [change] = orjson.loads(b"{%b}" % line).values()
        return int(datetime.fromisoformat(change["at"]).timestamp()) * SECOND
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return 0
