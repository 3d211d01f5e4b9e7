from __future__ import annotations

from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture
def runs(tmp_path: Path) -> str:
    """A list of runs one of whose columns nobody can guess."""
    path = tmp_path / "Fahrten v1.csv"
    path.write_text("Wann,Wohin,Was\n0540,Nowhere,x\n", encoding="utf-8")
    return str(path)


def test_what_a_column_means_is_said_once(run: Run, runs: str) -> None:
    run("add", "place", "Nowhere")
    first = run("import", runs, "--as", "run", "--map", "Wann=leave", "--map", "Wohin=to")
    again = run("import", runs, "--dry-run")

    assert (0, "Imported Fahrten v1.csv: 1 new. 'callboard undo' takes it all back.") == (
        first.code,
        first.err[-1],
    )
    assert "columns of runs: Wann as leave (remembered), Wohin as to (remembered)" in again.out


def test_the_day_of_a_list_without_one_is_the_day_in_view(run: Run, runs: str) -> None:
    run("add", "place", "Nowhere")
    ways = ("--as", "run", "--map", "Wann=leave", "--map", "Wohin=to", "--day", "2026-12-03")
    said = run("import", runs, *ways)

    assert "no column says the day: Thu 3 Dec 2026 is meant." in said.out


WRONG = {
    ("--map", "Wann"): "'Wann' is no column with its field: write --map Abholung=leave.",
    ("--as", "runn"): "'runn' is no kind. Do you mean run?",
    ("--as", "run", "--map", "Wan=leave"): "has no column Wan. Is it Wann?",
    ("--as", "run", "--map", "Wann=seats"): "Wann cannot mean seats: the fields of a run are day,",
}


@pytest.mark.parametrize("ways", WRONG, ids=" ".join)
def test_a_mapping_that_makes_no_sense_gets_a_sentence(
    run: Run, runs: str, ways: tuple[str, ...]
) -> None:
    said = run("import", runs, *ways)

    assert said.code
    assert WRONG[ways] in " ".join(said.err)
