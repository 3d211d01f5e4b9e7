"""History in words: who, when, what, of everything and of one record."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from models.text import clean
from store.change import Edit
from store.production import Production


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture
def lived(office: Run, folder: Path) -> Run:
    """A production with a run somebody else has moved."""
    office("add", "run", "2026-11-23 0540 van2 hotel>base anna")
    other = Production.open(folder, as_user="reto")
    [run] = other.view.records("run")
    other.commit([Edit("run", run, {"leave": "06:10"})], "moved the run")
    return office


def test_a_day_is_a_heading_and_a_change_a_line(lived: Run) -> None:
    said = lived("log")

    assert re.fullmatch(r"\w{3} \d{1,2} \w{3} \d{4}", said.out[0])
    assert re.fullmatch(r"\d\d:\d\d  \S+ +made the production", said.out[1])
    assert re.fullmatch(r"\d\d:\d\d  reto +moved the run", said.out[-1])


def test_a_records_history_says_each_field(lived: Run) -> None:
    said = lived("log", "run", "1")

    changes = [line for line in said.out if re.match(r"\d\d:\d\d  ", line)]
    assert 2 == len(changes)
    assert "leave 05:40 → 06:10" == said.out[-1].strip()


def test_everything_in_detail(lived: Run) -> None:
    assert "title Nightfall, zone Europe/Zurich" in "\n".join(lived("log", "-v").out)


def test_one_writers_changes(lived: Run) -> None:
    said = lived("log", "--by", "reto")

    assert ["moved the run"] == [line[-13:] for line in said.out[1:]]


def test_the_last_ones(lived: Run) -> None:
    assert 2 == len(lived("log", "-n", "1").out)


def test_one_kinds_changes(lived: Run) -> None:
    said = lived("log", "vehicles")

    assert ["Van 2"] == [line[-5:] for line in said.out[1:]]


def test_a_removed_record_has_a_history(lived: Run) -> None:
    lived("remove", "run", "1")

    said = lived("log", "run", "1")

    assert (0, "removed") == (said.code, said.out[-1].strip())


def test_history_for_programs(lived: Run) -> None:
    found = json.loads("\n".join(lived("log", "run", "1", "--json").out))

    [edit] = found[-1]["edits"]
    assert ("reto", "moved the run") == (found[-1]["writer"][:4], found[-1]["did"])
    assert ({"leave": "05:40"}, {"leave": "06:10"}, ["leave 05:40 → 06:10"]) == (
        edit["before"],
        edit["set"],
        edit["words"],
    )


def test_two_writers_of_one_name_are_told_apart(lived: Run, folder: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as other_machine:
        other_machine.setenv("CALLBOARD_STATE", str(tmp_path / "other"))
        elsewhere = Production.open(folder, as_user="reto")
        elsewhere.commit([Edit("issue", "aaaaaaaa", {"title": "rain"})], "noted rain")

    said = lived("log", "--by", "reto")

    assert ["reto@", "reto@"] == [line.split()[1][:5] for line in said.out[1:]]


def test_nobodys_words_reach_the_terminal_as_controls(lived: Run, folder: Path) -> None:
    Production.open(folder).commit([Edit("issue", "evil1234", {"title": "x\x1b[2J"})], "a\x1b[2Jb")

    said = lived("log", "-v")

    assert said.out == [clean(line) for line in said.out]


def test_nothing_found_is_said(lived: Run) -> None:
    assert (1, [], ["No change like that."]) == lived("log", "--by", "nobody")


def test_the_past_has_its_own_history(lived: Run) -> None:
    assert (1, [], ["Nothing has been changed yet."]) == lived("log", "--at", "yesterday")
