"""The board's sync: asked in the line, done in a thread of its own, said at the foot."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from store.exchange import sync as exchange
from store.exchange.sync import sync
from tests.tui.coordinator import at_board, saved


if TYPE_CHECKING:
    import pytest


async def test_what_came_in_is_on_the_board_and_the_foot_says_so(
    folder: Path, tmp_path: Path
) -> None:
    his = tmp_path / "his"
    sync(folder, str(his))
    saved(his, "run", "0500 van3 hotel>base", as_user="reto")
    async with at_board(folder) as mia:
        await mia.presses("3", "S")
        await mia.enters(str(his))
        await mia.until(lambda: mia.sees("1 change from reto."))
        await mia.until(lambda: mia.sees("05:00"))

        await mia.presses("S")
        assert str(his) == mia.typed
        await mia.presses("enter")
        await mia.until(lambda: mia.sees("Nothing new."))


async def test_a_name_that_is_none_leaves_the_line_as_it_is(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("S")
        await mia.enters("unit-2:")

        assert "unit-2:" == mia.typed
        assert mia.sees("Name the production's folder on unit-2")


async def test_what_cannot_be_reached_is_a_sentence_at_the_foot(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("S")
        await mia.enters("/no/where/nightfall")
        await mia.until(lambda: mia.sees("There is no folder /no/where/nightfall"))


async def test_the_board_goes_on_while_a_sync_takes_its_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()

    def slow(*_: object, **__: object) -> object:
        assert goes_on.wait(10)
        return sync(folder, str(folder.with_name("his")))

    monkeypatch.setattr(exchange, "sync", slow)
    async with at_board(folder) as mia:
        await mia.presses("S")
        await mia.enters("unit-2:nightfall")
        assert mia.sees("Syncing with unit-2:nightfall ...")
        await mia.presses("4", "a")
        await mia.enters("no coffee p2")
        assert 3 == len(mia.records("issue"))
        goes_on.set()
        await mia.until(lambda: mia.sees("too now. "))
