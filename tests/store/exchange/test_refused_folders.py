"""Folders that may not be exchanged: something else, another production, nothing at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.errors import (
    DamagedFolder,
    ForeignFolder,
    MissingFolder,
    NewerFormat,
    NotSynced,
)
from store.exchange.sync import Options, sync
from store.production import Production


if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def sizes(*folders: Path) -> dict[Path, int]:
    return {path: path.stat().st_size for folder in folders for path in folder.rglob("*.json")}


def _another(path: Path, mia: Production) -> None:
    Production.create(path, title="Other", zone="UTC", as_user="eva")


def _something(path: Path, mia: Production) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("milk")


def _file(path: Path, mia: Production) -> None:
    path.write_text("milk")


def _half(path: Path, mia: Production) -> None:
    shutil.copytree(mia.path, path)
    (path / "production.json").unlink()


def _newer(path: Path, mia: Production) -> None:
    shutil.copytree(mia.path, path)
    file = path / "production.json"
    file.write_bytes(file.read_bytes().replace(b'"format":1', b'"format":9'))


def _itself(path: Path, mia: Production) -> None:
    path.symlink_to(mia.path)


def _nowhere(path: Path, mia: Production) -> None:
    path.symlink_to(path.with_name("gone"))


def _linked(path: Path, mia: Production) -> None:
    shutil.copytree(mia.path, path)
    (path / "writers").rename(path / "elsewhere")
    (path / "writers").symlink_to(path / "elsewhere")


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (_another, ForeignFolder, "is another production (made "),
        (_something, ForeignFolder, "holds no production"),
        (_file, ForeignFolder, "is a file"),
        (_half, DamagedFolder, "has writers but no production.json"),
        (_newer, NewerFormat, "was made by a later Callboard"),
        (_itself, NotSynced, "is this production itself"),
        (_nowhere, MissingFolder, "none it could be made in"),
        (_linked, NotSynced, "a link to elsewhere"),
    ],
)
def test_a_folder_that_is_something_else_is_refused_and_left_as_it_is(
    mia: Production,
    stick: Path,
    make: Callable[[Path, Production], None],
    error: type[Exception],
    words: str,
) -> None:
    make(stick, mia)
    was = sizes(stick, mia.path)

    with pytest.raises(error) as refused:
        sync(mia.path, str(stick))
    assert words in str(refused.value)
    assert was == sizes(stick, mia.path)


def test_a_folder_in_no_folder_is_refused(mia: Production, tmp_path: Path) -> None:
    with pytest.raises(MissingFolder):
        sync(mia.path, str(tmp_path / "no" / "stick"))
    with pytest.raises(MissingFolder):
        sync(tmp_path / "one", str(tmp_path / "two"))


def test_a_stick_that_was_pulled_out_is_not_founded_anew(mia: Production, stick: Path) -> None:
    stick.mkdir()

    with pytest.raises(MissingFolder, match="no longer there"):
        sync(mia.path, str(stick), Options(known=True))
    assert [] == list(stick.iterdir())
