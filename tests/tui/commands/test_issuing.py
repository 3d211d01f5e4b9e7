"""Papers go out: kept as they are, numbered, coloured, and the next says what is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.commands.conftest import DAY


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


@pytest.fixture
def run(office: Run) -> Run:
    """The command line on a production with a shooting day and somebody called."""
    assert office("add", "day", "shoot:3", "call", "0700", "--day", DAY).code == 0
    assert office("add", "call", "anna", "0630", "--day", DAY).code == 0
    return office


def issue(run: Run, *more: str) -> list[str]:
    said = run("issue", "call-sheet", "--day", DAY, *more)
    assert 0 == said.code, said.err
    return [*said.err, *said.out]


def moved(run: Run, to: str) -> None:
    number = run("list", "call", "--plain").out[0].split()[1]
    assert 0 == run("change", "call", number, "call", to).code


def test_a_paper_is_prelim_then_final_then_revised_by_colour(run: Run) -> None:
    said = []
    for to in ("0635", "0640", "0645", "0650"):
        said.append(issue(run)[0])
        moved(run, to)

    wanted = [
        "prelim, no. 1.",
        "final White, no. 2.",
        "revised Blue, no. 3.",
        "revised Pink, no. 4.",
    ]
    assert wanted == [each.partition("2026: ")[2] for each in said]


def test_what_is_different_is_said_on_the_paper_and_on_a_sheet_of_its_own(run: Run) -> None:
    issue(run)
    moved(run, "0615")

    draft = run("paper", "call-sheet", "--day", DAY).out
    sheet = run("paper", "call-sheet", "--changes", "--day", DAY).out

    assert any("06:15, was 06:30" in line for line in draft)
    assert any("CHANGES: CALL SHEET" in line for line in sheet)
    assert any("06:30" in line and "06:15" in line for line in sheet)


def test_an_issued_paper_stays_as_it_was_issued(run: Run) -> None:
    issue(run)
    first = run("issued", "call-sheet", "--day", DAY).out
    moved(run, "0615")
    issue(run)

    assert first == run("issued", "call-sheet", "--no", "1", "--day", DAY).out
    assert any("06:30" in line for line in first)
    assert not any("STILL MISSING" in line for line in first)
    assert any("06:15" in line for line in run("issued", "call-sheet", "--day", DAY).out)


def test_an_undo_takes_an_issue_back(run: Run) -> None:
    issue(run)
    run("undo")

    assert ["prelim, no. 1."] == [line.partition("2026: ")[2] for line in issue(run)[:1]]


def test_it_is_written_as_it_was_issued(run: Run, tmp_path: Path) -> None:
    issue(run, "--stage", "final", "-o", str(tmp_path / "sheet.txt"))

    assert "FINAL 1 WHITE" in (tmp_path / "sheet.txt").read_text(encoding="utf-8")


def test_all_that_was_issued_is_listed_the_newest_first(run: Run) -> None:
    issue(run)
    moved(run, "0615")
    issue(run)

    lines = run("issued").out

    assert ["final", "prelim"] == [
        next(word for word in line.split() if word in ("final", "prelim")) for line in lines
    ]


REFUSED = {
    "the same again": (
        ("issue", "call-sheet", "--stage", "prelim"),
        "nothing is different from the prelim",
    ),
    "no paper": (("issue", "genny", "late"), "'genny' is no paper."),
    "no such number": (
        ("issued", "call-sheet", "--no", "7"),
        "there is no issue 7: there are 1 (prelim)",
    ),
}


@pytest.mark.parametrize(("words", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_issued_is_told(run: Run, words: tuple[str, ...], sentence: str) -> None:
    issue(run)

    said = run(*words, "--day", DAY)

    assert said.code
    assert sentence.lower() in " ".join(said.err).lower()


def test_before_the_first_issue_there_is_nothing_to_show(run: Run) -> None:
    assert "not issued yet" in " ".join(run("issued", "call-sheet", "--day", DAY).err)
    assert ["Nothing was issued yet. callboard issue call-sheet --day d1"] == run("issued").out
