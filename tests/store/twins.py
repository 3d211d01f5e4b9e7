"""Two machines that are copies of one another: the same state, the same path, disks apart."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from store.production import Production


if TYPE_CHECKING:
    import pytest


class Twins:
    """A production folder and a state directory that stand for one machine at a time."""

    def __init__(self, folder: Path, aside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Begin at the machine called `first`, with what is there."""
        self.folder = folder
        self.now = "first"
        self._aside = aside
        self._monkeypatch = monkeypatch
        self._state = aside / "state"
        self._cache = aside / "cache"
        monkeypatch.setenv("CALLBOARD_STATE", str(self._state))
        monkeypatch.setenv("CALLBOARD_CACHE", str(self._cache))

    def clone(self, name: str) -> None:
        """Make a machine that is as the one at hand is now."""
        for place in (self.folder, self._state, self._cache):
            if place.exists():
                shutil.copytree(place, self._aside / name / place.name)

    def go_to(self, name: str) -> None:
        """Go on at another machine."""
        for place in (self.folder, self._state, self._cache):
            if place.exists():
                (self._aside / self.now).mkdir(parents=True, exist_ok=True)
                place.rename(self._aside / self.now / place.name)
            if (self._aside / name / place.name).exists():
                (self._aside / name / place.name).rename(place)
        self.now = name

    def there(self, name: str) -> Path:
        """Where another machine's folder is while we are here."""
        return self._aside / name / self.folder.name

    def board(self) -> Production:
        """Mia's board on the machine at hand."""
        return Production.open(self.folder, as_user="mia")
