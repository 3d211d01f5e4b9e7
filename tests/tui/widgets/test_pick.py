"""Choosing from a list by typing."""

from __future__ import annotations

import pytest

from tests.tui.widgets.stage import Stage, screen_text
from tui.widgets.pick import Entry, Pick, matching


ENTRIES = (
    Entry("add", "add a run", "a", "transport"),
    Entry("done", "mark as done", "x", "transport", enabled=False, reason="no run is out"),
    Entry("undo", "undo my last change", "u", "board"),
    Entry("redo", "redo [again]", "U", "board"),
    Entry("extras", "Éva's extras", "", "crew"),
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["add", "done", "undo", "redo", "extras"]),
        ("u", ["undo"]),
        ("U", ["redo"]),
        ("x", ["done", "extras"]),
        ("do", ["done", "undo", "redo"]),
        ("run trans", ["add"]),
        ("board last", ["undo"]),
        ("eva", ["extras"]),
        ("LAST", ["undo"]),
        ("[again]", ["redo"]),
        ("nothing like it", []),
    ],
)
def test_words_find_entries_and_a_key_comes_first(typed: str, expected: list[str]) -> None:
    assert set(expected) <= {entry.name for entry in matching(ENTRIES, typed)}
    assert expected[:1] == [entry.name for entry in matching(ENTRIES, typed)][:1]


def test_words_that_begin_come_before_words_that_contain() -> None:
    assert ["done", "undo", "redo"] == [entry.name for entry in matching(ENTRIES, "do")]


async def test_typing_narrows_the_list_and_enter_takes_what_is_under_the_cursor() -> None:
    chosen: list[Entry | None] = []
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(Pick("Keys", ENTRIES), chosen.append)
        await pilot.press("d", "o", "down", "enter")
        await pilot.pause()

        assert [ENTRIES[2]] == chosen


async def test_escape_takes_nothing() -> None:
    chosen: list[Entry | None] = []
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(Pick("Keys", ENTRIES), chosen.append)
        await pilot.press("d", "escape")
        await pilot.pause()

        assert [None] == chosen


async def test_what_cannot_be_done_now_says_why_and_stays() -> None:
    chosen: list[Entry | None] = []
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(Pick("Keys [all]", ENTRIES), chosen.append)
        await pilot.press("x", "enter")
        await pilot.pause()

        text = "\n".join(screen_text(app))
        assert "Keys [all]" in text
        assert "not now" in next(line for line in screen_text(app) if "mark as done" in line)
        assert "Not now: no run is out" in text
        assert [] == chosen


async def test_nothing_found_is_said_and_enter_waits() -> None:
    chosen: list[Entry | None] = []
    async with (app := Stage()).run_test() as pilot:
        app.push_screen(Pick("Keys", ENTRIES), chosen.append)
        await pilot.press("q", "q", "enter")
        await pilot.pause()

        assert "Nothing has these words." in "\n".join(screen_text(app))
        assert [] == chosen
