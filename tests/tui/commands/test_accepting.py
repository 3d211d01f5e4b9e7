"""An import item by item on the command line: listed with numbers, some taken, some left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run, Said


FIRST = (
    "INT. BARN - DAY #1#\n\nThey wait.\n\nEXT. FIELD - NIGHT #2#\n\nThey run.\n\n"
    "INT. LOFT - DAY #3#\n\nThey hide.\n"
)
SECOND = FIRST.replace("BARN", "STABLE").replace("FIELD", "MEADOW").replace("#3#", "#4#")


@pytest.fixture
def bring(run: Run, tmp_path: Path) -> Run:
    """Take in the first draft, so that the second can be; the options are for the second."""
    script = tmp_path / "draft.fountain"
    script.write_text(FIRST)
    assert run("import", str(script)).code == 0
    script.write_text(SECOND)

    def second(*options: str) -> Said:
        return run("import", str(script), *options)

    return second


def sets(run: Run) -> str:
    return " ".join(run("list", "scene", "--plain").out)


def test_the_items_are_listed_with_their_numbers_and_nothing_is_written(
    bring: Run, run: Run
) -> None:
    said = bring("--review")

    assert [
        "1 x new     scene 4: INT LOFT DAY 1/8",
        "2 x changed scene 1: set BARN → STABLE",
        "3 x changed scene 2: set FIELD → MEADOW",
        "4 x gone    scene 3: parked",
    ] == said.out
    assert said.err[0].startswith("Nothing was changed: this was --review. 4 items are taken in")
    assert "STABLE" not in sets(run)


CHOSEN = [
    (("--only", "2"), "1 changed"),
    (("--only", "2-3"), "2 changed"),
    (("--only", "1, 4"), "1 new, 1 gone"),
    (("--without", "1-3"), "1 gone"),
    (("--only", "1-4", "--without", "2,3"), "1 new, 1 gone"),
]


@pytest.mark.parametrize(("options", "did"), CHOSEN)
def test_only_what_is_accepted_is_taken_in(bring: Run, options: tuple[str, ...], did: str) -> None:
    assert [f"Imported draft.fountain: {did}. 'callboard undo' takes it all back."] == bring(
        *options
    ).err


def test_a_list_shows_what_would_be_accepted(bring: Run) -> None:
    said = bring("--review", "--without", "2")
    assert ["x", "-", "x", "x"] == [line.split()[1] for line in said.out]


WRONG = [
    (("--only", "5"), "--only: there is no 5; draft.fountain has 4 items (--review)."),
    (("--only", "3-9"), "--only: there is no 3-9; draft.fountain has 4 items (--review)."),
    (("--only", "0"), "--only: there is no 0; draft.fountain has 4 items (--review)."),
    (("--without", "two"), "--without: 'two' is no number (write 1,4-7)."),
]


@pytest.mark.parametrize(("options", "said"), WRONG)
def test_a_number_that_is_none_is_refused(
    bring: Run, run: Run, options: tuple[str, ...], said: str
) -> None:
    refused = bring(*options)
    assert (2, [said]) == (refused.code, refused.err)
    assert "STABLE" not in sets(run)


def test_accepting_nothing_changes_nothing(bring: Run) -> None:
    said = bring("--without", "1-4")
    assert (0, ["Nothing was accepted; nothing was changed."]) == (said.code, said.err)


def test_the_files_value_is_taken_where_its_item_is_asked_for(bring: Run, run: Run) -> None:
    bring()
    assert run("change", "scene", "1", "set:STALL").code == 0
    assert ["1 - kept    scene 1: set STALL as typed; the file has STABLE"] == bring("--review").out
    bring("--only", "1")

    assert "STABLE" in sets(run)
    assert "STALL" not in sets(run)


def test_a_review_of_a_list_nothing_can_be_taken_of_says_so(run: Run, tmp_path: Path) -> None:
    rows = tmp_path / "runs.csv"
    rows.write_text("From,To,Pickup,Vehicle\nNowhere,Elsewhere,06:10,Van 99\n")

    said = run("import", str(rows), "--review")

    assert ["Nothing was changed, and nothing of runs.csv could be taken in."] == said.err
    assert "refused row 2: no place is called 'Elsewhere'; no place" in said.out[0]
    unknown = "Not known yet, places: Nowhere, Elsewhere. Add each (place Nowhere)"
    assert [True] == [unknown in line for line in said.out if "places" in line]
