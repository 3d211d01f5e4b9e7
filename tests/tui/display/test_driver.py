"""The real board through the driver: its screen, a deaf terminal, resizing, redrawing."""

from __future__ import annotations

import inspect
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from textual.drivers.linux_driver import LinuxDriver

from store.production import Production
from tests.tui.display.recording import recorded
from tests.tui.display.sight import seen_on
from tests.tui.terminal_of import PATIENCE, PRIVATE, Terminal, board_of
from tui.display.choice import driver_for
from tui.display.driver import DifferenceDriver
from tui.display.frame import SYNC_END, SYNC_START, is_control, pieces


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE_DOWN, PAGE_UP, DOWN = "\x1b[6~", "\x1b[5~", "\x1b[B"
KEYS = [DOWN, PAGE_DOWN, PAGE_UP, *"jjkgGxuU*0012340123?:fCow+-t/a\r\tnNsy. ", "\x1b[Z"]
TYPED = ["0540 van2 hot", "p1 #power", "Zoë 日本 e\u0301", "anna", "\x15"]


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where what Textual wrote stands, once a board ran."""
    path = tmp_path / "record.jsonl"
    monkeypatch.setenv("TEXTUAL_DRIVER", "tests.tui.display.recording:Recording")
    monkeypatch.setenv("CALLBOARD_RECORD", str(path))
    return path


@pytest.fixture(autouse=True)
def no_size_of_the_runner(monkeypatch: pytest.MonkeyPatch) -> None:
    """The size is the terminal's own: who runs tests in parallel exports another."""
    for name in ("COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)


def settles(board: Terminal) -> None:
    while board.reads(0.15):
        pass
    board.stream.feed(board._held)
    board._held = b""


def is_read(data: str) -> bool:
    """Whether the driver knows what something Textual wrote does to the screen."""
    if data in {SYNC_START, SYNC_END} or is_control(data):
        return True
    try:
        return bool([piece for line in data.split("\n") for piece in pieces(line)])
    except ValueError:
        return False


def until(condition: Callable[[], bool]) -> None:
    """Wait, with the terminal left unread."""
    ends = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < ends, "the board waits for its terminal"
        time.sleep(0.03)


def replayed(record: Path, size: tuple[int, int]) -> Terminal:
    """A terminal that got what Textual wrote, as it was written."""
    raw = Terminal(["true"], size)
    for each in recorded(record):
        raw.stream.feed(PRIVATE.sub(b"", each.encode()))
    return raw


@pytest.mark.parametrize(
    "size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)], ids=str
)
def test_after_any_keys_the_screen_is_the_one_textual_drew(
    folder: Path, record: Path, size: tuple[int, int]
) -> None:
    rng = random.Random(str(size))
    with board_of(folder, size) as board:
        for _ in range(40):
            board.presses(rng.choice(TYPED) if rng.random() < 0.15 else rng.choice(KEYS))
            board.reads(0.02)
        settles(board)

        assert seen_on(replayed(record, size).screen) == seen_on(board.screen)
        wrote = recorded(record)
        assert len(board.sent) < sum(len(each.encode()) for each in wrote) / 2
    assert ["\x1b[?1049h"] == [each for each in wrote if not is_read(each)]


def fills(board: Terminal, record: Path, size: int) -> None:
    """Press keys, and read nothing, until Textual has drawn far more than the terminal takes."""

    def drawn() -> bool:
        board.presses("0")
        return record.stat().st_size > size

    until(drawn)


def test_a_terminal_that_takes_nothing_holds_up_nothing(folder: Path, record: Path) -> None:
    size = (120, 40)
    issues = len(Production.open(folder).view.records("issue"))
    with board_of(folder, size) as board:
        settles(board)
        before = len(board.sent)
        fills(board, record, 250_000)
        board.presses("4a", "no coffee at base p2", "enter")
        until(lambda: len(Production.open(folder).view.records("issue")) > issues)
        settles(board)

        assert "Added issue" in board.text
        assert seen_on(replayed(record, size).screen) == seen_on(board.screen)
        wrote = sum(len(each) for each in recorded(record))
        assert len(board.sent) - before < wrote / 4


def test_a_board_is_left_though_the_terminal_takes_nothing(folder: Path, record: Path) -> None:
    with board_of(folder, (120, 40)) as board:
        settles(board)
        fills(board, record, 100_000)
        board.child.kill(signal.SIGTERM)
        until(lambda: not board.child.isalive())


def test_after_a_resize_all_is_drawn_again(folder: Path, record: Path) -> None:
    with board_of(folder, (120, 40)) as board:
        settles(board)
        for width, height in ((60, 20), (100, 35)):
            board.child.setwinsize(height, width)
            board.screen.resize(height, width)
            board.screen.erase_in_display(2)
            board.until_sees("Nightfall", "? keys")
            settles(board)

        fresh = board.text
    with board_of(folder, (100, 35)) as other:
        settles(other)
        assert other.text == fresh


def test_a_garbled_screen_is_redrawn_by_a_key(folder: Path) -> None:
    with board_of(folder, (100, 30)) as board:
        settles(board)
        before = board.lines[:25]
        board.stream.feed(b"\x1b[2J\x1b[5;5HBroadcast message from root: the server goes down")
        assert "Nightfall" not in board.text
        board.presses("R")
        board.until_sees("Drawn again.")
        assert before == board.lines[:25]


@pytest.mark.parametrize(
    ("environ", "ours"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "linux"}, True),
        ({"TERM": "screen"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "unknown"}, False),
        ({}, False),
        ({"TERM": "xterm", "CALLBOARD_PLAIN_DRIVER": "1"}, False),
        ({"TERM": "xterm", "TEXTUAL_DRIVER": "another:Driver"}, False),
    ],
)
def test_where_a_terminal_cannot_be_known_textual_draws(
    environ: dict[str, str], ours: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    assert ours is (driver_for(environ) is DifferenceDriver)


def test_no_terminal_at_all_is_left_to_textual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)

    assert driver_for({"TERM": "xterm"}) is not DifferenceDriver


def test_textual_has_what_the_driver_stands_on() -> None:
    for name in ("write", "close", "start_application_mode"):
        assert callable(vars(LinuxDriver)[name])
    ours = {name for name, each in vars(DifferenceDriver).items() if inspect.isfunction(each)}
    assert {"__init__", "write", "close", "start_application_mode"} == {
        name for name in ours if hasattr(LinuxDriver, name)
    }
