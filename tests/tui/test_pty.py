"""The real board in a real terminal: a day's work, signals, hang-ups, silence, company."""

from __future__ import annotations

import datetime as dt
import shutil
import signal
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from store.demo.build import build
from store.halftyped import kept
from store.production import Production
from tests.tui.terminal_of import board_of


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.terminal_of import Terminal

LEFT_ALTERNATE_SCREEN, CURSOR_SHOWN = b"\x1b[?1049l", b"\x1b[?25h"

# kind, pane, line
LINES = [
    ("day", "1", "day 31/12 shoot:11 call 0730"),
    ("scene", "1", "99 EXT PIER N 3/8"),
    ("event", "1", '2115 20m "Pty meeting"'),
    ("person", "2", "Zora Quist, grip, grip, +41 79 555 09 09"),
    ("call", "2", "zora 0615"),
    ("vehicle", "3", 'vehicle "Pickup 9" seats:4'),
    ("place", "3", 'place "Quarry X" short:quarryx'),
    ("leg", "3", "leg quarryx>base 25m"),
    ("run", "3", "2210 pickup9 quarryx>base zora"),
    ("issue", "4", "no coffee at quarryx p2"),
]


@pytest.fixture(scope="session")
def demo_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo around today: a real board has a real clock."""
    path = tmp_path_factory.mktemp("today") / "low-water"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBOARD_STATE", str(tmp_path_factory.mktemp("state")))
        build(path, now=dt.datetime.now().astimezone().replace(hour=5, minute=0))
    return path


@pytest.fixture
def today(isolated: Path, demo_today: Path, tmp_path: Path) -> Path:
    """A demo of one's own, around today."""
    return shutil.copytree(demo_today, tmp_path / "low-water")


def records(path: Path) -> dict[str, list[dict[str, object]]]:
    view = Production.open(path).view
    return {word: list(view.records(word).values()) for word in view.kinds()}


def adds_one_of_each(board: Terminal) -> None:
    for word, pane, line in LINES:
        board.enters(f"{pane}a", line, sees="Added " + word)
        board.presses("g")
        board.until_sees("a add")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
def test_a_days_work_is_in_the_folder_when_the_board_is_left(
    today: Path, size: tuple[int, int]
) -> None:
    before = records(today)
    with board_of(today, size) as board:
        board.until_sees("Low Water")
        adds_one_of_each(board)
        board.presses("3", "/", "zora", "enter")
        board.until_sees("shown; q shows all again.")
        board.enters("e", " #edited", sees="Changed run")
        board.enters("!", "late at quarryx", sees="Added issue late at quarryx")
        board.presses("q", "g", " ", " ", " ")
        board.until_sees("3 marked")
        board.enters("c", "#three", sees="Changed 3 runs")
        board.presses("u")
        board.until_sees("Took back “changed 3 runs”")
        board.presses("U")
        board.until_sees("Brought back “changed 3 runs”")
        board.presses("q", "q")
        board.ends(within=3)

    after = records(today)
    extra = {word: len(after[word]) - len(before.get(word, [])) for word in after}
    assert {**dict.fromkeys((word for word, _, _ in LINES), 1), "issue": 2} == {
        word: count for word, count in extra.items() if count
    }
    tags = [set(run.get("tags") or ()) for run in after["run"]]
    assert 1 == sum("edited" in each for each in tags)
    assert 3 == sum("three" in each for each in tags)
    run = next(each for each in after["run"] if "edited" in (each.get("tags") or ()))
    assert f"run/{run['id']}" in [each.get("about") for each in after["issue"]]
    files = [*today.rglob("*.json")]
    assert len(files) > 3
    for each in files:
        with TinyDB(each, access_mode="r") as database:
            assert database.tables()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_ends_the_board_at_once_and_keeps_the_line(
    empty: Path, number: signal.Signals
) -> None:
    with board_of(empty) as board:
        board.presses("3a", "0540 van2 hot")
        board.until_sees("add: 0540 van2 hot")
        board.child.kill(number)

        assert board.ends(within=5) < 1
        assert LEFT_ALTERNATE_SCREEN in board.sent
        assert board.sent.rindex(CURSOR_SHOWN) > board.sent.rindex(b"\x1b[?25l")
    typed = kept(Production.open(empty).id)
    assert typed is not None
    assert ("add", "transport", "0540 van2 hot") == (typed.line, typed.pane, typed.text)
    with board_of(empty, ready="Esc leave") as board:
        board.until_sees("add: 0540 van2 hot")


@pytest.mark.parametrize("through", [(), ("sh", "-c", "trap '' HUP; exec \"$@\"", "sh")])
def test_a_hung_up_terminal_ends_the_board(empty: Path, through: tuple[str, ...]) -> None:
    with board_of(empty, through=through) as board:
        board.presses("4a", "no coffee")
        board.until_sees("add: no coffee")
        board.hangs_up(within=3)

    typed = kept(Production.open(empty).id)
    assert typed is not None
    assert "no coffee" == typed.text


def test_keys_that_arrive_in_one_burst_are_taken_one_by_one(empty: Path) -> None:
    with board_of(empty) as board:
        board.presses("4aduck with a d is missing p2\r3gG4adessert p3\rx")
        board.until_sees("issue R2 dessert: done")
        board.presses("q")
        board.ends(within=3)

    issues = {each["title"]: each.get("status") for each in records(empty)["issue"]}
    assert {"duck with a d is missing": None, "dessert": "done"} == issues


def test_nothing_is_sent_while_nothing_happens(empty: Path) -> None:
    with board_of(empty) as board:
        board.enters("4a", "no coffee at base p2", sees="Added issue")
        board.presses("g")
        board.until_sees("a add")
        while board.reads(0.2):
            pass

        assert b"" == board.reads(3)


def test_two_boards_see_each_others_changes_without_a_key(empty: Path) -> None:
    with board_of(empty) as one, board_of(empty) as other:
        other.presses("4")
        other.until_sees("4 Issues")
        one.enters("4a", "no coffee at base p2", sees="Added issue")
        other.until_sees("no coffee at base")
        other.presses("x")
        one.until_sees("No open issues.")


def test_two_writers_conflict_is_settled_on_one_board_and_gone_on_the_other(
    empty: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with board_of(empty) as one:
        monkeypatch.setenv("CALLBOARD_STATE", str(tmp_path / "elsewhere"))
        with board_of(empty) as other:
            one.enters("4a", "no coffee at base p3", sees="Added issue")
            other.presses("4")
            other.until_sees("no coffee at base")
            other.presses("c", "p2")
            other.until_sees("priority p3 → p2")
            one.enters("c", "p1", sees="Changed issue")
            other.presses("enter")
            for board in (one, other):
                board.until_sees("≠ 1 conflict")
            one.presses("C")
            one.until_sees("had seen p3 by root@", "not 1", "not 2")
            one.presses("1")
            one.until_sees("Settled issue", "No conflicts")
            other.until(lambda: "≠ 1 conflict" not in other.text)
            one.presses("q", "q")
            one.ends(within=3)
