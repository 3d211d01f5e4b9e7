"""Productions and machines to test with: a machine is a state directory of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.production import Production


if TYPE_CHECKING:
    from collections.abc import Callable

    from store.change import JSON


@pytest.fixture(autouse=True)
def on_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], None]:
    """Go on at another machine, by its name: what is opened next belongs to that one."""
    states: dict[str, Path] = {}

    def move(name: str) -> None:
        if name not in states:
            states[name] = tmp_path_factory.mktemp(name)
        monkeypatch.setenv("CALLBOARD_STATE", str(states[name]))
        monkeypatch.setenv("CALLBOARD_CACHE", str(states[name] / "cache"))

    move("office")
    return move


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "nightfall"


@pytest.fixture
def mia(folder: Path) -> Production:
    """A new production, opened by mia."""
    return Production.create(folder, title="Nightfall", zone="Europe/Zurich", as_user="mia")


@pytest.fixture
def reto(mia: Production) -> Production:
    """The same folder, opened by reto."""
    return Production.open(mia.path, as_user="reto")


@pytest.fixture
def shown() -> Callable[[Production], dict[str, dict[str, JSON]]]:
    """Everything a board shows, by kind and id."""

    def look(production: Production) -> dict[str, dict[str, JSON]]:
        view = production.view
        return {kind: {**view.records(kind)} for kind in sorted(view.kinds())}

    return look
