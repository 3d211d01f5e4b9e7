"""What others save before the board follows, and while nothing tells of it, is shown too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.following import follow, notices
from store.following.notices import NoNotices
from store.production import Production
from tests.tui.coordinator import NOW, Coordinator, at_board, saved
from tui.app import CallboardApp
from tui.office import Office


if TYPE_CHECKING:
    from pathlib import Path

    import pytest


async def test_what_comes_between_opening_and_following_is_shown(folder: Path) -> None:
    app = CallboardApp(Office(Production.open(folder, as_user="mia"), now=lambda: NOW))
    saved(folder, "run", "0500 van3 hotel>base", as_user="reto")
    async with app.run_test() as pilot:
        mia = Coordinator(app, pilot)
        await mia.until(lambda: len(mia.records("run")) == 4)


async def test_a_board_where_the_system_tells_nothing_follows_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "INTERVAL", 0.05)
    monkeypatch.setattr(notices, "WAYS", (NoNotices,))
    async with at_board(folder) as mia:
        saved(folder, "run", "0500 van3 hotel>base", as_user="reto")
        await mia.until(lambda: len(mia.records("run")) == 4)
