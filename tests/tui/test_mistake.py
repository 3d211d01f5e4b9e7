"""A mistake of our own ends the board with a sentence; the traceback goes to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.app import App

from store.directories import state_directory
from tests.tui.coordinator import at_board
from tui.actions import BY_ID
from tui.mistake import Mistake, OwnMistake


if TYPE_CHECKING:
    from pathlib import Path

    from tui.board import Board


async def test_an_error_nobody_caught_is_told_in_a_sentence_and_kept_in_a_file() -> None:
    class Broken(App[None]):
        def on_mount(self) -> None:
            raise ZeroDivisionError("of our own making")

    mistake = Mistake()
    app = Broken()
    app.error_console = mistake.console
    with pytest.raises(ZeroDivisionError):
        async with app.run_test():
            pass
    app._print_error_renderables()
    with pytest.raises(OwnMistake) as told:
        mistake.tell()

    [report] = (state_directory() / "mistakes").iterdir()
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    assert (True, False) == (str(report) in str(told.value), "Traceback" in str(told.value))


async def test_a_key_that_goes_wrong_ends_the_board_and_is_not_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(board: Board) -> None:
        raise ZeroDivisionError("of our own making")

    monkeypatch.setitem(BY_ID, "down", BY_ID["down"]._replace(act=wrong))
    with pytest.raises(ZeroDivisionError):
        await _presses_j(folder)


async def _presses_j(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("j")
        await mia.until(lambda: not mia.app.is_running)


def test_where_nothing_went_wrong_nothing_is_told() -> None:
    Mistake().tell()

    assert not (state_directory() / "mistakes").exists()
