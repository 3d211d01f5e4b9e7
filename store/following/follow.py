"""Following what others write, in a thread of its own.

Where the system tells of changes they are known at once. A slow look of our own is always on, for
file systems that tell nobody, lost notices, too few watches, and folders made again. It reads no
file and shares nothing with the production: it only says that a look is worth while, the owner
then calls `refresh`.
"""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from store.following.traces import AllTraces, Traces, quick_look, thorough_look


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from store.following.notices import Notices

INTERVAL = 2.0  # seconds between two looks of our own
THOROUGH = 15  # every so many of them at all files
SETTLE = 0.02  # seconds between two calls back, however much is written


class Follower:
    """Calls back, from its own thread, when a writer's folder looks different than before.

    One change may bring more than one call.
    """

    def __init__(self, writers: Path, changed: Callable[[], None]) -> None:
        """Watch the folder of writers; the thread begins with `start`."""
        self._writers = str(writers)
        self._changed = changed
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="follow", daemon=True)
        self._notices: Notices | None = None
        self._traces: Traces = {}
        self._all: AllTraces = {}
        self._looks = 0

    def start(self) -> None:
        """Begin. What is there by now counts as known."""
        self._traces = quick_look(self._writers, {})
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stopped.set()
        if self._notices is not None:
            self._notices.end()
        if self._thread is threading.current_thread():
            return
        if self._thread.is_alive():
            self._thread.join()
        self._close()

    def _close(self) -> None:
        """Only when the thread is over: a descriptor's number may be another's by then."""
        notices, self._notices = self._notices, None
        if notices is not None:
            notices.close()

    def _run(self) -> None:
        from store.following.notices import open_notices

        notices = self._notices = open_notices(self._writers)
        notices.arm()
        self._all = thorough_look(self._writers)
        self._follow(notices)

    def _follow(self, notices: Notices) -> None:
        due = time.monotonic()
        while not self._stopped.is_set():
            told = notices.wait(max(0.0, due - time.monotonic()))
            if time.monotonic() >= due:
                due = time.monotonic() + INTERVAL
                if self._differs():
                    notices.arm()  # a folder made again has another time
                    told = True
            if told and not self._stopped.is_set():
                self._changed()
                self._stopped.wait(SETTLE)

    def _differs(self) -> bool:
        """Look, and say whether anything is not as it was at the last look."""
        traces = quick_look(self._writers, self._traces)
        differs, self._traces = traces != self._traces, traces
        self._looks += 1
        if self._looks % THOROUGH == 0:
            everything = thorough_look(self._writers)
            differs, self._all = differs or everything != self._all, everything
        return differs
