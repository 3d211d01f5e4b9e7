"""Looking up anybody and anything, from any pane, while one types."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import NOW, SMALL, at_board, saved
from tui.lookup import Whole
from tui.widgets.grid import Grid


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator


def found(somebody: Coordinator) -> list[str]:
    """The rows of the list, the one under the cursor first."""
    return [" ".join(row.cells).strip() for row in somebody.app.screen.query_one(Grid)._rows]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gaff", "Anna Keller, gaffer +41 79 555 01 22 05:40 hotel>base Van 2, 06:30 call, "),
        ("555 01", "Anna Keller, gaffer"),
        ("van2", "Van 2"),
        ("van 3", "Van 3"),
        ("ak", "Anna Keller, gaffer"),
        ("12b", "scene 12B"),
        ("walkie", "issue walkies lost in the mud"),
        ("recce", "event Tech recce"),
        ("farm", "Farm"),
        ("0540", "run 05:40 hotel>base"),
        ("06:00 van", "run 06:00 hotel>base"),
    ],
)
async def test_the_first_line_is_what_was_meant(folder: Path, typed: str, first: str) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "l")
        await mia.types(typed)

        assert found(mia)[0].startswith(first), found(mia)


async def test_the_answer_is_on_a_small_screen_before_enter(folder: Path) -> None:
    async with at_board(folder, size=SMALL, now=NOW.replace(hour=6, minute=50)) as mia:
        await mia.presses("l")
        await mia.types("anna")
        whole = mia.app.screen.query_one(Whole).words

        assert whole.startswith("Anna Keller, gaffer  +41 79 555 01 22  06:30 call, 07:00 base>F")
        assert any("06:30 call, 07:00 base>" in line for line in mia.lines), mia.lines


async def test_enter_goes_to_the_call_of_somebody_called_and_else_to_them(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "l")
        await mia.enters("anna")
        assert "Crew" == mia.pane.what.title
        assert mia.row.startswith("06:30 Anna Keller")
        await mia.presses("l")
        await mia.enters("tom")
        assert "Tom Frei" in mia.row
        await mia.presses("l")
        await mia.enters("generator")

        assert "Issues" == mia.pane.what.title


async def test_what_is_on_another_day_or_over_is_found_where_nothing_else_is(folder: Path) -> None:
    saved(folder, "event", "fri 1000 Camera test")
    saved(folder, "issue", "fuse blown done")
    async with at_board(folder) as mia:
        await mia.presses("l")
        await mia.types("camera test")
        assert found(mia)[0].startswith("event Camera test  Fri 27 Nov")
        await mia.presses("enter")
        assert "Camera test" in mia.row
        assert dt.date(2026, 11, 27) == mia.office.view
        await mia.presses("l")
        await mia.types("fuse")

        assert found(mia)[0].startswith("issue fuse blown")


async def test_with_nothing_typed_everybody_is_listed(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("l")
        assert 4 == len(found(mia))
        await mia.types("zzzz")
        assert mia.sees("Nothing has these words.")
        await mia.presses("enter", "escape")

        assert mia.pane.grid.has_focus


async def test_hostile_names_are_only_text(folder: Path) -> None:
    saved(folder, "person", '"[bold]Zed[/x]", "grip"')
    async with at_board(folder) as mia:
        await mia.presses("l")
        await mia.types("[bold]z")

        assert mia.sees("[bold]Zed[/x]")
