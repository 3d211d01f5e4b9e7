"""The terminal's side of the board: what is typed, Ctrl-Z and back, and the end of the line.

Textual's own driver ends the app over one byte that is no UTF-8, spins on a terminal that is
gone, wakes ten times a second for an Esc nobody pressed, stops where no shell would ever let it
go on, and takes every SIGCONT for the end of a Ctrl-Z. What it writes is not touched here.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import threading
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver


if TYPE_CHECKING:
    from textual.app import App

AT_ONCE = 1 << 12  # bytes


class TtyDriver(LinuxDriver):
    """Textual's driver, at home on terminals that come and go."""

    def __init__(self, app: App[Any], **given: Any) -> None:
        """Take what Textual gives its driver. Call it in the main thread, in the running loop."""
        super().__init__(app, **given)
        self._woken, self._waker = os.pipe()
        self._listen()

    def _listen(self) -> None:
        """Stop and go on from the loop: a signal may come in the middle of a frame."""
        self._loop.add_signal_handler(signal.SIGTSTP, self.sleep)
        self._loop.add_signal_handler(signal.SIGCONT, self.wake)

    def sleep(self) -> None:
        """Give the terminal back, and stop as Ctrl-Z stops any program.

        The signal goes to all that was started with us. Where no shell waits, as behind `ssh -t`
        or in a window of tmux, the kernel stops nobody and the board goes on.
        """
        self.suspend_application_mode()
        for each in (signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(each)
        os.kill(0, signal.SIGTSTP)
        self._listen()
        self.wake()

    def wake(self) -> None:
        """Take the terminal again, and show everything: nobody knows what is on it by now."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self.suspend_application_mode()  # stopped from outside, with the terminal still ours
        self.resume_application_mode()
        self._app.call_later(self._app.refresh, layout=True)

    def run_input_thread(self) -> None:
        """Hand on what is typed until the input is disabled or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        pending = False  # an escape sequence may have begun, or it was the key Esc
        while not self.exit_event.is_set():
            typed = self._typed(constants.ESCAPE_DELAY if pending else None)
            if typed is None:
                _hang_up()
                return
            text = decode(typed)
            for event in parser.feed(text) if text else parser.tick():
                self.process_message(event)
            pending = bool(typed)
        os.read(self._woken, 1)

    def _typed(self, seconds: float | None) -> bytes | None:
        """The bytes there are within some seconds; None where there will never be any."""
        ready, _, _ = select.select([self.fileno, self._woken], [], [], seconds)
        if self.fileno not in ready:
            return b""
        try:
            return os.read(self.fileno, AT_ONCE) or None
        except OSError:  # the terminal of another session is gone without a signal
            return None

    def disable_input(self) -> None:
        """Wake the thread, so that it sees that it is to end; the rest is Textual's."""
        if self._key_thread is not None and self._key_thread.is_alive():
            os.write(self._waker, b".")
        super().disable_input()


def _hang_up() -> None:
    """Let the process end as a hang-up ends it, also where the kernel has told nobody."""
    main = threading.main_thread().ident
    if main is not None:
        with contextlib.suppress(OSError):
            signal.pthread_kill(main, signal.SIGHUP)
