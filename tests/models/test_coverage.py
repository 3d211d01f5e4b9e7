"""How much of the script is shot, against a table worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from models.coverage import Coverage, Taken, coverage


MON, TUE, WED = "2026-11-23", "2026-11-24", "2026-11-25"
SCENES: list[dict[str, Any]] = [
    {"id": "a", "pages": 19},
    {"id": "b", "pages": 8},
    {"id": "c", "pages": 5},
    {"id": "cut", "pages": 3, "state": "omitted"},
    {"id": "unlogged", "pages": 6, "state": "shot", "day": MON},
    {"id": "parked", "pages": 40, "parked": "gone from the schedule"},
]
LOGS: list[dict[str, Any]] = [
    {"day": MON, "at": "10:00", "scene": "a", "outcome": "part", "owed": 11, "setups": 5},
    {"day": MON, "at": "12:00", "scene": "c", "outcome": "done", "setups": 3, "screen": 40},
    {"day": TUE, "at": "14:00", "scene": "a", "outcome": "done", "setups": 4, "screen": 140},
    {"day": TUE, "at": "16:00", "scene": "b", "outcome": "part", "pages": 3, "setups": 2},
    {"day": WED, "at": "25:30", "scene": "b", "outcome": "owed"},
    {"day": WED, "at": "11:00", "what": "delay", "length": 20},
]
# 38 eighths in four scenes; day: before, today, remaining (a minute a page)
BY_HAND = {
    MON: (Taken(), Taken(2, 8 + 5 + 6, 40, 8), Taken(2, 19, 142)),
    TUE: (Taken(2, 19, 40, 8), Taken(1, 11 + 3, 140, 6), Taken(1, 5, 37)),
    WED: (Taken(3, 33, 180, 14), Taken(), Taken(1, 5, 37)),
}


def covered(day: str, *logs: dict[str, Any], time: str = "99:99") -> Coverage:
    return coverage(SCENES, [*LOGS, *logs], day, time)


@pytest.mark.parametrize("day", BY_HAND)
def test_scenes_pages_minutes_and_setups_are_as_counted_by_hand(day: str) -> None:
    found = covered(day)

    assert BY_HAND[day] == (found.before, found.today, found.remaining)
    assert (Taken(4, 38, 285), Taken(1, 3, 22)) == (found.script, found.omitted)


@pytest.mark.parametrize("day", BY_HAND)
def test_what_is_taken_and_what_remains_is_the_script(day: str) -> None:
    found = covered(day)

    assert found.script[:2] == found.to_date.plus(found.remaining)[:2]
    assert found.to_date == found.before.plus(found.today)


def test_a_scene_is_done_on_the_day_it_was_finished() -> None:
    assert {"a": TUE, "c": MON, "unlogged": MON} == covered(WED).done
    assert {"c": MON, "unlogged": MON} == covered(MON).done
    assert {"a": 11, "b": 3} == covered(TUE).credited
    assert {"a": 0, "b": 5, "c": 0, "unlogged": 0} == covered(TUE).left


def test_at_lunch_only_what_was_logged_by_then_counts() -> None:
    assert (11, 4) == covered(TUE, time="15:00").today[1::2]


def test_a_retake_that_is_owed_makes_a_done_scene_unfinished() -> None:
    again = {"day": WED, "at": "09:00", "scene": "c", "outcome": "owed"}

    assert "c" in covered(TUE, again).done
    assert "c" not in covered(WED, again).done


def test_more_pages_than_a_scene_has_are_not_taken() -> None:
    more = {"day": WED, "at": "09:00", "scene": "b", "outcome": "done", "pages": 30}

    assert 5 == covered(WED, more).today.pages
