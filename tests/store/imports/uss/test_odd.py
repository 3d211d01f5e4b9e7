from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest

from store.imports.uss.reader import read_uss
from tests.store.imports.uss.schedules import Body, element, mark, scene, small, written


Change: TypeAlias = Callable[[Body], object]


def without(each: Body, *keys: str) -> None:
    for key in keys:
        each.pop(key, None)


def renamed(each: Body, was: str, now: str) -> None:
    each[now] = each.pop(was)


def loose_days(body: Body) -> None:
    lists = body["stripboards"][0]["boards"][0]
    lists["breakdownIds"] = [each for day in lists["breakdownIds"] for each in day]


def day_strips(body: Body) -> None:
    """The days as an earlier version of the standard has them: a strip of type day ends one."""
    first, second = body["stripboards"][0]["boards"][0]["breakdownIds"]
    for at in (1, 2):
        body["breakdowns"].append({"id": mark("day", at), "type": "day"})
    ids = [*first, mark("day", 1), *second, mark("day", 2)]
    body["stripboards"][0]["boards"][0]["breakdownIds"] = ids


def banner_days(body: Body) -> None:
    """The days as banners that say so, in one list."""
    day_strips(body)
    for strip in body["breakdowns"][-2:]:
        strip |= {"type": "banner", "bannerText": "END OF DAY 1 - Thu 26 Nov - 2 1/8 pages"}


def old_keys(body: Body) -> None:
    """The keys of an earlier version of the standard."""
    for each in body["elements"]:
        for was, now in (
            ("isHold", "doodHoldAllow"),
            ("isDrop", "doodDropAllow"),
            ("dropDayCount", "doodDropDays"),
        ):
            renamed(each, was, now)
    for category in body["categories"]:
        renamed(category, "ucid", "catId")
        category["elements"] = [
            e["id"] for e in body["elements"] if e["category"] == category["id"]
        ]
    for each in body["elements"]:
        without(each, "category")
    for each in body["breakdowns"]:
        renamed(each, "duration", "time")
    for each in body["calendars"][0]["events"]:
        renamed(each, "name", "effect")
        each["effect"], each["type"] = each["type"], each["effect"]


