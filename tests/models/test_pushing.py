from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.edits import Aimed
from models.errors import Unread
from models.kinds import KINDS
from models.pushing import Push, day_field, pushed
from models.shoot_days import shoot_days


MONDAY = dt.date(2026, 11, 2)
TYPES = {"s": "shoot", "o": "off", "h": "holiday", "x": "hiatus", "p": "prep", "t": "travel"}


def on(day: int) -> str:
    """The kept date so many days after Monday 2 November."""
    return (MONDAY + dt.timedelta(days=day)).isoformat()


def planned(plan: str) -> dict[str, dict[str, dict[str, Any]]]:
    """Production days from Monday on, a letter each; a blank is a date without one."""
    days = {
        f"d{at}": {"id": f"d{at}", "date": on(at), "type": TYPES[each]}
        for at, each in enumerate(plan)
        if each != " "
    }
    return {"day": days}


def after(plan: str, push: Push) -> str:
    """The plan after the push, as it is written above."""
    made = planned(plan)
    found = pushed(made, shoot_days(made["day"]), push)
    dates = {
        found.sets.get(Aimed("day", key), {}).get("date", each["date"]): each["type"][0]
        for key, each in made["day"].items()
    }
    letters = {**{each[0]: each[0] for each in TYPES.values()}, "h": "h"}
    names = {on(at): letters[dates[on(at)]] if on(at) in dates else " " for at in range(40)}
    return "".join(names.values()).rstrip()


@pytest.mark.parametrize(
    ("plan", "push", "expected"),
    [
        pytest.param("sss", Push(on(1), 1), "s ss", id="later days move, earlier ones stay"),
        pytest.param("ssos", Push(on(0), 1), " soss", id="they move over a day off"),
        pytest.param("ssoosss", Push(on(1), 2), "s oo ssss", id="and over several"),
        pytest.param("sshss", Push(on(1), 1), "s hss  s", id="a holiday stays where it is"),
        pytest.param("s  ss", Push(on(3), -2), "sss", id="a pull takes them back"),
        pytest.param("s  oss", Push(on(4), -1), "s sos", id="over a day off too"),
        pytest.param(
            "ssso", Push(on(0), 1, calendar=True), " ssso", id="by the calendar days off move too"
        ),
        pytest.param(
            "ssh", Push(on(0), 1, calendar=True), " sh", id="but a holiday is the calendar's own"
        ),
    ],
)
def test_working_days_move_onto_working_days(plan: str, push: Push, expected: str) -> None:
    assert expected == after(plan, push)


def test_a_weekend_nobody_works_on_is_passed_over_without_being_planned() -> None:
    week = "sssss  sssss"

    assert " ssss  sssss  s" == after(week, Push(on(0), 1))
    assert " ssssssssss" == after("ssssssssss", Push(on(0), 1))


def everything() -> dict[str, dict[str, dict[str, Any]]]:
    """A record of each kind with a day, on a Wednesday."""
    made = planned("ssso")
    for word, of in KINDS.items():
        field = day_field(of)
        if field and word != "day":
            made[word] = {word: {"id": word, field: on(2)}}
    return made


def test_whatever_has_a_production_day_moves_and_is_counted() -> None:
    made = everything()

    found = pushed(made, shoot_days(made["day"]), Push(on(2), 1))

    assert {"day": 1, "scene": 1, "event": 1, "call": 1, "run": 1} == found.counts
    assert {on(4)} == {each.get("day") or each["date"] for each in found.sets.values()}


@pytest.mark.parametrize(
    ("state", "logged", "moves"),
    [
        ("planned", on(2), True),
        ("shot", "", False),
        ("part", on(2), False),
        ("part", on(1), True),
    ],
    ids=["not shot", "shot", "a part of it shot that day", "owed since the day before"],
)
def test_what_has_happened_stays_on_its_day(state: str, logged: str, *, moves: bool) -> None:
    made = planned("ssso")
    made["scene"] = {"s": {"id": "s", "day": on(2), "state": state}}
    made["log"] = {"l": {"id": "l", "day": logged or on(2), "scene": "s" if logged else None}}

    found = pushed(made, shoot_days(made["day"]), Push(on(2), 1))

    assert moves is (Aimed("scene", "s") in found.sets)
    assert Aimed("log", "l") not in found.sets
    assert ((on(2),) if logged != on(1) else ()) == found.worked


def test_a_paper_that_was_issued_for_a_day_is_as_it_is() -> None:
    made = everything()

    assert "document" in made
    found = pushed(made, shoot_days(made["day"]), Push(on(0), 1))
    assert "document" not in {each.kind for each in found.sets}


def test_what_was_told_lapses() -> None:
    made = planned("ssso")
    made["run"] = {"r": {"id": "r", "day": on(2), "status": "told"}}
    made["call"] = {
        "c": {"id": "c", "day": on(2), "status": "confirmed"},
        "p": {"id": "p", "day": on(2), "status": "planned"},
    }

    found = pushed(made, shoot_days(made["day"]), Push(on(2), 1))

    assert {"day": on(4), "status": "planned"} == found.sets[Aimed("run", "r")]
    assert {"day": on(4), "status": "planned"} == found.sets[Aimed("call", "c")]
    assert {"day": on(4)} == found.sets[Aimed("call", "p")]


def test_what_is_on_a_day_off_goes_with_the_working_day_after_it() -> None:
    made = planned("sosss")
    made["event"] = {"e": {"id": "e", "day": on(1)}}

    found = pushed(made, shoot_days(made["day"]), Push(on(1), 1))

    assert {"day": on(2)} == found.sets[Aimed("event", "e")]
    assert {} == found.onto_rest


def test_what_comes_to_stand_on_a_holiday_or_a_free_weekend_is_told() -> None:
    made = planned("ssssh")
    made["scene"] = {"s": {"id": "s", "day": on(3)}}

    found = pushed(made, shoot_days(made["day"]), Push(on(3), 1, calendar=True))
    weekend = pushed(made, shoot_days(made["day"]), Push(on(3), 2, calendar=True))

    assert {on(4): 2} == found.onto_rest
    assert {on(5): 2} == weekend.onto_rest


def test_two_production_days_that_come_together_are_told() -> None:
    made = planned("ssss")

    assert (on(1),) == pushed(made, shoot_days(made["day"]), Push(on(2), -1)).together
    assert () == pushed(made, shoot_days(made["day"]), Push(on(0), 1)).together


def test_nothing_moves_past_the_end_of_every_calendar() -> None:
    made = planned("s")
    made["scene"] = {"s": {"id": "s", "day": "9999-12-31"}}

    with pytest.raises(Unread, match="past every calendar"):
        pushed(made, shoot_days(made["day"]), Push(on(0), 1))
