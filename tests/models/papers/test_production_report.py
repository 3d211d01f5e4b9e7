"""What a production report says: of the times, the scenes, the people, and what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from models.papers.paper import Paper, Table, Words
from models.papers.production_report import production_report
from tests.models.papers.sheet import DAY, facts, rows, source


Changes = dict[str, dict[str, dict[str, Any]]]

LOG: dict[str, dict[str, Any]] = {
    "call": {"at": "07:00", "what": "call"},
    "first": {"at": "08:12", "what": "first-shot"},
    "s12": {
        "at": "10:52",
        "scene": "s12",
        "outcome": "part",
        "owed": 3,
        "setups": 9,
        "screen": 85,
        "rolls": {"A1": True},
    },
    "lunch": {"at": "12:10", "what": "lunch", "meals": 24},
    "back": {"at": "13:05", "what": "back"},
    "delay": {"at": "13:10", "what": "delay", "length": 20, "text": "rain"},
    "on": {"at": "07:50", "what": "on-set", "people": {"mia": True}},
    "out": {"at": "17:20", "what": "out", "people": {"mia": True, "ben": True}},
    "electric": {"at": "19:00", "what": "out", "department": "Electric"},
    "wrap": {"at": "17:45", "what": "wrap"},
    "crew": {"at": "18:30", "what": "crew-wrap"},
    "keys": {"text": "gate key is with Tom"},
}


def report(view: str = DAY, log: dict[str, dict[str, Any]] = LOG, **others: Any) -> Paper:
    lines = {each: {"day": DAY, **line} for each, line in log.items()}
    return production_report(source(view, log=lines, **others))


def test_front_and_back_are_in_the_order_of_the_trade() -> None:
    assert [
        *("people", "dates", "times", "days", "coverage", "shot", "unshot", "rolls"),
        *("cast", "background", "meals", "break", "crew", "notes", "signing"),
    ] == [each.name for each in report().blocks]


def test_key_times_are_planned_and_actual_with_the_difference() -> None:
    assert [
        ("Crew call", "07:00", "07:00", "on time"),
        ("First shot", "08:00", "08:12", "+12m"),
        ("Lunch out", "12:00", "12:10", "+10m"),
        ("Lunch in", "13:00", "13:05", "+5m"),
        ("First shot after lunch", "", "", ""),
        ("Camera wrap", "18:00", "17:45", "-15m"),
        ("Crew wrap", "", "18:30", ""),
        ("Last person out", "", "", ""),
    ] == [tuple(each.values()) for each in rows(report(), "times")]


def test_a_night_is_reported_past_midnight() -> None:
    night = {"day2": {"call": "16:00", "wrap": "26:00", "shooting": "17:00"}}
    log = {"lunch": {"at": "22:05", "what": "lunch"}, "wrap": {"at": "26:40", "what": "wrap"}}
    meal = {"breakfast": {"gone": True}, "lunch": {"start": "22:00", "title": "Dinner"}}

    found = rows(report(day=night, log=log, event=meal), "times")

    assert ("Lunch out", "22:00", "22:05", "+5m") == tuple(found[2].values())
    assert ("Camera wrap", "26:00", "26:40", "+40m") == tuple(found[5].values())


def test_days_are_counted_by_type_up_to_the_day() -> None:
    assert [("Shoot", "2", "1", "1"), ("Off", "1", "0", "1")] == [
        tuple(each.values()) for each in rows(report(), "days")
    ]


def test_scenes_shot_and_not_shot_are_those_of_the_log_and_the_schedule() -> None:
    paper = report()

    assert [("12", "INT BARN - NIGHT", "part, 3/8 owed", "2", "9", "1:25", "10:52")] == [
        tuple(each.values()) for each in rows(paper, "shot")
    ]
    assert [("12", "3/8"), ("4", "5/8")] == [
        (each["Sc."], each["Pages owed"]) for each in rows(paper, "unshot")
    ]


def test_coverage_sums_before_today_to_date_and_what_remains() -> None:
    log = {
        **LOG,
        "s4": {"at": "16:00", "scene": "s4", "outcome": "done", "setups": 4, "screen": 35},
        "s7": {"day": "2026-11-23", "scene": "s7", "outcome": "part", "pages": 2, "setups": 1},
    }

    assert [
        ("Script", "3", "4", "~4:00", ""),
        ("Taken before", "0", "2/8", "0:00", "1"),
        ("Taken today", "1", "2 5/8", "2:00", "13"),
        ("Taken to date", "1", "2 7/8", "2:00", "14"),
        ("Remaining", "2", "1 1/8", "~1:07", ""),
    ] == [tuple(each.values()) for each in rows(report(log=log), "coverage")]


def given(**dates: str) -> Callable[[str, str, str], dt.datetime | None]:
    """When every field of a scene was given; those of others nobody knows."""

    def at(_: str, scene: str, __: str) -> dt.datetime | None:
        return dt.datetime.fromisoformat(f"{dates[scene]}T09:00+01:00") if scene in dates else None

    return at


OLD, FIRST, NEW = "2026-11-01", "2026-11-24", "2026-11-25"


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ((OLD, OLD, NEW), [("incl. added", "1", "1", "~1:00", "")]),
        ((OLD, FIRST, NEW), [("incl. added", "2", "1 5/8", "~1:37", "")]),
        ((OLD, OLD, OLD), []),
        ((NEW, NEW, NEW), []),
        ((), []),
    ],
    ids=["later", "on the first day", "before", "a script taken in late", "nobody knows"],
)
def test_scenes_made_since_shooting_began_are_said_to_be_added(
    dates: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    at = given(**dict(zip(("s12", "s4", "s7"), dates, strict=False)))

    found = rows(production_report(source()._replace(given_at=at)), "coverage")

    assert expected == [tuple(each.values()) for each in found if each[""] == "incl. added"]


def test_a_scene_is_as_old_as_the_oldest_of_its_values() -> None:
    def at(_: str, scene: str, field: str) -> dt.datetime | None:
        return given(s4="2026-11-25" if field == "pages" else "2026-11-01")("scene", scene, field)

    found = production_report(source()._replace(given_at=at))

    assert "incl. added" not in str(rows(found, "coverage"))


MEALS: dict[str, tuple[dict[str, dict[str, Any]], tuple[str, str, str, str]]] = {
    "in time, from a call": ({}, ("", "12:10\n13:05", "", "(6h)")),
    "late": (
        {"in": {"at": "05:55", "what": "in", "people": {"mia": True}}},
        ("", "12:10\n13:05", "", "6h15, 15m over"),
    ),
    "a meal that does not count": (
        {
            "in": {"at": "05:30", "what": "in", "people": {"mia": True}},
            "nd": {"at": "07:00", "what": "nd-meal", "people": {"mia": True}},
        },
        ("07:00", "12:10\n13:05", "", "5h10"),
    ),
    "one that came too late to count": (
        {
            "in": {"at": "05:30", "what": "in", "people": {"mia": True}},
            "nd": {"at": "07:45", "what": "nd-meal", "people": {"mia": True}},
        },
        ("07:45", "12:10\n13:05", "", "6h40, 40m over"),
    ),
    "two": (
        {
            "dinner": {"at": "19:15", "what": "second-meal"},
            "again": {"at": "19:45", "what": "second-back"},
            "out": {"at": "22:00", "what": "out", "people": {"mia": True}},
        },
        ("", "12:10\n13:05", "19:15\n19:45", "(6h)\n6h10, 10m over"),
    ),
    "gone before the second": (
        {"dinner": {"at": "19:15", "what": "second-meal"}},
        ("", "12:10\n13:05", "", "(6h)"),
    ),
}


@pytest.mark.parametrize(("log", "said"), MEALS.values(), ids=MEALS)
def test_meals_of_the_cast_are_said_with_what_was_worked_before_them(
    log: dict[str, dict[str, Any]], said: tuple[str, ...]
) -> None:
    mia, *_ = rows(report(log={**LOG, **log}), "cast")

    headings = ("ND meal", "Meal", "2nd meal", "To meal")
    assert said == tuple(mia.get(each, "") for each in headings)


def test_rolls_and_meals_are_those_of_the_day() -> None:
    paper = report()

    assert {"Camera rolls": "A1"} == facts(paper, "rolls")
    assert [
        {"Meal": "Lunch", "Planned": "12:00", "Out": "12:10", "In": "13:05", "Served": "24"}
    ] == rows(paper, "meals")


def test_times_of_the_cast_are_logged_or_in_brackets() -> None:
    mia, ben = rows(report(), "cast")

    assert ("05:40", "(06:10)", "07:50", "12:10\n13:05", "17:20") == tuple(
        mia[each] for each in ("P/U", "In", "On set", "Meal", "Out")
    )
    assert ("(06:30)", "(07:45)", "17:20") == tuple(ben[each] for each in ("In", "On set", "Out"))


def test_the_crew_go_with_their_department_or_with_the_crew_wrap() -> None:
    crew = {each.get("Name"): each for each in rows(report(), "crew")}

    assert ("06:00", "(06:00)", "19:00", "(13h)") == tuple(crew["Bo Spark"].values())[2:]
    assert ("07:00", "(07:00)", "(18:30)", "(11h30)") == tuple(crew["Cam Lens"].values())[2:]
    assert "" == crew["Urs Ober"]["Out"]


def test_notes_are_what_happened_then_remarks() -> None:
    assert [
        {"Time": "13:10", "What": "Delay", "Lost": "20m", "": "rain"},
        {"Time": "", "What": "Remark", "Lost": "", "": "gate key is with Tom"},
    ] == rows(report(), "notes")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("shot", "No scene is logged yet."),
        ("notes", ""),
    ],
)
def test_a_day_without_a_log_says_so(name: str, words: str) -> None:
    block = next(each for each in report(log={}).blocks if each.name == name)

    assert isinstance(block, Table)
    assert ((), words) == (block.rows, block.empty)


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (8, "Thu 26 Nov 2026, at 2 pages a day so far"),
        (80, "5 shooting days after Thu 26 Nov 2026, at 2 pages a day so far"),
    ],
)
def test_the_finish_is_estimated_at_the_pace_so_far(pages: int, words: str) -> None:
    paper = report(scene={"s7": {"pages": pages}, "s4": {"gone": True}})

    assert words == facts(paper, "dates")["Estimated finish"]


def test_it_is_current_with_every_line_that_is_logged() -> None:
    before, after = report(), report(log={**LOG, "last": {"at": "19:40", "what": "last-out"}})

    assert ["Last person out"] == [
        now["Time"]
        for then, now in zip(rows(before, "times"), rows(after, "times"), strict=True)
        if then != now
    ]
    assert not [each for each in after.blocks if isinstance(each, Words)]
