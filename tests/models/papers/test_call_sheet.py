"""What a call sheet says, block by block and rule by rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.papers.paper import Facts, Table
from tests.models.papers.sheet import DAY, facts, missing, rows, sheet


Changes = dict[str, dict[str, dict[str, Any]]]
US: Changes = {"production": {"production": {"habits": "us"}}}


def test_the_front_and_the_back_are_in_the_order_of_the_trade() -> None:
    assert [
        *("missing", "left", "centre", "right", "locations", "scenes", "cast", "background"),
        *("requirements", "happenings", "advance", "signing"),
        *("break", "crew", "transport", "catering", "contacts"),
    ] == [each.name for each in sheet().blocks]


def test_the_head_says_when_in_the_middle_and_what_of_the_day_at_the_right() -> None:
    paper = sheet(
        day={"day2": {"shooting": "07:45", "weather": "4 °C, fog", "note": "Rubber boots"}}
    )
    assert {
        "UNIT CALL": "07:00",
        "Shooting call": "07:45",
        "Breakfast": "06:15-07:00, Unit base",
        "Unit base": "Unit base",
        "": "Rubber boots",
    } == facts(paper, "centre")
    assert {
        "Lunch": "12:00, 1h, Rüti farm",
        "Estimated wrap": "18:00",
        "Weather": "4 °C, fog",
        "Nearest hospital": "Spital Uster\nSpitalweg 2\n044 555 01 00",
    } == facts(paper, "right")


def test_the_left_of_the_head_says_who_makes_it_and_from_which_colours() -> None:
    colours = {"script_colour": "yellow", "schedule_colour": "white", "notice": "CLOSED SET"}
    paper = sheet(production={"production": {**colours, "script_date": "2026-11-12"}})
    assert {
        "Producers": "Urs Ober",
        "Director": "Aglaia Moreau",
        "Script": "YELLOW, Thu 12 Nov 2026",
        "Schedule": "WHITE",
        "": "CLOSED SET",
    } == facts(paper, "left")


@pytest.mark.parametrize(
    ("changes", "title", "call"),
    [({}, "CALL SHEET 2", "UNIT CALL"), (US, "CALL SHEET", "CREW CALL")],
)
def test_a_call_sheet_has_a_number_in_the_uk_and_a_crew_call_in_the_us(
    changes: Changes, title: str, call: str
) -> None:
    paper = sheet(**changes)
    assert (title, call) == (paper.title, next(iter(facts(paper, "centre"))))


@pytest.mark.parametrize("number", range(7))
def test_the_date_and_its_weekday_never_disagree(number: int) -> None:
    date = dt.date(2026, 11, 23) + dt.timedelta(days=number)
    paper = sheet(date.isoformat(), day={"day2": {"date": date.isoformat()}})
    day, month = date.strftime("%a"), date.strftime("%b %Y")
    assert f"{day} {date.day} {month}" in paper.about


@pytest.mark.parametrize(
    ("lat", "lon", "day", "said"),
    [
        (47.37, 8.54, "2026-11-24", "sunrise 07:43, sunset 16:41"),
        (78.22, 15.65, "2026-11-24", "the sun does not rise"),
        (78.22, 15.65, "2026-06-24", "the sun does not set"),
    ],
)
def test_the_sun_is_that_of_where_is_shot(lat: float, lon: float, day: str, said: str) -> None:
    scene = {"s12": {"day": day}, "s4": {"day": day}}
    paper = sheet(
        day, day={"day2": {"date": day}}, scene=scene, place={"farm": {"lat": lat, "lon": lon}}
    )
    assert said == facts(paper, "right")["Sun"]


def test_scenes_stand_in_shooting_order_with_lunch_and_the_pages_of_all() -> None:
    found = rows(sheet(), "scenes")
    assert ["12", "4", "12:00  LUNCH, 1h", "Total: 2 scenes"] == [
        row.get("") or row["Scene"] or row["Set and description"] for row in found
    ]
    assert {
        "Scene": "12",
        "Time": "08:00",
        "Set and description": "INT. BARN",
        "D/N": "N",
        "Cast": "1, 2",
        "Pages": "2 3/8",
        "Location": "1 farm",
    } == found[0]
    assert "3" == found[-1]["Pages"]


def test_a_strip_that_was_moved_and_a_company_move_stand_where_they_were_put() -> None:
    found = rows(
        sheet(
            scene={"s12": {"order": "k"}, "s4": {"order": "a"}},
            event={"move": {"day": DAY, "type": "move", "title": "Move to the barn", "order": "e"}},
        ),
        "scenes",
    )
    assert ["4", "~11:00  MOVE TO THE BARN", "12"] == [
        row.get("Scene") or row[""] for row in found[:3]
    ]


def test_omitted_and_parked_scenes_are_not_shot() -> None:
    paper = sheet(scene={"s12": {"state": "omitted"}, "s4": {"parked": "gone"}})
    assert "No scenes are planned." == next(
        each.empty for each in paper.blocks if isinstance(each, Table) and each.name == "scenes"
    )


MISSING: dict[str, tuple[Changes, str]] = {
    "unit call": ({"day": {"day2": {"call": None}}}, "The unit call."),
    "weather": ({}, "The weather."),
    "lunch": (
        {"event": {"lunch": {"gone": True}}},
        "Lunch: no meal is planned after the unit call.",
    ),
    "base": ({"day": {"day2": {"base": None}}}, "The unit base."),
    "address": ({"place": {"base": {"address": None}}}, "The address of Unit base."),
    "hospital": (
        {"place": {"base": {"hospital": None}}},
        "The nearest hospital: none is named for the day or for its places.",
    ),
    "hospital's phone": (
        {"place": {"spital": {"phones": None}}},
        "The phone number of the hospital (Spital Uster).",
    ),
    "place": (
        {"scene": {"s12": {"place": None}, "s4": {"place": None}}},
        "Where it is shot: scenes 4, 12.",
    ),
    "pages": ({"scene": {"s12": {"pages": None}}}, "How long it is: scene 12."),
    "call": ({"call": {"ben": {"gone": True}}}, "The call of Ben Okafor, in scene 12."),
    "scenes": (
        {"scene": {"s12": {"gone": True}, "s4": {"gone": True}}},
        "The scenes: none is planned for the day.",
    ),
}


@pytest.mark.parametrize(("changes", "said"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_said_in_plain_words(changes: Changes, said: str) -> None:
    assert said in missing(sheet(**changes))


def test_a_whole_day_says_that_nothing_is_missing() -> None:
    assert () == missing(sheet(day={"day2": {"weather": "dry"}}))


def test_the_hospital_of_the_day_goes_before_that_of_its_places() -> None:
    other = {"kspital": {"name": "Kantonsspital"}}
    paper = sheet(day={"day2": {"hospital": "kspital"}}, place=other)
    assert "Kantonsspital" == facts(paper, "right")["Nearest hospital"]


def test_background_reports_with_its_own_call_and_says_for_which_scenes() -> None:
    paper = sheet(
        element={
            "folk": {"name": "Villagers", "category": "background", "count": 30, "note": "Hats"},
            "cops": {"name": "Police", "category": "background"},
        },
        scene={
            "s12": {"elements": {"folk": True}},
            "s4": {"elements": {"folk": True, "cops": True}},
        },
        call={"extras": {"day": DAY, "department": "Background", "call": "06:45"}},
        event={
            "report": {
                "day": DAY,
                "title": "Police report",
                "start": "09:00",
                "place": "farm",
                "elements": {"cops": True},
            }
        },
    )
    assert [
        {
            "Qty": "30",
            "Description": "Villagers",
            "Report": "06:45",
            "Place": "Unit base",
            "Scenes": "12, 4",
            "Notes": "Hats",
        },
        {
            "Qty": "",
            "Description": "Police",
            "Report": "09:00",
            "Place": "Rüti farm",
            "Scenes": "4",
            "Notes": "",
        },
    ] == rows(paper, "background")


def test_requirements_are_told_to_the_department_that_brings_them() -> None:
    paper = sheet(
        element={
            "gun": {"name": "Shotgun", "category": "prop", "note": "Rubber"},
            "rain": {"name": "Rain bars", "category": "special-effect", "count": 3},
            "odd": {"name": "Silence", "category": "other"},
        },
        scene={
            "s12": {"elements": {"gun": True, "rain": True, "odd": True}},
            "s4": {"elements": {"gun": True}},
        },
        event={
            "cable": {
                "day": DAY,
                "type": "requirement",
                "title": "Cable to the barn",
                "department": "Electric",
            }
        },
    )
    assert [
        ("All departments", "Silence (sc. 12)"),
        ("Electric", "Cable to the barn"),
        ("Props", "Shotgun (sc. 12, 4): Rubber"),
        ("Special effects", "3 Rain bars (sc. 12)"),
    ] == [tuple(row.values()) for row in rows(paper, "requirements")]


def test_the_days_ahead_leave_out_days_off() -> None:
    assert [
        {"": "Day 3, Thu 26 Nov 2026, unit call 08:00, Unit base, 1 pages"},
        {"Scene": "7", "Set and description": "ROAD", "D/N": "D", "Cast": "", "Pages": "1"},
    ] == rows(sheet(), "advance")


def test_catering_counts_who_is_called_by_the_end_of_each_meal() -> None:
    late = {"late": {"day": DAY, "person": "cam", "call": "14:00"}}
    paper = sheet(call=late, person={"bo": {"diet": "vegan"}, "mia": {"diet": "vegan"}})
    assert {"Breakfast": "06:15: 7", "Lunch": "12:00: 7", "Diets": "2 vegan"} == facts(
        paper, "catering"
    )


def test_locations_are_the_base_and_then_where_one_comes_to_with_sets_and_parking() -> None:
    farm = {"parking": "Yard", "what3words": "///ride.mud.lamp", "contact": "Reto, 079 555 01 33"}
    assert [
        ("Base", "Unit base\nSeestrasse 1", "", "", ""),
        ("1", "Rüti farm\nRütistrasse 12", "BARN, YARD", farm["contact"], "Yard\n///ride.mud.lamp"),
    ] == [tuple(row.values()) for row in rows(sheet(place={"farm": farm}), "locations")]


@pytest.mark.parametrize(("report", "said"), [("11:30", "8 and 30 background"), ("14:30", "8")])
def test_background_eats_from_when_it_reports(report: str, said: str) -> None:
    paper = sheet(
        element={"folk": {"name": "Villagers", "category": "background", "count": 30}},
        scene={"s4": {"elements": {"folk": True}}},
        call={"extras": {"day": DAY, "department": "Background", "call": report}},
    )
    assert f"12:00: {said}" == facts(paper, "catering")["Lunch"]


def test_a_stand_in_is_listed_with_the_background_and_not_with_the_crew() -> None:
    paper = sheet(
        person={"sam": {"name": "Sam Double", "role": "Stand-in for Julia"}},
        call={"sam": {"day": DAY, "person": "sam", "call": "06:50", "remark": "Own boots"}},
    )
    assert ("1", "Sam Double, Stand-in for Julia", "06:50", "Own boots") == tuple(
        rows(paper, "background")[0].values()
    )
    assert "Sam Double" not in [row.get("Name") for row in rows(paper, "crew")]


def test_what_a_damaged_file_holds_breaks_no_sheet() -> None:
    odd: Changes = {
        "day": {"day2": {"call": 7, "base": ["x"], "weather": {"a": 1}, "wrap": "late"}},
        "scene": {"s12": {"pages": "two", "cast": "mia", "place": 4, "start": "8"}},
        "call": {"mia": {"call": 600, "onset": None, "remark": 3}},
        "event": {"lunch": {"start": None, "length": "an hour"}},
        "person": {"mia": {"cast": "one", "name": None}},
    }
    assert any(isinstance(each, Facts) for each in sheet(**odd).blocks)
