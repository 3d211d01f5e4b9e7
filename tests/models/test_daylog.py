"""A day's log as a whole: its key times, and each line in words."""

from __future__ import annotations

from typing import Any

import pytest

from models.daylog import DayLog, said, said_briefly
from tests.models.nightfall import desk


DESK = desk()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"what": "first-shot"}, "first shot"),
        ({"what": "lunch", "meals": 64}, "lunch out, 64 meals"),
        ({"what": "delay", "text": "rain"}, "delay: rain"),
        (
            {"scene": "s12", "outcome": "part", "owed": 2, "setups": 14},
            "sc 12 part, 2/8 owed, 14 setups",
        ),
        (
            {"scene": "s12a", "outcome": "done", "pages": 11, "screen": 85},
            "sc 12A done, 1 3/8, screen time 1:25",
        ),
        ({"scene": "s12", "outcome": "owed", "text": "no sun"}, "sc 12 not shot: no sun"),
        ({"what": "accident", "people": {"reto": True}, "text": "cut"}, "accident, Reto Bär: cut"),
        ({"what": "out", "department": "Electric"}, "out, Electric"),
        (
            {"rolls": {"A1": True, "A2": True}, "sound_rolls": {"S1": True}},
            "camera rolls A1, A2, sound rolls S1",
        ),
        ({"text": "bring\nthe keys"}, "bring the keys"),
        ({"what": "of a later version"}, "of a later version"),
    ],
)
def test_a_line_in_words(line: dict[str, Any], words: str) -> None:
    assert words == said(line, DESK)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ({"what": "out", "people": {"reto": True}}, "out"),
        (
            {"scene": "s12", "outcome": "done", "setups": 9, "screen": 85, "rolls": {"A1": True}},
            "sc 12 done, 9 setups",
        ),
        ({"rolls": {"A1": True}}, "camera rolls A1"),
    ],
)
def test_a_line_beside_columns_is_short(line: dict[str, Any], words: str) -> None:
    assert words == said_briefly(line, DESK)


def logged(*lines: tuple[str, str]) -> DayLog:
    return DayLog({"id": at, "what": what, "at": at} for what, at in lines)


def test_a_key_time_two_people_logged_shows_both() -> None:
    assert "08:12 (also 08:15)" == str(
        logged(("first-shot", "08:15"), ("first-shot", "08:12")).at("first-shot")
    )


def test_a_wrap_is_the_last_that_was_called() -> None:
    log = logged(("wrap", "25:30"), ("wrap", "24:10"))

    assert 25 * 60 + 30 == log.minute("wrap")
    assert log.at("lunch") is None


def test_the_lines_of_a_night_stand_in_its_order() -> None:
    log = logged(("wrap", "25:30"), ("delay", "23:10"), ("lunch", "21:00"))

    assert ["21:00", "23:10", "25:30"] == [each["at"] for each in log.lines]
    assert ["delay"] == [each["what"] for each in log.happened]
