"""The entry line loses nothing and says everything."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Offset

from tests.tui.widgets.stage import Stage, screen_text
from tui.widgets.earlier import Earlier
from tui.widgets.entryline import (
    CompletionWanted,
    EntryLine,
    LineChanged,
    LineDone,
    LineLeft,
    LinesPasted,
)


async def test_the_prompt_stands_before_the_line() -> None:
    async with (app := Stage(line := EntryLine())).run_test(size=(60, 2)) as pilot:
        line.start("Add run", "0540 van2")
        await pilot.press("space", "left_square_bracket", "x")
        await pilot.pause()

        assert "Add run: 0540 van2 [x" == screen_text(app)[0]
        assert ("0540 van2 [x", 12, 9) == (line.text, line.cursor, line.indent)


async def test_a_line_that_was_left_before_it_was_shown_leaves_no_prompt_behind() -> None:
    async with (app := Stage(line := EntryLine())).run_test(size=(60, 2)) as pilot:
        line.start("add", "x")
        await pilot.pause()
        line.start("edit", "y")
        line.display = False
        await pilot.pause()
        line.start("add", "z")
        line.display = True
        await pilot.pause()

        assert "add: z" == screen_text(app)[0]


async def test_every_key_tells_the_text_and_the_cursor() -> None:
    async with (app := Stage(line := EntryLine())).run_test() as pilot:
        line.start("Add run")
        await pilot.press("a", "n", "left")
        await pilot.pause()

        assert LineChanged("an", 1) == app.heard(LineChanged)[-1]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("enter", LineDone("0540 ann")),
        ("escape", LineLeft("0540 ann")),
        ("tab", CompletionWanted("0540 ann", 8, 1)),
        ("shift+tab", CompletionWanted("0540 ann", 8, -1)),
    ],
)
async def test_no_key_takes_the_text_away(key: str, said: object) -> None:
    async with (app := Stage(line := EntryLine())).run_test() as pilot:
        line.start("Add run", "0540 ann")
        await pilot.press(key)
        await pilot.pause()

        assert [said] == app.heard(type(said))
        assert "0540 ann" == line.text
        assert line.editor.has_focus


async def test_a_completion_takes_the_place_of_what_was_typed() -> None:
    async with Stage(line := EntryLine()).run_test():
        line.start("Add run", "0540 ann base")
        line.replace(5, 8, '"Anna Keller"')

        assert '0540 "Anna Keller" base' == line.text
        assert 18 == line.cursor


async def test_up_and_down_walk_earlier_lines_and_lose_no_draft() -> None:
    async with Stage(line := EntryLine()).run_test() as pilot:
        line.start("Add run", "draft", ["first", "second"])
        await pilot.press("up")
        assert "second" == line.text
        await pilot.press("x", "up", "up")
        assert "first" == line.text
        await pilot.press("down")
        assert "secondx" == line.text
        await pilot.press("down", "down")
        assert "draft" == line.text


def test_earlier_lines_end_at_both_ends() -> None:
    walk = Earlier.before(["one"])

    assert "one" == walk.walked("new", -5).text
    assert "new" == walk.walked("new", -1).walked("one", 9).text


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("van2", "0540 van2"),
        ("van2\n", "0540 van2"),
        ("\n\nvan2\r\n", "0540 van2"),
        ("a\tb\x1b[2J", "0540 a b·[2J"),
        ("", "0540 "),
        ("\n", "0540 "),
    ],
)
async def test_a_pasted_line_goes_in_at_the_cursor(pasted: str, text: str) -> None:
    async with (app := Stage(line := EntryLine())).run_test() as pilot:
        line.start("Add run", "0540 ")
        line.editor.post_message(events.Paste(pasted))
        await pilot.pause()

        assert (text, []) == (line.text, app.heard(LinesPasted))


async def test_many_pasted_lines_are_all_there() -> None:
    async with (app := Stage(line := EntryLine())).run_test() as pilot:
        line.start("Add run", "half")
        line.editor.post_message(events.Paste("0540 van2\r\n\n 0600 van3 \n0610"))
        await pilot.pause()

        assert [LinesPasted(("0540 van2", " 0600 van3 ", "0610"), "half")] == app.heard(LinesPasted)
        assert "half" == line.text


async def test_a_line_from_a_record_brings_no_controls_to_the_terminal() -> None:
    async with (app := Stage(line := EntryLine())).run_test(size=(60, 2)) as pilot:
        line.start("Edit", "a\x1b[31mb")
        await pilot.pause()

        assert "Edit: a·[31mb" == screen_text(app)[0]


async def test_spans_are_shown_only_on_the_text_they_were_made_for() -> None:
    async with Stage(line := EntryLine()).run_test(size=(60, 2)) as pilot:
        line.start("Add", "0540 tomorow")
        line.set_spans("0540 tomorow", [(0, 4, "word"), (5, 12, "wrong")])
        await pilot.pause()
        inks = {part.text: part.style for part in line.editor.render_line(0) if part.style}
        assert inks["0540"].bold
        assert inks["tomorow"].underline

        await pilot.press("x")
        inks = {part.text: part.style for part in line.editor.render_line(0) if part.style}
        assert not any(ink.underline for ink in inks.values())


async def test_the_terminals_cursor_stands_where_the_next_letter_goes() -> None:
    async with (app := Stage(line := EntryLine())).run_test(size=(60, 2)) as pilot:
        line.start("Add", "張 a")
        await pilot.pause()

        assert Offset(len("Add: ") + 4, 0) == app.cursor_position


async def test_nothing_blinks() -> None:
    async with Stage(line := EntryLine()).run_test():
        line.start("Add")

        assert not line.editor.cursor_blink


async def test_a_line_longer_than_the_screen_says_how_far_it_has_scrolled() -> None:
    async with (app := Stage(line := EntryLine())).run_test(size=(20, 2)) as pilot:
        line.start("Add", "0123456789" * 3)
        await pilot.pause()

        assert "Add: 67890123456789" == screen_text(app)[0]
        assert len("Add: ") - 16 == line.indent
