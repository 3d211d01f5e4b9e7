"""The demo production, made once for all the tests that look at it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from store.demo.build import build
from tests.store.demo.looking import Looking


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.production import Production

ZURICH = ZoneInfo("Europe/Zurich")
EVENING = dt.datetime(2025, 11, 26, 22, 30, tzinfo=ZURICH)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo is made."""
    return tmp_path_factory.mktemp("demo") / "low-water"


@pytest.fixture(scope="session")
def demo(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Production]:
    """The demo as it stands late on its third shooting day, everything told of it done."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBOARD_STATE", str(tmp_path_factory.mktemp("state")))
        yield build(folder, EVENING)


@pytest.fixture(scope="session")
def looking(demo: Production) -> Looking:
    """The demo's records with the arithmetic of who is where when."""
    return Looking(demo.view, EVENING.date())
