"""Versions on the command line: listed, and shown again by number or name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run

SCRIPT = "INT. BARN - DAY #1#\n\nThey wait.\n"


@pytest.fixture
def taken(run: Run, tmp_path: Path) -> Run:
    """A production into which two drafts were taken."""
    for name, script in {"blue": SCRIPT, "pink": SCRIPT.replace("BARN", "LOFT")}.items():
        (tmp_path / f"{name}.fountain").write_text(script)
        assert run("import", str(tmp_path / f"{name}.fountain")).code == 0
    return run


def test_every_import_is_listed_with_its_number_and_what_it_brought(taken: Run) -> None:
    lines = taken("versions").out

    assert ["v2", "v3"] == [line.split()[0] for line in lines]
    assert lines[1].endswith("imported pink.fountain: 1 changed")


@pytest.mark.parametrize("version", ["v2", "blue.fountain", "blue"])
def test_a_view_is_shown_as_of_a_version(taken: Run, version: str) -> None:
    assert "BARN" in taken("show", "scene", "1", "--at", version).out[0]
    assert "LOFT" in taken("show", "scene", "1").out[0]


def test_a_version_taken_back_is_said_to_be(taken: Run) -> None:
    taken("undo")
    assert taken("versions").out[1].endswith("1 changed (taken back)")


def test_programs_get_the_numbers_of_all_writers(taken: Run) -> None:
    first, second = json.loads("".join(taken("versions", "--json").out))

    assert [2, 3] == [*first["numbers"].values(), *second["numbers"].values()]


def test_without_an_import_there_is_no_version(run: Run) -> None:
    said = run("versions")
    assert (1, []) == (said.code, said.out)


def test_what_is_neither_a_moment_nor_a_version_is_refused(taken: Run) -> None:
    said = taken("today", "--at", "green")
    assert said.code == 2
    assert "--at: 'green' is not a moment" in " ".join(said.err)


def test_a_version_a_paper_was_made_from_is_shown_by_the_numbers_the_paper_keeps(
    taken: Run, folder: Path
) -> None:
    production = Production.open(folder)
    bound = {"version": "v3", "numbers": json.dumps({production.writer: 2}), "title": "Call sheet"}
    production.commit([Edit("document", "d1", bound)], "issued")

    assert "BARN" in taken("show", "scene", "1", "--at", "v3").out[0]
