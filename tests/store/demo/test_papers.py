"""The demo's papers are whole: nothing a sheet should say is missing from the three called days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from models.papers.call_sheet import call_sheet
from models.papers.paper import Facts, Table, Words
from models.papers.source import Source
from tests.store.demo.conftest import EVENING


if TYPE_CHECKING:
    from models.papers.paper import Paper
    from tests.store.demo.looking import Looking

DAYS = (2, 3, 4)


def sheet_of(day: int, looking: Looking) -> Paper:
    desk = looking.desk.on(dt.date.fromisoformat(looking.date(day)))
    return call_sheet(Source(desk.directory.records, desk, EVENING))


def block(paper: Paper, name: str) -> Any:
    return next(each for each in paper.blocks if each.name == name)


@pytest.mark.parametrize("day", DAYS)
def test_nothing_is_missing_from_the_call_sheet_of_a_called_day(day: int, looking: Looking) -> None:
    missing = block(sheet_of(day, looking), "missing")
    assert isinstance(missing, Words)
    assert () == missing.lines


@pytest.mark.parametrize("day", DAYS)
def test_every_part_of_a_called_day_s_sheet_says_something(day: int, looking: Looking) -> None:
    found = sheet_of(day, looking).blocks
    empty = [each.name for each in found if isinstance(each, Table) and not each.rows]
    empty += [each.name for each in found if isinstance(each, Facts) and not each.facts]
    assert [] == empty


def test_today_s_artists_come_in_the_cars_they_are_booked_in(looking: Looking) -> None:
    cast = block(sheet_of(3, looking), "cast")
    at = [column.heading for column in cast.columns].index("P/U")
    assert [
        "05:40 hotel, Van 2, Tom Aregger",
        "05:40 hotel, Van 2, Tom Aregger",
        "05:35 seehof, Car 2, Reto Caflisch",
        "05:35 seehof, Car 2, Reto Caflisch",
        "07:25 hotel, Car 1, Sofía Quintana",
        "05:10 hotel, Van 1, Valmir Berisha",
    ] == [row.cells[at] for row in cast.rows]


def test_a_company_move_and_a_banner_stand_among_today_s_scenes(looking: Looking) -> None:
    rows = block(sheet_of(3, looking), "scenes").rows
    assert ["13", "8", "9", "LUNCH", "14", "COMPANY MOVE", "3", "PRE-LIGHT", ""] == [
        row.cells[0] if row.role != "banner" else word_of(row.cells[0]) for row in rows
    ]


def word_of(banner: str) -> str:
    return next(word for word in ("LUNCH", "COMPANY MOVE", "PRE-LIGHT") if word in banner)
