"""Looking at files of others without trusting them: no links followed, nothing written."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING

from models.named import NamedTuple


if TYPE_CHECKING:
    from pathlib import Path


class Signature(NamedTuple):
    """What shows cheaply that a file is not as it was; times in nanoseconds."""

    size: int
    modified: int
    node: int


def signature(path: Path | str) -> Signature | None:
    """What a regular file looks like now, None when it is not there.

    Raises OSError, also where it is something else than a file.
    """
    try:
        now = os.lstat(path)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(now.st_mode):
        raise OSError(errno.EINVAL, "it is not a file")
    return Signature(now.st_size, now.st_mtime_ns, now.st_ino)


def bytes_from(path: Path | str, offset: int) -> bytes:
    """All bytes of a file from an offset on. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        parts = []
        while part := os.pread(descriptor, 1 << 20, offset):
            parts.append(part)
            offset += len(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def names_in(folder: Path | str) -> list[str]:
    """The names in a folder, sorted; none where it cannot be read."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []
