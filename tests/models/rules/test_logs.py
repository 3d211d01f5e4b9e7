"""What a day's log cannot be is found."""

from __future__ import annotations

import pytest

from models.desk import desk_of
from models.rules import findings
from tests.models.nightfall import MONDAY, SATURDAY


def found(*logs: dict[str, object]) -> list[tuple[str, list[str]]]:
    """What the rules say of log lines of the Monday, and about which of them."""
    held = {f"l{at}": {"id": f"l{at}", "day": "2026-11-23", **log} for at, log in enumerate(logs)}
    scenes = {"s12": {"id": "s12", "scene": "12"}}
    desk = desk_of({"log": held, "scene": scenes}, SATURDAY, MONDAY)
    return [(each.words, [about.id for about in each.about]) for each in findings(desk)]


@pytest.mark.parametrize(
    ("logs", "said"),
    [
        (
            [{"what": "first-shot", "at": "08:15"}, {"what": "first-shot", "at": "08:12"}],
            [("first shot is logged 2 times: 08:12 and 08:15", ["l0", "l1"])],
        ),
        (
            [
                {"scene": "s12", "outcome": "done"},
                {"scene": "s12", "outcome": "part", "at": "11:00"},
            ],
            [("scene 12 is logged 2 times: 11:00 and no time", ["l0", "l1"])],
        ),
        (
            [{"what": "lunch", "at": "13:00"}, {"what": "back", "at": "12:45"}],
            [("lunch in is logged before lunch out", ["l1", "l0"])],
        ),
        ([{"what": "delay", "at": "13:00"}, {"what": "delay", "at": "12:45"}], []),
        ([{"what": "wrap", "at": "25:30"}, {"what": "lunch", "at": "22:00"}], []),
        ([{"what": "lunch"}, {"what": "back", "at": "12:45"}], []),
    ],
)
def test_a_key_time_is_once_and_in_order(
    logs: list[dict[str, object]], said: list[tuple[str, list[str]]]
) -> None:
    assert said == found(*logs)
