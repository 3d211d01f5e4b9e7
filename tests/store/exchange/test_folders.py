"""Two folders on paths: what is exchanged, what is refused, what a cut leaves."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from models.errors import NotSynced
from store.change import line_sum
from store.exchange.alone import alone
from store.exchange.live import LiveTree
from store.exchange.sync import Options, sync
from store.layout import CLOSING
from store.production import Production
from tests.store.exchange.writing import lines_from
from tests.store.writing import files_of, say, value


if TYPE_CHECKING:
    from collections.abc import Callable

Shown: TypeAlias = "Callable[[Production], object]"


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    return tmp_path / "stick"


@pytest.fixture
def apart(mia: Production, stick: Path, on_machine: Callable[[str], None]) -> Production:
    """Reto's folder at the unit, once brought there, where he has worked since; so has mia."""
    sync(mia.path, str(stick))
    on_machine("unit")
    reto = Production.open(stick, as_user="reto")
    for number in range(4):
        say(reto, f"r{number}", leave="06:10")
    on_machine("office")
    for number in range(3):
        say(mia, f"m{number}", leave="05:40")
    return reto


def test_both_folders_hold_all_changes_of_both(
    mia: Production, apart: Production, shown: Shown
) -> None:
    outcome = sync(mia.path, str(apart.path))
    mia.refresh()
    apart.refresh()

    assert f"4 changes from reto, 3 to {apart.path}." == outcome.words()
    assert shown(mia) == shown(apart)
    assert () == mia.faults() + apart.faults()
    assert "Nothing new." == sync(mia.path, str(apart.path)).words()


def test_a_folder_that_is_not_there_gets_the_production_whole(
    mia: Production, stick: Path, shown: Shown
) -> None:
    say(mia, "r1", leave="05:40")
    outcome = sync(mia.path, str(stick))

    assert f"The production is in {stick} too now. 2 changes to {stick}." == outcome.words()
    assert shown(mia) == shown(Production.open(stick))
    assert 0o640 == stick.joinpath("production.json").stat().st_mode & 0o777
    assert {0o750} == {path.stat().st_mode & 0o777 for path in stick.rglob("*") if path.is_dir()}


@pytest.mark.parametrize("hidden", [(), (".stfolder", ".Trash-1000")])
def test_a_production_is_joined_from_elsewhere(
    mia: Production, tmp_path: Path, shown: Shown, hidden: tuple[str, ...]
) -> None:
    say(mia, "r1", leave="05:40")
    mine = tmp_path / "mine"
    for name in hidden:
        (mine / name).mkdir(parents=True)
    outcome = sync(mine, str(mia.path))

    assert f"The production is in {mine} now. 2 changes from mia." == outcome.words()
    assert shown(mia) == shown(Production.open(mine))


def test_a_chain_of_three_ends_with_the_same_view(
    mia: Production,
    tmp_path: Path,
    shown: Shown,
    on_machine: Callable[[str], None],
) -> None:
    first, middle, last = mia.path, tmp_path / "middle", tmp_path / "last"
    sync(first, str(middle))
    sync(middle, str(last))
    productions = [mia]
    for user, folder in (("reto", middle), ("eva", last)):
        on_machine(user)
        productions.append(Production.open(folder, as_user=user))
    for number, each in enumerate(productions):
        on_machine(("office", "reto", "eva")[number])
        say(each, f"r{number}", leave=f"0{number}:00")
        say(each, "same", leave=f"0{number}:30")
    for near, far in ((last, middle), (middle, first), (middle, last)):
        sync(near, str(far))
    for each in productions:
        each.refresh()

    assert shown(mia) == shown(productions[1]) == shown(productions[2])
    assert 1 == len(mia.conflicts()) == len(productions[2].conflicts())
    assert 3 == len(mia.conflicts()[0].heads)


