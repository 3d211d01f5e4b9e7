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
import sys
import termios
import threading
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING, Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.keys import Keys

from models.pattern import pattern
from tui.waiting import WAITING


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import FrameType

    from textual.app import App

AT_ONCE = 1 << 12  # bytes
GLANCE = 0.2  # seconds
# A whole control sequence that is no report of the mouse or of a mode, and no key of a console.
WHOLE = pattern(r"\x1b\[[0-?]*[ -/]*(?![\[Mm])[@-~](?<!\$y)")


class TtyParser(XTermParser):
    """Textual's parser; a sequence it does not know is nobody's keys: `u` would take back work."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[Key]:  # noqa: FBT001, FBT002
        events = tuple(super()._sequence_to_key_events(sequence, alt))
        if not events and WHOLE.fullmatch(sequence):
            return (Key(Keys.Ignore, sequence),)
        return events


class TtyDriver(LinuxDriver):
    """Textual's driver, at home on terminals that come and go."""

    def __init__(self, app: App[Any], **given: Any) -> None:
        """Take what Textual gives its driver. Call it in the main thread, in the running loop."""
        super().__init__(app, **given)
        self._file = sys.__stdout__  # not stderr: `2>log` would hide the board
        self._woken, self._waker = os.pipe()
        self._taken = False
        # They last: a paste, or a letter, may be half here when the board is stopped.
        self._parser = TtyParser(self._debug)
        self._decoder = getincrementaldecoder("utf-8")("replace")
        self._listen()

    def _listen(self) -> None:
        """Stop and go on from the loop: a signal may come in the middle of a frame."""
        self._loop.add_signal_handler(signal.SIGTSTP, self.sleep)
        self._loop.add_signal_handler(signal.SIGCONT, self._goes_on)

    def start_application_mode(self) -> None:
        """Take the terminal, and be told of its size from the loop.

        Textual reads the size in the signal itself. Where the window is dragged a second signal
        comes in the middle of the first, and the older size was told last, for good.
        """
        WAITING.end()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._taken = True
        told = signal.getsignal(signal.SIGWINCH)
        if callable(told):
            self._loop.add_signal_handler(signal.SIGWINCH, self._resized, told)

    def stop_application_mode(self) -> None:
        """Leave the terminal to others."""
        self._taken = False
        super().stop_application_mode()

    def _resized(self, told: Callable[[int, FrameType | None], Any]) -> None:
        """The terminal has another size, or had one for a moment."""
        told(signal.SIGWINCH, None)

    def sleep(self) -> None:
        """Give the terminal back, and stop as Ctrl-Z stops any program.

        The signal goes to all that was started with us. Where no shell waits, as behind `ssh -t`
        or in a window of tmux, the kernel stops nobody and the board goes on.
        """
        self._give_back()
        for each in (signal.SIGTSTP, signal.SIGCONT):
            self._loop.remove_signal_handler(each)
        os.kill(0, signal.SIGTSTP)
        self._listen()
        self.wake()

    def wake(self) -> None:
        """Take the terminal again, and show everything: nobody knows what is on it by now."""
        if self._key_thread is not None and self._key_thread.is_alive():
            self._give_back()  # stopped from outside, with the terminal still ours
        self.resume_application_mode()
        self._app.call_later(self._app.refresh, layout=True)
        self._loop.call_later(GLANCE, self._look_again)

    def _goes_on(self) -> None:
        """Take the terminal again, unless the board has left it for good."""
        if self._taken:
            self.wake()

    def _look_again(self) -> None:
        """Come back once more where a second stop, right upon the first, was not told of."""
        with contextlib.suppress(termios.error):
            if termios.tcgetattr(self.fileno)[3] & termios.ICANON:
                self._goes_on()

    def run_input_thread(self) -> None:
        """Hand on what is typed until the input is disabled or the terminal is gone."""
        pending = False  # an escape sequence may have begun, or it was the key Esc
        while not self.exit_event.is_set():
            typed = self._typed(constants.ESCAPE_DELAY if pending else None)
            if typed is None:
                _hang_up()
                return
            text = self._decoder.decode(typed)
            for event in self._parser.feed(text) if text else self._parser.tick():
                self.process_message(event)
            pending = bool(typed)

    def _typed(self, seconds: float | None) -> bytes | None:
        """The bytes there are within some seconds; None where there will never be any."""
        ready, _, _ = select.select([self.fileno, self._woken], [], [], seconds)
        if self.fileno not in ready:
            return b""
        try:
            return os.read(self.fileno, AT_ONCE) or None
        except OSError:  # the terminal of another session is gone without a signal
            return None

    def _give_back(self) -> None:
        """Leave the terminal for a while. Textual would drop what was typed by then."""
        self._end_reading()
        self.suspend_application_mode()
        self.exit_event.clear()

    def disable_input(self) -> None:
        """Disable further input; what nobody has read yet is dropped, once it is for good."""
        if not self.exit_event.is_set():
            self._end_reading()
            self.exit_event.clear()
        super().disable_input()

    def _end_reading(self) -> None:
        self.exit_event.set()
        os.write(self._waker, b".")
        if self._key_thread is not None:
            self._key_thread.join()
        os.read(self._woken, 1)


def _hang_up() -> None:
    """Let the process end as a hang-up ends it, also where the kernel has told nobody."""
    main = threading.main_thread().ident
    if main is not None:
        with contextlib.suppress(OSError):
            signal.pthread_kill(main, signal.SIGHUP)
