"""The board survives whatever is pressed. `python -m tests.tui.random_keys` presses for longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.demo.build import build
from tests.tui.random_keys import RandomKeys


if TYPE_CHECKING:
    from pathlib import Path

LONG = [pytest.param(seed, 20, marks=pytest.mark.slow) for seed in (2, 3, 4)]


@pytest.mark.parametrize(("seed", "seconds"), [(1, 5), *LONG])
def test_random_keys_leave_no_traceback_no_frozen_screen_and_a_sound_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, seconds: float
) -> None:
    monkeypatch.setenv("CALLBOARD_RSH", "false")
    monkeypatch.setenv("PYTHONFAULTHANDLER", "1")

    build(tmp_path / "demo")

    done = RandomKeys(tmp_path / "demo", tmp_path, seed).runs(seconds)

    assert done.answered > 0
    assert len(done.done) > 5
