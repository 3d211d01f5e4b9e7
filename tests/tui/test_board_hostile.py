"""A production full of values no version of ours ever wrote can be walked through."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.tui.coordinator import at_board
from tests.tui.junk import fill_with_junk
from tui.actions import ACTIONS


if TYPE_CHECKING:
    from pathlib import Path

KEYS = [key for action in ACTIONS if action.id != "quit" for key in action.keys]


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_junk_in_every_field_ends_no_board(folder: Path, seed: int) -> None:
    dice = random.Random(seed)
    fill_with_junk(folder, dice)

    async with at_board(folder, size=dice.choice([(60, 20), (80, 24), (120, 40)])) as mia:
        for _ in range(60):
            await mia.presses(dice.choice([*KEYS, "escape", "enter"]))
        assert mia.app.is_running
        assert not any("\x1b" in line or "\u202e" in line for line in mia.lines)
