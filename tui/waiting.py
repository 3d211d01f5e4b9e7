"""What is on screen while a large production is read: its name, that it is read, the panes' titles.

Painted without Textual, from a thread, and only where reading takes longer than a blink. What is
typed meanwhile is neither echoed nor lost: it waits in the terminal until the board takes it over.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import termios
import threading
from typing import TYPE_CHECKING, Any

from models.measure import fit, shown


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BLINK = 0.2  # seconds
ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H", "\x1b[?25h\x1b[?1049l"
BOLD, PLAIN = "\x1b[1m", "\x1b[m"
TWO_BY_TWO = 100
"""Columns from which on the board shows all panes."""
UNSEEN = termios.ECHO | termios.ICANON
UNCHANGED = termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON


class Waiting:
    """The screen of one process while it reads; painted at most once, and ended once."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._lock = threading.Lock()
        self._before: list[Any] | None = None
        self._over = False

    def show(self, text: str) -> None:
        """Take the terminal and paint; nothing where the board, or the end, came first."""
        with self._lock, contextlib.suppress(OSError, termios.error):
            if self._over:
                return
            self._before = termios.tcgetattr(sys.stdin.fileno())
            _set(_unseen(self._before))
            _put(ENTER + text)

    def end(self) -> None:
        """Give the terminal back as it was; what was typed still waits in it."""
        with self._lock, contextlib.suppress(OSError, termios.error):
            self._over = True
            if self._before is not None:
                before, self._before = self._before, None
                _put(LEAVE)
                _set(before)


WAITING = Waiting()
"""There is one terminal."""


@contextlib.contextmanager
def while_read(path: Path, titles: Sequence[str]) -> Iterator[None]:
    """Show the frame of the board if what is done takes longer than a blink.

    It stays until the board takes the terminal over, or until an error ends it.
    """
    timer = threading.Timer(BLINK, lambda: WAITING.show(frame(path, titles, *_size())))
    timer.daemon = True
    ends = signal.signal(signal.SIGTERM, _leave)
    timer.start()
    try:
        with contextlib.ExitStack() as otherwise:
            otherwise.callback(WAITING.end)
            yield
            otherwise.pop_all()
    finally:
        timer.cancel()
        signal.signal(signal.SIGTERM, ends)


def frame(path: Path, titles: Sequence[str], width: int, height: int) -> str:
    """The board's frame: the top line, and the titles where the panes will be."""
    name = shown(path.absolute().name)
    words = f"{name}   reading {_megabytes(path):,.0f} MB of changes..."
    lines = [BOLD + fit(words, width) + PLAIN]
    if width < TWO_BY_TWO:
        lines.append(fit(titles[0], width))
    else:
        half, lower = (width + 1) // 2, 1 + (height - 1) // 2
        for row, pair in ((2, titles[:2]), (lower, titles[2:])):
            lines.append(f"\x1b[{row};1H" + "".join(fit(each, half) for each in pair)[:width])
    return "\r\n".join(lines[:2]) + "".join(lines[2:])


def _megabytes(path: Path) -> float:
    found = 0
    with contextlib.suppress(OSError):
        found = sum(each.stat().st_size for each in path.glob("writers/*/*.json"))
    return found / 1e6


def _size() -> tuple[int, int]:
    size = os.get_terminal_size(sys.stdout.fileno())
    return size.columns, size.lines


def _unseen(before: list[Any]) -> list[Any]:
    """The terminal's modes with no echo, bytes as they are typed, and nothing but Ctrl-C heard."""
    inward, outward, control, local, *speeds, signs = before
    signs = list(signs)
    signs[termios.VSUSP] = signs[termios.VQUIT] = b"\0"
    return [inward & ~UNCHANGED, outward, control, local & ~UNSEEN, *speeds, signs]


def _set(modes: list[Any]) -> None:
    termios.tcsetattr(sys.stdin.fileno(), termios.TCSANOW, modes)


def _put(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _leave(number: int, _frame: object) -> None:
    sys.exit(128 + number)
