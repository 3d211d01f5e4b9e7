"""Two issues of a paper: what is new, moved, changed and out is said, and nothing else."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.papers.comparing import change_sheet, compared, differences
from models.papers.paper import Column, Facts, Issue, Paper, Row, Table
from tests.models.papers.made_up import PAPERS, person, sheet


ANNA, BEN = person("anna", "Anna Keller", "06:30"), person("ben", "Ben Okafor", "07:15")
CLEO, DAN = person("cleo", "Cleo Frey", "08:00"), person("dan", "Dan Ode", "08:00")
TOTAL = Row(("", "2 called"), role="total")
BEFORE = sheet(ANNA, BEN, TOTAL)

CHANGES: dict[str, tuple[Paper, list[str]]] = {
    "nothing": (BEFORE, []),
    "a fact": (sheet(ANNA, BEN, TOTAL, call="07:30"), ["Crew call 07:30, was 07:00"]),
    "a cell": (
        sheet(ANNA._replace(cells=("Anna Keller", "06:00")), BEN, TOTAL),
        ["Cast: Anna Keller: Call 06:00, was 06:30"],
    ),
    "somebody new": (sheet(ANNA, BEN, CLEO, TOTAL), ["Cast: new: Cleo Frey 08:00"]),
    "somebody out": (sheet(BEN, TOTAL), ["Cast: out: Anna Keller 06:30"]),
    "the order": (sheet(BEN, ANNA, TOTAL), ["Cast: Ben Okafor 07:15 in another place"]),
    "a total": (
        sheet(ANNA, BEN, Row(("", "3 called"), role="total")),
        ["Cast: new: 3 called", "Cast: out: 2 called"],
    ),
    "a note": (
        sheet(ANNA, BEN, TOTAL, notes=("Closed set.", "No [phones].")),
        ["Notes: new: No [phones]."],
    ),
    "no notes": (
        replace(BEFORE, blocks=BEFORE.blocks[:1]),
        [
            "Cast: out: Anna Keller 06:30",
            "Cast: out: Ben Okafor 07:15",
            "Cast: out: 2 called",
            "Notes: out: Closed set.",
        ],
    ),
    "the day": (replace(BEFORE, about="Day 5 of 12"), ["For Day 5 of 12, was Day 4 of 12"]),
}


@pytest.mark.parametrize(("now", "said"), CHANGES.values(), ids=CHANGES)
def test_what_is_different_is_said(now: Paper, said: list[str]) -> None:
    assert said == list(compared(now, BEFORE).changes)


@pytest.mark.parametrize(("now", "said"), CHANGES.values(), ids=CHANGES)
def test_the_sheet_of_changes_has_a_row_for_each(now: Paper, said: list[str]) -> None:
    found = change_sheet(now, replace(BEFORE, issue=Issue("final", 2, "White", "Mon 18:40")))

    (lead, table) = found.blocks
    assert ("Since final White of Mon 18:40.",) == getattr(lead, "lines", None)
    assert isinstance(table, Table)
    assert len(said) == len(table.rows)
    assert "CHANGES: CALL SHEET" == found.title


def test_facts_that_say_something_else_are_marked() -> None:
    found = compared(replace(BEFORE, blocks=sheet(call="06:30").blocks), BEFORE)

    (facts,) = (each for each in found.blocks if isinstance(each, Facts))
    assert [("Crew call", True), ("Lunch", False)] == [
        (each.label, each.changed) for each in facts.facts
    ]


def test_a_row_that_has_another_time_is_not_said_to_have_moved_as_well() -> None:
    early = ANNA._replace(cells=("Anna Keller", "08:00"))

    found = compared(sheet(BEN, early, TOTAL), BEFORE)

    assert ("Cast: Anna Keller: Call 08:00, was 06:30",) == found.changes


def test_only_the_rows_that_say_something_else_are_marked() -> None:
    found = compared(sheet(ANNA, BEN._replace(cells=("Ben Okafor", "07:00")), CLEO, TOTAL), BEFORE)

    (table,) = (each for each in found.blocks if isinstance(each, Table))
    assert [False, True, True, False] == [row.changed for row in table.rows]


def test_a_total_that_is_another_is_said_once_and_whole() -> None:
    was, now = (Row((count, hours), "total", "all") for count, hours in (("2", "06:00"), ("3", "")))

    assert ("Cast: 3, was 2, 06:00",) == compared(
        sheet(ANNA, BEN, now), sheet(ANNA, BEN, was)
    ).changes


def test_a_column_that_came_is_no_change_of_each_row() -> None:
    (facts, table, *rest) = BEFORE.blocks
    assert isinstance(table, Table)
    wider = Table(
        table.name,
        (*table.columns, Column("HMU")),
        tuple(row._replace(cells=(*row.cells, "06:00")) for row in table.rows[:2]),
        table.title,
    )

    found = differences(replace(BEFORE, blocks=(facts, wider, *rest)), BEFORE)

    assert [("Cast", "", "2 called", "")] == [tuple(each) for each in found]


@given(PAPERS)
def test_a_paper_is_no_different_from_itself(paper: Paper) -> None:
    assert () == differences(paper, paper)


@given(st.randoms(use_true_random=False), st.integers(1, 30))
def test_the_list_names_exactly_the_rows_that_changed(chance: random.Random, count: int) -> None:
    rows = [person(f"p{at}", f"Person{at} X", f"{at:02}:00") for at in range(count)]
    out = set(chance.sample(range(count), chance.randint(0, count)))
    later = set(chance.sample(range(count), chance.randint(0, count))) - out
    now = [
        row._replace(cells=(row.cells[0], "23:59")) if at in later else row
        for at, row in enumerate(rows)
        if at not in out
    ]

    found = differences(sheet(*now), sheet(*rows))

    named = {int((each.what or each.was).split()[0].removeprefix("Person")) for each in found}
    assert out | later == named
    assert len(out | later) == len(found)
