"""Being told of changes through watchfiles: the way where the system has no inotify."""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Generator

    from watchfiles.main import FileChange

# Noticed within twice the step. Shorter ones are paid for all day: `step=5` took 48-59 ms of
# processor in 10 s where nothing happened, 20 takes 18-33.
STEP = 20
DEBOUNCE = 50
TIMEOUT = 500

Place = tuple[int, int]


class Watched:
    """Notices of all that lies below the writers' folder."""

    def __init__(self, writers: str) -> None:
        """Load watchfiles, which takes anyio along; the folder is watched from `arm`."""
        from watchfiles import watch

        self._watch = watch
        self._writers = writers
        self._ended = threading.Event()
        self._place: Place | None = None
        self._changes: Generator[set[FileChange], None, None] | None = None

    def arm(self) -> None:
        """Watch the folder that is there now; one made again under its name is watched anew."""
        place = _place(self._writers)
        if place == self._place and self._changes is not None:
            return
        self.close()
        self._place = place
        if place is not None:
            self._changes = self._watch(
                self._writers,
                watch_filter=lambda _, path: not os.path.basename(path).startswith("."),  # noqa: PTH119
                step=STEP,
                debounce=DEBOUNCE,
                rust_timeout=TIMEOUT,
                yield_on_timeout=True,
                stop_event=self._ended,
                raise_interrupt=False,
                ignore_permission_denied=True,
            )

    def wait(self, seconds: float) -> bool:
        """Wait for a change; False where the time is over or `end` was called."""
        if self._changes is None:
            self._ended.wait(seconds)
            return False
        try:
            return bool(next(self._changes))
        except (StopIteration, OSError, RuntimeError):
            # The folder went away or there are no watches left: the slow scan goes on alone.
            self.close()
            return False

    def end(self) -> None:
        """Make `wait` return now, and from now on; called from another thread."""
        self._ended.set()

    def close(self) -> None:
        """End the watching."""
        if self._changes is not None:
            self._changes.close()
        self._changes = None


def _place(folder: str) -> Place | None:
    try:
        found = os.stat(folder)  # noqa: PTH116
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
