"""What sync engines and people leave beside the files: what is good in it is taken in."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from store.production import Production
from tests.store.writing import carry, files_of, say, value


if TYPE_CHECKING:
    from pathlib import Path

COPY_NAMES = [
    "0001.sync-conflict-20261121-054012-ABCDEFG.json",
    "0001 (mia's conflicted copy 2026-11-21).json",
    "0001 (1).json",
    "0001-UNIT-2.json",
    "0001.json~",
    "0001.JSON",
    ".syncthing.0001.json.tmp",
    "~syncthing~0001.json.tmp",
    ".0001.json.Xa3f9Q",
    "0001.kept-51d0c2aa9e07.json",
    "copy of 0001",
]


@pytest.fixture
def older(mia: Production, tmp_path: Path) -> Path:
    """A folder in which mia's file is an old one; her own went on."""
    say(mia, "r1", leave="05:00")
    carry(mia.path, tmp_path / "older")
    say(mia, "r1", leave="05:40")
    say(mia, "r1", leave="05:45")
    return tmp_path / "older"


def in_older(older: Path, production: Production) -> Path:
    return older / "writers" / production.writer


@pytest.mark.parametrize("name", COPY_NAMES)
def test_what_only_a_copy_has_is_taken_in(mia: Production, older: Path, name: str) -> None:
    shutil.copy2(files_of(mia)[0], in_older(older, mia) / name)
    board = Production.open(older, as_user="reto")
    assert "05:45" == value(board, "r1", "leave")
    assert [mia.writer] == [writer.name for writer in board.writers()]
    said = [f"Changes 3-4 of {mia.writer} came from a copy, {name}."]
    assert ([] if name[0] in ".~" else said) == [fault.words for fault in board.faults()]
    assert all(fault.settled for fault in board.faults())


@pytest.mark.parametrize("name", COPY_NAMES)
def test_an_old_copy_does_no_harm_and_is_not_spoken_of(
    mia: Production, older: Path, name: str
) -> None:
    (file,) = files_of(mia)
    shutil.copy2(in_older(older, mia) / file.name, file.with_name(name))
    board = Production.open(mia.path, as_user="reto")
    assert "05:45" == value(board, "r1", "leave")
    assert () == board.faults()


@pytest.mark.parametrize(
    "called",
    ["MIA@{}", "mia@{} (Case Conflict)", "mia@{}.sync-conflict-20261121-054012-ABCDEFG", "mia@x"],
)
def test_a_folder_with_another_name_is_a_copy_and_no_writer(
    mia: Production, older: Path, called: str
) -> None:
    own = in_older(older, mia)
    there = own.with_name(called.format(mia.writer.partition("@")[2]))
    shutil.copytree(files_of(mia)[0].parent, there)
    board = Production.open(older, as_user="reto")
    assert "05:45" == value(board, "r1", "leave")
    assert [mia.writer] == [writer.name for writer in board.writers()]


def test_a_partial_file_gives_its_whole_lines(mia: Production, older: Path) -> None:
    (file,) = files_of(mia)
    whole = file.read_bytes()
    there = in_older(older, mia) / ".syncthing.0001.json.tmp"
    third = whole.index(b'\n"4":') + 40
    there.write_bytes(whole[:third])
    board = Production.open(older, as_user="reto")
    assert "05:40" == value(board, "r1", "leave")


@pytest.mark.parametrize("damage", [(b"05:40", b"09:40"), (b'"4":', b'"9":'), (b'"c":', b'"d":')])
def test_damaged_lines_of_a_copy_stay_out(
    mia: Production, older: Path, damage: tuple[bytes, bytes]
) -> None:
    bad = files_of(mia)[0].read_bytes().replace(*damage)
    (in_older(older, mia) / "0001 (1).json").write_bytes(bad)
    board = Production.open(older, as_user="reto")
    assert value(board, "r1", "leave") in ("05:00", "05:40")


def test_the_writers_own_unfinished_file_is_not_read(mia: Production, older: Path) -> None:
    shutil.copy2(files_of(mia)[0], in_older(older, mia) / ".0002.json.123.tmp")
    assert "05:00" == value(Production.open(older, as_user="reto"), "r1", "leave")


def test_a_copy_of_another_production_stays_out(mia: Production, tmp_path: Path) -> None:
    other = Production.create(tmp_path / "other", title="Other", zone="UTC", as_user="mia")
    say(other, "r9", leave="01:00")
    shutil.copy2(files_of(other)[0], files_of(mia)[0].with_name("0001 (1).json"))
    mia.refresh()
    assert None is value(mia, "r9", "leave")
    assert () == mia.faults()


def test_a_copy_fills_a_gap_and_the_files_behind_it_are_read(
    mia: Production, tmp_path: Path
) -> None:
    for number in range(30):
        say(mia, "r1", leave="05:40", note=str(number) * 9000)
    carry(mia.path, tmp_path / "site")
    second = tmp_path / "site/writers" / mia.writer / "0002.json"
    second.rename(second.with_name("0002 (1).json"))
    board = Production.open(tmp_path / "site", as_user="reto")
    assert mia.view.known() == board.view.known()
    assert "29" * 9000 == value(board, "r1", "note")


@pytest.mark.parametrize("left", [0, 30, 48])
def test_a_file_that_is_hardly_there_does_not_hold_up_those_behind_it(
    mia: Production, tmp_path: Path, left: int
) -> None:
    for number in range(30):
        say(mia, "r1", leave="05:40", note=str(number) * 9000)
    carry(mia.path, tmp_path / "site")
    second = tmp_path / "site/writers" / mia.writer / "0002.json"
    shutil.copy2(second, second.with_name("0002 (1).json"))
    second.write_bytes(second.read_bytes()[:left])
    board = Production.open(tmp_path / "site", as_user="reto")
    assert mia.view.known() == board.view.known()


def test_what_came_from_a_copy_is_known_when_the_file_arrives(mia: Production, older: Path) -> None:
    (file,) = files_of(mia)
    shutil.copy2(file, in_older(older, mia) / "0001 (1).json")
    board = Production.open(older, as_user="reto")
    shutil.copy2(file, in_older(older, mia) / file.name)
    assert frozenset() == board.refresh()
    assert () == board.faults()
    say(mia, "r1", leave="06:00")
    shutil.copy2(file, in_older(older, mia) / file.name)
    board.refresh()
    assert "06:00" == value(board, "r1", "leave")
