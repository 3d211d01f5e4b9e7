"""A new production: what its empty board says to type, and that it can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import BIG, at_board
from tui.panes import PANES, PaneKind


if TYPE_CHECKING:
    from pathlib import Path

SIZES = [(60, 20), (80, 24), BIG]


def to_type(pane: PaneKind) -> list[str]:
    return [line.strip() for line in pane.begin if line.startswith(" ")]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("pane", PANES, ids=[each.name for each in PANES])
async def test_an_empty_pane_shows_what_to_type_a_line_each(
    empty: Path, pane: PaneKind, size: tuple[int, int]
) -> None:
    async with at_board(empty, size=size) as mia:
        await mia.presses(pane.key)
        lines = [line[: size[0] // 2 if size == BIG else size[0]].strip() for line in mia.lines]
        beside = [line[size[0] // 2 :].strip() for line in mia.lines]

        assert to_type(pane)
        assert set(to_type(pane)) <= {*lines, *beside}


@pytest.mark.parametrize("pane", PANES, ids=[each.name for each in PANES])
async def test_what_an_empty_pane_says_to_type_is_saved_as_it_stands(
    empty: Path, pane: PaneKind
) -> None:
    async with at_board(empty) as mia:
        await mia.presses(pane.key)
        before = len(mia.changes())
        for count, line in enumerate(to_type(pane), 1):
            await mia.presses("a")
            await mia.enters(line)
            assert before + count == len(mia.changes()), mia.lines

        assert pane.begin[0] not in mia.pane.grid.empty
        assert [] != mia.pane.rows


@pytest.mark.parametrize("pane", PANES, ids=[each.name for each in PANES])
async def test_the_one_line_of_a_day_without_rows_is_short(empty: Path, pane: PaneKind) -> None:
    """Where other days have something, nobody has to be told how to begin."""
    async with at_board(empty) as mia:
        await mia.presses(pane.key, "a")
        await mia.enters(to_type(pane)[0])

        assert mia.pane.what.empty == mia.pane.what.nothing(mia.office)


async def test_the_first_screen_names_the_help_the_imports_and_the_panes(empty: Path) -> None:
    async with at_board(empty, size=(80, 24)) as mia:
        assert mia.sees("? finds any key by what it does.")
        assert mia.sees("callboard -p ")
        assert mia.sees("import script.fountain")
        assert mia.sees("2 is the crew, 3 transport, 4 issues; - and + other days.")


@pytest.fixture
def odd(empty: Path, tmp_path: Path) -> Path:
    return empty.rename(tmp_path / "a{b}{0}")


async def test_a_folder_named_in_braces_is_only_a_name(odd: Path) -> None:
    async with at_board(odd) as mia:
        assert mia.sees("a{b}{0}")
