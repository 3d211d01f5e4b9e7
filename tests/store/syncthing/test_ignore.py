"""What a new production asks Syncthing to leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.production import Production
from store.syncthing.ignore import PATTERNS


if TYPE_CHECKING:
    from pathlib import Path


def made(folder: Path) -> Production:
    return Production.create(folder, title="Nightfall", zone="Europe/Zurich")


def test_a_new_production_says_what_is_not_to_be_carried(folder: Path) -> None:
    made(folder)

    assert PATTERNS == (folder / ".stignore").read_text()


def test_a_folder_shared_before_it_is_a_production_keeps_what_it_says(folder: Path) -> None:
    (folder / ".stfolder").mkdir(parents=True)
    (folder / ".stignore").write_text("mine\n")
    made(folder)

    assert "mine\n" == (folder / ".stignore").read_text()


def test_opening_writes_none(folder: Path) -> None:
    made(folder)
    (folder / ".stignore").unlink()
    Production.open(folder)

    assert not (folder / ".stignore").exists()
