"""The board on a disk that is full: the line stays as it was typed, and is saved later."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from tests.tui.coordinator import at_board


if TYPE_CHECKING:
    from pathlib import Path

    import pytest

LINE = "0820 van3 base>farm ben"


def full(*_: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


async def test_a_line_the_disk_has_no_room_for_stays_and_is_saved_when_it_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_board(folder) as mia:
        before = mia.records("run").keys()
        await mia.presses("3", "a")
        with monkeypatch.context() as disk:
            disk.setattr(os, "write", full)
            await mia.enters(LINE)
        assert LINE == mia.typed
        assert mia.sees("NOT saved")
        assert mia.sees("the disk is full; free some space")
        assert before == mia.records("run").keys()

        await mia.presses("enter")
        assert 1 == len(mia.records("run").keys() - before)
        assert "" == mia.typed or mia.board.foot.line is None