# What is done to a good schedule, and what is then told; the scenes stay where they are.
ODD: dict[str, tuple[Change, str]] = {
    "strip": (
        lambda body: body["breakdowns"][0].update(type="strip"),
        "Strips are of type `strip`, where the standard has `scene` or `banner`.",
    ),
    "banner as strip": (
        lambda body: body["breakdowns"][3].update(type="strip"),
        "Strips are of type `strip`, where the standard has `scene` or `banner`.",
    ),
    "no type": (lambda body: without(body["breakdowns"][3], "type"), ""),
    "unknown type": (
        lambda body: body["breakdowns"][0].update(type="Szene"),
        "Strips of a type nobody knows were read by what they hold: szene.",
    ),
    "breakdownArrays": (
        lambda body: renamed(
            body["stripboards"][0]["boards"][0], "breakdownIds", "breakdownArrays"
        ),
        "Boards have `breakdownArrays`, where the standard has `breakdownIds`.",
    ),
    "doodDayCount": (
        lambda body: renamed(body["elements"][8], "dropDayCount", "doodDayCount"),
        "The days of a drop are not under `dropDayCount`, where the standard has them.",
    ),
    "earlier version": (
        old_keys,
        "The days of a drop are not under `dropDayCount`, where the standard has them.",
    ),
    "day strips": (day_strips, ""),
    "day banners": (banner_days, ""),
    "dates with +0000": (
        lambda body: body["calendars"][0]["events"][1].update(date="2026-11-26T07:00:00.000+0000"),
        "",
    ),
    "dates alone": (lambda body: body["calendars"][0]["events"][1].update(date="2026-11-26"), ""),
    "dates at noon": (
        lambda body: body["calendars"][0]["events"][1].update(date="2026-11-26T12:00:00.000Z"),
        "",
    ),
    "dates of Zurich": (
        lambda body: body["calendars"][0]["events"][1].update(date="2026-11-25T23:00:00.000Z"),
        "Dates written as midnight east of Greenwich were read as the day after.",
    ),
    "dates in words": (
        lambda body: body["calendars"][0]["events"][1].update(date="26 Nov 2026"),
        "",
    ),
    "dates in milliseconds": (
        lambda body: body["calendars"][0]["events"][1].update(date=1_795_676_400_000),
        "",
    ),
    "no date at all": (
        lambda body: body["calendars"][0]["events"][0].update(date="soon"),
        "Events without a day were left out: travel of the calendar (soon).",
    ),
    "holiday as event": (
        lambda body: body["calendars"][0]["events"][2].update(type="event"),
        "Days off are of type `event`, where the standard has `dayOff`: holiday 2026-11-27.",
    ),
    "doodTravel": (
        lambda body: body["calendars"][0]["events"][0].update(name="doodTravel"),
        "",
    ),
    "two starts": (
        lambda body: body["calendars"][0]["events"].append(
            {"type": "start", "date": "2026-12-24T08:00:00.000Z"}
        ),
        "The calendar starts more than once; the first start counts.",
    ),
    "no calendar named": (
        lambda body: body["stripboards"][0].update(calendar=None),
        "The board names no calendar of the file; the first was taken.",
    ),
    "a week of days off": (
        lambda body: body["elements"][8].update(daysOff=[1, 9, "x"]),
        "Days off that are no day of the week (0 to 6) were passed over: MIRA, MIRA.",
    ),
    "strip on no board": (
        lambda body: body["breakdowns"].append(scene(9, [])),
        "Strips that are on no board went to the boneyard: 1.",
    ),
    "strip twice on the board": (
        lambda body: body["stripboards"][0]["boards"][1]["breakdownIds"].append(mark("scn", 1)),
        "Strips that are on the board twice keep their first place: strip 1.",
    ),
    "strip that is nowhere": (
        lambda body: body["stripboards"][0]["boards"][1]["breakdownIds"].append("no such"),
        "Boards name strips that are not in the file: no such.",
    ),
    "element that is nowhere": (
        lambda body: body["breakdowns"][0]["elements"].append("no such"),
        "Scenes name elements that are not in the file: scene 1.",
    ),
    "element of no category": (
        lambda body: body["elements"].append(element("Rope", "Props", 9) | {"category": "none"}),
        "Elements of no category of the file went to `other`: Rope.",
    ),
    "element without a name": (
        lambda body: body["elements"].append(element("", "Props", 9)),
        "Elements without a name were left out.",
    ),
    "element twice": (
        lambda body: body["elements"].append(element("mira", "Cast Members", 9)),
        "Elements that are in the file twice were read as one: mira.",
    ),
    "number twice": (
        lambda body: body["elements"].append(element("ADA", "Cast Members", 9, elementId="1")),
        "Cast numbers that several have: 1 MIRA, 1 ADA.",
    ),
    "number with a letter": (
        lambda body: body["elements"].append(element("ADA", "Cast Members", 9, elementId="7A")),
        "",
    ),
    "no duration": (
        lambda body: body["breakdowns"][0].update(duration=None),
        "No estimated time: 1 of 3 scenes.",
    ),
    "duration beyond all": (
        lambda body: body["breakdowns"][3].update(duration=-5),
        "Durations that cannot be meant were left out: strip 4.",
    ),
    "pages as text": (lambda body: body["breakdowns"][0].update(pages="1.375"), ""),
    "pages of no eighths": (
        lambda body: body["breakdowns"][0].update(pages=1.4),
        "Page counts that are no eighths were rounded: scene 1.",
    ),
    "pages beyond all": (
        lambda body: body["breakdowns"][0].update(pages=1e9),
        "Page counts that cannot be meant were left out: scene 1.",
    ),
    "numbers as numbers": (
        lambda body: body["breakdowns"][0].update(scene=1, scriptPage=1.0),
        "",
    ),
    "ids as numbers": (
        lambda body: body["breakdowns"].append(scene(9, [], id=7)),
        "Strips that are on no board went to the boneyard: 1.",
    ),
    "neither inside nor outside": (
        lambda body: body["elements"][0].update(name="SPACE"),
        "INT/EXT is neither of them: SPACE in scene 1.",
    ),
    "banner of nothing": (
        lambda body: body["breakdowns"][4].update(bannerText=None),
        "Banners without text were left out: strip 5.",
    ),
    "list that is none": (
        lambda body: body["elements"][9].update(events="none"),
        "`events` is no list and was passed over.",
    ),
    "object that is none": (
        lambda body: body["breakdowns"].append("scene"),
        "Something in `breakdowns` is no object and was passed over.",
    ),
    "own keys": (lambda body: body.update(_ours={"colour": 1}), ""),
}


