"""Textual's driver for Linux and macOS, except that only cells that differ are sent.

Textual sends the regions that widgets call changed, and all of the screen wherever one of them
changes its size. A terminal shows most of that already. Whatever cannot be read goes through as it
is, and nothing is taken for shown after that.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from typing import TYPE_CHECKING, Any, TextIO

from tui.display.frame import SYNC_END, SYNC_START, is_control
from tui.display.line import Line, opened
from tui.display.screen import Screen
from tui.tty import TtyDriver


if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from textual.app import App

# How long the end waits for a terminal that takes nothing, in seconds.
PATIENCE = 2


class DifferenceDriver(TtyDriver):
    """Sends what differs, at once; while the terminal takes nothing, only the last frame counts."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._own_loop = asyncio.get_running_loop()
        self._own_thread = threading.get_ident()
        self._line: Line | None = None
        self._screen = Screen(0, 0)
        self._dragged = False

    def start_application_mode(self) -> None:
        """Begin with a terminal of which nothing is known."""
        if self._line is None and (fd := opened(self._out.fileno())) is not None:
            self._line = Line(fd, self._own_loop, self._catch_up)
        super().start_application_mode()

    def _resized(self, told: Callable[[int, FrameType | None], Any]) -> None:
        """A terminal that had another size for a moment may show nothing of what it did."""
        self._dragged = True
        super()._resized(told)
        # By now it may have its old size again, for which Textual would draw nothing.
        self._app.call_later(self._app.refresh, layout=True)

    def write(self, data: str) -> None:
        """Send what the terminal does not show already."""
        if threading.get_ident() != self._own_thread:
            self._own_loop.call_soon_threadsafe(self.write, data)
        elif data in {SYNC_START, SYNC_END}:
            self._screen.marked = True  # they are put around an update where it needs them
        elif is_control(data):
            self._send(data)
        else:
            self._show(data)

    def close(self) -> None:
        """Send what is left."""
        if self._line is not None:
            self._line.close(PATIENCE)
            self._line = None
        super().close()

    @property
    def _out(self) -> TextIO:
        """Where the base writes: Textual's to the standard error."""
        return self._file or sys.stderr

    def _show(self, data: str) -> None:
        self._fit()
        try:
            self._screen.read(data)
        except ValueError:
            self._catch_up()
            self._send(data)
            self._screen = Screen(*self._screen.size, marked=self._screen.marked)
        else:
            if self._line is None or self._line.is_free:
                self._catch_up()

    def _fit(self) -> None:
        """Begin anew where the terminal has another size; where it had, all is sent again."""
        try:
            size: tuple[int, int] = os.get_terminal_size(self._out.fileno())
        except OSError:  # the terminal is gone
            size = self._screen.size
        if size != self._screen.size:
            self._screen = Screen(*size, marked=self._screen.marked)
        elif self._dragged:
            self._screen.forget()
        self._dragged = False

    def _catch_up(self) -> None:
        if update := self._screen.update():
            self._send(update)

    def _send(self, data: str) -> None:
        if self._line is None:
            super().write(data)
        else:
            self._line.send(data.encode(self._out.encoding, "replace"))
