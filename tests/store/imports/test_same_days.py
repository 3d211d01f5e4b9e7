"""Which record a day of a file is, case by case: days are letters, dates and numbers digits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from store.imports.matching import Candidate
from store.imports.same_days import Placing, same_days
from tests.store.imports.bringing import row


if TYPE_CHECKING:
    from store.change import JSON


def values(day: str) -> dict[str, JSON]:
    """`26#3` is shoot day 3 on the 26th, `26` the same date without a number, `26-` a day off."""
    date, _, number = day.rstrip("-").partition("#")
    told: dict[str, JSON] = {"date": f"2026-11-{date}"}
    if number:
        told["shoot"] = int(number)
    return told | ({"type": "off"} if day.endswith("-") else {})


def strips(moves: Sequence[str]) -> list[Placing]:
    """`3 26>27`: three strips of the 26th that the file has on the 27th."""
    found: list[Placing] = []
    for each in moves:
        count, _, way = each.partition(" ")
        here, there = (f"2026-11-{date}" for date in way.split(">"))
        found += [Placing(here, there)] * int(count)
    return found


@pytest.mark.parametrize(
    ("here", "file", "moves", "expected"),
    [
        ("24#1 25#2", "24#1 25#2", [], "0 1"),
        ("24#1 25#2", "26#1 27#2", [], "0 1"),
        ("24#1 25#2", "26#1 27#2", ["3 24>26", "3 25>27"], "0 1"),
        ("24#1 25#2", "24#1 25#2", ["3 24>25", "3 25>24"], "1 0"),
        ("24#1 25#2", "24#1 25#2", ["2 24>25", "2 24>24", "2 25>25", "2 25>24"], "0 1"),
        ("24#1 25#2", "24#1 25#2 26#3", ["3 24>24", "3 25>26"], "0 - 1"),
        ("24#1 25#2 26#3", "24#1 25#2", ["3 24>24", "3 26>25"], "0 2"),
        ("24#1 25#2 26#3", "24#1 25#2 26#3 27#4", ["3 24>25", "3 26>27"], "- 0 1 2"),
        ("24 25", "25 26", [], "1 -"),
        ("24- 25#1", "24- 26#1", [], "0 1"),
        ("24#1 25-", "25#1", [], "0"),
        ("25-", "25#1", [], "0"),
        ("25#1", "25-", [], "-"),
    ],
    ids=[
        "as it was",
        "pushed, no strips known",
        "pushed, with its strips",
        "the work of two days swapped",
        "strips that are as much on one day as on the other tell nothing",
        "a day put in between",
        "a day cut",
        "a day put before, the strips of one all others: by the days around it",
        "a list of dates without numbers",
        "a day off stays on its date",
        "a shoot day pushed onto a day off is no day off",
        "a day off that is to be shot",
        "a shoot day nothing is left of is no day off",
    ],
)
def test_a_day_is_known_by_its_work_then_its_neighbours_then_its_number_then_its_date(
    here: str, file: str, moves: list[str], expected: str
) -> None:
    records = [Candidate(str(at), values(day)) for at, day in enumerate(here.split())]
    rows = [row("day", **values(day)) for day in file.split()]
    found = same_days(rows, records, strips(moves), {each.id for each in records})

    assert expected == " ".join(found[at].id if at in found else "-" for at in range(len(rows)))


def test_a_number_somebody_typed_is_not_the_files() -> None:
    records = [Candidate("typed", values("25#1"))]
    rows = [row("day", **values(day)) for day in ("24#1", "25#2")]

    assert {1: "typed"} == {
        at: record.id for at, record in same_days(rows, records, [], own=()).items()
    }


def test_a_day_that_is_parked_comes_after_one_that_is_not() -> None:
    parked = Candidate("parked", {**values("25#2"), "parked": "no longer in blue.uss"})
    records = [parked, Candidate("there", values("25#2"))]
    found = same_days([row("day", **values("25#2"))], records, [], {"parked", "there"})

    assert "there" == found[0].id
