"""Working on rows: states, marks, changing many, removing, undo, repeating, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.tui.coordinator import NOW, at_board


if TYPE_CHECKING:
    from pathlib import Path


class Way(NamedTuple):
    """Where a record is, what x makes of one of its fields, and what is said at the end."""

    pane: str
    row: str
    word: str
    field: str
    states: list[object]
    end: str


WAYS = [
    Way("3", "05:40", "run", "status", ["told", "out", "aboard", "done"], "M1 is done"),
    Way("2", "Anna", "call", "status", ["told", "confirmed"], "M1 is confirmed"),
    Way("4", "generator", "issue", "status", ["done"], ""),
    Way("1", "12A", "scene", "state", ["shot"], "M1 is shot"),
    Way("1", "Tech recce", "event", "done", [True], "M1 is done"),
]


@pytest.mark.parametrize("way", WAYS, ids=[each.word for each in WAYS])
async def test_x_takes_a_row_through_its_states(folder: Path, way: Way) -> None:
    async with at_board(folder) as mia:
        await mia.presses(way.pane)
        await mia.points_at(way.row)
        went = []
        for _ in way.states:
            await mia.presses("x")
            went.append(mia.records(way.word)["M1"][way.field])
        count = len(mia.changes())
        if way.end:
            await mia.presses("x")
            assert mia.sees(f"{way.end}; nothing follows on that.")

        assert way.states == went
        assert count == len(mia.changes())


@pytest.mark.parametrize(
    ("pane", "row", "words"),
    [
        ("2", "Tom Frei", "Tom Frei is not called on this day. To call: press a and type tom 0630"),
        ("1", "Unit call", "A day has no state. x is for its scenes and events."),
        ("3", "Grand Hotel", "Grand Hotel has no state. x is for runs, calls and issues."),
    ],
)
async def test_x_says_why_where_there_are_no_states(
    folder: Path, pane: str, row: str, words: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses(pane, "w" if pane == "3" else "G")
        await mia.points_at(row)
        await mia.presses("x")

        assert mia.sees(words)


async def test_a_change_on_three_marked_rows_is_one_change_and_one_undo(folder: Path) -> None:
    async with at_board(folder) as mia:
        count = len(mia.changes())
        await mia.presses("3", "space", "space", "space")
        assert mia.sees("3 marked")
        await mia.presses("c")
        assert mia.sees("change 3 rows:")
        await mia.enters("+30")

        assert ["06:10", "06:30", "07:30"] == [r["leave"] for r in mia.records("run").values()]
        assert [*mia.changes()[:count], "changed 3 runs"] == mia.changes()
        await mia.presses("u")
        assert ["05:40", "06:00", "07:00"] == [r["leave"] for r in mia.records("run").values()]
        await mia.presses("U")
        assert ["06:10", "06:30", "07:30"] == [r["leave"] for r in mia.records("run").values()]


async def test_marks_of_different_kinds_change_together(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("1")
        for row in ("12A", "Tech recce"):
            await mia.points_at(row)
            await mia.presses("space")
        await mia.presses("c")
        await mia.enters("day:wed")

        assert "2026-11-25" == mia.records("scene")["M1"]["day"]
        assert "2026-11-25" == mia.records("event")["M1"]["day"]


async def test_star_marks_all_shown_or_none_and_q_takes_marks_away(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "asterisk")
        assert mia.sees("2 marked")
        await mia.presses("asterisk")
        assert not mia.sees("marked")
        await mia.presses("space", "q")
        assert not mia.sees("marked")


async def test_edit_is_the_same_line_prefilled(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "e")
        assert mia.typed.startswith("0540 Van2 hotel>base +Anna +Ben")
        assert mia.sees("run M1 nothing changes")
        await mia.presses("home", "delete", "delete", "delete", "delete")
        await mia.enters("0555")

        assert "05:55" == mia.records("run")["M1"]["leave"]
        assert ["05:55", "06:00", "07:00"] == [r["leave"] for r in mia.records("run").values()]


async def test_full_stop_repeats_the_last_change_on_another_row(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "full_stop")
        assert mia.sees("There is no change to repeat yet.")
        await mia.presses("c")
        await mia.enters("+15")
        await mia.presses("j", "full_stop")
        assert ["05:55", "06:15"] == [r["leave"] for r in mia.records("run").values()][:2]
        await mia.presses("x", "j", "full_stop")

        assert ["told", "told"] == [mia.records("run")[n]["status"] for n in ("M2", "M3")]


async def test_delete_takes_rows_away_and_undo_brings_them_back(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "j", "d")
        assert mia.sees("Removed run M2 06:00 hotel>base. u brings it back.")
        assert {"M1", "M3"} == mia.records("run").keys()
        assert mia.row.startswith("07:00")
        await mia.presses("u")

        assert {"M1", "M2", "M3"} == mia.records("run").keys()


async def test_undo_survives_leaving_the_board(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "x")
    async with at_board(folder) as mia:
        await mia.presses("u")

        assert None is mia.records("run")["M1"].get("status")


async def test_y_copies_the_row_or_the_marked_rows(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "y")
        assert mia.app.clipboard.startswith("05:40  ~05:55  hotel>base  Van 2  Tom Frei  Anna, Ben")
        await mia.presses("space", "space", "y")

        assert 2 == len(mia.app.clipboard.splitlines())
        assert mia.sees("Copied 2 rows.")


@pytest.mark.parametrize("key", ["a", "e", "c", "x", "d", "u", "U", "exclamation_mark"])
async def test_a_board_of_the_past_says_why_nothing_can_be_changed(folder: Path, key: str) -> None:
    async with at_board(folder, at=NOW.replace(year=2036)) as mia:
        assert mia.sees("read-only")
        count = len(mia.changes())
        await mia.presses("3", key)

        assert mia.sees("This is the board as it was at 2036-11-23 05:00.")
        assert None is mia.board.foot.line
        assert count == len(mia.changes())


async def test_what_was_said_goes_at_the_next_key_of_any_sort(folder: Path) -> None:
    async with at_board(folder) as mia:
        for key in ("down", "k", "pagedown", "end", "tab"):
            await mia.presses("t", "y")
            assert mia.sees("Copied 1 row.")
            await mia.presses(key)
            assert not mia.sees("Copied 1 row."), key


async def test_a_long_sentence_is_shown_to_its_end_and_gives_the_line_back(folder: Path) -> None:
    async with at_board(folder, size=(60, 20)) as mia:
        await mia.presses("2")
        await mia.points_at("Tom Frei")
        await mia.presses("x")
        assert "0630" == mia.lines[-1].split()[-1]
        await mia.presses("k")

        assert mia.lines[-1].startswith("a add")
        assert mia.lines[-2] == ""
