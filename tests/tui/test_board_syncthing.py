"""What is saved on the board is handed to Syncthing, whatever key saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.production import Production
from store.syncthing.settings import Settings, save_settings
from tests.store.syncthing.fake import KEY, running
from tests.tui.coordinator import at_board, saved


if TYPE_CHECKING:
    from pathlib import Path


async def test_what_is_typed_done_and_undone_is_told(folder: Path) -> None:
    with running() as fake:
        fake.shares(folder)
        save_settings(Settings(KEY, fake.address))
        async with at_board(folder) as mia:
            for calls, keys in enumerate((["3", "x"], ["u"], ["4", "x"]), start=1):
                await mia.presses(*keys)
                await mia.until(lambda calls=calls: len(fake.scans()) >= calls)
        writers = {each["sub"] for each in fake.scans()}

        assert {f"writers/{Production.open(folder, as_user='mia').writer}"} == writers


async def test_what_others_save_is_not_told(folder: Path) -> None:
    with running() as fake:
        fake.shares(folder)
        save_settings(Settings(KEY, fake.address))
        async with at_board(folder) as mia:
            saved(folder, "run", "0500 van3 hotel>base", as_user="reto")
            await mia.until(lambda: len(mia.records("run")) == 4)

        assert [] == fake.asked
