"""Pushing the schedule, by its key on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import SMALL, at_board, saved
from tests.tui.scheduled import board, two_days


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator


@pytest.fixture
def folder(isolated: Path, tmp_path: Path) -> Path:
    """Shoot days on Monday and Tuesday, Wednesday off, travel on Thursday."""
    return two_days(tmp_path / "nightfall")


def dates(mia: Coordinator) -> list[str]:
    """The days as they are, by date: `23 shoot`."""
    found = sorted((str(each["date"]), str(each["type"])) for each in mia.records("day").values())
    return [f"{date[-2:]} {of}" for date, of in found]


async def test_a_push_says_what_moves_before_it_is_done_and_is_undone_as_one(folder: Path) -> None:
    saved(folder, "run", "0540 day:today status:told")
    async with at_board(folder) as mia:
        before = len(mia.changes())
        await mia.presses("P")
        await mia.types("1d")
        assert mia.sees("3 days, 3 scenes, 1 event, 1 run")
        assert mia.sees("told or confirmed before, and planned again: 1")
        await mia.presses("enter")

        assert ["24 shoot", "25 off", "26 shoot", "27 travel"] == dates(mia)
        assert ["1 2", "", "3", "", "9"] == board(mia.office)
        assert before + 1 == len(mia.changes())
        assert "planned" == mia.records("run")["M1"]["status"]
        await mia.presses("u")
        assert ["23 shoot", "24 shoot", "25 off", "26 travel"] == dates(mia)
        assert "told" == mia.records("run")["M1"]["status"]


async def test_a_day_that_was_begun_is_told_of_and_its_log_stays(folder: Path) -> None:
    saved(folder, "log", "0700 call")
    async with at_board(folder) as mia:
        await mia.presses("P")
        await mia.types("1d")
        assert mia.sees("Mon 23 Nov has a log, which stays with what was shot on it")
        await mia.presses("enter")

        assert ["2026-11-23"] == [each["day"] for each in mia.records("log").values()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2d from tmr", ["23 shoot", "25 off", "27 shoot", "30 travel"]),
        ("-1d from d2", ["23 shoot", "23 shoot", "24 travel", "25 off"]),
        ("1d calendar", ["24 shoot", "25 shoot", "26 off", "27 travel"]),
        ("7 days", ["25 off", "03 shoot", "04 shoot", "07 travel"]),
    ],
)
async def test_a_line_pushes_or_pulls_from_any_day(
    folder: Path, line: str, expected: list[str]
) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("P")
        await mia.enters(line)

        assert sorted(expected) == sorted(dates(mia))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x", "x is no number of days to push by (write 2d, or -1d to pull)"),
        ("0d", "0d is no number of days to push by"),
        ("999d", "999d is no number of days to push by"),
        ("2d from d9", "there is no shoot day 9 (days 1 to 2 are planned)"),
        ("2d from 1/1/2030", "nothing is on Tue 1 Jan or after it"),
    ],
)
async def test_a_line_that_makes_no_sense_says_why_and_stays(
    folder: Path, line: str, said: str
) -> None:
    async with at_board(folder) as mia:
        before = mia.changes()
        await mia.presses("P")
        await mia.enters(line)

        assert mia.sees(said)
        assert line == mia.typed
        assert before == mia.changes()


async def test_on_the_stripboard_it_is_from_the_day_of_the_cursor(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("b", "j", "j", "j", "P")
        assert mia.sees("push from Tue 24 Nov")
        await mia.enters("1d")

        assert ["23 shoot", "25 off", "26 shoot", "27 travel"] == dates(mia)
