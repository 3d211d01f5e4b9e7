"""Linux tells of changes in the writers' folders (inotify): at once, and at no cost while idle.

Asked of the kernel directly. Watchfiles waits in a loop of short sleeps: with `step=5`, which the
latency asks for, that loop took 48-59 ms of processor in 10 s where nothing happened, ten folders
watched; with `step=20` 18-33 ms and a median of 31 ms. This takes under 1 ms and notices in under
1 ms, without the 5 MB and 30 ms watchfiles and anyio take to load. Loading its Rust part alone
saves those 5 MB and is no public way; the loop stays. Elsewhere than on Linux it is the better
way: `store.following.watched`.
"""

from __future__ import annotations

import contextlib
import os
import select
import struct
import sys
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator

# What <sys/inotify.h> calls IN_...
MODIFY = 0x2
CLOSE_WRITE = 0x8
MOVED_TO = 0x80
CREATE = 0x100
DELETE = 0x200
QUEUE_OVERFLOW = 0x4000
IGNORED = 0x8000
A_FOLDER = 0x40000000
ONLY_FOLDERS = 0x01000000
NO_LINKS = 0x02000000

IN_A_FOLDER = MODIFY | CLOSE_WRITE | MOVED_TO | CREATE | DELETE | ONLY_FOLDERS | NO_LINKS
"""A write and its end: who reads between the two may find half a line, and comes again."""
OF_FOLDERS = MOVED_TO | CREATE | DELETE | ONLY_FOLDERS
HEAD = struct.Struct("iIII")
AT_ONCE = 1 << 16


class Inotify:
    """Notices of every writer's folder, and of new ones. Opening raises OSError where none can be.

    A folder that cannot be watched (no right to, no watches left) is left to the slow scan.
    """

    def __init__(self, writers: str) -> None:
        """Load the C library's calls; the folders are watched from the first `arm`."""
        if sys.platform != "linux":
            raise OSError("only Linux has inotify")
        import ctypes

        self._writers = writers
        self._errno = ctypes.get_errno
        self._library = ctypes.CDLL(None, use_errno=True)
        self._queue = self._library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._queue < 0:
            raise OSError(self._errno(), os.strerror(self._errno()))
        self._watches: set[int] = set()
        try:
            self._woken, self._wake = os.pipe()
        except OSError:
            os.close(self._queue)
            raise
        self._poll = select.poll()
        self._poll.register(self._queue, select.POLLIN)
        self._poll.register(self._woken, select.POLLIN)

    def arm(self) -> None:
        """Watch the folders that are there now, and no others.

        A folder watched already keeps its watch; one made again under its name gets a new one.
        """
        watches = {self._watch(self._writers, OF_FOLDERS)}
        with contextlib.suppress(OSError), os.scandir(self._writers) as entries:
            watches |= {
                self._watch(each.path, IN_A_FOLDER)
                for each in entries
                if not each.name.startswith(".")
            }
        watches.discard(-1)
        for gone in self._watches - watches:
            self._library.inotify_rm_watch(self._queue, gone)
        self._watches = watches

    def _watch(self, path: str, mask: int) -> int:
        return int(self._library.inotify_add_watch(self._queue, os.fsencode(path), mask))

    def wait(self, seconds: float) -> bool:
        """Wait for a change; False where the time is over or `end` was called."""
        self._poll.poll(seconds * 1000)
        try:
            data = os.read(self._queue, AT_ONCE)
        except BlockingIOError:
            return False
        told = list(_events(data))
        if any(mask & (A_FOLDER | QUEUE_OVERFLOW) for mask, _ in told):
            self.arm()
        return any(_matters(mask, name) for mask, name in told)

    def end(self) -> None:
        """Make `wait` return now, and from now on; called from another thread."""
        with contextlib.suppress(OSError):
            os.write(self._wake, b".")

    def close(self) -> None:
        """Give the descriptors back."""
        for descriptor in (self._queue, self._woken, self._wake):
            os.close(descriptor)


def _events(data: bytes) -> Iterator[tuple[int, bytes]]:
    """What happened and to which name, from the kernel's packed form."""
    at = 0
    while at < len(data):
        _, mask, _, length = HEAD.unpack_from(data, at)
        at += HEAD.size + length
        yield mask, data[at - length : at].rstrip(b"\0")


def _matters(mask: int, name: bytes) -> bool:
    """Temporary files begin with a dot, and come into being as a rename to a name without."""
    if mask & QUEUE_OVERFLOW:
        return True
    return bool(name) and not name.startswith(b".") and not mask & IGNORED
