"""The contact sheet of a day, and the day's appointments: who is on them, and in which order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.desk import desk_of
from models.edits import Aimed
from models.errors import NoSuch
from models.papers.appointments import APPOINTMENTS
from models.papers.contact_sheet import CONTACT_SHEET
from models.papers.making import made
from models.papers.paper import Facts, Paper, Table
from models.papers.source import Source


DAY = "2026-11-25"
NOW = dt.datetime(2026, 11, 24, 18, 0, tzinfo=dt.UTC)


def person(name: str, **also: Any) -> dict[str, Any]:
    return {"name": name, "phones": {f"+41 {len(name)}": True}, **also}


RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "production": {
        "production": {"title": "Nightfall", "office": "Dock St 1", "phone": "+41 44"},
    },
    "day": {
        "d2": {"date": DAY, "call": "07:00", "base": "base", "shoot": 2},
        "d3": {"date": "2026-11-27", "shoot": 3},
    },
    "place": {
        "base": {"name": "Unit base", "address": "Farm Rd", "hospital": "spital"},
        "hotel": {"name": "Grand Hotel"},
        "spital": {"name": "Spital Uster", "type": "hospital"},
        "far": {"name": "Far Clinic", "type": "hospital"},
    },
    "person": {
        "tom": person("Tom Frei", role="driver", department="Transport"),
        "anna": person("Anna Keller", role="gaffer", department="Electric"),
        "al": person("Al Bo", role="electrician", department="Electric"),
        "gone": person("Gone Already", department="Electric", finish="2026-11-20"),
        "mia": person("Mia Sutter", character="JULIA", cast=1, agent="Agentur Nord"),
        "ori": person("Ori Fay", role="2nd AD", department="Assistant directors"),
        "office": person("Office Only", department="Accounts"),
    },
    "vehicle": {"van": {"name": "Van 2", "driver": "tom"}},
    "call": {
        "c1": {"id": "c1", "day": DAY, "department": "Electric", "call": "06:30"},
        "c2": {"id": "c2", "day": DAY, "person": "mia", "hmu": "06:10", "onset": "07:30"},
    },
    "run": {
        "r1": {"day": DAY, "leave": "05:40", "vehicle": "van", "passengers": {"mia": True}},
        "r2": {"day": DAY, "leave": "19:00", "origin": "hotel", "passengers": {"mia": True}},
    },
    "event": {
        "e1": {"id": "e1", "day": DAY, "start": "13:00", "length": 45, "title": "Lunch"},
        "e2": {"id": "e2", "day": DAY, "start": "16:00", "title": "Talk", "people": {"mia": True}},
    },
    "issue": {
        "i1": {"number": "M1", "title": "late", "owner": "anna", "due_day": DAY},
        "i2": {"number": "M2", "title": "later", "due_day": "2026-11-30"},
        "i3": {"number": "M3", "title": "over", "status": "done"},
    },
}


def source(day: str = DAY) -> Source:
    return Source(RECORDS, desk_of(RECORDS, NOW.date(), dt.date.fromisoformat(day)), NOW)


def rows(paper: Paper, name: str) -> list[tuple[str, ...]]:
    found = next(each for each in paper.blocks if isinstance(each, Table) and each.name == name)
    return [row.cells for row in found.rows]


def test_everybody_called_or_carried_is_there_by_department() -> None:
    assert rows(made(CONTACT_SHEET, source()), "people") == [
        ("ELECTRIC",),
        ("gaffer", "Anna Keller", "+41 11", "06:30", ""),
        ("electrician", "Al Bo", "+41 5", "06:30", ""),
        ("TRANSPORT",),
        ("driver", "Tom Frei", "+41 8", "", ""),
        ("CAST: by way of Ori Fay +41 7",),
        ("JULIA", "Mia Sutter", "Agentur Nord", "06:10", "05:40"),
    ]


def test_no_number_of_an_artists_own_is_on_it() -> None:
    said = str(made(CONTACT_SHEET, source()).blocks)

    assert "Mia Sutter" in said
    assert "+41 10" not in said


def test_the_days_places_and_the_hospital_that_is_near_are_there() -> None:
    paper = made(CONTACT_SHEET, source())
    facts = next(each for each in paper.blocks if isinstance(each, Facts))

    assert ["Unit base", "Grand Hotel", "Spital Uster"] == [row[0] for row in rows(paper, "places")]
    assert ("Nearest hospital", "Spital Uster") == facts.facts[-1][:2]
    assert "Day 2 of 3, Wed 25 Nov 2026" == paper.about


def test_what_is_open_that_day_is_there_with_whoever_owns_it() -> None:
    assert [("M1", "late", "Anna Keller", "+41 11")] == rows(
        made(CONTACT_SHEET, source()), "issues"
    )


def test_appointments_stand_by_the_clock() -> None:
    assert [row[:3] for row in rows(made(APPOINTMENTS, source()), "appointments")] == [
        ("06:10", "", "Call: Mia Sutter"),
        ("06:30", "", "Call: Electric"),
        ("13:00", "13:45", "Lunch"),
        ("16:00", "", "Talk"),
    ]


def test_appointments_may_be_one_persons() -> None:
    found = made(APPOINTMENTS, source(), Aimed("person", "mia"))

    assert ["Call: Mia Sutter", "Talk"] == [row[2] for row in rows(found, "appointments")]
    assert "Mia Sutter, Day 2 of 3, Wed 25 Nov 2026" == found.about


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-26", r"nothing is planned on Thu 26 Nov 2026 \(next is Fri 27 Nov 2026\)"),
        ("2026-12-24", r"Thu 24 Dec 2026 \(the last one planned is Fri 27 Nov 2026\)"),
    ],
)
def test_a_day_with_nothing_on_it_says_which_one_is_planned(day: str, words: str) -> None:
    with pytest.raises(NoSuch, match=words):
        made(CONTACT_SHEET, source(day))
