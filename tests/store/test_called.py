"""A user, a host, a machine or a path may be called anything, or nothing at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from store.identity import this_user
from store.production import Production
from tests.store.writing import say, value


ROOT = Path(__file__).parents[2]


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
    monkeypatch.setattr("store.identity.host_name", lambda: "renamed.example.org")
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
        monkeypatch.setattr("store.identity.host_name", lambda host=host: host)
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
