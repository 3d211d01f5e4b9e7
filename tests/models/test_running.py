from __future__ import annotations

import pytest

from models.running import running_order, shown_time


SCENES = {
    "12": {"id": "s12", "scene": "12", "pages": 8},
    "12A": {"id": "s12a", "scene": "12A", "pages": 2},
    "9": {"id": "s9", "scene": "9", "pages": 1, "length": 90},
    "40": {"id": "s40", "scene": "40", "start": "14:00", "length": 60},
    "damaged": {"id": "sx", "scene": "50", "start": "soon", "pages": "some"},
    "first": {"id": "s60", "scene": "60", "pages": 1, "order": "V"},
    "omitted": {"id": "s70", "scene": "70", "pages": 9, "state": "omitted"},
}
MEAL = {"id": "e2", "title": "Lunch", "start": "13:00", "length": 60, "type": "meal"}
RECCE = {"id": "e3", "title": "Recce", "start": "09:00", "length": 60, "type": "recce"}
LUNCH = {"id": "e1", "title": "Lunch", "start": "13:00", "length": 60}


@pytest.mark.parametrize(
    ("call", "scenes", "events", "expected"),
    [
        pytest.param(
            "07:00",
            ["12A", "9", "12"],
            [],
            ["~07:00 9", "~08:30 12", "~10:30 12A"],
            id="scenes without a time follow one another by number from the unit call",
        ),
        pytest.param(
            "07:00",
            ["12", "40"],
            [LUNCH],
            ["13:00 Lunch", "14:00 40", "~15:00 12"],
            id="a scene without a time follows the last one that has one",
        ),
        pytest.param(
            None, ["12"], [LUNCH], ["13:00 Lunch", " 12"], id="without a call nothing is worked out"
        ),
        pytest.param(
            "07:00", ["damaged"], [], ["~07:00 50"], id="what a file damaged is as if not there"
        ),
        pytest.param("nonsense", ["9"], [], [" 9"], id="a damaged call is as if there were none"),
        pytest.param(
            "46:00",
            ["9", "12", "12A"],
            [],
            ["~46:00 9", "~47:30 12", " 12A"],
            id="nothing is worked out beyond the production day",
        ),
        pytest.param(
            "07:00",
            ["9", "12", "first"],
            [],
            ["~07:00 60", "~07:15 9", "~08:45 12"],
            id="who was placed stands before who was not",
        ),
        pytest.param(
            "07:00",
            ["40", "first", "9"],
            [MEAL, RECCE],
            ["~07:00 60", "09:00 Recce", "13:00 Lunch", "14:00 40", "~15:00 9"],
            id="events nobody placed stand where their time is",
        ),
        pytest.param(
            "12:00",
            ["9", "12"],
            [MEAL],
            ["~12:00 9", "13:00 Lunch", "~14:30 12"],
            id="what the unit stops for is added to what it interrupts",
        ),
        pytest.param(
            "12:00",
            ["12A", "12"],
            [{**MEAL, "start": None, "order": "V"}],
            ["~12:00 Lunch", "~13:00 12", "~15:00 12A"],
            id="a meal that was placed begins when its turn comes",
        ),
        pytest.param(
            "07:00",
            ["omitted", "12"],
            [],
            ["~07:00 12", "~09:00 70"],
            id="an omitted scene takes no time",
        ),
    ],
)
def test_a_day_runs_in_its_order(
    call: str | None, scenes: list[str], events: list[dict[str, object]], expected: list[str]
) -> None:
    order = running_order(call, [SCENES[each] for each in scenes], events)

    assert expected == [
        f"{shown_time(item)} {item.document.get('scene') or item.document.get('title')}"
        for item in order
    ]


def test_a_scene_is_given_fifteen_minutes_an_eighth() -> None:
    [item] = running_order("07:00", [SCENES["12"]], [])

    assert 120 == item.length
