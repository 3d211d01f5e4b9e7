"""The machine's own troubles: directories, names, paths. Each is said; nothing saved is lost."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.errors import NotSaved, ReadOnly
from store.halftyped import HalfTyped, keep, kept
from store.identity import state_directory, this_user
from store.production import Production, local_now
from store.reports import write_report
from tests.store.writing import say, value


ROOT = Path(__file__).parents[2]
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
        keep_checkpoint(board)
        again = Production.open(mia.path, as_user="mia")
        assert ("", "05:40") == (again.readonly, value(again, "r1", "leave"))
        assert () == board.faults() == again.faults()


def keep_checkpoint(board: Production) -> None:
    """Save the checkpoint, where this version keeps one."""
    save = getattr(board, "checkpoint", None)
    if save is not None:
        save()


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


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LOGNAME": "mia"}, "mia"),
        ({"USER": "mia"}, "mia"),
        ({"LOGNAME": "", "USER": "reto"}, "reto"),
        ({}, f"user-{os.geteuid()}"),
    ],
)
def test_a_user_the_system_does_not_know_has_a_name_all_the_same(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], expected: str
) -> None:
    def unknown(uid: int) -> None:
        raise KeyError(uid)

    monkeypatch.setattr("pwd.getpwuid", unknown)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    assert expected == this_user()


def test_another_host_name_is_the_same_machine(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    monkeypatch.setattr("socket.gethostname", lambda: "renamed.example.org")
    again = Production.open(mia.path, as_user="mia")
    say(again, "r1", leave="06:00")
    assert mia.writer == again.writer
    assert () == again.faults()


@pytest.mark.parametrize("text", [None, "", "uninitialized\n", "\xff"])
def test_without_a_machine_id_the_host_name_tells_machines_apart(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | None
) -> None:
    monkeypatch.setattr("store.identity.MACHINE_ID", tmp_path / "machine-id")
    if text is not None:
        (tmp_path / "machine-id").write_text(text, encoding="latin-1")
    names = {}
    for host in ("site", "office", "site"):
        monkeypatch.setattr("socket.gethostname", lambda host=host: host)
        board = Production.open(mia.path, as_user="mia")
        say(board, "r1", leave=host)
        assert names.setdefault(host, board.writer) == board.writer
    assert 2 == len({*names.values()})
    assert () == board.faults()


def test_machines_that_share_a_home_over_the_network_have_a_name_each(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = []
    for machine in ("one", "two", "one", "two"):
        monkeypatch.setattr("store.identity._machine", lambda machine=machine: machine)
        board = Production.open(mia.path, as_user="mia")
        names.append(say(board, "r1", leave=machine).writer)
    assert names[:2] == names[2:]
    assert 2 == len({*names})
    mia.refresh()
    assert 5 == len(mia.chronicle().changes())
    assert () == mia.faults()


PLACES = [
    pytest.param(b"caf\xe9 2026", id="no UTF-8"),
    pytest.param(b"night fall  (2)", id="spaces"),
    pytest.param(b"n\nf\x1b[31m", id="control characters"),
    pytest.param("夜の帳".encode(), id="another script"),
    pytest.param(b"n" * 255, id="255 bytes"),
    pytest.param(b"-p", id="a dash"),
]


@pytest.mark.parametrize("name", PLACES)
def test_a_production_may_be_called_anything(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    board = Production.create(path, title="Nightfall", zone="UTC", as_user="mia")
    say(board, "r1", leave="05:40")
    again = Production.open(path, as_user="mia")
    assert (board.writer, "05:40") == (again.writer, value(again, "r1", "leave"))
    assert ("", ()) == (again.readonly, again.faults())


@pytest.mark.parametrize("name", PLACES)
def test_the_command_line_works_on_a_production_called_anything(
    tmp_path: Path, name: bytes
) -> None:
    path = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118 - it is bytes
    for words in ([b"new", b"--zone=UTC", path], [b"-p", path, b"check"]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *words], cwd=ROOT, capture_output=True, check=False
        )
        assert 0 == done.returncode, done.stderr
        assert b"\x1b" not in done.stderr
    assert b"Nothing is wrong" in done.stderr


def test_a_link_to_a_production_is_the_same_place(mia: Production, tmp_path: Path) -> None:
    say(mia, "r1", leave="05:40")
    (tmp_path / "link").symlink_to(mia.path)
    linked = Production.open(tmp_path / "link", as_user="mia")
    say(linked, "r1", leave="06:00")
    assert mia.writer == linked.writer


def test_a_production_moved_on_its_machine_goes_on_under_a_new_name(
    mia: Production, tmp_path: Path
) -> None:
    say(mia, "r1", leave="05:40")
    shutil.move(mia.path, tmp_path / "moved")
    moved = Production.open(tmp_path / "moved", as_user="mia")
    say(moved, "r1", leave="06:00")
    assert mia.writer != moved.writer
    assert ("06:00", ()) == (value(moved, "r1", "leave"), moved.faults())


def test_a_file_that_could_not_be_read_for_a_while_is_read_when_it_can(
    mia: Production, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    with monkeypatch.context() as closed:

        def refused(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied")

        closed.setattr("store.reader._bytes_from", refused)
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
