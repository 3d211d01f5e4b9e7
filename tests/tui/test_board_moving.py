"""Going about on the board: rows, panes, days, zoom, and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import BIG, SMALL, at_board


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator

LAST = 0
TITLES = ["Schedule", "Crew", "Transport", "Issues"]


def headings(lines: list[str]) -> list[str]:
    """The panes on screen, by the headings of their columns."""
    heads = {"Schedule": "Time", "Crew": "Call ", "Transport": "Leave", "Issues": " P "}
    text = "\n".join(lines)
    return [title for title, head in heads.items() if f"{head}" in text]


@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["1"], "Schedule"),
        (["2"], "Crew"),
        (["3"], "Transport"),
        (["4"], "Issues"),
        (["tab"], "Crew"),
        (["shift+tab"], "Issues"),
        (["4", "tab"], "Schedule"),
    ],
)
@pytest.mark.parametrize("size", [BIG, SMALL], ids=str)
async def test_keys_go_from_pane_to_pane(
    folder: Path, size: tuple[int, int], keys: list[str], title: str
) -> None:
    async with at_board(folder, size=size) as mia:
        await mia.presses(*keys)

        assert title == mia.pane.what.title
        assert mia.pane.grid.has_focus


@pytest.mark.parametrize("size", [BIG, SMALL], ids=str)
async def test_the_keys_at_the_foot_are_those_of_the_pane_one_has_come_to(
    demo: Path, size: tuple[int, int]
) -> None:
    async with at_board(demo, size=size) as mia:
        assert "(x next state)" in mia.lines[-1]  # the unit call has no state
        await mia.presses("3")
        assert "x next state" in mia.lines[-1]
        assert "(x" not in mia.lines[-1]


async def test_there_are_four_panes_where_there_is_room_and_one_where_not(folder: Path) -> None:
    async with at_board(folder, size=SMALL) as mia:
        assert ["Schedule"] == headings(mia.lines)
        assert mia.lines[1].endswith("2 Crew  3 Transport  4 Issues")
        await mia.presses("3")
        assert ["Transport"] == headings(mia.lines)
        assert mia.lines[1].endswith("1 Schedule  2 Crew  4 Issues")
        await mia.pilot.resize_terminal(*BIG)
        assert TITLES == headings(mia.lines)
        await mia.presses("0")
        assert ["Transport"] == headings(mia.lines)
        await mia.presses("0")
        assert TITLES == headings(mia.lines)
        await mia.presses("0", "q")
        assert TITLES == headings(mia.lines)


async def test_all_is_on_screen_at_80_columns_and_nothing_runs_over(demo: Path) -> None:
    async with at_board(demo, size=SMALL) as mia:
        for pane in "1234":
            await mia.presses(pane)
            assert 24 == len(mia.lines)
            assert max(map(len, mia.lines)) <= 80
            assert mia.lines[-1].endswith("? keys")


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["j"], 2),
        (["down", "down"], 3),
        (["j", "j", "k"], 2),
        (["j", "up"], 1),
        (["G"], LAST),
        (["end"], LAST),
        (["G", "g"], 1),
        (["end", "home"], 1),
        (["pagedown"], LAST),
        (["pagedown", "pageup"], 1),
    ],
)
async def test_keys_go_from_row_to_row(demo: Path, keys: list[str], row: int) -> None:
    async with at_board(demo) as mia:
        await mia.presses("4")
        last = mia.pane.grid.place[1]
        await mia.presses(*keys)

        assert (row or last) == mia.pane.grid.place[0]


async def test_plus_minus_and_t_turn_the_days_of_all_panes(demo: Path) -> None:
    async with at_board(demo) as mia:
        assert mia.sees("Mon 23 Nov day 3/10 today")
        runs = [row.key for row in mia.board.panes[2].rows]
        await mia.presses("plus")
        assert mia.sees("Tue 24 Nov day 4/10")
        assert runs != [row.key for row in mia.board.panes[2].rows]
        await mia.presses("minus", "left", "left")
        assert mia.sees("Sat 21 Nov")
        await mia.presses("right", "equals_sign", "t")
        assert mia.sees("Mon 23 Nov day 3/10 today")

        assert runs == [row.key for row in mia.board.panes[2].rows]


async def test_w_shows_all_days_of_a_pane(demo: Path) -> None:
    async with at_board(demo) as mia:
        await mia.presses("3")
        today = mia.pane.grid.place[1]
        await mia.presses("w")
        assert mia.sees("all days")
        assert today < mia.pane.grid.place[1]
        await mia.presses("w")
        assert today == mia.pane.grid.place[1]
        await mia.presses("w", "q")
        assert not mia.sees("3 Transport  all days")


async def test_n_goes_to_the_rows_that_need_somebody(demo: Path) -> None:
    async with at_board(demo) as mia:
        await mia.presses("2")
        signs = {row.key: row.sign for row in mia.pane.rows}
        wanted = [key for key, sign in signs.items() if sign]
        assert wanted
        went = []
        for _ in wanted:
            await mia.presses("n")
            went.append(mia.pane.grid.key)
        assert set(wanted) == set(went)
        await mia.presses("N")

        assert went[-2] == mia.pane.grid.key


async def test_q_leaves_step_by_step_and_then_the_board(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "slash")
        await mia.enters("anna")
        await mia.presses("space", "q")
        assert frozenset() == mia.pane.grid.marked
        await mia.presses("q")
        assert "" == mia.pane.filter
        assert not mia.app._exit
        await mia.presses("q")
        assert mia.app._exit


async def test_the_terminals_cursor_is_where_the_keys_work(folder: Path) -> None:
    """Screen readers read the line the terminal's own cursor is on."""

    def line(somebody: Coordinator) -> str:
        return somebody.lines[somebody.app.cursor_position.y]

    async with at_board(folder) as mia:
        await mia.presses("4", "j")
        assert "walkies" in line(mia)
        await mia.presses("a")
        assert "add:" in line(mia)
        await mia.presses("escape")
        assert "walkies" in line(mia)
        await mia.presses("slash", "escape")
        assert "walkies" in line(mia)
        await mia.presses("question_mark", "k")
        assert "│ k  " in line(mia)
        await mia.presses("escape")
        assert "walkies" in line(mia)
        await mia.presses("o")
        assert "priority" in line(mia)
        await mia.presses("q", "0", "0")
        assert "walkies" in line(mia)
