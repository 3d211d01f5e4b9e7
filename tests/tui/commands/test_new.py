"""New productions, the demo, and the way to the board."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from store.production import Production
from tui import start
from tui.commands import new as new_command
from tui.commands.new import machine_zone, title_of


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run
    from tui.commands.then import Then


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settings(folder: Path) -> tuple[object, object]:
    found = Production.open(folder).view.records("production")["production"]
    return found["title"], found["zone"]


def test_a_new_production_has_its_title_and_zone(anywhere: Run, here: Path) -> None:
    said = anywhere("new", "film", "--title", "Nightfall", "--zone", "Europe/Zurich")

    assert (0, ["Made “Nightfall” in film, in the zone Europe/Zurich."]) == (
        said.code,
        said.err[:1],
    )
    assert "Open it with: callboard film" == said.err[-1]
    assert ("Nightfall", "Europe/Zurich") == settings(here / "film")


def test_the_title_comes_from_the_folder_and_the_zone_from_the_machine(
    anywhere: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")

    anywhere("new", "night-fall_2")

    assert ("Night fall 2", "America/New_York") == settings(here / "night-fall_2")


def test_a_machine_without_a_zone_gives_utc_and_says_so(
    anywhere: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(new_command, "LOCALTIME", here / "nothing")

    said = anywhere("new", "film")

    assert "Made “Film” in film, in UTC, for this machine names no zone." == said.err[0]
    assert ("Film", "UTC") == settings(here / "film")


@pytest.mark.parametrize(
    ("linked", "wanted"), [("Europe/Zurich", "Europe/Zurich"), ("Mars/Base", "")]
)
def test_the_zone_is_read_from_the_link_of_the_machine(
    here: Path, monkeypatch: pytest.MonkeyPatch, linked: str, wanted: str
) -> None:
    monkeypatch.setenv("TZ", "CET-1CEST")
    monkeypatch.setattr(new_command, "LOCALTIME", here / "localtime")
    (here / "localtime").symlink_to(here / "zoneinfo" / linked)

    assert wanted == machine_zone()


def test_a_title_of_a_relative_folder(here: Path) -> None:
    assert here.name[:1].upper() == title_of(here)[:1]


def test_a_folder_that_holds_something_is_left_alone(anywhere: Run, here: Path) -> None:
    (here / "film").mkdir()
    (here / "film" / "notes.txt").write_text("mine")

    said = anywhere("new", "film")

    assert (1, ["notes.txt"]) == (said.code, [each.name for each in (here / "film").iterdir()])
    assert ["film already holds something else. Name a folder not there yet."] == said.err


def test_the_demo_is_made_once_and_opened_again(anywhere: Run, here: Path) -> None:
    made, again = anywhere("demo", "low", "--no-open"), anywhere("demo", "low", "--no-open")

    assert (0, "The demo is made in low.") == (made.code, made.err[0])
    assert (0, "The demo is in low.") == (again.code, again.err[0][:19])
    assert ["low"] == [each.name for each in here.iterdir()]
    assert 0 == anywhere("-p", "low", "list", "run", "--day", "d3").code


def test_a_fresh_demo_puts_the_old_one_aside(anywhere: Run, here: Path) -> None:
    anywhere("new", "low", "--title", "Mine")

    said = anywhere("demo", "low", "--no-open", "--fresh")

    [aside] = [each for each in here.iterdir() if each.name != "low"]
    assert f"The one there was is kept in {aside.name}." == said.err[0]
    assert ["Mine", "Low Water"] == [settings(aside)[0], settings(here / "low")[0]]


def test_the_demo_has_a_home(anywhere: Run, here: Path) -> None:
    said = anywhere("demo", "--no-open")

    assert said.err[0].endswith("/callboard/demo.")
    assert os.environ["XDG_DATA_HOME"] in said.err[0]


def test_a_demo_is_not_made_over_something_else(anywhere: Run, here: Path) -> None:
    (here / "notes.txt").write_text("mine")

    said = anywhere("demo", "notes.txt", "--no-open")

    assert ["notes.txt already holds something else. Name a folder not there yet."] == said.err


Shown = list[tuple["Path", "Then | None"]]


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> Shown:
    """The boards that were opened, on a terminal that is none."""
    opened: Shown = []

    def run_board(path: Path, then: Any = None, **ways: Any) -> None:
        opened.append((path, then))

    monkeypatch.setattr(start, "at_a_terminal", lambda: True)
    monkeypatch.setitem(sys.modules, "tui.app", SimpleNamespace(run_board=run_board))
    return opened


OPENED = {
    "its folder": ("nightfall",),
    "its path": ("./nightfall",),
    "the option": ("-p", "nightfall"),
    "the command": ("open", "nightfall"),
    "the command and the option": ("-p", "nightfall", "open"),
}


@pytest.mark.parametrize("words", OPENED.values(), ids=OPENED)
def test_a_production_is_opened_by(
    anywhere: Run, folder: Path, shown: Shown, words: tuple[str, ...]
) -> None:
    assert 0 == anywhere(*words).code
    assert [(folder, None)] == [(path.resolve(), at) for path, at in shown]


def test_the_folder_we_are_in_is_opened(
    anywhere: Run, folder: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)

    assert 0 == anywhere().code
    assert [folder] == [path.resolve() for path, _ in shown]


def test_the_environment_names_a_production(
    anywhere: Run, folder: Path, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALLBOARD_PRODUCTION", str(folder))

    assert 0 == anywhere().code
    assert [folder] == [path.resolve() for path, _ in shown]


@pytest.mark.parametrize(
    "words", [("nightfall", "--at", "yesterday 18:00"), ("--at", "yesterday 18:00", "nightfall")]
)
def test_the_board_is_opened_as_it_was(
    anywhere: Run, folder: Path, shown: Shown, words: tuple[str, ...]
) -> None:
    anywhere(*words)

    [(_, then)] = shown
    assert then is not None
    moment = then.moment
    assert moment == then.until
    assert ("18:00", "Europe/Zurich") == (f"{moment:%H:%M}", str(moment.tzinfo))


def test_the_demo_opens_its_board(anywhere: Run, here: Path, shown: Shown) -> None:
    anywhere("new", "low")

    anywhere("demo", "low")

    assert ["low"] == [path.name for path, _ in shown]
