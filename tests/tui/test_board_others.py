"""Others and interruptions: changes that arrive, lines that were cut off, hostile names."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from store.change import Edit
from store.halftyped import kept
from store.production import Production
from tests.tui.coordinator import BIG, NOW, SMALL, at_board, changed, saved
from tui.details import Details
from tui.office import Office


if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = {
    "markup": ("Jo [x] Bell", "Jo [x] Bell"),
    "closing markup": ("Jo [/x] Bell", "Jo [/x] Bell"),
    "open bracket": ("Jo [red Bell", "Jo [red Bell"),
    "colour": ("Jo \x1b[31m Bell", "Jo [31m Bell"),
    "line break": ("Jo\nBell", "Jo Bell"),
    "bell": ("Jo\x07 Bell", "Jo Bell"),
    "right to left": ("Jo \u202eBell", "Jo Bell"),
    "zero width": ("Jo\u200b Bell", "Jo Bell"),
    "Arabic": ("ليلى حداد", "ليلى حداد"),
    "wide": ("陈美玲", "陈美玲"),
}


async def test_what_others_change_arrives_and_nothing_of_ones_own_moves(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "space")
        await mia.points_at("07:00")
        marked, pointed = mia.pane.grid.marked, mia.pane.grid.key
        await mia.presses("4", "a")
        await mia.types("no coffee p2 +re")
        saved(folder, "run", "0500 van3 hotel>base", as_user="reto")
        transport = mia.board.panes[2]
        await mia.until(lambda: len(mia.records("run")) == 4)
        await mia.until(lambda: transport.grid.place[1] == 4)

        assert (marked, pointed) == (transport.grid.marked, transport.grid.key)
        assert "no coffee p2 +re" == mia.typed
        assert mia.lines[-1].startswith("Enter save")
        assert mia.sees("05:00")
        assert mia.sees("reto ")


async def test_what_scenes_need_is_listed_among_all_days_and_where_it_is_looked_for(
    folder: Path,
) -> None:
    saved(folder, "element", '"Hero car" category:vehicle', as_user="reto")
    async with at_board(folder) as mia:
        await mia.presses("1")
        assert not mia.sees("Hero car")
        await mia.presses("w")
        await mia.until(lambda: mia.sees("Hero car"))
        await mia.presses("w", "/")
        await mia.types("hero")
        await mia.until(lambda: mia.sees("Hero car"))


async def test_open_details_show_what_others_change(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "o", "j")
        aimed = mia.app.screen
        assert isinstance(aimed, Details)
        changed(folder, aimed.aimed, "0545")
        await mia.until(lambda: mia.sees("leave 05:45"))
        await mia.presses("enter")

        assert mia.typed in ("leave:05:45", "leave:0545")


async def test_a_line_typed_before_anothers_change_becomes_a_conflict(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3", "c")
        await mia.types("0530")
        changed(folder, mia.board.foot.line.aimed[0], "0550")
        await mia.until(lambda: mia.records("run")["M1"]["leave"] == "05:50")
        await mia.presses("enter")

        assert {"05:30", "05:50"} == {
            head.value for each in mia.office.production.conflicts() for head in each.heads
        }


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["3", "a"], "0540 van2 hot"),
        (["2", "j", "e"], " and more"),
        (["3", "space", "space", "c"], "+30 +re"),
        (["3", "exclamation_mark"], "the van is late"),
    ],
)
async def test_a_half_typed_line_is_there_after_a_restart(
    folder: Path, keys: list[str], text: str
) -> None:
    async with at_board(folder) as mia:
        await mia.presses(*keys)
        await mia.types(text)
        line = mia.board.foot.line
        was = (mia.typed, mia.pane.what.name, line.prompt, line.aimed)
    async with at_board(folder) as mia:
        await mia.until(lambda: mia.board.foot.line is not None)
        line = mia.board.foot.line

        assert was == (mia.typed, mia.pane.what.name, line.prompt, line.aimed)
        await mia.presses("escape")
    async with at_board(folder) as mia:
        assert None is mia.board.foot.line
        assert None is kept(mia.office.production.id)


async def test_pasted_lines_are_there_after_a_restart(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "a")
        mia.app.post_message(Paste("no coffee p2\nno tea p3\n"))
        await mia.until(lambda: mia.sees("2 of 2 can be saved"))
    async with at_board(folder) as mia:
        await mia.until(lambda: mia.sees("2 of 2 can be saved"))
        await mia.presses("enter")

        assert 4 == len(mia.records("issue"))


async def test_the_line_of_a_record_that_is_gone_is_kept_to_add_it_anew(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "c")
        await mia.types("p2")
        gone = mia.board.foot.line.aimed
    Office(Production.open(folder, as_user="mia"), now=lambda: NOW).remove(gone)
    async with at_board(folder) as mia:
        await mia.until(lambda: mia.board.foot.line is not None)

        assert ("add", "p2") == (mia.board.foot.line.name, mia.typed)


@pytest.mark.parametrize(("name", "shown"), HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("size", [SMALL, BIG], ids=str)
async def test_names_of_any_characters_are_shown_and_do_no_harm(
    folder: Path, size: tuple[int, int], name: str, shown: str
) -> None:
    production = Production.open(folder, as_user="mia")
    production.commit(
        [
            Edit("person", "pppppppp", {"number": "M9", "name": name, "department": name}),
            Edit("issue", "iiiiiiii", {"number": "M9", "title": name, "owner": "pppppppp"}),
        ],
        f"added {name}",
    )
    async with at_board(folder, size=size) as mia:
        await mia.presses("4", "G")
        everything = "\n".join(mia.lines)
        assert not [mark for mark in everything if ord(mark) < 32 and mark != "\n"]
        assert "\u202e" not in everything
        await mia.presses("o")
        assert mia.sees("M9")
        await mia.presses("q", "e", "escape", "y", "slash")
        await mia.enters("bell")
        await mia.presses("q", "2", "G", "o")
        assert mia.sees(shown.split(maxsplit=1)[0])


async def test_a_folder_that_goes_away_while_the_board_is_open_ends_nothing(folder: Path) -> None:
    async with at_board(folder) as mia:
        await mia.presses("3")
        shutil.rmtree(folder / "writers")
        await mia.presses("x")
        await mia.presses("j", "k", "4", "3")

        assert mia.pane.grid.has_focus
        assert mia.sees("05:40")


async def test_what_cannot_be_saved_is_said_and_the_line_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_board(folder) as mia:
        await mia.presses("4", "a")
        await mia.types("no coffee p2")
        with monkeypatch.context() as patch:
            patch.setattr("os.pwrite", _full)
            await mia.presses("enter")
            assert mia.sees("NOT saved")
            assert "no coffee p2" == mia.typed
        await mia.presses("enter")

        assert 3 == len(mia.records("issue"))


def _full(*_: object) -> int:
    raise OSError(28, "No space left on device", "0001.json")
