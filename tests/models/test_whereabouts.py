"""Where somebody is on a day."""

from __future__ import annotations

import pytest

from models.desk import desk_of
from models.whereabouts import whereabouts
from tests.models.nightfall import MONDAY, desk, records


DAYS = {
    "mia": ["05:40 hotel>base Van 2", "06:10 HMU", "06:50 costume", "07:30 set"],
    "ben": ["05:40 hotel>base Van 2", "07:00 call"],
    "tom": ["05:40 drives hotel>base Van 2", "07:00 call"],
    "anna": ["06:30 call"],
    "zoe": ["07:00 call"],
}


def test_a_day_is_told_in_time_order() -> None:
    with_unit_call = {**records()}
    days = dict(with_unit_call["day"])
    days["day6"] = {**days["day6"], "date": MONDAY.isoformat(), "call": "07:00"}
    with_unit_call["day"] = days
    here = desk_of(with_unit_call, MONDAY, MONDAY)

    assert DAYS == {each: [str(moment) for moment in whereabouts(each, here)] for each in DAYS}


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (0, "05:40 hotel>base Van 2"),
        (345, "05:40 hotel>base Van 2"),
        (370, "06:10 HMU"),
        (1439, "07:30 set"),
    ],
)
def test_from_now_on_begins_with_what_has_begun_last(now: int, first: str) -> None:
    assert first == str(whereabouts("mia", desk(), now)[0])


def test_events_and_scenes_count() -> None:
    held = dict(records())
    event = {"id": "e", "day": MONDAY.isoformat(), "start": "14:00", "title": "Tech recce"}
    held["event"] = {"e": {**event, "place": "farm", "people": {"eval": True}}}
    held["scene"] = {
        "s": {"id": "s", "day": MONDAY.isoformat(), "start": "09:00", "scene": "12A"}
        | {"cast": {"mia": True}}
    }
    here = desk_of(held, MONDAY, MONDAY)

    assert "14:00 Tech recce, Farm" == str(whereabouts("eval", here)[-1])
    assert "09:00 scene 12A" == str(whereabouts("mia", here)[-1])


def test_of_somebody_nobody_knows_only_the_unit_call_is_known() -> None:
    assert [] == [each for each in whereabouts("nobody", desk()) if each.words != "call"]
