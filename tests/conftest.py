"""Every test runs in a home of its own: nothing of this machine is read or written."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.examples import EVERY_RUN, WITH_SLOW


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


# Two cores are shared by all workers, so a slow example says nothing about the code. The same
# examples every time, so that a run fails for what changed; `--hypothesis-profile explore` looks
# for new ones.
hypothesis.settings.register_profile(
    "callboard", deadline=None, derandomize=True, max_examples=EVERY_RUN
)
hypothesis.settings.register_profile(
    "slow", hypothesis.settings.get_profile("callboard"), max_examples=WITH_SLOW
)
hypothesis.settings.register_profile("explore", deadline=None, derandomize=False)
hypothesis.settings.load_profile("callboard")

FOLDERS = {
    "HOME": "home",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "CALLBOARD_CACHE": "cache",
    "CALLBOARD_CONFIG": "config",
    "CALLBOARD_STATE": "state",
}
MADE = ("home", "cache", "config", "state")
TERMINAL = {
    "TERM": "xterm-256color",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
}
UNSET = ("NO_COLOR", "COLORTERM", "SSH_CONNECTION", "TEXTUAL_DRIVER", "TEXTUAL_DEVTOOLS")


@pytest.fixture(scope="session")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new path for each test, without looking at those of all tests before it."""
    folder = tmp_path_factory.mktemp("grounds")
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def isolated(monkeypatch: pytest.MonkeyPatch, grounds: Iterator[Path]) -> Path:
    """A fresh home, state and cache for each test; the folder that holds them all."""
    ground = next(grounds)
    for name in [name for name in os.environ if name.startswith("CALLBOARD_")]:
        monkeypatch.delenv(name)
    for name in UNSET:
        monkeypatch.delenv(name, raising=False)
    for folder in ("", *MADE):
        (ground / folder).mkdir()
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, str(ground / folder))
    for name, value in TERMINAL.items():
        monkeypatch.setenv(name, value)
    return ground


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --slow, which runs the tests that are marked slow too, and --renew-screens."""
    parser.addoption("--slow", action="store_true", help="run the slow tests too")
    parser.addoption(
        "--renew-screens", action="store_true", help="keep the screens as they are now"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Look longer with --slow, unless a profile was asked for."""
    if config.getoption("--slow") and not config.getoption("--hypothesis-profile"):
        hypothesis.settings.load_profile("slow")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests out unless they were asked for."""
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow: runs with --slow"))