def test_two_who_wrote_under_one_name_are_both_kept_on_both_sides(
    mia: Production, tmp_path: Path
) -> None:
    clone = shutil.copytree(mia.path, tmp_path / "clone")
    [ours] = files_of(mia)
    theirs = clone / ours.relative_to(mia.path)
    before = theirs.read_bytes()
    other = lines_from("clone", 2, 2, _last_sum(before), mia.writer)
    theirs.write_bytes(before.removesuffix(CLOSING) + b",\n" + b",\n".join(other) + CLOSING)
    say(mia, "r1", leave="05:40")

    was = {file: file.read_bytes() for file in (ours, theirs)}
    outcome = sync(mia.path, str(clone))
    assert was == {file: file.read_bytes() for file in (ours, theirs)}
    assert f"2 changes from mia, 1 to {clone}." == outcome.words()
    assert ["0001.json", f"0001.kept-{line_sum(other[1])}.json"] == _names(ours.parent)
    assert ["0001.json", f"0001.kept-{_last_sum(was[ours])}.json"] == _names(theirs.parent)
    assert "Nothing new." == sync(mia.path, str(clone)).words()


def _last_sum(data: bytes) -> str:
    return data.removesuffix(b'"}' + CLOSING)[-12:].decode()


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["notes.txt", "0001.sync-conflict-20261121-054012-ABCDEFG.json"])
def test_only_our_own_names_travel(mia: Production, stick: Path, name: str) -> None:
    [file] = files_of(mia)
    shutil.copyfile(file, file.with_name(name))
    shutil.copytree(file.parent, mia.path / "writers" / "Somebody Else")
    sync(mia.path, str(stick))

    assert [file.name] == [path.name for path in stick.glob("writers/*/*")]


def test_links_are_not_followed(mia: Production, stick: Path, tmp_path: Path) -> None:
    sync(mia.path, str(stick))
    elsewhere = tmp_path / "elsewhere"
    [file] = files_of(mia)
    shutil.copytree(file.parent, elsewhere)
    (stick / "writers" / "eva@office-abcd").symlink_to(elsewhere)
    (stick / "writers" / file.parent.name / "0002.json").symlink_to(file)
    os.mkfifo(stick / "writers" / file.parent.name / "0003.json")

    assert "Nothing new." == sync(mia.path, str(stick)).words()
    assert [file] == list(mia.path.glob("writers/*/*"))


def test_what_is_damaged_or_foreign_is_left_out_and_said(
    mia: Production, apart: Production
) -> None:
    [file] = files_of(apart)
    data = file.read_bytes()
    at = data.index(b'"3":') + 40
    file.write_bytes(data[:at] + b"#" + data[at + 1 :])
    file.with_name("0002.json").write_bytes(b"a shopping list\n")
    outcome = sync(mia.path, str(apart.path))

    assert f"2 changes from reto, 3 to {apart.path}." == outcome.words()
    assert [
        f"{apart.writer}/0001.json in {apart.path} is damaged; what can be read of it was taken.",
        (
            f"{apart.writer}/0002.json in {apart.path} is not a file of Callboard's "
            f"(it does not begin as a Callboard file does)."
        ),
    ] == list(outcome.notes)


def test_one_exchange_of_a_folder_runs_at_a_time(mia: Production, stick: Path) -> None:
    with alone(mia.path), pytest.raises(NotSynced, match="being synced already"):
        sync(mia.path, str(stick))
    with alone(stick), pytest.raises(NotSynced, match="being synced already"):
        sync(mia.path, str(stick))

    assert sync(mia.path, str(stick)).words().endswith(f"1 change to {stick}.")


