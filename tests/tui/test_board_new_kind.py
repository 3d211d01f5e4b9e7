"""A kind nobody made a pane for is on the board all the same, from its class alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.kinds import KINDS
from tests.tui.coordinator import at_board
from tests.tui.kit import Kit


if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def kit_is_a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(KINDS, "kit", Kit)


async def test_a_new_kind_is_added_listed_changed_and_undone_on_the_board(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "a")
        await mia.enters('kit "Lens set" cases:3 +anna')
        assert "kit M1 Lens set" in mia.row
        assert "keeper Anna Keller" in mia.row

        await mia.presses("c")
        await mia.enters("cases:4")
        assert 4 == mia.records("kit")["M1"]["cases"]

        await mia.presses("slash")
        await mia.enters("lens")
        assert 1 == len(mia.pane.rows)

        await mia.presses("o")
        assert mia.sees("cases 3 → 4")

        await mia.presses("q", "u")
        assert 3 == mia.records("kit")["M1"]["cases"]
