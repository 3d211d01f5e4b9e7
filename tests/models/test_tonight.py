"""Which production day a moment is on: a night shoot is still the day it began on."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.desk import Desk, desk_of
from models.tonight import at_moment


NIGHT, NEXT = "2026-11-25", "2026-11-26"


def desk(
    view: str,
    today: str,
    *,
    wrap: str | None = "26:00",
    call: str | None = None,
    logged: tuple[str, ...] = (),
) -> Desk:
    """A night shoot on the 25th, and the day after with a call of its own or none."""
    days: dict[str, dict[str, Any]] = {
        "night": {"id": "night", "date": NIGHT, "call": "16:00", "wrap": wrap},
        "next": {"id": "next", "date": NEXT, "call": call},
    }
    logs = {what: {"id": what, "day": NIGHT, "at": "26:10", "what": what} for what in logged}
    records = {"production": {}, "day": days, "log": logs}
    return desk_of(records, dt.date.fromisoformat(today), dt.date.fromisoformat(view))


@pytest.mark.parametrize(
    ("now", "view", "day", "clock"),
    [
        ("2026-11-25 16:05", NIGHT, NIGHT, "16:05"),
        ("2026-11-26 01:30", NIGHT, NIGHT, "25:30"),
        ("2026-11-26 01:30", NEXT, NIGHT, "25:30"),
        ("2026-11-26 05:59", NEXT, NIGHT, "29:59"),
        ("2026-11-26 06:00", NEXT, NEXT, "06:00"),
        ("2026-11-26 06:00", NIGHT, NIGHT, None),
        ("2026-11-26 14:00", NIGHT, NIGHT, None),
        ("2026-11-25 16:05", NEXT, NEXT, None),
        ("2026-11-25 01:30", NIGHT, NIGHT, "01:30"),
    ],
)
def test_a_moment_is_on_the_day_that_is_still_going_on(
    now: str, view: str, day: str, clock: str | None
) -> None:
    moment = dt.datetime.fromisoformat(now)

    found = at_moment(desk(view, now[:10]), moment)

    assert (day, clock) == (found.day, found.clock)


@pytest.mark.parametrize(
    ("ways", "clock"),
    [
        ({}, "25:30"),
        ({"wrap": None}, "25:30"),
        ({"wrap": "18:00"}, None),
        ({"logged": ("wrap",)}, "25:30"),
        ({"logged": ("wrap", "last-out")}, None),
        ({"logged": ("crew-wrap",)}, None),
        ({"call": "01:00"}, None),
        ({"call": "07:00"}, "25:30"),
    ],
)
def test_a_night_is_over_with_the_last_out_or_the_next_call(
    ways: dict[str, Any], clock: str | None
) -> None:
    moment = dt.datetime(2026, 11, 26, 1, 30, tzinfo=dt.UTC)

    assert clock == at_moment(desk(NIGHT, NEXT, **ways), moment).clock
