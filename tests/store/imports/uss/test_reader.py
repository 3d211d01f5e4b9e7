from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.errors import ImportRefused
from store.imports.uss.reader import read_uss
from tests.store.imports.uss.schedules import feature, mark, small, written


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Intake
    from tests.store.imports.uss.schedules import Body


def read(schedule: Body, board: str = "") -> Intake:
    return read_uss(written(schedule), "winter.uss", board)


def of(intake: Intake, kind: str) -> list[dict[str, JSON]]:
    return [dict(row.values) for row in intake.rows if row.kind == kind]


def test_a_scene_has_all_its_strip_says() -> None:
    first = of(read(small()), "scene")[0]

    assert {
        "scene": "1",
        "ie": "INT",
        "set": "BARN",
        "tod": "DAY",
        "script_day": "D3",
        "pages": 11,
        "estimated": None,
        "length": 45,
        "synopsis": "Something happens 1",
        "script_page": "1",
        "note": "Smoke in the barn",
        "place": "place:huber farm",
        "cast": ["character:mira"],
        "elements": ["element:prop:lantern"],
        "day": "2026-11-26",
        "order": 0,
        "uid": mark("scn", 1),
    } == first


def test_the_cast_are_people_with_their_numbers_and_what_a_day_out_of_days_asks() -> None:
    mira, ben = of(read(small()), "person")

    assert {
        "category": "cast",
        "character": "MIRA",
        "name": "Mira",
        "cast": 1,
        "board": None,
        "uid": mark("cas", 1),
        "held": True,
        "drop_after": 10,
        "off": ["2026-11-27"],
    } == mira
    assert (2, False, None) == tuple(map(ben.get, ("cast", "held", "drop_after")))


def test_days_off_of_the_week_are_dates_of_the_shoot() -> None:
    schedule = small()
    things = schedule["universalScheduleStandard"]["elements"]
    next(each for each in things if each["name"] == "BEN")["daysOff"] = [0, 1]

    assert ["2026-11-29", "2026-11-30"] == of(read(schedule), "person")[1]["off"]


def test_what_is_no_cast_is_an_element_of_its_category_or_a_place() -> None:
    found = read(small())

    assert [("Lantern", "prop"), ("Second", "unit")] == [
        (each["name"], each["category"]) for each in of(found, "element")
    ]
    assert ["Huber farm"] == [each["name"] for each in of(found, "place")]


def test_the_days_of_the_board_fall_on_the_days_of_the_calendar() -> None:
    assert {
        "2026-11-24": ("travel", None),
        "2026-11-26": ("shoot", 1),
        "2026-11-27": ("holiday", None),
        "2026-11-28": ("off", None),
        "2026-11-29": ("off", None),
        "2026-11-30": ("shoot", 2),
    } == {each["date"]: (each["type"], each["shoot"]) for each in of(read(small()), "day")}


def test_a_banner_is_an_event_with_a_place_among_the_strips() -> None:
    lunch, title = (each for each in of(read(small()), "event") if "order" in each)

    assert ("LUNCH", "meal", 60, "2026-11-26", 1) == tuple(
        map(lunch.get, ("title", "type", "length", "day", "order"))
    )
    assert ("banner", None) == (title["type"], title["day"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("LUNCH 1h", "meal"),
        ("Mittagessen", "meal"),
        ("COMPANY MOVE to the lake", "move"),
        ("Move to stage 5", "move"),
        ("Remove snow", "banner"),
        ("SPLIT DAY", "banner"),
    ],
)
def test_a_banner_is_what_its_words_say(text: str, kind: str) -> None:
    schedule = small()
    schedule["universalScheduleStandard"]["breakdowns"][3]["bannerText"] = text

    assert kind == next(each["type"] for each in of(read(schedule), "event"))


def test_events_of_an_element_and_of_the_company_are_events() -> None:
    happenings = [each for each in of(read(small()), "event") if "order" not in each]

    assert [
        ("Fitting: MIRA", "fitting", "2026-11-12", ["character:mira"]),
        ("Tech recce", "recce", "2026-11-20", None),
    ] == [(e["title"], e["type"], e["day"], e.get("people")) for e in happenings]


def test_the_head_of_the_file_fills_the_productions_settings() -> None:
    row = next(row for row in read(small()).rows if row.kind == "production")

    assert {
        "title": "Nightfall",
        "company": "Nordlicht",
        "script_colour": "Pink",
        "script_date": "2026-10-30",
        "schedule_colour": "Blue",
        "schedule_date": "2026-11-02",
    } == row.values
    assert {"title", "company"} == row.tentative


def test_another_board_is_taken_by_its_name_or_the_start_of_it() -> None:
    for name in ("First pass", "first"):
        found = read(small(), name)
        assert ["3", "2A", "1"] == [each["scene"] for each in of(found, "scene")]
        assert (
            "The board is First pass; the file also has (with --board): Second pass." in found.notes
        )


def test_a_board_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(
        ImportRefused, match=r"No board is called Third; there are: Second pass, Fir"
    ):
        read(small(), "Third")


def test_a_breakdown_without_a_board_brings_its_scenes_without_days() -> None:
    schedule = small()
    del schedule["universalScheduleStandard"]["stripboards"]
    del schedule["universalScheduleStandard"]["calendars"]
    found = read(schedule)

    assert ["1", "2A", "3"] == [each["scene"] for each in of(found, "scene")]
    assert not [each for each in of(found, "scene") if {"day", "order"} & set(each)]
    assert [] == of(found, "day")


def test_a_feature_is_read_whole_with_every_strip_in_its_place() -> None:
    found = read(feature())
    scenes, days = of(found, "scene"), of(found, "day")

    assert (170, 60, 35) == (
        len(scenes),
        len(of(found, "person")),
        sum(each["type"] == "shoot" for each in days),
    )
    assert list(range(1, 36)) == [each["shoot"] for each in days if each["type"] == "shoot"]
    places = [
        (each["day"], each["order"]) for each in [*scenes, *of(found, "event")] if "order" in each
    ]
    assert 205 == len(set(places))
    assert {0, 1, 2, 3, 4, 5} == {order for _, order in places}
    assert () == found.refused
    assert () == found.notes
