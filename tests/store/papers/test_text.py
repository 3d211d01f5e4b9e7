"""Papers as plain text: nothing wider than asked, nothing cut off, nothing by colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.measure import shown, width_of
from models.papers.paper import Column, Fact, Facts, Issue, Paper, Row, Table
from store.papers.text import paper_text
from tests.models.papers.made_up import PAPERS
from tests.store.papers.papers import HOSTILE, NAMES, coach, crowd, sheet, wide


def table(*rows: Row, columns: tuple[Column, ...]) -> Paper:
    return Paper("x", "", "", "", "", (Table("x", columns, rows),))


def body(paper: Paper, width: int = 80) -> list[str]:
    """The lines below the head."""
    return paper_text(paper, width).rstrip("\n").partition("=\n")[2].strip("\n").split("\n")


def test_a_paper_reads_from_its_head_to_its_foot() -> None:
    issue = Issue("revised", 3, "Pink", "Mon 23 Nov 2026 18:40")
    text = paper_text(sheet("Anna Keller", issue=issue, changes=("Call 07:00, was 06:30.",)))
    line = "-" * 80

    assert (
        text
        == f"""\
Lake Pictures                              REVISED 3 PINK, Mon 23 Nov 2026 18:40
Nightfall                                                             CALL SHEET
Day 3 of 30, Wed 25 Nov 2026
{"=" * 80}

CHANGED SINCE THE ISSUE BEFORE
{line}
* Call 07:00, was 06:30.

UNIT CALL  07:00                          Lunch  13:00
                                                 Barn

CREW
  Position  Name         Phone              Call
  ----------------------------------------------
  GRIP
* grip      Anna Keller  +41 79 555 01 22  07:00
  --- COMPANY MOVE -----------------------------

{"=" * 80}

NOTES
Closed set.

{line}
Confidential.
"""
    )


@given(PAPERS, st.integers(20, 140))
def test_no_line_is_wider_than_it_was_asked_for(paper: Paper, width: int) -> None:
    assert all(width_of(line) <= width for line in paper_text(paper, width).split("\n"))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_word_of_anybody_is_left_out(width: int) -> None:
    text = paper_text(sheet(*HOSTILE, *NAMES), width)
    seen = "".join(text.split())

    for each in (*HOSTILE, *NAMES):
        for word in shown(each).split():
            assert all(part in seen for part in (word[:5], word[-5:])), word


@pytest.mark.parametrize(
    ("written", "seen"),
    [("a\x1b[31mb", "a·[31mb"), ("evil\u202etxt", "evil·txt"), ("bell\x07", "bell·")],
)
def test_nothing_in_a_paper_is_a_control(written: str, seen: str) -> None:
    text = paper_text(sheet(written))

    assert seen in text
    assert text.replace("\n", "").isprintable()


def test_all_of_120_people_are_there_with_their_phone() -> None:
    lines = paper_text(crowd()).split("\n")

    for at in range(120):
        assert 1 == sum(f"Person Number-{at:03d}  +41 79 555 01 22  07:00" in x for x in lines)


def test_columns_stand_straight_whatever_is_in_them() -> None:
    rows = (Row((each, "07:00")) for each in ("Ben", "李雷", "Zoe\u0308", "กำพล"))
    lines = body(table(*rows, columns=(Column("Who", 1), Column("Call", right=True))))

    assert {width_of(lines[0])} == {width_of(line) for line in lines if line}


def test_a_cell_without_room_goes_on_below_itself() -> None:
    row = Row(("12A", "Anna carries the ladder into the barn", "07:00"))
    columns = (Column("Sc."), Column("What", 1), Column("Call"))

    assert body(table(row, columns=columns), 30) == [
        "Sc.  What                Call",
        "------------------------------",
        "12A  Anna carries the    07:00",
        "     ladder into the",
        "     barn",
    ]


def test_the_parts_of_a_line_are_said_in_a_line_and_columns_nobody_filled_are_not() -> None:
    assert [
        "Run  Passengers                                          To",
        "-" * 66,
        "R1   Rider Number-000, Clapper loader, +41 79 555 01 00  Unit base",
        "     Rider Number-001, Clapper loader, +41 79 555 01 01",
    ] == [each.rstrip() for each in body(coach(2))]


def test_a_telephone_number_is_not_broken() -> None:
    fact = Fact("Office", "Allmeindstrasse 14, 8840 Einsiedeln, +41 55 555 03 02")
    text = paper_text(Paper("x", "", "", "", "", (Facts("f", (fact,)),)), 50)

    assert "+41 55 555 03 02" in text


def test_a_table_too_wide_goes_on_below_with_its_first_columns() -> None:
    lines = body(wide(60))
    heads = [line for line in lines if line.startswith("No.  Character")]
    days = [word for line in lines if line.split()[:1] == ["1"] for word in line.split()]

    assert len(heads) > 2
    assert days.count("CHARACTER") == len(heads)
    assert 60 == sum(word.startswith("W") for word in days)


def test_a_table_without_rows_says_so_or_is_left_out() -> None:
    tables = (Table("a", (Column("a"),), (), "CAST", "Nobody is called."), Table("b", (), (), "BG"))

    assert ["CAST", "Nobody is called."] == body(Paper("x", "", "", "", "", tables))


def test_a_table_whose_words_have_no_room_is_told_row_by_row() -> None:
    columns = (
        *(Column("No."), Column("Issue", 5), Column("Owner", 3), Column("Due"), Column("Age")),
        *(Column("Status"), Column("Last noted", 5)),
    )
    rows = (
        Row(("P1 NOW",), "head"),
        Row(
            (
                *("J14", "Excavator leaks diesel", "Walter Gisler\n+41 79 555 01 38"),
                *("Sun 29 Nov 09:00", "12h", "waiting", "The mechanic comes at first light"),
            ),
            changed=True,
        ),
        Row(("J15", "Generator", "Ann, Ben\nCleo, Dan", "", "", "open", "")),
    )

    assert body(table(*rows, columns=columns), 60) == [
        "  P1 NOW",
        "* J14 Excavator leaks diesel",
        "       Owner: Walter Gisler, +41 79 555 01 38; Due: Sun 29",
        "       Nov 09:00; Age: 12h; Status: waiting; Last noted: The",
        "       mechanic comes at first light",
        "",
        "  J15 Generator",
        "       Owner:",
        "            Ann, Ben",
        "            Cleo, Dan",
        "       Status: open",
    ]


def test_a_fact_that_says_something_else_has_its_mark() -> None:
    facts = Facts("x", (Fact("Unit call", "07:00", changed=True), Fact("Wrap", "18:00")))

    assert ["* Unit call  07:00                        Wrap  18:00"] == body(
        Paper("x", "", "", "", "", (facts,))
    )
