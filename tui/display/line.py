"""The line to the terminal, written to without ever waiting for it."""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable


class Line:
    """Sends in order what it is given; what the terminal does not take yet is sent later.

    `free` is called each time when, after a wait, all is sent. All of it happens in the thread of
    the loop.
    """

    def __init__(self, fd: int, loop: asyncio.AbstractEventLoop, free: Callable[[], None]) -> None:
        self._fd = fd
        self._loop = loop
        self._free = free
        self._left = bytearray()

    @property
    def is_free(self) -> bool:
        """Whether the terminal has taken everything."""
        return not self._left

    def send(self, data: bytes) -> None:
        """Send now, or right after what still waits."""
        waits = not self.is_free
        self._left += data
        if not waits and not self._sent():
            self._loop.add_writer(self._fd, self._go_on)

    def close(self, patience: float) -> None:
        """Send what is left, wait no longer than some seconds for it, and close the line."""
        self._loop.remove_writer(self._fd)
        ends = time.monotonic() + patience
        while not self._sent() and (left := ends - time.monotonic()) > 0:
            select.select([], [self._fd], [], left)
        os.close(self._fd)

    def _go_on(self) -> None:
        if self._sent():
            self._loop.remove_writer(self._fd)
            self._free()

    def _sent(self) -> bool:
        """Send what the terminal takes; whether that is all."""
        try:
            del self._left[: os.write(self._fd, self._left)]
        except BlockingIOError:
            pass
        except OSError:  # the terminal is gone, and the program will be told
            self._left.clear()
        return not self._left


def opened(fd: int) -> int | None:
    """Open the terminal behind a descriptor once more, for writing without waiting.

    The descriptor itself is shared with the shell, so that no other way of writing may be set on
    it. None where the terminal cannot be opened; after `su` only its other name can.
    """
    try:
        os.tcgetpgrp(fd)  # is it this session's terminal?
        names = (os.ttyname(fd), "/dev/tty")
    except OSError:
        return None
    for name in names:
        try:
            return os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:
            continue
    return None
