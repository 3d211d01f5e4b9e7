"""What the log says of a scene is the scene's state."""

from __future__ import annotations

from typing import Any

import pytest

from models.carrying import carried
from models.desk import desk_of
from models.edits import Aimed
from models.log import Log
from tests.models.nightfall import SATURDAY


def states(
    before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]], **held: str
) -> dict[str, Any]:
    """The states scenes get once log lines are as given; both name their scene by its letter."""
    logs = {each: {"id": each, **log} for each, log in before.items()}
    scenes = {each: {"id": each, "scene": each, "state": held.get(each)} for each in "ab"}
    desk = desk_of({"log": logs, "scene": scenes}, SATURDAY)
    changed = {each: {"id": each, **log} if log else {} for each, log in after.items()}
    found = carried(Log, changed, desk)
    return {
        each.id: sets["state"] for each, sets in found.items() if each == Aimed("scene", each.id)
    }


DONE = {"scene": "a", "outcome": "done", "day": "2026-11-23"}
PART = {"scene": "a", "outcome": "part", "day": "2026-11-21"}
OWED = {"scene": "a", "outcome": "owed", "day": "2026-11-24"}


@pytest.mark.parametrize(
    ("before", "after", "held", "expected"),
    [
        ({}, {"x": DONE}, {}, {"a": "shot"}),
        ({}, {"x": PART}, {}, {"a": "part"}),
        ({}, {"x": OWED}, {"a": "planned"}, {}),
        ({"x": PART}, {"y": DONE}, {"a": "part"}, {"a": "shot"}),
        ({"x": DONE}, {"y": PART}, {"a": "shot"}, {}),
        ({"x": PART}, {"y": OWED}, {"a": "part"}, {}),
        ({"x": DONE}, {"x": {**DONE, "outcome": "part"}}, {"a": "shot"}, {"a": "part"}),
        ({"x": DONE}, {"x": {**DONE, "scene": "b"}}, {"a": "shot"}, {"a": "planned", "b": "shot"}),
        ({"x": DONE}, {"x": {}}, {"a": "shot"}, {"a": "planned"}),
        ({"x": DONE, "y": PART}, {"x": {}}, {"a": "shot"}, {"a": "part"}),
        ({"x": DONE}, {"x": {**DONE, "setups": 4}}, {"a": "omitted"}, {}),
        ({}, {"x": {"scene": "a", "day": "2026-11-23"}}, {"a": "shot"}, {}),
    ],
)
def test_the_last_word_on_a_scene_is_its_state(
    before: dict[str, Any], after: dict[str, Any], held: dict[str, str], expected: dict[str, str]
) -> None:
    assert expected == states(before, after, **held)
