"""What a transport order says: every run of the day, or one driver's, vehicle's or rider's."""

from __future__ import annotations

from typing import Any

import pytest

from models.edits import Aimed
from models.papers.comparing import differences
from models.papers.paper import Facts, Paper, Words
from models.papers.transport_order import transport_order
from tests.models.papers.sheet import facts, headings, rows, source


MORE: dict[str, dict[str, dict[str, Any]]] = {
    "run": {
        "in": {
            "number": "R1",
            "luggage": "2 cases",
            "note": "Ring the night desk",
            "back": "17:30 Van 2",
            "passengers": {"ben": True, "mia": True},
            "stops": ["farm"],
            "status": "told",
        },
        "on": {"number": "R2", "leave": None, "by": "07:40"},
        "home": {"number": "R3", "vehicle": None},
        "other": {"day": "2026-11-26", "leave": "05:00", "to": "base"},
    },
    "leg": {
        "one": {"origin": "hotel", "to": "base", "minutes": 20},
        "two": {"origin": "hotel", "to": "farm", "minutes": 15},
        "three": {"origin": "base", "to": "farm", "minutes": 12},
    },
    "vehicle": {"van2": {"registration": "ZH 412 907", "type": "minibus", "company": "Rent"}},
    "person": {
        "tom": {"phones": {"079 555 01 55": True}},
        "mia": {"phones": {"079 555 02 01": True}},
        "ben": {"minor": True},
    },
    "place": {"farm": {"parking": "Hay barn", "phones": {"055 555 03 08": True}}},
}


RUNS = MORE["run"]


def order(about: Aimed | None = None) -> Paper:
    return transport_order(source(**MORE), about)


def test_every_field_of_a_run_stands_in_the_order_of_the_trade() -> None:
    first, *_ = rows(order(), "runs")

    assert {
        "Run": "R1",
        "Vehicle": "Van 2\nZH 412 907",
        "Driver": "Tom Frei\n079 555 01 55",
        "Depart": "05:40",
        "From": "Hotel Krone",
        "Passengers in pickup order": ("Ben Okafor (K)\tFRANK\t\nMia Sutter\tJULIA\t079 555 02 01"),
        "To": "via Rüti farm\nUnit base",
        "ETA": "~06:10",
        "Return and notes": "Return: 17:30 Van 2\n2 cases. Ring the night desk",
        "Status": "told",
    } == first
    assert list(first) == headings(order(), "runs")


def test_runs_stand_by_when_they_leave_and_worked_out_times_are_marked() -> None:
    paper = order()

    assert [("R1", "05:40", "~06:10"), ("R2", "~07:25", "07:40"), ("R3", "17:30", "~17:45")] == [
        (each["Run"], each["Depart"], each["ETA"]) for each in rows(paper, "runs")
    ]
    marks = paper.blocks[-1]
    assert isinstance(marks, Words)
    assert ("~ worked out from the drive times; nobody gave that time.",) == marks.lines


def test_what_a_run_lacks_is_said_on_it() -> None:
    *_, last = rows(order(), "runs")

    assert ("no vehicle", "no driver") == (last["Vehicle"], last["Driver"])


def test_vehicles_and_places_stand_below_with_what_a_driver_needs() -> None:
    assert [("Van 2", "ZH 412 907", "minibus", "8", "Rent")] == [
        tuple(each.values()) for each in rows(order(), "vehicles")
    ]
    assert [
        ("Hotel Krone", "", "", ""),
        ("Rüti farm", "Rütistrasse 12", "055 555 03 08", "Hay barn"),
        ("Unit base", "Seestrasse 1", "", ""),
    ] == [tuple(each.values()) for each in rows(order(), "places")]


@pytest.mark.parametrize(
    ("about", "numbers", "whose"),
    [
        (Aimed("person", "tom"), ["R1", "R2"], "Tom Frei 079 555 01 55, Day 2 of 3"),
        (Aimed("vehicle", "van2"), ["R1", "R2"], "Van 2, ZH 412 907, Day 2 of 3"),
        (Aimed("person", "mia"), ["R1", "R2", "R3"], "Mia Sutter 079 555 02 01, Day 2 of 3"),
        (Aimed("person", "anna"), [], "Anna Keller, Day 2 of 3"),
    ],
)
def test_an_order_of_one_has_a_block_for_each_run_of_theirs(
    about: Aimed, numbers: list[str], whose: str
) -> None:
    paper = order(about)

    runs = [each for each in paper.blocks if isinstance(each, Facts)]
    titles = [each.title for each in runs if each.name.startswith("run-")]
    assert [f"RUN {number}" for number in numbers] == titles
    assert paper.about.startswith(whose)
    assert not paper.wide


def test_a_driver_reads_where_to_be_when_for_whom() -> None:
    assert {
        "Depart": "05:40",
        "From": "Hotel Krone",
        "Passengers": "Ben Okafor (K)\tFRANK\t\nMia Sutter\tJULIA\t079 555 02 01",
        "Via": "Rüti farm",
        "To": "Unit base\nSeestrasse 1",
        "ETA": "~06:10",
        "Vehicle": "Van 2, ZH 412 907, minibus, 8 seats",
        "Return": "17:30 Van 2",
        "Notes": "2 cases. Ring the night desk",
        "Status": "told",
    } == facts(order(Aimed("person", "tom")), "run-in")


@pytest.mark.parametrize(
    ("about", "left_out"),
    [
        (Aimed("person", "tom"), {"Driver"}),
        (Aimed("vehicle", "van2"), {"Vehicle"}),
        (Aimed("person", "mia"), set()),
    ],
)
def test_whose_order_it_is_stands_above_it_and_on_no_run(about: Aimed, left_out: set[str]) -> None:
    said = facts(order(about), "run-in")

    assert {"Driver", "Vehicle"} - left_out == {"Driver", "Vehicle"} & said.keys()


def test_a_day_without_runs_says_so() -> None:
    gone = {each: {"gone": True} for each in ("in", "on", "home")}

    paper = transport_order(source(run=gone))

    assert [] == rows(paper, "runs")


def test_what_is_first_noted_on_one_run_is_a_change_of_it() -> None:
    plain = {
        run: {**each, "back": None, "note": None, "luggage": None} for run, each in RUNS.items()
    }
    noted = {**plain, "in": {**plain["in"], "note": "Child seat"}}
    before, after = (transport_order(source(**{**MORE, "run": each})) for each in (plain, noted))

    assert ["R1 Van 2: Return and notes Child seat"] == [
        each.words.strip(": ") for each in differences(after, before)
    ]


@pytest.mark.parametrize(("habits", "label"), [("uk", "Unit call"), ("us", "Crew call")])
def test_the_units_call_is_named_as_the_country_names_it(habits: str, label: str) -> None:
    paper = transport_order(source(production={"production": {"habits": habits}}))

    assert "07:00" == facts(paper, "day")[label]
