"""The details of a record."""

from __future__ import annotations

import pytest
from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, screen_text
from tui.widgets.facts import Fact, Facts
from tui.widgets.sheet import Sheet


FIELDS = (
    Fact("Leave", "05:40", "leave"),
    Fact("Note", "two cases [ext] and a baby seat", "note"),
    Fact("Status", "told", "status"),
)
HISTORY = ("21 Nov 18:05 mia: leave 05:50, now 05:40", "21 Nov 17:00 reto made it")


async def test_fields_stand_beside_their_labels_and_history_below() -> None:
    async with (app := Stage(facts := Facts())).run_test(size=(30, 8)) as pilot:
        facts.set_facts([*FIELDS, Fact("", "History", "", "head"), Fact("", HISTORY[1])])
        await pilot.pause()

        assert [
            "Leave  05:40",
            "Note   two cases [ext] and a",
            "       baby seat",
            "Status told",
            "History",
            "21 Nov 17:00 reto made it",
            "",
            "",
        ] == screen_text(app)


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["enter"], ["leave"]),
        (["down", "e"], ["note"]),
        (["j", "j", "k", "enter"], ["note"]),
        (["G", "g", "enter"], ["leave"]),
        (["q"], [None]),
        (["o"], [None]),
        (["escape"], [None]),
        (["end", "enter"], []),
    ],
)
async def test_enter_gives_the_field_to_change(keys: list[str], chosen: list[str | None]) -> None:
    given: list[str | None] = []
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(Sheet("Run M12 [van 2]", FIELDS, HISTORY), given.append)
        await pilot.press(*keys)
        await pilot.pause()

        assert chosen == given


async def test_the_cursor_passes_blank_lines_and_headings() -> None:
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(sheet := Sheet("Run M12", FIELDS, HISTORY))
        await pilot.press("down", "down", "down")
        await pilot.pause()

        assert HISTORY[0] == sheet.query_one(Facts).fact.value
        await pilot.press("up")
        assert "status" == sheet.query_one(Facts).fact.key


async def test_a_change_by_others_keeps_the_cursor_on_its_field() -> None:
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(sheet := Sheet("Run M12", FIELDS))
        await pilot.press("down", "down")
        sheet.show([Fact("From", "Hotel", "origin"), *FIELDS[:2], Fact("Status", "out", "status")])
        await pilot.pause()

        assert Fact("Status", "out", "status") == sheet.query_one(Facts).fact


async def test_a_long_history_turns_with_the_cursor() -> None:
    facts = [Fact("", f"change {n}") for n in range(100)]
    async with (app := Stage(board := Facts(facts))).run_test(size=(30, 10)) as pilot:
        await pilot.press("pagedown")
        assert "change 9" == board.fact.value
        await pilot.press("end")
        await pilot.pause()

        assert "change 99" == screen_text(app)[-1]
        assert Offset(0, 9) == app.cursor_position
        await pilot.press("pageup", "home")
        assert "change 0" == board.fact.value


async def test_a_record_with_nothing_in_it_can_be_looked_at() -> None:
    async with Stage(board := Facts()).run_test() as pilot:
        await pilot.press("down", "end", "pagedown", "enter")

        assert board.fact is None
