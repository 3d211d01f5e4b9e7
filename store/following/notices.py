"""Being told by the system that a folder changed: the ways there are, the best first."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from store.following.inotify import Inotify
from store.following.watched import Watched


if TYPE_CHECKING:
    from collections.abc import Callable


class Notices(Protocol):
    """One way to be told. All its methods but `end` are for one thread."""

    def arm(self) -> None:
        """Watch the folders that are there now."""

    def wait(self, seconds: float) -> bool:
        """Wait for a change, no longer than so many seconds; False where there was none."""

    def end(self) -> None:
        """Make `wait` return now, and from now on; called from another thread."""

    def close(self) -> None:
        """Give back what was taken."""


class NoNotices:
    """The system tells nothing: only time passes."""

    def __init__(self, writers: str) -> None:
        """Watch nothing."""
        self._ended = threading.Event()

    def arm(self) -> None:
        """There is nothing to watch with."""

    def wait(self, seconds: float) -> bool:
        """Let the time pass."""
        self._ended.wait(seconds)
        return False

    def end(self) -> None:
        """Make `wait` return now, and from now on."""
        self._ended.set()

    def close(self) -> None:
        """There is nothing to give back."""


WAYS: tuple[Callable[[str], Notices], ...] = (Inotify, Watched, NoNotices)


def open_notices(writers: str) -> Notices:
    """The first way that works here; the last one always does."""
    for way in WAYS[:-1]:
        try:
            return way(writers)
        except (OSError, ImportError, AttributeError):
            continue  # no such calls in the C library, none left for this user, not installed
    return WAYS[-1](writers)
