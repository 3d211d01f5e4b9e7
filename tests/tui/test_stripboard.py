"""The stripboard, by the keys pressed on it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from models.edits import Aimed
from tests.tui.coordinator import BIG, SMALL, at_board, changed
from tests.tui.scheduled import board, two_days
from tui.lines.strips import AmongStrips
from tui.stripboard import Stripboard


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator

TINY = (60, 20)


@pytest.fixture
def folder(isolated: Path, tmp_path: Path) -> Path:
    """Two shoot days, a day off, and a scene in the boneyard."""
    return two_days(tmp_path / "nightfall")


def rows(mia: Coordinator) -> list[str]:
    """The rows of the open stripboard, without the gutter."""
    assert isinstance(mia.app.screen, Stripboard)
    shown = mia.app.screen.rows
    return [" ".join(" ".join(row.cells).split()) for row in shown]


async def test_the_board_has_all_days_with_their_strips_and_banners_and_the_boneyard(
    folder: Path,
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b")

        assert [
            "1 INT D BARN 1 1 2:00 ~07:00",
            "2 EXT N YARD 4/8 1:00 ~09:00",
            "END OF DAY 1 - Mon 23 Nov - 1 4/8 pgs - 3:00",
            "3 EXT D LANE 2/8 0:30 ~08:00",
            "END OF DAY 2 - Tue 24 Nov - 2/8 pgs - 0:30",
            "DAY OFF - Wed 25 Nov",
            "TRAVEL - Thu 26 Nov",
            "BONEYARD - 1 strip - 1/8 pgs - 0:15",
            "9 INT D ATTIC 1/8 0:15",
        ] == rows(mia)
        assert mia.lines[0].startswith("Stripboard  DAY 1 - Mon 23 Nov - 1 4/8 pgs - 3:00  1/9")


@pytest.mark.parametrize("size", [TINY, SMALL, BIG], ids=str)
async def test_it_fits_into_any_terminal_and_says_light_and_day_in_letters(
    folder: Path, size: tuple[int, int]
) -> None:
    async with at_board(folder, size=size) as mia:
        await mia.presses("b")

        assert mia.sees("EXT N")
        assert mia.sees("END OF DAY 1 - Mon 23 Nov - 1 4/8 pgs - 3:00")
        assert mia.sees("J K move")
        assert all(len(line) <= size[0] for line in mia.lines)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("J",), ["2 1", "3", "", "", "9"]),
        (("J", "J"), ["2", "1 3", "", "", "9"]),
        (("J", "J", "J", "J"), ["2", "3", "", "", "1 9"]),
        (("j", "K"), ["2 1", "3", "", "", "9"]),
        (("space", "space", "J"), ["", "1 2 3", "", "", "9"]),
        (("G", "K"), ["1 2", "3 9", "", "", ""]),
        (("J", "J", "u"), ["2 1", "3", "", "", "9"]),
        (("J", "J", "u", "u", "U"), ["2 1", "3", "", "", "9"]),
        (("j", "j", "J"), ["1 2", "3", "", "", "9"]),
    ],
)
async def test_keys_move_strips_within_and_between_days_each_one_change(
    folder: Path, keys: tuple[str, ...], expected: list[str]
) -> None:
    async with at_board(folder) as mia:
        before = len(mia.changes())
        await mia.presses("b", *keys)

        assert expected == board(mia.office)
        steps = sum(key in ("J", "K", "u", "U") for key in keys)
        assert len(mia.changes()) - before == (0 if keys[-1] == "J" and "j" in keys else steps)


async def test_the_cursor_goes_with_the_strip_and_what_was_done_is_said(folder: Path) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("b", "J")
        assert mia.sees("Moved scene 1 on day 1, Mon 23 Nov.")
        await mia.presses("J")

        assert mia.sees("Moved scene 1 to day 2, Tue 24 Nov.")
        assert "BARN" in mia.lines[mia.app.cursor_position.y]
        await mia.presses("G", "J")
        assert mia.sees("There is no place to go to from here.")


@pytest.mark.parametrize(
    ("word", "expected", "said"),
    [
        ("tmr", ["", "3 1 2", "", "", "9"], "Moved 2 strips to day 2, Tue 24 Nov."),
        ("d2 after 3", ["", "3 1 2", "", "", "9"], "Moved 2 strips to day 2"),
        ("boneyard", ["", "3", "", "", "1 2 9"], "Moved 2 strips to the boneyard."),
        ("+3d", ["", "3", "", "1 2", "9"], "Moved 2 strips to Thu 26 Nov."),
    ],
)
async def test_marked_strips_go_to_a_day_by_its_word(
    folder: Path, word: str, expected: list[str], said: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "space", "space", "m")
        await mia.enters(word)

        assert expected == board(mia.office)
        assert mia.sees(said)
        assert frozenset() == mia.app.screen.grid.marked  # type: ignore[attr-defined]
        await mia.presses("u")
        assert ["1 2", "3", "", "", "9"] == board(mia.office)


async def test_a_word_that_is_no_day_is_said_and_the_line_stays(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "m")
        await mia.enters("d77")

        assert mia.sees("there is no shoot day 77")
        assert ["1 2", "3", "", "", "9"] == board(mia.office)
        await mia.presses("escape", "q")
        assert mia.sees("1 Schedule")


@pytest.mark.parametrize(
    ("line", "expected", "row"),
    [
        ("move to farm 45m", "1 move to farm 2", "COMPANY MOVE to farm - 0:45 - ~09:00"),
        ('banner "Second unit splits"', "1 Second unit splits 2", "Second unit splits - ~09:00"),
        ("banner Sunrise", "1 Sunrise 2", "Sunrise - ~09:00"),
        ("lunch 1h", "1 lunch 2", "LUNCH - 1:00 - ~09:00"),
    ],
)
async def test_a_move_or_a_banner_is_added_behind_the_strip(
    folder: Path, line: str, expected: str, row: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "a")
        await mia.enters(line)

        assert expected == board(mia.office)[0]
        assert row in rows(mia)
        [event] = [e for e in mia.office.of("event").values() if e.get("title") != "Tech recce"]
        assert ("farm" in line) == (event.get("place") in mia.office.of("place"))


async def test_others_changes_appear_and_the_cursor_stays(folder: Path) -> None:
    async with at_board(folder) as mia:
        scene = next(key for key, each in mia.office.of("scene").items() if each["scene"] == "3")
        await mia.presses("b", "j")
        changed(folder, Aimed("scene", scene), "set:CHAPEL")

        await mia.until(lambda: any("CHAPEL" in row for row in rows(mia)))
        assert "YARD" in mia.lines[mia.app.cursor_position.y]


async def test_enter_opens_the_strip_or_the_day_and_q_comes_back_to_the_board(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "enter")
        assert mia.sees("BARN")
        assert mia.sees("History")
        await mia.presses("q", "j", "j", "enter")
        assert mia.sees("unit call")
        await mia.presses("q")
        assert isinstance(mia.app.screen, Stripboard)


async def test_the_schedule_pane_follows_the_order_and_moves_strips_within_its_day(
    folder: Path,
) -> None:
    async with at_board(folder) as mia:
        await mia.points_at("BARN")
        await mia.presses("J")

        assert ["2 1", "3", "", "", "9"] == board(mia.office)
        assert "BARN" in mia.row
        shown = [" ".join(row.cells) for row in mia.pane.rows]
        assert [True] == [
            "YARD" in one and "BARN" in two for one, two in pairwise(shown) if "YARD" in one
        ]
        await mia.presses("J")
        assert mia.sees("b shows all days")
        await mia.points_at("Tech recce")
        await mia.presses("K")
        assert mia.sees("J and K move the strips of the schedule")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("+",), "DAY 2 - Tue 24 Nov"),
        (("+", "+", "right"), "TRAVEL - Thu 26 Nov"),
        (("+", "+", "+", "+", "+"), "BONEYARD - 1 strip"),
        (("G", "-"), "TRAVEL - Thu 26 Nov"),
        (("-",), "DAY 1 - Mon 23 Nov"),
        (("G", "t"), "DAY 1 - Mon 23 Nov"),
    ],
    ids=str,
)
async def test_it_goes_from_day_to_day_by_the_keys_of_the_board(
    folder: Path, keys: tuple[str, ...], expected: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", *keys)

        assert mia.lines[0].startswith(f"Stripboard  {expected}")


async def test_a_question_mark_says_the_keys_there_is_no_room_for(folder: Path) -> None:
    async with at_board(folder, size=TINY) as mia:
        await mia.presses("b")
        assert not mia.sees("t today")

        await mia.presses("?")
        assert mia.sees("t today")
        assert mia.sees("P push")

        await mia.presses("j")
        assert not mia.sees("t today")


async def test_what_may_stand_among_strips_is_said_before_anything_is_typed(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "a")

        assert mia.sees('move to farm 45m   lunch 1h   banner "Second unit splits"')


@pytest.mark.parametrize("keys", [(), ("j", "j"), ("G",)], ids=["a strip", "a break", "boneyard"])
async def test_what_was_half_typed_among_strips_is_there_after_a_restart(
    folder: Path, keys: tuple[str, ...]
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", *keys, "a")
        await mia.types("lunch 1h")
        assert isinstance(mia.app.screen, Stripboard)
        before = mia.app.screen.foot.line
        assert isinstance(before, AmongStrips)
    async with at_board(folder) as mia:
        await mia.until(lambda: mia.board.foot.line is not None)
        line = mia.board.foot.line

        assert isinstance(line, AmongStrips)
        assert (before.prompt, before.spot) == (line.prompt, line.spot)
        await mia.presses("enter")
        assert "meal" in {each.get("type") for each in mia.records("event").values()}
