"""A production that takes its time to be read: its frame is there at once, and no key is lost."""

from __future__ import annotations

import signal
import sys
import termios
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal_of import Terminal
from tui.waiting import frame


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TITLES = ("1 Schedule", "2 Crew", "3 Transport", "4 Issues")
PROGRAM = """
import sys, time
from store.production import Production
whole = Production.open
def slow(*given, **more):
    time.sleep({seconds})
    return whole(*given, **more)
Production.open = slow
from tui.__main__ import main
main()
"""
LEFT_ALTERNATE_SCREEN, CURSOR_SHOWN = b"\x1b[?1049l", b"\x1b[?25h"


@contextmanager
def slow_board(path: Path, seconds: float, size: tuple[int, int] = (120, 40)) -> Iterator[Terminal]:
    """A board whose production takes some seconds to be read."""
    terminal = Terminal([sys.executable, "-c", PROGRAM.format(seconds=seconds), str(path)], size)
    try:
        yield terminal
    finally:
        if terminal.child.isalive():
            terminal.child.kill(signal.SIGKILL)
            terminal.child.wait()
        terminal.child.fileobj.close()


def test_name_and_titles_stand_there_before_the_production_is_read(folder: Path) -> None:
    with slow_board(folder, 2) as board:
        board.until_sees("nightfall   reading", *TITLES)
        assert "? keys" not in board.text

        board.until_sees("? keys")
        assert "reading" not in board.text
        assert "Nightfall" in board.lines[0]


def test_what_is_typed_meanwhile_is_done_by_the_board(folder: Path) -> None:
    with slow_board(folder, 2) as board:
        board.until_sees("reading")
        board.presses("4", "a", "rain on the set p2", "enter", "a", "half a li")

        board.until_sees("half a li", "rain on the set")
        assert "rain" not in board.sent.split(LEFT_ALTERNATE_SCREEN)[0].decode()


def test_a_production_that_is_read_at_once_shows_nothing_before_the_board(folder: Path) -> None:
    with slow_board(folder, 0) as board:
        board.until_sees("? keys")

        assert b"reading" not in board.sent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_who_ends_it_while_it_reads_has_the_terminal_back(
    folder: Path, number: signal.Signals
) -> None:
    with slow_board(folder, 20) as board:
        before = termios.tcgetattr(board.child.fd)
        board.until_sees("reading")
        assert before != termios.tcgetattr(board.child.fd)

        board.child.kill(number)
        board.ends(within=3)

        assert before == termios.tcgetattr(board.child.fd)
        assert board.sent.endswith(CURSOR_SHOWN + LEFT_ALTERNATE_SCREEN)
        assert 128 + number == board.child.exitstatus


def test_a_hang_up_while_it_reads_ends_it(folder: Path) -> None:
    with slow_board(folder, 20) as board:
        board.until_sees("reading")

        board.hangs_up(within=3)


@pytest.mark.parametrize(("size", "titles"), [((80, 24), TITLES[:1]), ((120, 40), TITLES)])
def test_the_frame_has_the_titles_of_the_panes_there_is_room_for(
    tmp_path: Path, size: tuple[int, int], titles: tuple[str, ...]
) -> None:
    found = frame(tmp_path / "nightfall", TITLES, *size)

    assert titles == tuple(each for each in TITLES if each in found)


def test_no_control_in_a_folders_name_reaches_the_terminal(tmp_path: Path) -> None:
    found = frame(tmp_path / "night\x1b]0;fall\x07", TITLES, 80, 24)

    assert "night·]0;fall·" in found
