"""The crew list and the cast list: who is on them, in which order, and whose numbers are not."""

from __future__ import annotations

from typing import Any

import pytest

from models.papers.cast_list import cast_contacts, cast_list
from models.papers.crew_list import crew_list
from models.papers.paper import Facts, Paper, Table, Words
from models.papers.roles import standing
from tests.models.papers.sheet import facts, rows, source


Changes = dict[str, dict[str, dict[str, Any]]]
PHONES: Changes = {
    "person": {
        "anna": {
            "phones": {"079 555 01 22": True, "044 555 01 22": True},
            "start": "2026-11-02",
            "emails": {"anna@example.org": True},
        },
        "mia": {
            "phones": {"079 555 02 01": True},
            "emails": {"mia@example.org": True},
            "agent": "Agentur Nord",
            "diet": "vegan",
            "note": "Low step",
        },
        "van": {
            "name": "Ruth Rent",
            "company": "Van Hire",
            "category": "vendor",
            "role": "vans",
            "phones": {"044 555 04 01": True},
        },
        "nurse": {"name": "Rahel Oder", "role": "Unit nurse", "phones": {"078 555 01 50": True}},
    },
    "place": {"spital": {"type": "hospital"}},
}


def everything(paper: Paper) -> str:
    """All a paper says, in one text."""
    said: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            said += [cell for row in block.rows for cell in row.cells]
        elif isinstance(block, Facts):
            said += [each.value for each in block.facts]
        elif isinstance(block, Words):
            said += block.lines
    return "\n".join(said)


def test_a_crew_list_is_in_the_order_of_the_trade() -> None:
    paper = crew_list(source(**PHONES))
    assert ["office", "crew", "cast", "suppliers", "places", "emergency"] == [
        each.name for each in paper.blocks
    ]
    assert ["Position", "Name", "Mobile", "E-mail", "From"] == [*rows(paper, "crew")[1]]
    assert {
        "Position": "Gaffer",
        "Name": "Anna Keller",
        "Mobile": "079 555 01 22\n044 555 01 22",
        "E-mail": "anna@example.org",
        "From": "Mon 2 Nov",
    } == next(row for row in rows(paper, "crew") if row.get("Name") == "Anna Keller")


def test_general_issue_never_says_an_artist_s_own_number() -> None:
    for paper in (crew_list(source(**PHONES)), cast_list(source(**PHONES))):
        text = everything(paper)
        assert "Agentur Nord" in text
        assert "079 555 02 01" not in text
        assert "mia@example.org" not in text
        assert "vegan" not in text


def test_the_office_has_the_cast_s_numbers_on_a_paper_that_says_whom_it_is_for() -> None:
    paper = cast_contacts(source(**PHONES))
    assert "Not for general issue" in everything(paper)
    assert {
        "No.": "1",
        "Character": "JULIA",
        "Artist": "Mia Sutter",
        "Phone": "079 555 02 01",
        "E-mail": "mia@example.org",
        "Agent": "Agentur Nord",
        "Remarks": "vegan. Low step",
    } == rows(paper, "cast")[0]


def test_the_cast_list_counts_scenes_and_days() -> None:
    paper = cast_list(source(scene={"s7": {"cast": {"mia": True}}}))
    assert [
        ("1", "JULIA", "Mia Sutter", "3", "2", "Tue 24 Nov", "Thu 26 Nov"),
        ("2", "FRANK", "Ben Okafor", "1", "1", "Tue 24 Nov", "Tue 24 Nov"),
        ("3", "KID", "Lou Steiner (K)", "", "", "", ""),
    ] == [tuple(row.values()) for row in rows(paper, "cast")]


@pytest.mark.parametrize(
    ("changes", "title", "number"),
    [
        ({}, "UNIT LIST", "112"),
        ({"production": {"production": {"habits": "us"}}}, "CREW LIST", "911"),
    ],
    ids=["uk", "us"],
)
def test_each_country_has_its_title_and_its_emergency_number(
    changes: Changes, title: str, number: str
) -> None:
    paper = crew_list(source(**changes))
    assert (title, number) == (paper.title, facts(paper, "emergency")["Emergency services"])


def test_suppliers_places_and_emergency_are_on_the_crew_list() -> None:
    paper = crew_list(source(**PHONES))
    assert [
        {
            "Supplies": "vans",
            "Company": "Van Hire",
            "Contact": "Ruth Rent",
            "Phone": "044 555 04 01",
        }
    ] == rows(paper, "suppliers")
    assert ["Hotel Krone", "Rüti farm", "Unit base"] == [
        row["Place"] for row in rows(paper, "places")
    ]
    assert {
        "Emergency services": "112",
        "Unit nurse": "Rahel Oder 078 555 01 50",
        "Hospital": "Spital Uster\nSpitalweg 2\n044 555 01 00",
    } == facts(paper, "emergency")


def test_parked_people_are_on_no_list() -> None:
    held: Changes = {"person": {"cam": {"parked": "left"}, "ben": {"parked": "recast"}}}
    assert "Cam Lens" not in everything(crew_list(source(**held)))
    assert "Ben Okafor" not in everything(cast_list(source(**held)))


@pytest.mark.parametrize(
    "ranked",
    [
        ("Executive producer", "Line producer"),
        ("Producer", "Co-producer"),
        ("Production manager", "Production coordinator", "Assistant coordinator", "Office runner"),
        (
            "1st assistant director",
            "2nd assistant director",
            "3rd assistant director",
            "Set runner",
        ),
        (
            "Director of photography",
            "Camera operator",
            "Focus puller",
            "Clapper loader",
            "Camera PA",
        ),
        ("Gaffer", "Best boy", "Electrician", "Lighting trainee"),
        ("Transport captain", "Driver"),
    ],
    ids=lambda each: each[0],
)
def test_who_stands_before_whom_in_a_department(ranked: tuple[str, ...]) -> None:
    places = [standing(each) for each in ranked]
    assert sorted(places) == places
    assert len(set(places)) == len(places)