def test_a_folder_that_is_somebody_elses_is_left_out_and_said(
    mia: Production, apart: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.open

    def refuses(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT and mia.writer in str(path) and str(apart.path) in str(path):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return really(path, flags, mode)

    monkeypatch.setattr(os, "open", refuses)
    outcome = sync(mia.path, str(apart.path))

    assert "4 changes from reto." == outcome.words()
    assert [
        (
            f"What is new of {mia.writer} was not written to {apart.path}: "
            f"its folder there is not yours to write in."
        )
    ] == list(outcome.notes)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_side_that_cannot_be_written_still_gives(
    mia: Production, apart: Production, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    really = os.rename

    def refuses(source: Path, target: Path) -> None:
        if str(apart.path) in str(target):
            raise OSError(number, os.strerror(number), str(target))
        really(source, target)

    monkeypatch.setattr(os, "rename", refuses)
    outcome = sync(mia.path, str(apart.path))
    mia.refresh()

    assert "4 changes from reto." == outcome.words()
    assert f"{apart.path} could not be written: {os.strerror(number)}." in outcome.failed
    assert "06:10" == value(mia, "r3", "leave")
    assert [] == [path for path in apart.path.rglob("*") if path.name.endswith(".tmp")]


def test_a_stick_without_modes_and_flushed_folders_is_written_all_the_same(
    mia: Production,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
    shown: Shown,
) -> None:
    really = os.fsync

    def unflushable(descriptor: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        really(descriptor)

    def without_modes(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", unflushable)
        for name in ("fchmod", "chmod", "utime"):
            patch.setattr(os, name, without_modes)
        outcome = sync(mia.path, str(stick))

    assert ("", {}) == (outcome.failed, outcome.notes)
    assert shown(mia) == shown(Production.open(stick))


def test_a_session_that_saves_meanwhile_loses_nothing(
    mia: Production, apart: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, saved = os.rename, []

    def busy(source: Path, target: Path) -> None:
        """Before every file that comes, mia saves one change more."""
        monkeypatch.setattr(os, "rename", really)
        saved.append(say(mia, f"n{len(saved)}", leave="05:00"))
        really(source, target)
        monkeypatch.setattr(os, "rename", busy)

    monkeypatch.setattr(os, "rename", busy)
    sync(mia.path, str(apart.path))
    monkeypatch.setattr(os, "rename", really)
    sync(mia.path, str(apart.path))
    there = Production.open(apart.path, as_user="reto")

    assert saved
    for number in range(len(saved)):
        assert "05:00" == value(mia, f"n{number}", "leave") == value(there, f"n{number}", "leave")


def test_no_session_of_this_user_saves_between_reading_and_writing(folder: Path) -> None:
    mine = Production.create(folder, title="Nightfall", zone="UTC")
    tree = LiveTree(folder, "here", mine.id)
    [note] = Path(os.environ["CALLBOARD_STATE"], "writers").iterdir()
    with note.open() as opened:
        with tree.still(), pytest.raises(BlockingIOError):
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)

        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_a_restored_backup_is_brought_up_to_what_others_have_and_goes_on_under_a_new_name(
    mia: Production, stick: Path, tmp_path: Path
) -> None:
    backup = shutil.copytree(mia.path, tmp_path / "backup")
    say(mia, "r1", leave="05:40")
    sync(mia.path, str(stick))
    shutil.rmtree(mia.path)
    backup.rename(mia.path)
    outcome = sync(mia.path, str(stick))
    restored = Production.open(mia.path, as_user="mia")
    say(restored, "r2", leave="06:00")

    assert "1 change from mia." == outcome.words()
    assert "05:40" == value(restored, "r1", "leave")
    assert () == restored.faults()
    assert f"1 change to {stick}." == sync(mia.path, str(stick)).words()


def test_what_was_settled_before_and_is_as_it_was_is_not_read_again(
    mia: Production, apart: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options(settled={})
    for _ in range(2):
        sync(mia.path, str(apart.path), options)
    read: list[str] = []
    really = LiveTree.read
    monkeypatch.setattr(
        LiveTree, "read", lambda tree, file: (read.append(file.writer), really(tree, file))[1]
    )

    assert "Nothing new." == sync(mia.path, str(apart.path), options).words()
    assert [] == read
    say(apart, "r9", leave="06:30")
    assert "1 change from reto." == sync(mia.path, str(apart.path), options).words()
    assert {apart.writer} == set(read)
