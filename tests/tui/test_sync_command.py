"""`callboard sync`: what it says, what it refuses, and how it keeps at it."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production
from tests.tui.commands.conftest import Run, anywhere, folder, run
from tui.commands.sync import ProgressLine


if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["anywhere", "folder", "run"]


@pytest.fixture
def reto(run: Run, folder: Path, tmp_path: Path) -> Production:
    """Reto's folder, brought to him by sync, where he has made two changes since."""
    assert 0 == run("sync", "his").code
    reto = Production.open(tmp_path / "his", as_user="reto")
    for number in range(2):
        reto.commit([Edit("run", f"r{number}", {"leave": "06:10"})], "moved a run")
    return reto


def test_it_says_how_many_changes_went_which_way(run: Run, reto: Production) -> None:
    run("add", "issue", "no coffee")

    assert (0, [], ["2 changes from reto, 1 to his."]) == run("sync", "his")
    assert (0, [], ["Nothing new."]) == run("sync", "his")


def test_without_a_name_it_is_the_folder_named_last(
    run: Run, reto: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")

    assert (0, [], ["2 changes from reto."]) == run("sync")


def test_the_first_time_a_name_is_asked_for(run: Run) -> None:
    said = run("sync")

    assert 2 == said.code
    assert ["Name the other folder: callboard sync /media/stick/nightfall, or HOST:PATH."] == (
        said.err
    )


def test_a_production_is_joined_by_naming_a_folder_that_is_not_there(
    anywhere: Run, folder: Path
) -> None:
    said = anywhere("sync", "-p", "mine", "nightfall")

    assert 0 == said.code
    assert re.fullmatch(r"The production is in mine now\. 1 change from \w+\.", said.err[0])
    assert Production.open("mine").id == Production.open(folder).id


def test_what_was_left_out_is_said_and_the_rest_is_done(run: Run, reto: Production) -> None:
    file = reto.path / "writers" / reto.writer / "0002.json"
    file.write_bytes(b"\x1b[31m a shopping list")
    said = run("sync", "his")

    assert 0 == said.code
    assert "2 changes from reto." == said.err[0]
    assert said.err[1].startswith(f"{reto.writer}/0002.json in his is not a file of Callboard's")


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("no/where", "There is no folder no/where, and none it could be made in."),
        ("-oProxyCommand=x:y", "'-oProxyCommand=x' is no host's name."),
        ("me@-x:y", "'me@-x' is no host's name."),
        ("unit-2:", "Name the production's folder on unit-2, as unit-2:nightfall."),
        ("unit-2:~", "Name the production's folder on unit-2, as unit-2:nightfall."),
        ("unit-2::module", "unit-2::module is an rsync service."),
        ("unit-2:a\x1b[31m", "A path on a host has no control characters in it."),
        ("nightfall", "nightfall is this production itself."),
        (" ", "Name the other folder: a path, or HOST:PATH."),
    ],
)
def test_a_name_that_is_none_is_refused(run: Run, other: str, words: str) -> None:
    said = run("sync", "--", other)

    assert (1, []) == (said.code, said.out)
    assert said.err[0].startswith(words)


def test_a_path_may_begin_like_an_option(run: Run, tmp_path: Path) -> None:
    assert 0 == run("sync", "--", "-stick").code
    assert (tmp_path / "-stick" / "production.json").exists()


def test_a_path_with_a_colon_is_a_path_behind_a_slash(run: Run, tmp_path: Path) -> None:
    assert 0 == run("sync", "./a:b").code
    assert (tmp_path / "a:b" / "production.json").exists()


def test_an_exchange_that_did_not_come_to_its_end_is_refused_after_what_it_did(
    run: Run, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", "issue", "no coffee")

    def full(source: Path, target: Path) -> None:
        if str(target).startswith("his"):
            raise OSError(28, "No space left on device", str(target))
        Path(source).replace(target)

    monkeypatch.setattr("os.rename", full)
    said = run("sync", "his")

    assert 1 == said.code
    assert "2 changes from reto." == said.err[0]
    assert said.err[1].startswith("his could not be written: No space left on device.")


def test_watching_says_what_is_new_and_a_folder_that_is_away_once(
    run: Run, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save() -> None:
        reto.commit([Edit("run", "r9", {"leave": "06:30"})], "moved a run")

    then: list[Callable[[], object]] = [
        save,
        lambda: None,
        lambda: shutil.move("his", "gone"),
        lambda: None,
        lambda: shutil.move("gone", "his"),
        save,
    ]

    def wait(seconds: float) -> None:
        assert 30 == seconds
        if not then:
            raise KeyboardInterrupt
        then.pop(0)()

    monkeypatch.setattr(time, "sleep", wait)
    said = run("sync", "--watch", "30", "his")

    assert 0 == said.code
    assert [
        "Syncing with his every 30 s. Ctrl-C ends it.",
        "2 changes from reto.",
        "1 change from reto.",
        "Nothing new.",
        "his is no longer there.",
        "Nothing new.",
        "1 change from reto.",
    ] == said.err


def test_progress_is_one_line_on_a_terminal_and_goes_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with ProgressLine() as line:
        line.show(1, 2)
    assert "" == capsys.readouterr().err

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with ProgressLine() as line:
        line.show(3, 40)
    assert "\r\x1b[K3 of 40 files\r\x1b[K" == capsys.readouterr().err
