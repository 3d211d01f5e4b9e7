"""Real disks that are full, read-only or gone: refused in words, nothing lost, and on again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from models.errors import CallboardError, NotSaved
from store.production import Production
from tests.store.mounts import fill, run, small_disk
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    with small_disk(tmp_path / "stick") as path:
        yield path


@pytest.fixture
def mia(disk: Path) -> Production:
    """A production on it, with one run."""
    made = Production.create(disk / "nightfall", title="N", zone="UTC", as_user="mia")
    say(made, "r1", leave="05:40")
    return made


def until_refused(board: Production) -> str:
    """Save until it is refused: a disk gives space out by the page; what was said."""
    for turn in range(200):
        try:
            say(board, "r2", note=f"{turn} {'x' * 50}")
        except NotSaved as error:
            assert board.view.records("run").get("r2", {}).get("note") == (
                f"{turn - 1} {'x' * 50}" if turn else None
            )
            return str(error)
    raise AssertionError("the disk took everything")


def shown(board: Production) -> object:
    return {kind: dict(board.view.records(kind)) for kind in board.view.kinds()}


def all_is_well(board: Production) -> None:
    """What is shown is on the disk, one more change can be saved, and the next start repairs."""
    say(board, "r1", leave="06:00")
    again = Production.open(board.path, as_user="mia")
    assert shown(board) == shown(again)
    assert again.writer == board.writer
    assert not [fault.words for fault in again.faults() if "reported" not in fault.words]
    for file in files_of(again):
        with TinyDB(file, access_mode="r") as database:
            assert database.table("changes").all()


def test_on_a_full_disk_a_change_is_refused_until_there_is_space(
    disk: Path, mia: Production
) -> None:
    ballast = fill(disk)
    said = until_refused(mia)
    assert "No space left on device" in said
    assert "free some space" in said
    assert shown(mia) == shown(Production.open(mia.path, as_user="eva"))
    ballast.unlink()
    all_is_well(mia)


def test_on_a_full_disk_a_new_file_is_refused_and_leaves_nothing(
    disk: Path, mia: Production
) -> None:
    ballast = fill(disk)
    with pytest.raises(NotSaved, match="free some space"):
        say(mia, "r1", note="x" * 100_000)
    assert ["0001.json"] == [path.name for path in files_of(mia)[0].parent.iterdir()]
    ballast.unlink()
    all_is_well(mia)


def test_with_the_state_directory_on_the_full_disk_too(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBOARD_STATE", str(disk / "state"))
    mia = Production.create(disk / "nightfall", title="N", zone="UTC", as_user="mia")
    say(mia, "r1", leave="05:40")
    ballast = fill(disk)
    until_refused(mia)
    before = shown(mia)
    assert before == shown(Production.open(mia.path, as_user="mia"))
    eva = Production.open(mia.path, as_user="eva")
    assert before == shown(eva)
    with pytest.raises(NotSaved, match="No space left on device"):
        say(eva, "r1", leave="07:00")
    ballast.unlink()
    all_is_well(mia)


def test_a_disk_that_becomes_read_only_and_writable_again(disk: Path, mia: Production) -> None:
    run("mount", "-o", "remount,ro", disk)
    before = shown(mia)
    with pytest.raises(NotSaved, match=r"have it made writable.*Read-only"):
        say(mia, "r1", leave="06:00")
    assert before == shown(mia) == shown(Production.open(mia.path, as_user="mia"))
    run("mount", "-o", "remount,rw", disk)
    all_is_well(mia)


@pytest.fixture
def share(mia: Production, disk: Path, tmp_path: Path) -> Iterator[Path]:
    """The disk at a second place, where it can go away and come back."""
    path = tmp_path / "share"
    path.mkdir()
    run("mount", "--bind", disk, path)
    yield path
    while path.is_mount():
        run("umount", "-l", path)


@pytest.fixture
def gone(share: Path) -> Callable[[], None]:
    return lambda: run("umount", "-l", share)


def test_a_share_that_goes_away_takes_nothing_with_it_and_comes_back(
    share: Path, disk: Path, gone: Callable[[], None]
) -> None:
    board = Production.open(share / "nightfall", as_user="mia")
    say(board, "r1", leave="05:50")
    before, name = shown(board), board.writer
    gone()
    board.refresh()
    assert before == shown(board)
    assert board.faults()
    for _ in range(2):
        with pytest.raises(NotSaved, match="Was its disk or share disconnected"):
            say(board, "r1", leave="06:00")
    assert before == shown(board)
    assert [] == list(share.iterdir())
    with pytest.raises(CallboardError, match="There is no folder"):
        Production.open(share / "nightfall", as_user="mia")

    run("mount", "--bind", disk, share)
    board.refresh()
    say(board, "r1", leave="06:10")
    again = Production.open(share / "nightfall", as_user="eva")
    assert ("05:50", "06:10") == (before["run"]["r1"]["leave"], value(again, "r1", "leave"))  # type: ignore[index]
    assert () == again.faults() == board.faults()
    assert shown(board) == shown(again)
    assert name == board.writer


def test_an_empty_folder_left_by_a_share_is_not_written_to(
    share: Path, gone: Callable[[], None]
) -> None:
    board = Production.open(share / "nightfall", as_user="mia")
    gone()
    (share / "nightfall").mkdir()
    with pytest.raises(NotSaved, match="Was its disk or share disconnected"):
        say(board, "r1", leave="06:00")
    assert [] == list((share / "nightfall").iterdir())
    assert "05:40" == value(board, "r1", "leave")
