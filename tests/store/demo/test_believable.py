"""The three called days hold together, apart from what is planted to be foreseen."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from models.rules import findings
from models.when import minutes
from tests.store.demo.looking import CALLED, ON_THE_WAY_IN, Drive, Looking


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What is wrong on purpose, so that the board has something to foresee.
TOO_MANY_PASSENGERS = ["day 3 0610 Van 3"]
VEHICLE_IN_TWO_PLACES = ["day 4 0905 Car 1", "day 4 0930 Car 1"]
NOT_CALLED = ["day 4 1505 Van 1: Kathrin Wyss"]
LATE_FOR_THE_CALL = ["day 4 0640 Car 2: Philippe Gentizon"]
DRIVER_SHORT_OF_REST = ["Tom Aregger after day 3"]

SETS = ("inn", "lakebed", "dam")
REST = 11 * 60
DAY = 24 * 60


def at_the_same_time(looking: Looking, who: Callable[[Drive], frozenset[str]]) -> list[str]:
    """The runs in which one of the same names is on the road twice."""
    pairs = combinations(looking.drives(), 2)
    return sorted(
        each.words
        for pair in pairs
        if pair[0].meets(pair[1]) and who(pair[0]) & who(pair[1])
        for each in pair
    )


def test_no_vehicle_has_more_passengers_than_seats(looking: Looking) -> None:
    found = [each.words for each in looking.drives() if len(each.people) > each.seats]
    assert TOO_MANY_PASSENGERS == found


def test_no_vehicle_is_on_two_runs_at_once(looking: Looking) -> None:
    found = at_the_same_time(looking, lambda drive: frozenset({drive.vehicle}))
    assert VEHICLE_IN_TWO_PLACES == found


def test_nobody_drives_or_rides_twice_at_once(looking: Looking) -> None:
    found = at_the_same_time(looking, lambda drive: drive.people | {drive.driver})
    assert [] == found


def test_everybody_on_a_run_to_work_is_called_that_day(looking: Looking) -> None:
    found = [
        f"{drive.words}: {person}"
        for drive in looking.drives()
        if not set(drive.places) & {*ON_THE_WAY_IN} or "base" in drive.places
        for person in sorted(drive.people)
        if looking.first_call(drive.day, person) is None
    ]
    assert NOT_CALLED == found


def test_everybody_is_at_base_before_their_call(looking: Looking) -> None:
    found = [
        f"{drive.words}: {person}"
        for drive in looking.drives()
        if drive.places[-1] == "base" and drive.places[0] not in SETS
        for person in sorted(drive.people)
        if drive.arrive > (looking.first_call(drive.day, person) or DAY)
    ]
    assert LATE_FOR_THE_CALL == found


def test_everybody_is_on_set_when_they_are_wanted_there(looking: Looking) -> None:
    found = [
        f"{drive.words}: {person}"
        for drive in looking.drives()
        if drive.places[0] == "base" and drive.places[-1] in SETS
        for person in sorted(drive.people)
        if drive.arrive > (looking.on_set(drive.day, person) or DAY)
    ]
    assert [] == found


@pytest.mark.parametrize(
    ("day", "rule", "planted"),
    [
        (2, "seats", []),
        (3, "seats", ["run R24 06:10"]),
        (4, "seats", []),
        (2, "two-at-once", []),
        (3, "two-at-once", []),
        (4, "two-at-once", ["Car 1 is on t"]),
    ],
)
def test_the_rules_find_what_is_planted_and_no_more(
    day: int, rule: str, planted: list[str], looking: Looking
) -> None:
    found = findings(looking.desk, looking.date(day))
    assert planted == [each.words[:13] for each in found if each.rule == rule]


def test_cast_are_called_for_every_scene_they_are_in(looking: Looking) -> None:
    found = [
        f"scene {scene['scene']}: {looking.name('person', person)}"
        for scene in looking.records("scene")
        if looking.days.get(scene.get("day", "")) in CALLED
        for person in scene.get("cast", ())
        if not on_set_in_time(looking, scene, looking.name("person", person))
    ]
    assert [] == found


def on_set_in_time(looking: Looking, scene: Mapping[str, Any], person: str) -> bool:
    wanted = looking.on_set(looking.days[scene["day"]], person)
    return wanted is not None and wanted <= minutes(scene["start"])


def test_a_day_s_scenes_follow_one_another_within_the_day(looking: Looking) -> None:
    for day in looking.records("day"):
        shot = [each for each in looking.records("scene") if each.get("day") == day["date"]]
        spans = sorted((minutes(each["start"]), each["length"]) for each in shot)
        ends = [start + length for start, length in spans]
        assert all(end <= start for end, (start, _) in zip(ends, spans[1:], strict=False))
        assert not spans or minutes(day["call"]) <= spans[0][0]
        assert not ends or ends[-1] <= minutes(day["wrap"])


def test_every_scene_but_the_one_an_issue_is_about_has_its_day(looking: Looking) -> None:
    assert ["38"] == [each["scene"] for each in looking.records("scene") if "day" not in each]


def test_every_driver_has_eleven_hours_between_two_days(looking: Looking) -> None:
    drives = sorted(looking.drives(), key=lambda each: (each.day, each.leave))
    found = []
    for name in sorted({each.driver for each in drives}):
        own = [each for each in drives if each.driver == name]
        for day in CALLED[:-1]:
            last = max((each.arrive for each in own if each.day == day), default=0)
            first = min((each.leave for each in own if each.day == day + 1), default=DAY)
            if first + DAY - last < REST:
                found.append(f"{name} after day {day}")
    assert DRIVER_SHORT_OF_REST == found


def test_children_are_not_at_base_before_seven_nor_on_the_road_after_ten(looking: Looking) -> None:
    children = {"Lou Steiner", "Finn Gerber"}
    on_the_road = [each for each in looking.drives() if each.people & children]
    assert len(on_the_road) >= 3
    assert all(7 * 60 <= each.arrive <= 22 * 60 for each in on_the_road)
    assert all("Monique Staub" in each.people for each in on_the_road)


def test_nobody_is_at_two_meetings_at_once(looking: Looking) -> None:
    spans = [
        (each["day"], minutes(each["start"]), minutes(each["start"]) + each["length"], each)
        for each in looking.records("event")
        if "length" in each
    ]
    clashes = [
        (one["title"], two["title"])
        for (day, begin, end, one), (other, start, finish, two) in combinations(spans, 2)
        if day == other and begin < finish and start < end
        if one.get("people", {}).keys() & two.get("people", {})
    ]
    assert [] == clashes


def test_everybody_can_be_named_by_a_first_name(looking: Looking) -> None:
    firsts = [each.get("short") or each["name"].split()[0] for each in looking.records("person")]
    assert len(set(firsts)) == len(firsts)


def test_phones_and_addresses_are_invented(looking: Looking) -> None:
    people = looking.records("person")
    phones = [phone for each in people for phone in each.get("phones", ())]
    mails = [mail for each in people for mail in each.get("emails", ())]
    assert (77, 60) == (len(phones), len(mails))
    figures = ["".join(filter(str.isdigit, each)) for each in phones]
    assert [] == [each for each in figures if "555" not in each and "7700900" not in each]
    assert [] == [each for each in mails if not each.endswith((".org", ".com"))]
