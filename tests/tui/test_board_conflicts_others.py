"""The list of all conflicts while others save, with what later versions and hostile hands wrote."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production
from tests.tui.coordinator import BIG, NOW, SMALL, at_board, changed
from tests.tui.disputed import (
    apart,
    conflicts,
    edit_of,
    inside,
    leave,
    listed,
    numbers,
    run_of,
)
from tui.conflict_list import ARRIVED, ConflictList
from tui.widgets.footer import Footer


if TYPE_CHECKING:
    from pathlib import Path


TINY = (60, 20)
TIMES = {"reto": {"leave": "05:50"}, "ana": {"leave": "06:10"}}


async def test_a_conflict_settled_elsewhere_leaves_the_list(folder: Path) -> None:
    apart(folder, TIMES)
    apart(folder, TIMES, "M2")
    async with at_board(folder) as mia:
        await mia.presses("C")
        changed(folder, run_of(folder), "0600", as_user="reto")
        await mia.until(lambda: "run M1" not in listed(mia))
        await mia.presses("2")
        assert mia.sees(ARRIVED)
        assert "05:50" == leave(mia, "M2")
        await mia.presses("2")

        assert ("06:00", "06:10", 0) == (leave(mia), leave(mia, "M2"), conflicts(mia))


async def test_a_value_that_comes_while_the_list_is_open_moves_no_number_and_is_looked_at_first(
    folder: Path,
) -> None:
    blind = Production.open(folder, as_user="tom")
    known = blind.base()
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        await mia.presses("C")
        blind.refresh()
        blind.commit([edit_of(folder, leave="07:00")], "late", base=known)
        await mia.until(lambda: "07:00" in listed(mia))
        assert {"05:50": 1, "06:10": 2, "07:00": 3} == numbers(mia)
        await mia.presses("2")
        assert (mia.sees(ARRIVED), 1) == (True, conflicts(mia))
        await mia.presses("2")

        assert ("06:10", 0) == (leave(mia), conflicts(mia))


async def test_a_value_that_was_not_on_the_list_is_never_settled_by_a_key(folder: Path) -> None:
    blind = Production.open(folder, as_user="tom")
    known = blind.base()
    apart(folder, TIMES)
    async with at_board(folder) as mia:
        mia.app.follower.stop()
        await mia.presses("C")
        blind.commit([edit_of(folder, leave="07:00")], "late", base=known)
        await mia.presses("2")

        assert "Another value came meanwhile and stands beside it." in inside(mia, Footer)
        assert {"06:10", "07:00"} == set(numbers(mia))


@pytest.mark.parametrize("text", ["Jo [/x] [red", "Jo\x1b[31m\nBell\u202e", "陈美玲"])
async def test_values_of_any_characters_are_shown_and_do_no_harm(folder: Path, text: str) -> None:
    apart(folder, {"reto": {"note": text}, "ana": {"note": "plain"}, "tom": {"by": [text]}})
    apart(folder, {"reto": {"towed": text}, "ana": {"towed": {"by": text}}})
    apart(folder, {"reto": {f"tags/{text}": True}, "ana": {f"tags/{text}": None}}, "M2")
    async with at_board(folder, size=SMALL) as mia:
        await mia.presses("C", "j", "j", "k")
        everything = "\n".join(mia.lines)

        assert not [mark for mark in everything if ord(mark) < 32 and mark != "\n"]
        assert "\u202e" not in everything
        for _ in range(conflicts(mia)):
            await mia.presses("g", "2")
        assert 0 == conflicts(mia)


async def test_a_conflict_in_a_kind_of_a_later_version_is_settled_by_its_values(
    folder: Path,
) -> None:
    everybody = [Production.open(folder, as_user=name) for name in ("reto", "ana")]
    known = everybody[0].base()
    for cost, each in zip((12, 15), everybody, strict=True):
        each.commit([Edit("meal", "m1m1m1m1", {"cost": cost})], "lunch", base=known)
    async with at_board(folder) as mia:
        await mia.presses("f")
        await mia.enters("cost")
        assert isinstance(mia.app.screen, ConflictList)
        await mia.presses("o")
        assert mia.sees("Only a later version of Callboard can open a meal.")
        await mia.presses("e")
        assert mia.sees("Only a later version of Callboard knows this field: 1 or 2.")
        await mia.presses("2")

        assert 0 == conflicts(mia)


async def test_the_top_line_says_when_others_were_heard_of_the_latest_longest(
    folder: Path,
) -> None:
    for user in ("reto", "ana", "tom", "bo"):
        Production.open(folder, as_user=user).commit(
            [edit_of(folder, **{f"tags/{user}": True})], "tagged"
        )
    now = dt.datetime.now(NOW.tzinfo).replace(second=0, microsecond=0)
    async with at_board(folder, size=TINY, now=now) as mia:
        assert "bo " in mia.lines[0]
        assert "reto " not in mia.lines[0]
    async with at_board(folder, size=BIG, now=now) as mia:
        said = mia.lines[0]
        assert said.index("bo ") < said.index("tom ") < said.index("ana ") < said.index("reto ")
