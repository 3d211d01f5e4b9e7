"""The line to the terminal: nothing waits for it, nothing is lost or out of order."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from tui.display.line import Line, opened


if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Two ends; the one to write to is closed by the line."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    yield reading, writing
    os.close(reading)


async def test_what_is_sent_is_there_at_once(pipe: tuple[int, int]) -> None:
    line = Line(pipe[1], asyncio.get_running_loop(), lambda: None)
    line.send(b"one")

    assert b"one" == os.read(pipe[0], 100)
    assert line.is_free
    line.close(0)


async def test_what_is_not_taken_is_sent_later_and_in_order(pipe: tuple[int, int]) -> None:
    free = asyncio.Event()
    line = Line(pipe[1], asyncio.get_running_loop(), free.set)
    much = bytes(range(256)) * 4096
    for part in (much, b"then", b"that"):
        line.send(part)
    assert not line.is_free
    assert not free.is_set()
    taken = b""
    os.set_blocking(pipe[0], False)
    while not free.is_set():
        with suppress(BlockingIOError):
            taken += os.read(pipe[0], 1 << 16)
        await asyncio.sleep(0)
    line.close(0)
    while data := os.read(pipe[0], 1 << 16):
        taken += data

    assert much + b"thenthat" == taken


async def test_a_line_is_closed_though_nothing_is_taken(pipe: tuple[int, int]) -> None:
    line = Line(pipe[1], asyncio.get_running_loop(), lambda: None)
    line.send(b"x" * (1 << 20))
    line.close(0.01)

    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(pipe[1])


async def test_a_terminal_that_is_gone_takes_everything() -> None:
    reading, writing = os.pipe()
    line = Line(writing, asyncio.get_running_loop(), lambda: None)
    os.close(reading)
    line.send(b"into the void")

    assert line.is_free
    line.close(0)


def test_what_is_no_terminal_is_not_opened(pipe: tuple[int, int]) -> None:
    assert opened(pipe[1]) is None
    os.close(pipe[1])
