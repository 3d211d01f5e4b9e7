"""Importing what others made, and exporting for other programs."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


SCRIPT = """Title: Nightfall

INT. BARN - NIGHT #1#

The lamp swings.

JULIA
Who is there?

EXT. FARM YARD - DAWN #2A#

Fog.
"""
CREW = """Name,Function,Mobile
Reto Bär,Transport captain,+41 79 555 01 23
,,+41 79 555 01 24
"""


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "script.fountain"
    path.write_text(SCRIPT, "utf-8")
    return str(path)


@pytest.fixture
def crew(tmp_path: Path) -> str:
    path = tmp_path / "crew.csv"
    path.write_text(CREW, "utf-8")
    return str(path)


def test_a_dry_run_shows_the_plan_and_changes_nothing(run: Run, script: str) -> None:
    before = run("log").out

    said = run("import", script, "--dry-run")

    assert (0, "Nothing was changed: this was --dry-run.") == (said.code, said.err[-1])
    assert any("scene 2A" in line for line in said.out)
    assert before == run("log").out


def test_an_import_shows_the_same_plan_and_one_undo_takes_it_back(run: Run, script: str) -> None:
    plan = run("import", script, "--dry-run").out

    said = run("import", script)

    assert (0, plan) == said[:2]
    assert said.err[-1].endswith("'callboard undo' takes it all back.")
    assert 3 == len(run("list", "scene").out)
    run("undo")
    assert [] == run("list", "scene").out


def test_the_same_file_again_changes_nothing(run: Run, script: str) -> None:
    run("import", script)
    before = run("log").out

    said = run("import", script)

    assert ["Everything in script.fountain is here already; nothing was changed."] == said.err
    assert (0, before) == (said.code, run("log").out)


def test_a_row_that_cannot_be_read_is_named_and_the_others_go_in(run: Run, crew: str) -> None:
    said = run("import", crew)

    assert (0, True) == (said.code, any(line.startswith("row 3: ") for line in said.out))
    assert 2 == len(run("list", "person").out)


def test_an_export_is_a_tinydb_file_with_a_table_a_kind(office: Run, tmp_path: Path) -> None:
    said = office("export", str(tmp_path / "all.json"))

    with TinyDB(tmp_path / "all.json", access_mode="r") as base:
        assert 3 == len(base.table("person").all())
        assert "Van 2" == base.table("vehicle").all()[0]["name"]
    assert (0, [], [f"Wrote 8 records to {tmp_path / 'all.json'}."]) == said


CSV = {
    "called after its kind": ("people.csv",),
    "the kind behind it": ("x.csv", "person"),
    "the kind as an option": ("x.csv", "--kind", "person"),
}


@pytest.mark.parametrize("words", CSV.values(), ids=CSV)
def test_a_csv_file_holds_one_kind(office: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    file, *kind = words

    said = office("export", str(tmp_path / file), *kind)

    rows = list(csv.DictReader((tmp_path / file).read_text("utf-8-sig").splitlines()))
    assert (0, [f"Wrote 3 people to {tmp_path / file}."]) == said[::2]
    assert {"Anna Keller", "Ben Okafor", "Mia Sutter"} == {row["name"] for row in rows}


def test_a_strangers_file_is_written_over_only_by_force(office: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text('{"mine": 1}')

    refused, forced = office("export", str(file)), office("export", str(file), "--force")

    assert (1, 0) == (refused.code, forced.code)
    assert "was not exported from this production" in refused.err[0]
    assert "person" in json.loads(file.read_text())
