"""The machine's own troubles: directories, disks. Each is said; nothing saved is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import FolderError, NotSaved, ReadOnly
from store.directories import state_directory
from store.halftyped import HalfTyped, keep, kept
from store.production import Production, local_now
from store.reports import write_report
from tests.store.writing import say, value


NEEDS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to mount a small disk")


@contextlib.contextmanager
def disk(at: Path, *options: str) -> Iterator[Path]:
    """A small disk in memory, mounted for a while."""
    at.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", ",".join(("size=16k", *options)), "tmpfs", str(at)]
    mounted = subprocess.run(command, check=False, capture_output=True, text=True)
    if mounted.returncode:
        pytest.skip(f"needs to mount a tmpfs: {mounted.stderr.strip()}")
    try:
        yield at
    finally:
        subprocess.run(["umount", "--lazy", at], check=True)


def a_file(at: Path) -> contextlib.AbstractContextManager[Path]:
    at.write_text("", encoding="utf-8")
    return contextlib.nullcontext(at)


def read_only(at: Path) -> contextlib.AbstractContextManager[Path]:
    return disk(at, "ro")


@contextlib.contextmanager
def full(at: Path) -> Iterator[Path]:
    with disk(at) as mounted:
        with (mounted / "filling").open("wb") as filling, contextlib.suppress(OSError):
            filling.write(b"x" * (1 << 20))
        yield mounted


Trouble = Callable[[Path], contextlib.AbstractContextManager[Path]]
TROUBLES = [
    pytest.param(a_file, "Not a directory", id="a file in its place"),
    pytest.param(read_only, "Read-only file system", id="read-only", marks=NEEDS_ROOT),
    pytest.param(full, "No space left on device", id="full", marks=NEEDS_ROOT),
]


@pytest.mark.parametrize("below", ["callboard", "deep/er/callboard"])
def test_a_state_directory_that_is_not_there_is_made(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, below: str
) -> None:
    monkeypatch.setenv("CALLBOARD_STATE", str(tmp_path / below))
    board = Production.open(mia.path, as_user="mia")
    say(board, "r1", leave="05:40")
    assert "" == board.readonly
    assert board.writer == Production.open(mia.path, as_user="mia").writer


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES)
def test_without_a_state_directory_one_looks_and_is_told_what_helps(
    mia: Production,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Trouble,
    reason: str,
) -> None:
    say(mia, "r1", leave="05:40")
    with trouble(tmp_path / "small") as state:
        monkeypatch.setenv("CALLBOARD_STATE", str(state / "callboard"))
        board = Production.open(mia.path, as_user="mia")
        assert board.readonly.startswith("Your own state directory cannot be used (")
        assert f"{tmp_path}/small" in board.readonly
        assert reason in board.readonly
        assert "or name another folder in CALLBOARD_STATE" in board.readonly
        with pytest.raises(ReadOnly, match="NOT saved: Your own state directory"):
            say(board, "r1", leave="06:00")
        assert "05:40" == value(board, "r1", "leave")
        assert () == board.faults()
    mia.refresh()
    assert "05:40" == value(mia, "r1", "leave")


@NEEDS_ROOT
@pytest.mark.parametrize("how", ["gone", "read-only"])
def test_a_state_directory_that_goes_bad_under_a_board_refuses_in_words_until_it_is_back(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    with disk(tmp_path / "small") as state:
        monkeypatch.setenv("CALLBOARD_STATE", str(state))
        board = Production.open(mia.path, as_user="reto")
        say(board, "r1", leave="05:40")
        writers = state / "writers"
        if how == "gone":
            writers.rename(state / "aside")
            a_file(writers)
        else:
            subprocess.run(["mount", "-o", "remount,ro", state], check=True)
        with pytest.raises(NotSaved, match="NOT saved: Your own state directory"):
            say(board, "r1", leave="06:00")
        board.refresh()
        assert "05:40" == value(board, "r1", "leave")
        if how == "gone":
            writers.unlink()
            (state / "aside").rename(writers)
        else:
            subprocess.run(["mount", "-o", "remount,rw", state], check=True)
        say(board, "r1", leave="06:00")
    assert "06:00" == value(Production.open(mia.path, as_user="mia"), "r1", "leave")
    assert () == board.faults()


@NEEDS_ROOT
def test_a_state_directory_that_fills_up_costs_no_change(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with full(tmp_path / "small") as state:
        (state / "filling").unlink()
        monkeypatch.setenv("CALLBOARD_STATE", str(state))
        board = Production.open(mia.path, as_user="reto")
        kept = [say(board, "r1", leave="05:40")]
        with (state / "filling").open("wb") as filling, contextlib.suppress(OSError):
            filling.write(b"x" * (1 << 20))
        with contextlib.suppress(NotSaved):
            kept.append(say(board, "r1", leave="06:00"))
        again = Production.open(mia.path, as_user="mia")
        assert [change.sum for change in kept] == [
            change.sum for change in again.chronicle().changes() if change.writer == board.writer
        ]
        assert () == again.faults()


@pytest.mark.parametrize(("trouble", "reason"), TROUBLES)
def test_a_cache_that_cannot_be_written_costs_only_time(
    mia: Production,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Trouble,
    reason: str,
) -> None:
    with trouble(tmp_path / "small") as cache:
        monkeypatch.setenv("CALLBOARD_CACHE", str(cache / "callboard"))
        board = Production.open(mia.path, as_user="mia")
        say(board, "r1", leave="05:40")
        board.checkpoint()
        again = Production.open(mia.path, as_user="mia")
        assert ("", "05:40") == (again.readonly, value(again, "r1", "leave"))
        assert () == board.faults() == again.faults()


def test_without_a_home_one_looks_and_no_folder_called_tilde_is_made(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOME", "CALLBOARD_STATE", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    board = Production.open(mia.path, as_user="mia")
    assert "no home directory is known" in board.readonly
    assert "name another folder in CALLBOARD_STATE" in board.readonly
    keep(board.id, HalfTyped("add", "runs", (), "0540 van2", {}))
    assert None is kept(board.id) is write_report("x", local_now())
    assert [mia.path] == [*tmp_path.iterdir()]
    assert "Nightfall" == (board.view.get("production", "production") or {})["title"]


def test_home_is_looked_up_where_the_environment_does_not_name_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pwd

    for name in ("HOME", "CALLBOARD_STATE", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    home = pwd.getpwuid(os.getuid()).pw_dir
    assert Path(home) / ".local/state/callboard" == state_directory()


def test_a_relative_state_directory_is_one_place_for_the_whole_session(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CALLBOARD_STATE", "mine")
    board = Production.open(mia.path, as_user="mia")
    say(board, "r1", leave="05:40")
    was = board.writer
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    say(board, "r1", leave="06:00")
    assert was == board.writer
    assert not (tmp_path / "below/mine").exists()


def test_a_file_that_could_not_be_read_for_a_while_is_read_when_it_can(
    mia: Production, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    with monkeypatch.context() as closed:

        def refused(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied")

        closed.setattr("store.reader.bytes_from", refused)
        reto.refresh()
        assert None is value(reto, "r1", "leave")
        assert "cannot be read: Permission denied." in reto.faults()[0].words
    reto.refresh()
    assert ("05:40", ()) == (value(reto, "r1", "leave"), reto.faults())


@NEEDS_ROOT
def test_a_production_on_a_read_only_disk_says_so(mia: Production, tmp_path: Path) -> None:
    with disk(tmp_path / "small", "size=64k") as mounted:
        shutil.copytree(mia.path, mounted / "nightfall")
        subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
        board = Production.open(mounted / "nightfall", as_user="mia")
        assert board.readonly.endswith(
            "but not write in it: the disk it is on can only be read now."
        )
        with pytest.raises(ReadOnly, match="can only be read now"):
            say(board, "r1", leave="05:40")
        assert () == board.faults()


@NEEDS_ROOT
def test_a_production_that_could_not_be_made_can_be_made_when_there_is_room(tmp_path: Path) -> None:
    with full(tmp_path / "small") as mounted:
        path = mounted / "nightfall"
        path.mkdir()
        with pytest.raises(FolderError, match=r"was not made in .*: No space left on device\."):
            Production.create(path, title="N", zone="UTC", as_user="mia")
        assert [] == [*path.iterdir()]
        (mounted / "filling").unlink()
        assert () == Production.create(path, title="N", zone="UTC", as_user="mia").faults()
