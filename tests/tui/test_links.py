"""Links that stall and break, terminals that stop and come back, and what they send meanwhile."""

from __future__ import annotations

import fcntl
import os
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual import constants
from textual.events import Key

from store.halftyped import kept
from store.production import Production
from tests.tui.job import STOPPED
from tests.tui.terminal_of import PATIENCE, ROOT, Terminal, board_of
from tui.tty import TtyParser


if TYPE_CHECKING:
    from collections.abc import Callable

JOB = (sys.executable, "-m", "tests.tui.job", "enter")
GONE_WITHIN = 5  # seconds: it takes less than one, but this machine may be busy
ESC = "\x1b\x1b[I"  # with a report of the focus behind it, so that it is no beginning


def text_kept(path: Path) -> str:
    typed = kept(Production.open(path).id)
    return typed.text if typed else ""


def wait_until(condition: Callable[[], bool]) -> None:
    ends = time.monotonic() + GONE_WITHIN
    while not condition():
        assert time.monotonic() < ends
        time.sleep(0.01)


def modes(board: Terminal) -> list[object]:
    return termios.tcgetattr(board.child.fd)[:4]


@pytest.mark.parametrize("end", ["signal", pytest.param("close", marks=pytest.mark.slow)])
def test_a_link_that_stalls_costs_neither_the_line_nor_the_end(empty: Path, end: str) -> None:
    with board_of(empty) as board:
        board.presses("4a", "no coffee")
        board.until_sees("add: no coffee")
        for width in range(60, 120):  # nobody reads what this paints
            board.resizes(width, 24)
            board.presses("\x1b[D", "\x1b[C")
        if end == "signal":
            board.child.kill(signal.SIGTERM)
        else:
            board.child.fileobj.close()
        wait_until(lambda: not board.child.isalive())

    assert "no coffee" == text_kept(empty)


@pytest.mark.slow
def test_a_terminal_of_no_session_ends_the_board_too(empty: Path) -> None:
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
    command = [sys.executable, "-m", "tui", str(empty)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=ROOT) as board:
        os.close(theirs)
        sent = b""
        while b"keys" not in sent:
            sent += os.read(ours, 1 << 16)
        os.close(ours)

        assert 0 == board.wait(GONE_WITHIN)


def test_ctrl_z_gives_the_terminal_back_and_fg_shows_everything_again(empty: Path) -> None:
    with board_of(empty, through=JOB) as board:
        board.presses("4a", "no coffee")
        board.until_sees("title no coffee", "Esc leave")
        before = board.lines
        board.presses("\x1a")
        board.until_sees(STOPPED)
        assert "raw" not in board.text
        assert b"\x1b[?1049l" in board.sent
        board.screen.reset()
        board.presses("enter")
        board.until(lambda: board.lines == before)
        board.presses(" at base", "enter")
        board.until_sees("Added issue no coffee at base")


@pytest.mark.slow
def test_a_window_resized_while_the_board_is_stopped_has_it_whole(empty: Path) -> None:
    with board_of(empty, through=JOB) as board:
        board.presses("\x1a")
        board.until_sees(STOPPED)
        board.resizes(120, 40)
        board.screen.reset()
        board.presses("enter")
        board.until(lambda: "? keys" in board.lines[39])
        assert "2 Crew" in board.lines[1]


def test_a_board_stopped_from_outside_goes_on_and_leaves_the_terminal_as_it_was(
    empty: Path,
) -> None:
    with board_of(empty, through=JOB) as board:
        before = board.lines
        for _ in range(3):
            board.screen.reset()
            os.killpg(os.tcgetpgrp(board.child.fd), signal.SIGSTOP)
            board.until_sees(STOPPED)
            cooked = modes(board)
            board.screen.reset()
            board.presses("enter")
            board.until(lambda: board.lines == before)
        raw = modes(board)
        board.presses("q")
        board.ends(GONE_WITHIN)

        assert 0 == board.child.exitstatus
        assert b"\x1b[?1049l" in board.sent[-200:]
        assert cooked != raw


def test_ctrl_z_where_there_is_no_shell_leaves_the_board_running(empty: Path) -> None:
    with board_of(empty) as board:
        board.presses("\x1a", "4a", "no coffee")
        board.until_sees("add: no coffee")
        board.presses("\x1a", "!")
        board.until_sees("add: no coffee!")


def test_bytes_that_are_no_text_or_come_in_parts_are_typed_as_well_as_can_be(empty: Path) -> None:
    with board_of(empty) as board:
        board.presses("4a")
        board.until_sees("Esc leave")
        for part in (b"caf\xe9 ", b"caf\xc3", b"\xa9 xyz\x1b", b"[D!", b"\x1b[100;5u\x1b[?1;2c?"):
            os.write(board.child.fd, part)
        board.until_sees("add: caf\ufffd café xy!?z")


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        (["\x1b[100;5u"], []),
        (["\x1b[27;5;13~", "j"], ["j"]),
        (["\x1b[?1;2c\x1b[>0;276;0c"], []),
        (["\x1b[8;24;80t"], []),
        (["\x1b[I\x1b[O"], []),
        (["\x1b[", "A"], ["up"]),
        (["\x1b[[A"], ["f1"]),
        (["\x1b[1;5C"], ["ctrl+right"]),
        (["\x1bx"], ["alt+x"]),
        (["\x1b\x1b[I"], ["escape"]),
    ],
)
def test_a_sequence_is_the_key_it_stands_for_or_none(
    monkeypatch: pytest.MonkeyPatch, sent: list[str], keys: list[str]
) -> None:
    monkeypatch.setattr(constants, "DISABLE_KITTY_KEY", True)  # as the board has it
    parser = TtyParser()
    events = [event for part in sent for event in parser.feed(part)]
    events += parser.feed("")

    assert keys == [event.key for event in events if isinstance(event, Key)]


@pytest.mark.slow
def test_every_size_is_drawn_and_left_again(folder: Path) -> None:
    with board_of(folder) as board:
        before = board.lines
        for width, height in [(1, 1), (10, 3), (200, 60), (2, 2), (80, 1), (1, 40)]:
            board.resizes(width, height)
            board.presses("?")
            board.reads(0.05)
            board.presses(ESC)
        for step in range(200):
            board.resizes(60 + step % 90, 20 + step % 30)
            board.reads()
        board.resizes(80, 24)
        board.until(lambda: board.lines == before)


def test_a_size_that_follows_at_once_on_another_is_the_one_that_counts(empty: Path) -> None:
    with board_of(empty) as board:
        for number in range(80):
            height = 24 + number % 5  # the foot must come to its own line
            board.resizes(3, 50)
            board.resizes(80, height)
            board.until(lambda: "? keys" in board.lines[height - 1])  # noqa: B023 - called at once


@pytest.mark.slow
def test_what_is_said_on_stderr_hides_no_board(empty: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    with board_of(empty, through=("sh", "-c", f'"$@" 2>{said}', "sh")) as board:
        board.presses("\x03")
        board.until_sees("q leaves the board.")
        board.presses("q")
        board.ends(GONE_WITHIN)

    assert "" == said.read_text()


@pytest.mark.parametrize("closed", ["<&-", "</dev/null", "| cat"])
def test_where_there_is_no_terminal_a_sentence_says_so(empty: Path, closed: str) -> None:
    command = f"{sys.executable} -m tui {empty} {closed}"
    board = subprocess.run(
        ["sh", "-c", command], cwd=ROOT, capture_output=True, check=False, timeout=PATIENCE
    )

    assert b"The board needs a terminal." in board.stderr
    assert b"Traceback" not in board.stderr
