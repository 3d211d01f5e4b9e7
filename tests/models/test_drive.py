from __future__ import annotations

from typing import Any

import pytest

from models.drive import drive_minutes, shown_times


LEGS: list[dict[str, Any]] = [
    {"origin": "hotel", "to": "base", "minutes": 35},
    {"origin": "hotel", "to": "base", "minutes": 55, "from_time": "06:30", "to_time": "09:00"},
    {"origin": "base", "to": "set", "minutes": 10},
    {"origin": "base", "to": "set", "minutes": "ten"},
]


@pytest.mark.parametrize(
    ("origin", "to", "at", "expected"),
    [
        ("hotel", "base", 5 * 60, 35),
        ("hotel", "base", 7 * 60, 55),
        ("hotel", "base", 9 * 60, 55),
        ("hotel", "base", None, 35),
        ("base", "hotel", 5 * 60, 35),
        ("hotel", "set", 5 * 60, None),
        ("set", "base", 5 * 60, 10),
        (None, "base", 5 * 60, None),
    ],
)
def test_a_drive_takes_what_its_leg_says(
    origin: object, to: object, at: int | None, expected: int | None
) -> None:
    assert expected == drive_minutes(LEGS, origin, to, at)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        pytest.param(
            {"leave": "05:40", "origin": "hotel", "to": "base"}, ("05:40", "~06:15"), id="arrives"
        ),
        pytest.param(
            {"by": "06:20", "origin": "hotel", "to": "base"},
            ("~05:45", "06:20"),
            id="leaves, in fives",
        ),
        pytest.param(
            {"by": "06:22", "origin": "hotel", "to": "base"},
            ("~05:45", "06:22"),
            id="leaves, rounded down to five minutes",
        ),
        pytest.param(
            {"leave": "05:40", "by": "07:00", "origin": "hotel", "to": "base"},
            ("05:40", "07:00"),
            id="both typed",
        ),
        pytest.param(
            {"leave": "05:40", "origin": "hotel", "stops": ["base"], "to": "set"},
            ("05:40", "~06:28"),
            id="a stop adds three minutes",
        ),
        pytest.param({"leave": "05:40", "to": "moon"}, ("05:40", ""), id="an unknown drive"),
        pytest.param({"origin": "hotel", "to": "base"}, ("", ""), id="no time at all"),
        pytest.param(
            {"leave": "half six", "origin": "hotel", "to": "base"}, ("", ""), id="a damaged time"
        ),
        pytest.param(
            {"leave": "47:50", "origin": "hotel", "to": "base"},
            ("47:50", "~47:59"),
            id="the end of the production day",
        ),
    ],
)
def test_a_run_has_the_time_that_was_not_typed(
    run: dict[str, object], expected: tuple[str, str]
) -> None:
    assert expected == shown_times(run, LEGS)
