"""A paper issued at the board: kept, numbered, and the next draft says what is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.coordinator import NOW, at_board


if TYPE_CHECKING:
    from pathlib import Path


async def test_i_issues_the_paper_that_is_shown_and_undo_takes_it_back(folder: Path) -> None:
    async with at_board(folder, now=NOW) as mia:
        await mia.presses("1", "p", "i")
        assert mia.sees("Issued call sheet 3 of Day 3 of 3, Mon 23 Nov 2026: prelim, no. 1.")
        assert mia.sees("PRELIM 1")
        await mia.presses("i")
        assert mia.sees("final White, no. 2.")
        await mia.presses("i")
        assert mia.sees("Nothing is different from the final White it was issued as")

        await mia.presses("u")

        assert mia.sees("Took back")
        assert ["prelim"] == [each["stage"] for each in mia.records("document").values()]


async def test_what_is_different_since_stands_on_the_draft_and_alone_with_c(folder: Path) -> None:
    async with at_board(folder, now=NOW) as mia:
        await mia.presses("1", "p", "i", "q", "2")
        await mia.points_at("Anna Keller")
        await mia.presses("c")
        await mia.enters("0615")
        await mia.presses("1", "p")
        assert mia.sees("06:15, was 06:30")
        assert mia.sees("DRAFT")

        await mia.presses("c")

        assert mia.sees("CHANGES: CALL SHEET")
        assert mia.sees("Since prelim of Mon 23 Nov 2026 05:00.")
        await mia.presses("c")
        assert not mia.sees("CHANGES: CALL SHEET")


async def test_before_the_first_issue_there_are_no_changes_to_show(folder: Path) -> None:
    async with at_board(folder, now=NOW) as mia:
        await mia.presses("1", "p", "c")

        assert mia.sees("This paper was not issued yet")
