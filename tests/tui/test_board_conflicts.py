"""The list of all conflicts, settled by pressing keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from store.halftyped import kept
from store.production import Production
from tests.tui.coordinator import BIG, SMALL, at_board
from tests.tui.disputed import (
    apart,
    conflicts,
    inside,
    leave,
    listed,
    numbers,
    person,
)
from tui.conflict_list import ConflictList
from tui.details import Details
from tui.widgets.footer import Footer


if TYPE_CHECKING:
    from pathlib import Path


TINY = (60, 20)
TIMES = {"reto": {"leave": "05:50"}, "ana": {"leave": "06:10"}}
THREE = {**TIMES, "tom": {"leave": "05:20"}}
REMOVED = {"reto": {"gone": True}, "ana": {"leave": "06:10"}}


@pytest.mark.parametrize("size", [TINY, SMALL, BIG], ids=str)
async def test_the_list_says_every_value_who_set_it_and_what_they_had_seen(
    folder: Path, size: tuple[int, int]
) -> None:
    apart(folder, TIMES)
    async with at_board(folder, size=size) as mia:
        await mia.presses("C")

        assert mia.sees("run M1 05:50 hotel>base, Mon 23 Nov: leave")
        said = listed(mia)
        assert "1 05:50 (shown) by reto " in said
        assert "2 06:10 by ana " in said
        assert "had seen 05:40 by mia, not 2" in said
        assert "had seen 05:40 by mia, not 1" in said
        assert mia.sees("1-9 take it")
        assert mia.sees("q back")
        assert "run M1" in mia.lines[mia.app.cursor_position.y]


@pytest.mark.parametrize(("key", "value"), [("1", "05:50"), ("2", "06:10")])
async def test_a_number_takes_its_value_in_one_change(folder: Path, key: str, value: str) -> None:
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        before = len(mia.changes())
        await mia.presses("C", key)

        assert (value, 0, before + 1) == (leave(mia), conflicts(mia), len(mia.changes()))
        back = " u takes that back." if value != "05:50" else ""
        assert inside(mia, Footer).endswith(f"hotel>base, Mon 23 Nov: leave {value}.{back}")
        assert "No conflicts" in listed(mia)
        await mia.presses("q")
        assert "conflict" not in mia.lines[0]
    assert () == Production.open(folder, as_user="ana").conflicts()


async def test_a_settled_conflict_leaves_the_list_and_the_next_is_under_the_cursor(
    folder: Path,
) -> None:
    for number in ("M1", "M2", "M3"):
        apart(folder, TIMES, number)
    async with at_board(folder) as mia:
        await mia.presses("C", "j", "2")
        assert "06:10" == leave(mia, "M2")
        assert "run M3" in mia.lines[mia.app.cursor_position.y]
        await mia.presses("2", "2")

        assert (["06:10"] * 3, 0) == ([leave(mia, each) for each in ("M1", "M2", "M3")], 0)


async def test_undo_in_the_list_takes_back_the_choice_and_nothing_made_before(
    folder: Path,
) -> None:
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        await mia.presses("C", "u")
        assert mia.sees("Nothing was settled here yet")
        await mia.presses("2", "u")

        assert "05:50" == leave(mia)
        assert mia.sees("Took back “settled run M1")
        before = mia.changes()
        await mia.presses("u")
        assert before == mia.changes()


async def test_removal_against_edit_is_kept_or_removed_by_one_key(folder: Path) -> None:
    apart(folder, REMOVED)
    apart(folder, REMOVED, "M2")
    async with at_board(folder) as mia:
        await mia.presses("C")
        said = listed(mia)
        assert "run M1 06:10 hotel>base, Mon 23 Nov: keep or remove" in said
        assert "1 keep (shown) edited by ana " in said
        assert ": leave 05:40 → 06:10, had not seen 2" in said
        assert "2 remove removed by reto " in said
        await mia.presses("1")
        assert ("06:10", 1) == (leave(mia), conflicts(mia))
        await mia.presses("2")

        assert "M2" not in mia.records("run")
        assert 0 == conflicts(mia)


async def test_all_edits_that_keep_a_removed_record_are_listed(folder: Path) -> None:
    apart(folder, {**REMOVED, "tom": {"note": "bring the keys"}})
    async with at_board(folder) as mia:
        await mia.presses("C")

        assert "edited by ana " in listed(mia)
        assert "note bring the keys" in listed(mia)
        assert {"keep": 1, "remove": 2} == numbers(mia)


@pytest.mark.parametrize(("key", "there"), [("1", True), ("2", False)])
async def test_somebody_added_and_taken_off_is_on_or_off_by_one_key(
    folder: Path, key: str, *, there: bool
) -> None:
    field = f"passengers/{person(folder, 'Tom Frei')}"
    apart(folder, {"reto": {field: True}, "ana": {field: None}})
    async with at_board(folder) as mia:
        await mia.presses("C")
        assert "Tom Frei on run M1 05:40 hotel>base" in listed(mia)
        assert "1 on (shown) added by reto " in listed(mia)
        assert "2 off taken off by ana " in listed(mia)
        await mia.presses("e")
        assert mia.sees("There is nothing between the two: 1 or 2.")
        await mia.presses(key)

        assert there is (field.partition("/")[2] in mia.records("run")["M1"]["passengers"])
        assert 0 == conflicts(mia)


async def test_three_values_are_three_choices_and_two_alike_are_one(folder: Path) -> None:
    apart(folder, {**THREE, "eva": {"leave": "05:20"}})
    async with at_board(folder) as mia:
        await mia.presses("C")
        assert {"05:20": 1, "05:50": 2, "06:10": 3} == numbers(mia)
        assert "by tom " in listed(mia)
        assert "by eva " in listed(mia)
        assert "not 2 or 3" in listed(mia)
        await mia.presses("4")
        assert mia.sees("There is no 4 to take here.")
        await mia.presses("3")

        assert ("06:10", 0) == (leave(mia), conflicts(mia))


@pytest.mark.parametrize("size", [TINY, BIG], ids=str)
async def test_a_value_of_ones_own_settles_a_conflict(folder: Path, size: tuple[int, int]) -> None:
    apart(folder, TIMES)
    async with at_board(folder, size=size) as mia:
        await mia.presses("C", "e")
        line = mia.app.screen.foot.entry
        assert "leave:0550" == line.text.replace("05:50", "0550")
        await mia.presses(*["backspace"] * len("0550"))
        await mia.types("0530")
        assert mia.sees("leave 05:30")
        await mia.presses("enter")

        assert ("05:30", 0) == (leave(mia), conflicts(mia))
        assert "leave 05:30. u takes that back." in inside(mia, Footer)
        await mia.presses("u")
        assert "05:50" == leave(mia)


async def test_typing_the_value_shown_settles_too(folder: Path) -> None:
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        await mia.presses("C", "enter", "enter")

        assert ("05:50", 0) == (leave(mia), conflicts(mia))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("leave:quarter", "quarter"),
        ("note:hello", "only leave is settled here"),
        ("+30", "only leave is settled here"),
    ],
)
async def test_a_wrong_value_is_refused_with_a_sentence_and_nothing_is_lost(
    folder: Path, typed: str, said: str
) -> None:
    apart(folder, TIMES)
    async with at_board(folder, size=TINY) as mia:
        await mia.presses("C", "e", *["backspace"] * len("leave:0550"), "backspace")
        await mia.enters(typed)

        assert mia.sees(said)
        assert typed == mia.app.screen.foot.entry.text
        assert ("05:50", 1) == (leave(mia), conflicts(mia))
        await mia.presses("escape")
        assert mia.sees("Not saved. e and then ↑ bring the line back.")
        await mia.presses("q", "C", "e", "up")
        assert typed == mia.app.screen.foot.entry.text


async def test_a_value_half_typed_is_there_after_a_restart(folder: Path) -> None:
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        await mia.presses("C", "e", *["backspace"] * len("0550"))
        await mia.types("0545")
    async with at_board(folder) as mia:
        await mia.until(lambda: mia.board.foot.line is not None)
        assert "leave:0545" == mia.typed.replace("05:45", "0545")
        await mia.presses("enter")

        assert ("05:45", 0) == (leave(mia), conflicts(mia))
    assert None is kept(Production.open(folder).id)


async def test_the_details_of_the_record_are_opened_and_left_to_the_list(folder: Path) -> None:
    apart(folder, TIMES)
    apart(folder, TIMES, "M2")
    async with at_board(folder) as mia:
        await mia.presses("C", "j", "o")
        assert isinstance(mia.app.screen, Details)
        await mia.presses("q")

        assert isinstance(mia.app.screen, ConflictList)
        assert "run M2" in mia.lines[mia.app.cursor_position.y]
        await mia.presses("q")
        assert mia.pane.grid.has_focus


async def test_what_is_wrong_opens_the_list_at_its_conflict(folder: Path) -> None:
    apart(folder, TIMES)
    apart(folder, {"reto": {"note": "one"}, "ana": {"note": "two"}})
    async with at_board(folder) as mia:
        await mia.presses("f")
        await mia.enters("note")

        assert "run M1 05:50 hotel>base, Mon 23 Nov: note" in mia.lines[mia.app.cursor_position.y]


async def test_without_a_conflict_the_key_says_so(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("C")

        assert mia.sees("There are no conflicts.")


async def test_what_cannot_be_saved_is_said_and_the_conflict_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        await mia.presses("C")
        with monkeypatch.context() as patch:
            patch.setattr("os.pwrite", full)
            await mia.presses("2")
        assert mia.sees("NOT saved")
        assert ("05:50", 1) == (leave(mia), conflicts(mia))
        await mia.presses("2")

        assert ("06:10", 0) == (leave(mia), conflicts(mia))


def full(*_: object) -> int:
    raise OSError(28, "No space left on device", "0001.json")


async def test_a_board_of_the_past_lists_conflicts_and_settles_none(folder: Path) -> None:
    apart(folder, TIMES)
    production = Production.open(folder, as_user="mia")
    async with at_board(folder, at=production._clock()) as mia:
        await mia.presses("C", "2")

        assert mia.sees("This is the board as it was at")
        assert 1 == conflicts(mia)
