"""The folder: made once, recognised, or refused in words and left as it is."""

from __future__ import annotations

import grp
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB

from models.errors import (
    DamagedFolder,
    FolderError,
    ForeignFolder,
    MissingFolder,
    NewerFormat,
    NotSaved,
    ReadOnly,
)
from store.production import Production
from tests.store.writing import files_of, say, value


def test_a_new_production_has_its_settings_as_a_record(mia: Production) -> None:
    expected = {"id": "production", "title": "Nightfall", "zone": "Europe/Zurich"}
    assert expected == mia.view.get("production", "production")
    assert ["made the production"] == [change.did for change in mia.chronicle().changes()]


def test_the_description_opens_with_stock_tinydb(mia: Production) -> None:
    with TinyDB(mia.path / "production.json") as database:
        (described,) = database.table("production").all()
    assert (1, mia.id) == (described["format"], described["id"])
    assert 26 == len(mia.id)


@pytest.mark.parametrize(
    ("made", "error", "said"),
    [
        (None, MissingFolder, "There is no folder"),
        ({}, ForeignFolder, "holds no production"),
        ({"notes.txt": "x"}, ForeignFolder, "holds no production"),
        ({"writers/a": "x"}, DamagedFolder, "has writers but no production.json"),
        ({"production.json": ""}, DamagedFolder, "cannot be read"),
        ({"production.json": '{"production"'}, DamagedFolder, "cannot be read"),
        ({"production.json": '{"production":{}}'}, DamagedFolder, "cannot be read"),
        ({"production.json": "[]"}, ForeignFolder, "is not Callboard's"),
        ({"production.json": '{"_default":{}}'}, ForeignFolder, "is not Callboard's"),
        (
            {"production.json": '{"production":{"1":{"format":2,"other":1}}}'},
            NewerFormat,
            "later Callboard (format 2",
        ),
    ],
)
def test_what_is_no_production_is_said_and_left_alone(
    folder: Path, made: dict[str, str] | None, error: type[FolderError], said: str
) -> None:
    for name, text in (made or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if made is not None:
        folder.mkdir(exist_ok=True)
    before = sorted(folder.rglob("*"))
    with pytest.raises(error) as raised:
        Production.open(folder, as_user="mia")
    assert said in str(raised.value)
    assert before == sorted(folder.rglob("*"))


def test_a_file_is_no_production(folder: Path) -> None:
    folder.write_text("x", encoding="utf-8")
    with pytest.raises(ForeignFolder, match="is a file"):
        Production.open(folder, as_user="mia")


@pytest.mark.parametrize("name", ["production.json", "notes.txt"])
def test_nothing_is_made_where_something_is(folder: Path, name: str) -> None:
    folder.mkdir()
    (folder / name).write_text("x", encoding="utf-8")
    with pytest.raises(ForeignFolder, match="already holds"):
        Production.create(folder, title="Nightfall", zone="UTC", as_user="mia")
    assert [name] == [entry.name for entry in folder.iterdir()]


def test_a_group_nobody_knows_is_said(folder: Path) -> None:
    with pytest.raises(FolderError, match="no group is called nosuchgroup"):
        Production.create(folder, title="N", zone="UTC", group="nosuchgroup", as_user="mia")


def test_a_shared_production_keeps_each_writers_files_their_own(folder: Path) -> None:
    group = grp.getgrgid(os.getegid()).gr_name
    old = os.umask(0o077)
    try:
        board = Production.create(folder, title="N", zone="UTC", group=group, as_user="mia")
    finally:
        os.umask(old)

    def mode(path: Path) -> str:
        return stat.filemode(path.stat().st_mode)

    assert "drwxrws--T" == mode(folder / "writers")
    assert "drwxr-s---" == mode(folder / "writers" / board.writer)
    assert "-rw-r-----" == mode(files_of(board)[0])
    assert "-rw-r-----" == mode(folder / "production.json")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_on_a_shared_server_a_folder_of_another_owner_is_said(folder: Path) -> None:
    group = grp.getgrgid(os.getegid()).gr_name
    Production.create(folder, title="N", zone="UTC", group=group, as_user="root")
    board = Production.open(folder, as_user="root")
    assert () == board.faults()
    os.chown(folder / "writers" / board.writer, 65534, -1)
    (fault,) = board.faults()
    assert "belongs to nobody, not to root" in fault.words


@pytest.fixture
def forbidden(mia: Production) -> Production:
    """A production whose folder its user may read but not write."""
    say(mia, "r1", leave="05:40")
    (mia.path / "writers").chmod(0o555)
    (mia.path / "writers" / mia.writer).chmod(0o555)
    return mia


@pytest.mark.parametrize("user", ["mia", "reto"])
def test_who_may_only_read_has_a_board_that_only_reads(
    forbidden: Production, monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    if os.geteuid() == 0:  # root may write anywhere: have it asked about bits, as for others
        access = os.access
        monkeypatch.setattr(
            os,
            "access",
            lambda path, mode, **_: bool(Path(path).stat().st_mode & 0o200) and access(path, mode),
        )
    board = Production.open(forbidden.path, as_user=user)
    assert "You may read" in board.readonly
    assert "05:40" == value(board, "r1", "leave")
    for act in (lambda: say(board, "r1", leave="06:00"), board.undo, board.redo):
        with pytest.raises(ReadOnly, match="NOT saved"):
            act()
    assert "05:40" == value(board, "r1", "leave")


def test_without_a_state_directory_the_board_only_reads(
    mia: Production, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("CALLBOARD_STATE", str(tmp_path / "file" / "state"))
    board = Production.open(mia.path, as_user="mia")
    assert "state directory cannot be used" in board.readonly


def test_a_folder_without_writers_only_reads(mia: Production) -> None:
    (mia.path / "writers").rename(mia.path / "aside")
    board = Production.open(mia.path, as_user="mia")
    assert "is not there" in board.readonly
    assert "cannot be read" in board.faults()[0].words


def test_when_writers_goes_away_saving_is_refused(mia: Production) -> None:
    (mia.path / "writers").rename(mia.path / "aside")
    with pytest.raises(NotSaved, match="NOT saved"):
        say(mia, "r1", leave="05:40")
    mia.refresh()
    assert "Nightfall" == (mia.view.get("production", "production") or {})["title"]


def test_the_board_as_it_was_shows_that_and_cannot_be_changed(
    mia: Production, reto: Production
) -> None:
    first = say(mia, "r1", leave="05:40")
    then = datetime.fromisoformat(first.at)
    reto.refresh()
    say(reto, "r1", note="seen")
    before = Production.open(mia.path, as_user="mia", at=then - timedelta(hours=1))
    assert before.view.get("run", "r1") is None
    with pytest.raises(ReadOnly, match="as it was"):
        say(before, "r1", leave="06:00")
    board = Production.open(mia.path, as_user="mia", at=then)
    assert "05:40" == value(board, "r1", "leave")
    assert () == before.faults() == board.faults()
