from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.calling import by_first_wanted, first_wanted
from models.urgency import overdue, urgency


NOW = dt.datetime(2026, 11, 21, 14, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        ({"due_day": "2026-11-21", "due": "14:00"}, True),
        ({"due_day": "2026-11-21", "due": "14:05"}, False),
        ({"due_day": "2026-11-21"}, False),
        ({"due_day": "2026-11-20"}, True),
        ({"due_day": "2026-11-20", "status": "waiting"}, True),
        ({"due_day": "2026-11-20", "status": "done"}, False),
        ({"due_day": "2026-11-20", "status": "dropped"}, False),
        ({"due": "01:00"}, False),
        ({}, False),
    ],
)
def test_an_issue_is_overdue_when_its_time_is_past(
    issue: dict[str, Any], *, expected: bool
) -> None:
    assert expected == overdue(issue, NOW)


def test_what_is_overdue_comes_first_then_priority_then_time_and_what_is_over_last() -> None:
    issues: list[dict[str, Any]] = [
        {"number": "late p4", "priority": 4, "due_day": "2026-11-20"},
        {"number": "p1 at four", "priority": 1, "due_day": "2026-11-21", "due": "16:00"},
        {"number": "p1 some time", "priority": 1},
        {"number": "p2", "priority": 2, "due_day": "2026-11-21"},
        {"number": "none"},
        {"number": "done p1", "priority": 1, "status": "done", "due_day": "2026-11-20"},
    ]

    assert issues == sorted(issues[3:] + issues[:3], key=lambda issue: urgency(issue, NOW))


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ({"call": "07:00", "hmu": "06:10", "onset": "08:00"}, 370),
        ({"call": "07:00", "wrap": "05:00"}, 420),
        ({"call": "soon"}, None),
        ({"onset": "25:30"}, 1530),
        ({}, None),
    ],
)
def test_a_call_wants_somebody_from_its_earliest_time_on(
    call: dict[str, Any], expected: int | None
) -> None:
    assert expected == first_wanted(call)


def test_a_call_without_a_time_comes_after_all_others() -> None:
    calls: list[dict[str, Any]] = [{"hmu": "05:00"}, {"call": "47:59"}, {}]

    assert calls == sorted([calls[2], *calls[:2]], key=by_first_wanted)
