"""Files that come back shorter, older or not at all: nothing seen is forgotten, all can go back."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from models.errors import ReadOnly
from store.layout import KEPT_NAME
from store.production import Production
from tests.store.writing import carry, files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def cut(file: Path, older: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def replaced(file: Path, older: Path) -> None:
    shutil.copy2(older / "writers" / file.parent.name / file.name, file)


def removed(file: Path, older: Path) -> None:
    file.unlink()


def folder_removed(file: Path, older: Path) -> None:
    shutil.rmtree(file.parent)


def edited(file: Path, older: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b'"05:40"', b'"09:40"'))


HARM = [cut, replaced, removed, folder_removed, edited]


@pytest.fixture
def reto(mia: Production, tmp_path: Path) -> Production:
    """A board that has read all of mia's changes, and an older copy of the folder."""
    say(mia, "r1", leave="05:00")
    carry(mia.path, tmp_path / "older")
    say(mia, "r1", leave="05:40")
    say(mia, "r2", leave="07:00")
    board = Production.open(mia.path, as_user="reto")
    say(board, "r3", leave="08:00")
    return board


def harmed(mia: Production, tmp_path: Path, harm: Callable[[Path, Path], None]) -> None:
    (file,) = files_of(mia)
    harm(file, tmp_path / "older")


def whole(board: Production) -> None:
    assert "05:40" == value(board, "r1", "leave")
    assert "07:00" == value(board, "r2", "leave")


@pytest.mark.parametrize("harm", HARM)
def test_an_open_board_keeps_what_it_saw_and_says_so(
    mia: Production, reto: Production, tmp_path: Path, harm: Callable[[Path, Path], None]
) -> None:
    harmed(mia, tmp_path, harm)
    reto.refresh()
    whole(reto)
    assert any(mia.writer in fault.words and not fault.settled for fault in reto.faults())


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("afresh", [False, True])
def test_what_a_checkpoint_knows_is_there_at_the_next_start(
    mia: Production,
    reto: Production,
    tmp_path: Path,
    harm: Callable[[Path, Path], None],
    *,
    afresh: bool,
) -> None:
    reto.checkpoint()
    harmed(mia, tmp_path, harm)
    again = Production.open(reto.path, as_user="reto", afresh=afresh)
    whole(again)
    assert any(mia.writer in fault.words for fault in again.faults())


@pytest.mark.parametrize("harm", HARM)
def test_repair_writes_it_back_for_everybody(
    mia: Production, reto: Production, tmp_path: Path, harm: Callable[[Path, Path], None]
) -> None:
    reto.checkpoint()
    harmed(mia, tmp_path, harm)
    again = Production.open(reto.path, as_user="reto")
    assert [mia.writer] == [found.writer for found in again.repair()]
    eva = Production.open(mia.path, as_user="eva")
    whole(eva)
    assert [mia.writer, reto.writer] == sorted(each.name for each in eva.writers())
    assert [] == again.repair()


def test_what_is_written_back_opens_in_stock_tinydb(
    mia: Production, reto: Production, tmp_path: Path
) -> None:
    harmed(mia, tmp_path, replaced)
    (found,) = reto.repair()
    assert (3, 4) == (found.first, found.last)
    own = reto.path / "writers" / reto.writer
    (kept,) = [path for path in own.iterdir() if KEPT_NAME.fullmatch(path.name)]
    with TinyDB(kept, access_mode="r") as database:
        assert [3, 4] == [change.doc_id for change in database.table("changes")]
        assert mia.writer == database.table("about").all()[0]["writer"]


def test_with_nothing_lost_nothing_is_written(reto: Production) -> None:
    before = sorted(reto.path.rglob("*"))
    assert [] == reto.repair()
    assert before == sorted(reto.path.rglob("*"))


def test_the_owner_of_an_old_file_goes_on_under_a_new_name(
    mia: Production, reto: Production, tmp_path: Path
) -> None:
    mia.refresh()
    harmed(mia, tmp_path, replaced)
    was = mia.writer
    say(mia, "r1", leave="06:00")
    assert was != mia.writer
    mia.repair()
    for board in (mia, reto, Production.open(mia.path, as_user="eva")):
        board.refresh()
        assert "06:00" == value(board, "r1", "leave")
        assert "07:00" == value(board, "r2", "leave")


def test_a_board_that_only_reads_writes_nothing_back(
    mia: Production, reto: Production, tmp_path: Path
) -> None:
    harmed(mia, tmp_path, replaced)
    reto.refresh()
    reto._authorship = reto._as_writer()._replace(readonly="You may read but not write.")
    with pytest.raises(ReadOnly, match="Nothing was written back: You may read"):
        reto.repair()


def test_without_a_cache_what_was_seen_lives_as_long_as_the_board(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:00")
    carry(mia.path, tmp_path / "older")
    say(mia, "r1", leave="05:40")
    say(mia, "r2", leave="07:00")
    (tmp_path / "no-cache").write_text("a file where the cache should be")
    monkeypatch.setenv("CALLBOARD_CACHE", str(tmp_path / "no-cache"))
    board = Production.open(mia.path, as_user="reto")
    board.checkpoint()
    harmed(mia, tmp_path, replaced)
    board.refresh()
    whole(board)
    assert 1 == len(board.repair())
    whole(Production.open(mia.path, as_user="eva"))
