"""A real board in a real pseudo-terminal, and what stands on its screen."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import ptyprocess
import pyte
from wcwidth import wcwidth


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pyte.screens import Char

ROOT = Path(__file__).parents[2]
PATIENCE = 15  # seconds
# Queries and private sequences a terminal answers or ignores; pyte would print them.
PRIVATE = re.compile(rb"\x1b\[\?[\d;]*\$p|\x1b\[[<>=][\d;]*[a-zA-Z]|\x1bP[^\x1b]*\x1b\\")
UNFINISHED = re.compile(rb"\x1b[^\x1b]{0,12}\Z")
KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "space": " ", "del": "\x1b[3~"}


class Screen(pyte.Screen):
    """A terminal in memory that also scrolls when it is told to, as tmux has its terminal do."""

    def scroll_up(self, count: int = 1) -> None:
        self._scroll(self.margins.bottom if self.margins else self.lines - 1, self.index, count)

    def scroll_down(self, count: int = 1) -> None:
        self._scroll(self.margins.top if self.margins else 0, self.reverse_index, count)

    def _scroll(self, edge: int, step: Callable[[], None], count: int) -> None:
        stood, self.cursor.y = self.cursor.y, edge
        for _ in range(count or 1):
            step()
        self.cursor.y = stood

    @property
    def display(self) -> list[str]:
        """The text of each line; half of a wide character that was written over is a blank."""
        return ["".join(self._shown(self.buffer[y])) for y in range(self.lines)]

    def _shown(self, line: Mapping[int, Char]) -> Iterator[str]:
        wide = False
        for x in range(self.columns):
            mark = line[x].data
            if mark or not wide:
                yield mark or " "
            wide = wcwidth(mark[:1]) == 2


class Stream(pyte.ByteStream):
    """What a terminal reads, with the sequences that scroll."""

    csi: ClassVar = {**pyte.ByteStream.csi, "S": "scroll_up", "T": "scroll_down"}
    events = frozenset({*pyte.ByteStream.events, "scroll_up", "scroll_down"})


class Terminal:
    """A pseudo-terminal with a program in it; all it ever sent is in `sent`."""

    def __init__(self, argv: list[str], size: tuple[int, int], cwd: Path = ROOT) -> None:
        width, height = size
        environ = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
        self.child = ptyprocess.PtyProcess.spawn(
            argv,
            dimensions=(height, width),
            env=environ,
            cwd=str(cwd),
            preexec_fn=_hear_the_terminal,
        )
        self.screen = Screen(width, height)
        self.stream = Stream(self.screen)
        self.sent = b""
        self._held = b""

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def reads(self, seconds: float = 0.0) -> bytes:
        """What the program sends within some seconds; empty where that is nothing."""
        if not select.select([self.child.fd], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.child.fd, 1 << 16)
        except OSError:  # the program has closed its side
            return b""
        self.sent += data
        data = self._held + data
        unfinished = UNFINISHED.search(data)
        self._held = unfinished.group() if unfinished else b""
        self.stream.feed(PRIVATE.sub(b"", data.removesuffix(self._held)))
        return data

    def until(self, condition: Callable[[], bool]) -> None:
        """Read until something is so."""
        ends = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < ends, self.text
            self.reads(0.05)

    def until_sees(self, *words: str) -> None:
        self.until(lambda: all(each in self.text for each in words))

    def presses(self, *keys: str) -> None:
        """Press keys, by name or as they are written."""
        for key in keys:
            self.child.write(KEYS.get(key, key).encode())

    def resizes(self, width: int, height: int) -> None:
        """Give the window another size, as its frame is dragged."""
        self.screen.resize(height, width)
        self.child.setwinsize(height, width)

    def enters(self, keys: str, line: str, *, sees: str) -> None:
        """Open a line with some keys, type it, press Enter, and wait for the answer."""
        self.presses(*keys)
        self.until_sees("Esc leave")
        self.presses(line, "enter")
        self.until_sees(sees)

    def ends(self, within: float) -> float:
        """Wait for the program to end; the seconds it took."""
        start = time.monotonic()
        while self.child.isalive():
            assert time.monotonic() - start < within, "the program is still there"
            self.reads(0.01)
        took = time.monotonic() - start
        while self.reads(0.05):
            pass
        return took

    def hangs_up(self, within: float) -> None:
        """Close the terminal, as a dropped connection does, and wait for the program to end."""
        self.child.fileobj.close()
        ends = time.monotonic() + within
        while self.child.isalive():
            assert time.monotonic() < ends, "the program is still there"
            time.sleep(0.01)


def _hear_the_terminal() -> None:
    """In the new process: what a terminal sends is heard, also under tests in the background."""
    for each in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)


@contextmanager
def board_of(
    path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    through: tuple[str, ...] = (),
    ready: str = "? keys",
) -> Iterator[Terminal]:
    """The board of a production in a terminal of its own; ended with the block."""
    terminal = Terminal([*through, sys.executable, "-m", "tui", str(path)], size)
    try:
        terminal.until_sees(ready)
        yield terminal
    finally:
        if terminal.child.isalive():
            terminal.child.kill(signal.SIGKILL)
            terminal.child.wait()
        terminal.child.fileobj.close()
