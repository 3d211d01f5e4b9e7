"""One exchange of a folder at a time: two could each write over what the other has just written."""

from __future__ import annotations

import contextlib
import fcntl
import os
from typing import TYPE_CHECKING

from models.errors import NotSynced
from store.digest import blake2b
from store.directories import state_directory


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def alone(*folders: Path) -> Iterator[None]:
    """Hold these folders against other exchanges by this user. Raises NotSynced where one runs.

    Where the state directory cannot be used it goes on without: every write is good by itself.
    """
    with contextlib.ExitStack() as stack:
        for folder in folders:
            with contextlib.suppress(OSError):
                descriptor = _opened(folder)
                stack.callback(_closed, descriptor)
                _lock(descriptor, folder)
        yield


def _opened(folder: Path) -> int:
    place = blake2b(os.fsencode(os.path.realpath(folder)), digest_size=8).hexdigest()
    path = state_directory() / "sync" / f"{place}.lock"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)


def _closed(descriptor: int) -> None:
    with contextlib.suppress(OSError):  # the lock went with it
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise NotSynced(f"{folder} is being synced already. Wait for that to end.") from None
