"""Adding by a line: every kind, and what happens to a line that is not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from tests.tui.coordinator import TODAY, at_board


if TYPE_CHECKING:
    from pathlib import Path

# pane, line, kind, what it holds
LINES = [
    ("1", "day tmr shoot:4 call 0730", "day", {"shoot": 4, "call": "07:30"}),
    ("1", "45 EXT FARM N 3/8", "scene", {"scene": "45", "set": "FARM", "pages": 3}),
    ("1", '1530 20m "Weather call"', "event", {"title": "Weather call", "start": "15:30"}),
    ("2", "Eva Lang, location manager, locations", "person", {"name": "Eva Lang"}),
    ("2", "reto 0615", "call", {"call": "06:15", "day": TODAY}),
    ("3", 'vehicle "Car 1" seats:4', "vehicle", {"name": "Car 1", "seats": 4}),
    ("3", "place School type:set", "place", {"name": "School"}),
    ("3", "leg base>farm 25m", "leg", {"minutes": 25}),
    ("3", "0820 van3 base>farm ben", "run", {"leave": "08:20", "day": TODAY}),
    ("4", "no coffee at base p2", "issue", {"title": "no coffee at base", "priority": 2}),
]


@pytest.mark.parametrize(("pane", "line", "word", "held"), LINES, ids=[each[2] for each in LINES])
async def test_a_line_adds_a_record_and_the_cursor_goes_there(
    folder: Path, pane: str, line: str, word: str, held: dict[str, object]
) -> None:
    async with at_board(folder) as mia:
        before = mia.records(word).keys()
        await mia.presses(pane, "w", "a")
        await mia.enters(line)

        (number,) = mia.records(word).keys() - before
        document = mia.records(word)[number]
        assert held == {field: document.get(field) for field in held}
        assert f"{word}/{document['id']}" == mia.pane.grid.key
        assert mia.sees(f"({number})")


async def test_the_meaning_of_a_line_stands_under_it_while_it_is_typed(folder: Path) -> None:
    async with at_board(folder, size=(80, 24)) as mia:
        await mia.presses("3", "a")
        assert mia.sees("for example 0540 van2 hotel>base anna ben")
        await mia.types("0540 van2 hotel>base anna ")

        assert mia.sees("new run  day Mon 23 Nov  leave 05:40  vehicle Van 2")
        assert mia.sees("! Van 2 is on two runs at once")
        assert [] == [line for line in mia.lines if "^" in line]


async def test_what_was_added_to_another_day_is_said_to_be_there(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("a")
        await mia.enters("fri 1400 45m Camera test")

        assert mia.sees("Added event Camera test (M3) on Fri 27 Nov.")


async def test_a_refused_line_stays_and_says_what_is_wrong(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "a")
        await mia.enters("0540 van2")

        assert "0540 van2" == mia.typed
        assert mia.sees("a run needs a place")
        assert 3 == len(mia.records("run"))
        await mia.enters(" hotel>base")
        assert 4 == len(mia.records("run"))


async def test_a_doubt_is_saved_at_the_second_enter(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "a")
        await mia.enters("generator smokes onwer:reto")
        assert 2 == len(mia.records("issue"))
        assert mia.sees("Enter again")
        await mia.presses("enter")

        assert "generator smokes onwer:reto" in [
            each["title"] for each in mia.records("issue").values()
        ]


async def test_esc_keeps_the_line_and_the_up_arrow_brings_it_back(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "a")
        await mia.types("0540 van2 hot")
        await mia.presses("escape")
        assert mia.sees("Not saved. a and then ↑ bring the line back.")
        await mia.presses("a")
        assert "" == mia.typed
        await mia.presses("up")

        assert "0540 van2 hot" == mia.typed


async def test_leaving_a_line_as_it_was_says_nothing(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "e", "escape")

        assert not mia.sees("Not saved")


async def test_tab_completes_and_goes_round(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "a")
        await mia.types("0540 van")
        seen = []
        for _ in range(3):
            await mia.presses("tab")
            seen.append(mia.typed)
        await mia.presses("shift+tab")

        assert seen[0] == seen[2] != seen[1]
        assert seen[1] == mia.typed
        assert all(each.startswith("0540 ") for each in seen)


async def test_pasted_lines_are_added_together_after_one_look(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "a")
        await mia.types("half a line")
        mia.app.post_message(Paste("no coffee p2\n\nno tea p3 +reto\nno milk\n"))
        await mia.until(lambda: mia.sees("3 of 3 can be saved as they are"))
        assert 2 == len(mia.records("issue"))
        await mia.presses("enter")

        assert 5 == len(mia.records("issue"))
        assert "added 3 pasted lines" == mia.changes()[-1]
        await mia.presses("u")
        assert 2 == len(mia.records("issue"))
        await mia.presses("a", "up")
        assert "half a line" == mia.typed


async def test_of_pasted_lines_the_wrong_ones_are_named_and_the_others_saved(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "a")
        mia.app.post_message(Paste("0820 van3 base>farm\n0830 van3\n"))
        await mia.until(lambda: mia.sees("1 of 2 can be saved as they are"))
        await mia.presses("enter")
        assert mia.sees("line 2: a run needs a place")
        assert 3 == len(mia.records("run"))
        await mia.presses("enter")

        assert 4 == len(mia.records("run"))


async def test_an_issue_logged_in_the_transport_pane_is_linked_to_the_run(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "exclamation_mark")
        assert mia.sees("issue about run M1 05:40 hotel>base")
        await mia.enters("driver has the wrong phone number p2")

        issue = mia.records("issue")["M3"]
        run = mia.records("run")["M1"]
        assert (f"run/{run['id']}", "open") == (issue["about"], issue["status"])
        assert "3" == mia.pane.what.key
        assert mia.pane.grid.key == f"run/{run['id']}"


async def test_an_issue_about_an_issue_is_an_issue(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "exclamation_mark")
        await mia.enters("walkies again")

        assert None is mia.records("issue")["M3"].get("about")


async def test_an_empty_production_says_what_to_type(empty: Path) -> None:
    async with at_board(empty) as mia:
        assert mia.sees("Nothing is planned yet. Press a, type a line, press Enter:")
        assert mia.sees("No runs yet. Press a, type a line, press Enter;")
        for key in ("x", "e", "c", "d", "y", "space", "o", "asterisk"):
            await mia.presses(key)
            assert mia.sees("There is no record under the cursor."), key
        await mia.presses("u")
        assert mia.sees("You have no change here that can be taken back.")
        await mia.presses("n")
        assert mia.sees("No row here needs you.")
