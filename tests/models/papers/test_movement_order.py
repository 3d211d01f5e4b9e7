"""What a movement order says: how to get there, where to park, who is where by when."""

from __future__ import annotations

from typing import Any

from models.papers.movement_order import movement_order
from models.papers.paper import Paper, Words
from tests.models.papers.sheet import facts, rows, source


MORE: dict[str, dict[str, dict[str, Any]]] = {
    "place": {
        "base": {
            "what3words": "filled.count.soap",
            "lat": 47.1266,
            "lon": 8.7958,
            "directions": "Over the viaduct, right at the inn",
            "parking": "Trucks above, cars below",
            "contact": "Gian, 079 555 01 18",
        },
        "farm": {"note": "Milking at 17:30", "phones": {"055 555 03 08": True}},
        "hotel": {"type": "hotel"},
        "police": {"name": "Polizei Uster", "type": "police", "phones": {"117": True}},
    },
    "leg": {
        "in": {"origin": "hotel", "to": "base", "minutes": 20, "km": 9.5},
        "on": {"origin": "base", "to": "farm", "minutes": 12},
    },
    "run": {"in": {"number": "R1"}, "on": {"number": "R2"}, "home": {"number": "R3"}},
    "call": {"camera": {"day": "2026-11-24", "department": "Camera", "call": "06:30"}},
    "vehicle": {"bus": {"name": "Make-up bus", "registration": "SZ 9", "type": "three chairs"}},
    "event": {
        "move": {
            "day": "2026-11-24",
            "type": "move",
            "title": "Company move",
            "start": "13:30",
            "place": "farm",
        }
    },
    "issue": {
        "ice": {"number": "R9", "title": "Ice on the lane", "type": "risk", "about": "place/farm"},
        "old": {"title": "Old", "type": "risk", "about": "place/farm", "status": "done"},
        "away": {"title": "Elsewhere", "type": "risk", "about": "place/hotel"},
    },
    "day": {"day2": {"note": "Rubber boots"}},
}


def order(**others: Any) -> Paper:
    return movement_order(source(**{**MORE, **others}))


def test_its_blocks_are_in_the_order_of_the_trade() -> None:
    paper = order()

    assert "MOVEMENT ORDER 2" == paper.title
    assert [
        *("unit", "locations", "directions", "parking", "journeys", "timings", "runs"),
        *("facilities", "hazards", "services", "next"),
    ] == [each.name for each in paper.blocks]


def test_it_begins_with_the_call_and_the_base() -> None:
    assert {
        "Unit call": "07:00",
        "Breakfast": "06:15, Unit base",
        "Unit base": "Unit base\nSeestrasse 1\n///filled.count.soap\n47.12660, 8.79580",
        "Estimated wrap": "18:00",
    } == facts(order(), "unit")


def test_locations_are_found_by_address_and_position() -> None:
    assert [
        ("Base", "Unit base\nSeestrasse 1", "", "///filled.count.soap\n47.12660, 8.79580"),
        ("1", "Rüti farm\nRütistrasse 12", "BARN, YARD", ""),
    ] == [tuple(each.values()) for each in rows(order(), "locations")]


def test_directions_and_parking_are_of_the_places_that_have_them() -> None:
    paper = order()

    assert {"Unit base": "Over the viaduct, right at the inn"} == facts(paper, "directions")
    assert {"Unit base": "Trucks above, cars below"} == facts(paper, "parking")


def test_journeys_are_from_the_hotels_and_on_to_the_locations() -> None:
    assert [("Hotel Krone", "Unit base", "20m", "9.5"), ("Unit base", "Rüti farm", "12m", "")] == [
        tuple(each.values()) for each in rows(order(), "journeys")
    ]


def test_timings_are_those_of_the_first_department_of_a_group() -> None:
    assert [("Technical trucks", "06:15", "Electric")] == [
        tuple(each.values()) for each in rows(order(), "timings")
    ]


def test_runs_are_in_short() -> None:
    first, *_ = rows(order(), "runs")

    assert ("R1", "05:40", "Hotel Krone", "Unit base", "~06:00", "Van 2", "Tom Frei", "1") == tuple(
        first.values()
    )


def test_hazards_are_notes_and_the_risks_that_are_open_there() -> None:
    block = next(each for each in order().blocks if each.name == "hazards")

    assert isinstance(block, Words)
    assert (
        "Rubber boots",
        "Rüti farm: Milking at 17:30",
        "Risk R9: Ice on the lane",
    ) == block.lines


def test_services_name_hospital_police_and_whom_to_ring() -> None:
    assert {
        "Nearest hospital": "Spital Uster\nSpitalweg 2\n044 555 01 00",
        "Police": "Polizei Uster\n117",
        "Unit base": "Gian, 079 555 01 18",
        "Rüti farm": "055 555 03 08",
    } == facts(order(), "services")


def test_facilities_are_vehicles_that_are_more_than_a_way_to_get_there() -> None:
    assert {"Make-up bus": "SZ 9, three chairs"} == facts(order(), "facilities")


def test_the_next_move_is_the_company_move_and_the_next_call() -> None:
    assert {
        "Company move": "13:30, Rüti farm",
        "Thu 26 Nov 2026": "unit call 08:00, Unit base",
    } == facts(order(), "next")


def test_a_day_that_is_not_shot_has_an_order_without_a_number() -> None:
    paper = order(day={"day2": {"shoot": None, "base": None}})

    assert "MOVEMENT ORDER" == paper.title
    assert "Unit base" not in facts(paper, "unit")
