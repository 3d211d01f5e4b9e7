"""Looking: the filter, sorting, details, conflicts, what is wrong, help and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.edits import Aimed
from store.production import Production
from tests.tui.coordinator import NOW, SMALL, at_board, changed, saved
from tui.actions import ACTIONS
from tui.details import Details
from tui.office import Office
from tui.widgets.facts import Facts
from tui.widgets.pick import Pick


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.coordinator import Coordinator


def shown(somebody: Coordinator) -> list[str]:
    return [" ".join(row.cells) for row in somebody.pane.rows]


def fact(somebody: Coordinator) -> str:
    """The label and value under the cursor of the details."""
    sheet = somebody.app.screen
    assert isinstance(sheet, Details), sheet
    found = sheet.query_one(Facts).fact
    assert found is not None
    return f"{found.label} {found.value}".strip()


async def disputed(folder: Path) -> Aimed:
    """A run that mia and reto sent to different times without knowing of each other."""
    production = Production.open(folder, as_user="mia")
    run = next(iter(production.view.records("run")))
    aimed = Aimed("run", run)
    blind = production.base()
    changed(folder, aimed, "0550", as_user="reto")
    production.refresh()
    office = Office(production, now=lambda: NOW)
    office.save([office.changing("0535", (aimed,))], base=blind)
    return aimed


async def test_rows_are_filtered_as_one_types(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3")
        everything = shown(mia)
        await mia.presses("slash")
        await mia.types("reto")
        assert 1 == len(shown(mia))
        assert "06:00" in shown(mia)[0]
        await mia.presses(*["backspace"] * 4)
        assert everything == shown(mia)


async def test_a_filter_is_kept_until_it_is_cleared(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "slash")
        await mia.enters("reto")
        assert mia.sees("1 shown; q shows all again.")
        assert mia.sees("3 Transport  /reto")
        await mia.presses("plus", "minus")
        assert 1 == len(shown(mia))
        await mia.presses("slash")
        assert "reto" == mia.typed
        await mia.presses("escape", "q")

        assert "" == mia.pane.filter
        assert 1 < len(shown(mia))


async def test_esc_goes_back_to_the_filter_there_was(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "slash")
        await mia.enters("reto")
        await mia.presses("slash")
        await mia.types("zzz")
        assert [] == shown(mia)
        await mia.presses("tab")
        assert "retozzz" == mia.typed
        await mia.presses("escape")

        assert "reto" == mia.pane.filter
        assert 1 == len(shown(mia))


async def test_a_filter_that_finds_nothing_says_so(folder: Path) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("3", "slash")
        await mia.enters("zzz")
        assert mia.sees("No row here has “zzz”. / changes the filter, q shows all again.")
        assert mia.sees("0 shown; q shows all again.")
        await mia.presses("q")
        assert not mia.sees("No row here has")


async def test_only_marked_rows_that_are_shown_are_changed(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "asterisk", "slash")
        await mia.enters("reto")
        await mia.presses("x")

        statuses = {n: each.get("status") for n, each in mia.records("run").items()}
        assert {"M1": None, "M2": "told", "M3": None} == statuses


async def test_s_sorts_by_the_columns_that_are_shown(folder: Path) -> None:
    async with at_board(folder, size=(60, 20)) as mia:
        await mia.presses("4")
        own = shown(mia)
        said = []
        for _ in range(6):
            await mia.presses("s")
            said.append(mia.lines[-1])
            if said[-1] == "In the pane's own order.":
                break

        assert ["Sorted by P.", "Sorted by What."] == said[:2]
        assert "In the pane's own order." == said[-1]
        assert own == shown(mia)
        assert all(f" {each[10:-1]}" in mia.lines[2] for each in said[:-1])


async def test_details_show_the_fields_and_the_history(folder: Path) -> None:
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("3", "x", "o")

        assert mia.sees("run M1 05:40 hotel>base")
        assert mia.sees("passengers Anna Keller, Ben Okafor")
        assert mia.sees("arrive by  – a time (0630, 6:30, 25:30)")
        await mia.presses("G")
        assert mia.sees("mia: made; day Mon 23 Nov; leave 05:40")
        assert mia.sees("mia: status told")
        await mia.presses("q")
        assert mia.pane.grid.has_focus


async def test_enter_on_a_field_of_the_details_changes_it(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "enter")
        assert fact(mia).startswith("day Mon 23 Nov")
        await mia.presses("j")
        assert "leave 05:40" == fact(mia)
        await mia.presses("enter")
        assert "leave:0540" == mia.typed.replace("05:40", "0540")
        await mia.presses(*["backspace"] * len("0540"))
        await mia.enters("0525")

        assert "05:25" == mia.records("run")["M1"]["leave"]


@pytest.mark.parametrize("key", ["home", "end"])
async def test_enter_on_what_cannot_be_changed_says_so(folder: Path, key: str) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "o", key, "enter")
        assert mia.sees("This one is not to be changed.")
        await mia.presses("j")
        assert not mia.sees("This one is not to be changed.")


async def test_a_conflict_is_in_the_row_the_top_line_and_the_details(folder: Path) -> None:
    await disputed(folder)
    async with at_board(folder) as mia:
        await mia.presses("3")
        await mia.points_at("05:35")

        assert "≠ 1 conflict" in mia.lines[0]
        assert ["≠"] == [row.sign for row in mia.pane.rows if row.key == mia.pane.grid.key]
        await mia.presses("o")
        assert mia.sees("≠ leave was set 2 times without knowing of one another:")
        assert mia.sees("leave 05:35 (mia,")
        assert mia.sees("leave 05:50 (reto,")


async def test_enter_on_one_of_the_values_settles_a_conflict(folder: Path) -> None:
    await disputed(folder)
    async with at_board(folder) as mia:
        await mia.presses("f")
        assert mia.sees("run M1 05:35 hotel>base: leave has 2 values")
        await mia.types("2 values")
        await mia.presses("enter", "o", "j", "enter")

        assert "05:50" == mia.records("run")["M1"]["leave"]
        assert () == tuple(mia.office.production.conflicts())
        assert mia.sees("Settled run M1 05:35 hotel>base: leave 05:50. u takes that back.")
        assert "conflict" not in mia.lines[0]


async def test_typing_a_value_settles_a_conflict(folder: Path) -> None:
    await disputed(folder)
    async with at_board(folder) as mia:
        await mia.presses("3", "c")
        await mia.enters("0545")

        assert "05:45" == mia.records("run")["M1"]["leave"]
        assert () == tuple(mia.office.production.conflicts())


async def test_a_record_removed_and_changed_at_once_asks_which(folder: Path) -> None:
    production = Production.open(folder, as_user="mia")
    run = Aimed("run", next(iter(production.view.records("run"))))
    blind = production.base()
    changed(folder, run, "0550", as_user="reto")
    production.refresh()
    Office(production, now=lambda: NOW).set({run: {"gone": True}}, "removed it", base=blind)
    async with at_board(folder) as mia:
        await mia.presses("3")
        await mia.points_at("05:50")
        await mia.presses("o")
        assert mia.sees("≠ removing it was set 2 times")
        assert mia.sees("≠ take     kept (reto,")
        await mia.presses("j", "enter")

        assert "M1" not in mia.records("run")
        assert () == tuple(mia.office.production.conflicts())


async def test_what_is_wrong_leads_to_another_day_and_past_a_filter(demo: Path) -> None:
    async with at_board(demo) as mia:
        await mia.presses("3", "slash")
        await mia.enters("zzz")
        await mia.presses("f")
        await mia.types("leave has 2 values")
        await mia.presses("enter")

        assert "≠" == next(row.sign for row in mia.pane.rows if row.key == mia.pane.grid.key)
        assert mia.sees("Tue 24 Nov day 4/10")


async def test_where_nothing_is_wrong_that_is_said(empty: Path) -> None:
    async with at_board(empty) as mia:
        await mia.presses("f")

        assert mia.sees("Nothing is wrong that the board knows of.")


WORDS = {
    "undo": "undo",
    "redo": "redo",
    "edit": "edit",
    "delete": "delete",
    "quit": "quit",
    "filter": "filter",
    "confl": "conflicts",
    "zoom": "zoom",
    "repeat": "repeat",
    "copy": "copy",
    "help": "help",
    "history": "details",
    "x": "next",
    "/": "filter",
    "remove": "delete",
    "rename": "change",
    "move": "change",
    "find": "filter",
    "phone": "lookup",
    "save": "save",
    "exit": "quit",
    "cancel": "undo",
    "tomorrow": "forward",
    "next day": "forward",
    "yesterday": "back",
    "new": "add",
    "confirm": "next",
    "search": "filter",
    "who": "lookup",
}
"""What is typed, and the action Enter would take."""


@pytest.mark.parametrize("opens", ["question_mark", "colon"])
async def test_help_and_palette_find_an_action_by_its_words_or_its_key(
    folder: Path, opens: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses(opens)
        pick = mia.app.screen
        assert isinstance(pick, Pick)
        found = {}
        for words in WORDS:
            pick.line.value = words
            await mia.presses()
            found[words] = pick.pointed.name if pick.pointed else ""

        assert WORDS == found


async def test_the_palette_does_what_was_chosen(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("colon")
        await mia.types("issues pane")
        await mia.presses("enter")
        assert "Issues" == mia.pane.what.title
        await mia.presses("colon")
        await mia.types("add by one")
        await mia.presses("enter")

        assert mia.board.foot.line is not None


async def test_the_help_says_what_cannot_be_done_now_and_why(empty: Path) -> None:
    async with at_board(empty) as mia:
        await mia.presses("question_mark")
        line = next(each for each in mia.lines if "edit the whole line of this row" in each)
        assert "not now" in line
        await mia.types("edit")
        assert mia.sees("Not now: There is no record under the cursor.")
        await mia.presses("enter")
        assert mia.sees("Not now: There is no record under the cursor.")
        await mia.presses("escape")

        assert mia.pane.grid.has_focus


def told_apart(somebody: Coordinator) -> tuple[object, ...]:
    """What a person could notice of a key."""
    return (
        somebody.lines,
        somebody.app.cursor_position,
        somebody.app.clipboard,
        somebody.app._exit,
    )


# What has to be so before some keys can do anything: the keys that make it so.
BEFORE = {
    "today": ["plus"],
    "up": ["j"],
    "top": ["j"],
    "page_up": ["pagedown"],
    "transport": ["4"],
    "redo": ["x", "u"],
    "repeat": ["x"],
    "undo": ["x"],
    "clash_back": ["G"],
}


async def begins_anew(somebody: Coordinator) -> None:
    """Back to the first run of today, with nothing open, marked, filtered or wide."""
    board = somebody.board
    while somebody.app.screen is not board or board.foot.line:
        await somebody.presses("escape")
    board.all.zoomed = False
    for pane in board.panes:
        pane.filter, pane.wide = "", False
        pane.grid.set_marked(frozenset())
    await somebody.presses("t", "3", "g")


async def test_every_key_answers(demo: Path) -> None:
    saved(demo, "run", "0501 van3 hotel>base", as_user="mia")
    silent = []
    async with at_board(demo) as mia:
        for action in sorted(ACTIONS, key=lambda each: each.id == "quit"):
            for key in action.keys:
                await begins_anew(mia)
                await mia.presses(*BEFORE.get(action.id, []))
                before = told_apart(mia)
                await mia.presses(key)
                if before == told_apart(mia):
                    silent.append(key)

    assert [] == silent


@pytest.mark.parametrize("pane", ["1", "2", "3", "4"])
@pytest.mark.parametrize("opens", ["a", "c", "slash"])
async def test_a_line_of_any_characters_can_be_looked_at(
    folder: Path, pane: str, opens: str
) -> None:
    texts = ["[x]", "[/x]", "+", "-", ">", ":", "::", '"', "a:b:c", "0540>", "+" * 200, "≠ ( ) {}"]
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses(pane, opens)
        for text in texts:
            for cursor in {0, 1, len(text)}:
                mia.board.foot.line.look(text, cursor)
            mia.board.foot.entry.editor.set_text(text)
        await mia.presses("home")

        assert texts[-1] == mia.typed
