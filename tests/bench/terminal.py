"""A program in a terminal of its own, and the moment each of its bytes came.

While something is timed the bytes are only read and stamped. The terminal's screen is drawn from
them afterwards: drawing takes longer than what is measured.
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import termios
import time
from typing import TYPE_CHECKING, NamedTuple

import pyte

from tests.tui.terminal_of import PRIVATE, UNFINISHED


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SIZE = (120, 40)
KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
}
ARROWS = ("up", "down", "right")
APPLICATION_KEYS = 1 << 5  # DECCKM, as pyte keeps private modes: arrows are sent as SS3
# What a terminal of today says when asked: it draws a frame at once (2026), and is a VT220.
ANSWERS = {b"\x1b[?2026$p": b"\x1b[?2026;2$y", b"\x1b[c": b"\x1b[?62;22c", b"\x1b[5n": b"\x1b[0n"}


class Chunk(NamedTuple):
    """What came in one reading, and when."""

    at: float
    bytes: bytes


class Terminal:
    """A pseudo-terminal with a program in it; all it ever sent is in `chunks`."""

    def __init__(
        self, argv: Sequence[str], environ: Mapping[str, str], size: tuple[int, int] = SIZE
    ) -> None:
        width, height = size
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn, self._held = 0, b""
        self.closed = False
        self.chunks: list[Chunk] = []
        self.fd, inside = os.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("4H", height, width, 0, 0))
        self.begun = time.perf_counter()
        self.program = subprocess.Popen(
            argv,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=environ.get("HOME"),
            env=dict(environ),
            start_new_session=True,
            preexec_fn=_control_the_terminal,  # noqa: PLW1509 - two calls to the kernel
        )
        os.close(inside)

    def read(self, within: float) -> bool:
        """Take what comes within some seconds; whether anything did."""
        if not select.select([self.fd], [], [], within)[0]:
            return False
        try:
            found = os.read(self.fd, 1 << 16)
        except OSError:  # the program has closed its side
            return False
        self.chunks.append(Chunk(time.perf_counter(), found))
        for query, answer in ANSWERS.items():
            if query in found:
                os.write(self.fd, answer)
        return True

    def press(self, key: str) -> float:
        """Press a key, by its name or as it is written; the moment it was pressed."""
        sent = KEYS.get(key, key)
        if key in ARROWS and APPLICATION_KEYS in self._screen.mode:
            sent = sent.replace("[", "O")
        at = time.perf_counter()
        os.write(self.fd, sent.encode())
        return at

    def text(self) -> str:
        """What stands on the screen."""
        while self.draw() is not None:
            pass
        return "\n".join(line.rstrip() for line in self._screen.display)

    def seen(self, words: Sequence[str]) -> float | None:
        """The moment of the bytes that completed these words; None where one still misses."""
        while (at := self.draw()) is not None:
            shown = "\n".join(self._screen.display)
            if all(word in shown for word in words):
                return at
        return None

    def draw(self) -> float | None:
        """Draw what came in the next reading that is not drawn yet, and say when that was."""
        if self._drawn == len(self.chunks):
            return None
        chunk = self.chunks[self._drawn]
        self._drawn += 1
        found = self._held + chunk.bytes
        unfinished = UNFINISHED.search(found)
        self._held = unfinished.group() if unfinished else b""
        self._stream.feed(PRIVATE.sub(b"", found.removesuffix(self._held)))
        return chunk.at

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does; nothing where that is done."""
        if not self.closed:
            self.closed = True
            os.close(self.fd)


def _control_the_terminal() -> None:
    """In the new process: the terminal is the one that hangs up on it, also under nohup."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
