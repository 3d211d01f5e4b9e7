"""Who is called when, and who drives them: the cast on the front, the crew on the back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.models.papers.sheet import DAY, headings, rows, sheet


if TYPE_CHECKING:
    from collections.abc import Mapping

Changes = dict[str, dict[str, dict[str, Any]]]
US: Changes = {"production": {"production": {"habits": "us"}}}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {},
            [
                *("No.", "Artist", "Character", "SWF", "P/U", "Arr. base", "Costume"),
                *("M/U & hair", "Trav.", "On set", "Remarks"),
            ],
        ),
        (
            US,
            [
                *("#", "Artist", "Character", "Status", "Pickup", "Arrive", "HMU", "Wardrobe"),
                *("Travel", "Set call", "Remarks"),
            ],
        ),
    ],
    ids=["uk", "us"],
)
def test_the_cast_s_columns_are_in_the_order_of_the_country(
    changes: Changes, expected: list[str]
) -> None:
    assert expected == headings(sheet(**changes), "cast")


def test_an_artist_s_row_joins_call_car_and_status() -> None:
    assert [
        {
            "No.": "1",
            "Artist": "Mia Sutter",
            "Character": "JULIA",
            "SWF": "SWF",
            "P/U": "05:40 hotel, Van 2, Tom Frei",
            "Arr. base": "06:10",
            "Costume": "06:50",
            "M/U & hair": "06:20",
            "Trav.": "07:20",
            "On set": "07:45",
            "Remarks": "Left-handed",
        },
        {
            "No.": "2",
            "Artist": "Ben Okafor",
            "Character": "FRANK",
            "SWF": "SWF",
            "P/U": "own transport",
            "Arr. base": "06:30",
            "Costume": "",
            "M/U & hair": "06:40",
            "Trav.": "07:20",
            "On set": "07:45",
            "Remarks": "",
        },
    ] == rows(sheet(), "cast")


WAYS_IN: dict[str, tuple[Mapping[str, Any], str]] = {
    "a run before the call": ({"leave": "05:40"}, "05:40 hotel, Van 2, Tom Frei"),
    "another driver for once": ({"driver": "bo"}, "05:40 hotel, Van 2, Bo Spark"),
    "a run that leaves after the call but before the set": (
        {"leave": "07:00"},
        "07:00 hotel, Van 2, Tom Frei",
    ),
    "a run home": ({"leave": "16:00"}, "own transport"),
    "a run from the base": ({"origin": "base"}, "own transport"),
    "a run nobody came to": ({"status": "no-show"}, "own transport"),
    "a run without a vehicle": ({"vehicle": None}, "05:40 hotel"),
    "a run of another day": ({"day": "2026-11-26"}, "own transport"),
}


@pytest.mark.parametrize(("run", "said"), WAYS_IN.values(), ids=WAYS_IN)
def test_who_drives_an_artist_in(run: dict[str, Any], said: str) -> None:
    assert said == rows(sheet(run={"in": run}), "cast")[0]["P/U"]


def test_who_comes_alone_reports_alone_in_the_us() -> None:
    assert "SR" == rows(sheet(**US), "cast")[1]["Pickup"]


def test_a_minor_is_marked_and_a_held_artist_is_listed_without_times() -> None:
    days = {"day3": {"date": "2026-11-26"}}
    paper = sheet(
        day={**days, "day1": {"date": "2026-11-23", "shoot": 1}},
        person={"lou": {"held": True}},
        scene={
            "s1": {"scene": "1", "day": "2026-11-23", "cast": {"lou": True}},
            "s7": {"cast": {"lou": True}},
        },
    )
    found = rows(paper, "cast")[2]
    assert ("Lou Steiner (K)", "H", "") == (found["Artist"], found["SWF"], found["P/U"])


CALLED: dict[str, tuple[str, Changes, str]] = {
    "their own call": ("Bo Spark", {}, "06:00"),
    "their department's": ("Anna Keller", {}, "06:15"),
    "everybody's": ("Cam Lens", {}, "07:00"),
    "the unit call, where there is no call for all": (
        "Cam Lens",
        {"call": {"all": {"gone": True}}, "day": {"day2": {"call": "07:30"}}},
        "07:30",
    ),
    "on call": ("Urs Ober", {}, "O/C"),
    "on call, but called": (
        "Urs Ober",
        {"call": {"prod": {"day": DAY, "person": "prod", "call": "10:00"}}},
        "10:00",
    ),
    "nobody has said when": (
        "Cam Lens",
        {"call": {"all": {"gone": True}}, "day": {"day2": {"call": None}}},
        "O/C",
    ),
    "a call on another day": ("Bo Spark", {"call": {"bo": {"day": "2026-11-26"}}}, "06:15"),
}


@pytest.mark.parametrize(("name", "changes", "call"), CALLED.values(), ids=CALLED)
def test_who_is_called_when(name: str, changes: Changes, call: str) -> None:
    found = {row.get("Name"): row.get("Call") for row in rows(sheet(**changes), "crew")}
    assert call == found[name]


@pytest.mark.parametrize(
    "away",
    [{"off": {DAY: True}}, {"start": "2026-11-25"}, {"finish": "2026-11-23"}, {"parked": "x"}],
    ids=["off", "not yet", "no longer", "parked"],
)
def test_who_is_away_is_not_on_the_back(away: dict[str, Any]) -> None:
    names = [row.get("Name") for row in rows(sheet(person={"cam": away}), "crew")]
    assert "Cam Lens" not in names
    assert "CAMERA" not in [row.get("") for row in rows(sheet(person={"cam": away}), "crew")]


def test_departments_stand_in_the_order_of_a_unit_list_and_their_heads_first() -> None:
    found = rows(sheet(), "crew")
    assert [
        *("PRODUCERS", "Urs Ober", "DIRECTOR", "Aglaia Moreau", "ASSISTANT DIRECTORS"),
        *("Henrik Lind", "CAMERA", "Cam Lens", "ELECTRIC", "Anna Keller", "Bo Spark"),
        *("TRANSPORT", "Tom Frei"),
    ] == [row.get("") or row["Name"] for row in found]


def test_a_day_of_120_people_has_every_one_of_them_with_a_call() -> None:
    crowd = {
        f"p{at}": {"name": f"Person {at}", "role": "Hand", "department": "Grip"}
        for at in range(110)
    }
    paper = sheet(person=crowd, call={"grip": {"day": DAY, "department": "Grip", "call": "05:45"}})
    called = [row["Call"] for row in rows(paper, "crew") if row.get("Position") == "Hand"]
    assert ["05:45"] * 110 == called
