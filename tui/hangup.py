"""The end that comes from outside: the terminal is gone, or the machine goes down.

A link that stalls before it breaks has the event loop waiting for the terminal, so the end of the
process cannot be left to the loop alone: a timer ends it in any case.
"""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

SIGNALS = (signal.SIGHUP, signal.SIGTERM)
PATIENCE = 0.7  # seconds from the signal to the end, whatever still waits for the terminal


class HangUp:
    """Ends an app within a second of a hang-up."""

    def __init__(self, app: App[Any], keep: Callable[[], None]) -> None:
        """Take the app and what keeps the half-typed line; that may be called more than once."""
        self._app = app
        self._keep = keep
        self._before: dict[signal.Signals, Any] = {}

    def listen(self) -> None:
        """Take the signals from now on. Call it in the main thread, in the running loop."""
        self._loop = asyncio.get_running_loop()
        signal.signal(signal.SIGALRM, self._give_up)
        self._before = {each: signal.signal(each, self._leave) for each in SIGNALS}

    def forget(self) -> None:
        """Let the signals do what they did before; what is ending still ends in time."""
        for number, before in self._before.items():
            signal.signal(number, before)

    def over(self) -> None:
        """All is done in time."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _leave(self, *_: object) -> None:
        """Called wherever the main thread is, also while it waits for the terminal."""
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._exit)

    def _exit(self) -> None:
        try:
            self._keep()
        finally:
            self._app.exit()

    def _give_up(self, *_: object) -> None:
        """Something still waits, so nobody will see us go; what was saved is on the disk."""
        try:
            self._keep()
        finally:
            os._exit(os.EX_IOERR)
