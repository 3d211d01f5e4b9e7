"""What a key repaints: only cells that look different, and nothing of the other panes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.tui.coordinator import at_board, changed
from tui.board import Changed
from tui.panes.rows import aimed_at
from tui.widgets.grid import Grid
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from textual.geometry import Region


class Sent(NamedTuple):
    """A widget that was painted, and which of its regions; none where it was all of it."""

    widget: Painted
    regions: tuple[Region, ...]


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[Sent]:
    """All that is painted from now on."""
    found: list[Sent] = []
    refresh = Painted.refresh

    def noting(widget: Painted, *regions: Region, **how: Any) -> Painted:
        found.append(Sent(widget, regions))
        return refresh(widget, *regions, **how)

    monkeypatch.setattr(Painted, "refresh", noting)
    return found


def rows_of(sent: list[Sent], grid: Grid) -> list[int]:
    return sorted({region.y for each in sent if each.widget is grid for region in each.regions})


async def test_a_status_key_repaints_only_its_row(folder: Path, sent: list[Sent]) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "j")
        sent.clear()
        await mia.presses("x")
        assert [2] == rows_of(sent, mia.pane.grid)
        assert [mia.pane.grid] == [each.widget for each in sent if isinstance(each.widget, Grid)]
        assert all(each.regions for each in sent)


async def test_anothers_change_repaints_only_its_row(folder: Path, sent: list[Sent]) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "j")
        transport, run = mia.pane.grid, mia.pane.rows[2].key
        await mia.presses("4")
        sent.clear()
        changed(folder, aimed_at(run), "status:told")
        mia.board.post_message(Changed())
        await mia.until(lambda: "told" in mia.board.panes[2].rows[2].cells)
        assert [3] == rows_of(sent, transport)
        assert {transport} == {each.widget for each in sent if isinstance(each.widget, Grid)}
        assert all(each.regions for each in sent)


async def test_a_row_down_repaints_two_rows(folder: Path, sent: list[Sent]) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3")
        sent.clear()
        await mia.presses("j")
        assert [1, 2] == rows_of(sent, mia.pane.grid)
        assert all(each.regions for each in sent)


async def test_another_pane_repaints_the_cursors_rows_alone(folder: Path, sent: list[Sent]) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "j")
        sent.clear()
        await mia.presses("4")
        assert [2] == rows_of(sent, mia.board.panes[2].grid)
        assert [1] == rows_of(sent, mia.board.panes[3].grid)
        assert all(each.regions for each in sent)
