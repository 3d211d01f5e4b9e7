"""Following what others write: a slow look at the newest files, in a thread of its own.

It works on every file system, also where nothing notifies. It reads no file and shares nothing
with the production: it only says that a look is worth while, the owner then calls `refresh`.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INTERVAL = 0.4  # seconds

Trace = tuple[int, str, int, int]


class Follower:
    """Calls back, from its own thread, when a writer's folder looks different than before."""

    def __init__(self, writers: Path, changed: Callable[[], None]) -> None:
        """Watch the folder of writers; the thread begins with `start`."""
        self._writers = writers
        self._changed = changed
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="follow", daemon=True)
        self._traces: dict[str, Trace] = {}

    def start(self) -> None:
        """Begin. What is there by now counts as known."""
        self._traces = self._look()
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopped.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(INTERVAL):
            now = self._look()
            if now != self._traces:
                self._traces = now
                self._changed()

    def _look(self) -> dict[str, Trace]:
        traces: dict[str, Trace] = {}
        try:
            with os.scandir(self._writers) as entries:
                names = [entry.name for entry in entries if not entry.name.startswith(".")]
        except OSError:
            return traces
        for name in names:
            trace = self._trace(name)
            if trace is not None:
                traces[name] = trace
        return traces

    def _trace(self, name: str) -> Trace | None:
        """The folder's time, its newest file, and that file's size and time."""
        folder = os.path.join(self._writers, name)  # noqa: PTH118 - ten times a Path's speed
        try:
            modified = os.stat(folder).st_mtime_ns  # noqa: PTH116
            known = self._traces.get(name)
            newest = known[1] if known and known[0] == modified else _newest(folder)
            if not newest:
                return (modified, "", 0, 0)
            now = os.stat(os.path.join(folder, newest))  # noqa: PTH116, PTH118
        except OSError:
            return None
        return (modified, newest, now.st_size, now.st_mtime_ns)


def _newest(folder: str) -> str:
    names = (name for name in os.listdir(folder) if name.endswith(".json"))  # noqa: PTH208
    return max((name for name in names if not name.startswith(".")), default="")