@pytest.mark.parametrize("change", ODD)
def test_a_schedule_that_breaks_its_standard_is_read_and_what_was_odd_is_told(change: str) -> None:
    schedule = small()
    do, told = ODD[change]
    do(schedule["universalScheduleStandard"])
    found = read_uss(written(schedule), "winter.uss")
    days = {row.values["scene"]: row.values["day"] for row in found.rows if row.kind == "scene"}

    assert [("1", "2026-11-26"), ("2A", "2026-11-26"), ("3", "2026-11-30")] == [
        (number, day) for number, day in days.items() if number != "9"
    ]
    others = "The board is Second pass; the file also has (with --board): First pass."
    assert [each for each in (told,) if each] == [each for each in found.notes if each != others]


def test_strips_in_one_list_without_a_day_are_in_order_without_one() -> None:
    schedule = small()
    loose_days(schedule["universalScheduleStandard"])
    found = read_uss(written(schedule), "winter.uss")

    assert [("1", None, 0), ("2A", None, 2), ("3", None, 3)] == [
        (row.values["scene"], row.values["day"], row.values["order"])
        for row in found.rows
        if row.kind == "scene"
    ]
    assert "The board has no days; its 4 strips are in order, without a day." in found.notes


def test_a_strip_between_the_days_goes_to_the_day_after_it() -> None:
    schedule = small()
    lists = schedule["universalScheduleStandard"]["stripboards"][0]["boards"][0]
    lists["breakdownIds"] = [[mark("scn", 1)], mark("scn", 2), [mark("scn", 3)]]
    found = read_uss(written(schedule), "winter.uss")

    assert ["2026-11-26", "2026-11-30", "2026-11-30"] == [
        row.values["day"] for row in found.rows if row.kind == "scene"
    ]
    assert "Strips between the days were put to the day after them: strip 2." in found.notes


def test_a_calendar_without_a_start_leaves_the_days_without_dates() -> None:
    schedule = small()
    del schedule["universalScheduleStandard"]["calendars"][0]["events"][1]
    found = read_uss(written(schedule), "winter.uss")

    assert [(None, 0), (None, 2), (None, 3)] == [
        (row.values["day"], row.values["order"]) for row in found.rows if row.kind == "scene"
    ]
    assert "The calendar has no start, so the days of the board have no dates." in found.notes


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        (["7", "7", "7"], ["7", "7pt2", "7pt3"]),
        (["7", "7pt2", "7"], ["7", "7pt2", "7pt3"]),
        (["7", "7", "7pt2"], ["7", "7pt2", "7pt2pt2"]),
    ],
)
def test_each_part_of_a_scene_has_a_number_of_its_own(numbers: list[str], kept: list[str]) -> None:
    schedule = small()
    for strip, number in zip(
        schedule["universalScheduleStandard"]["breakdowns"], numbers, strict=False
    ):
        strip["scene"] = number
    found = read_uss(written(schedule), "winter.uss")

    assert kept == [row.values["scene"] for row in found.rows if row.kind == "scene"]


def test_a_scene_without_a_number_is_known_by_its_set() -> None:
    schedule = small()
    schedule["universalScheduleStandard"]["breakdowns"][0]["scene"] = ""
    found = read_uss(written(schedule), "winter.uss")
    (row,) = (each for each in found.rows if each.kind == "scene" and "scene" not in each.values)

    assert "BARN" == row.values["set"]
    assert "Scenes without a number: Something happens 1." in found.notes


@pytest.mark.parametrize(
    ("name", "ucid", "category"),
    [
        ("Props", 104, "prop"),
        ("Requisiten", 1, "int/ext"),
        ("Actors", None, "cast"),
        ("Grip", 111, "special-equipment"),
        ("Music", 111, "music"),
        ("Tierwelt", 108, "animal"),
        ("Drones", 500, "other"),
        ("VFX", 121, "visual-effect"),
        ("Something", None, "other"),
    ],
)
def test_a_category_is_known_by_its_name_or_its_number(
    name: str, ucid: int | None, category: str
) -> None:
    from store.imports.uss.categories import category_of

    assert category == category_of(name, ucid)
