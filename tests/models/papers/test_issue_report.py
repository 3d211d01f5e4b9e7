"""What an issue report says: open ones by priority, whose, due when, how old; those closed."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.papers.issue_report import issue_report
from models.papers.paper import Paper
from tests.models.papers.sheet import DAY, NOW, facts, rows, source


ISSUES: dict[str, dict[str, Any]] = {
    "genny": {
        "number": "R1",
        "title": "generator 2 tripping",
        "priority": 1,
        "owner": "anna",
        "due_day": "2026-11-23",
        "due": "14:00",
        "status": "open",
        "escalated": "first",
        "about": "vehicle/van2",
        "notes": {
            "2026-11-23 10:05:00 mia": "Fitter is called",
            "2026-11-23 12:15:00 reto": "Breaker is out",
        },
    },
    "boots": {"number": "M2", "title": "boots", "priority": 3, "status": "waiting"},
    "loose": {"number": "M3", "title": "a thought"},
    "later": {"number": "M4", "title": "gate", "priority": 1, "due_day": "2026-11-25"},
    "done": {"number": "M5", "title": "coffee", "status": "done", "outcome": "two urns"},
    "yesterday": {"number": "M6", "title": "tea", "status": "dropped"},
}
GIVEN = {
    ("genny", "number"): NOW - dt.timedelta(days=4, hours=3),
    ("boots", "number"): NOW - dt.timedelta(hours=5),
    ("later", "number"): NOW - dt.timedelta(minutes=25),
    ("done", "status"): dt.datetime(2026, 11, 24, 9, 0, tzinfo=NOW.tzinfo),
    ("yesterday", "status"): dt.datetime(2026, 11, 23, 9, 0, tzinfo=NOW.tzinfo),
}


def report(view: str = DAY, **others: Any) -> Paper:
    made = source(view, issue={**ISSUES, **others})
    return issue_report(made._replace(given_at=lambda _, record, field: GIVEN.get((record, field))))


def test_open_issues_stand_by_priority_overdue_ones_first() -> None:
    assert [
        *("P1 NOW", "R1", "M4"),
        *("P3 SOON", "M2"),
        *("NO PRIORITY", "M3"),
    ] == [each.get("No.", each.get("", "")) for each in rows(report(), "open")]


def test_every_field_of_an_issue_is_there() -> None:
    assert {
        "No.": "R1",
        "Issue": "generator 2 tripping",
        "Type": "issue",
        "About": "vehicle Van 2",
        "Owner": "Anna Keller",
        "Due": "Mon 23 Nov 14:00\nOVERDUE",
        "Age": "4d",
        "Status": "open",
        "Escalation": "Henrik Lind",
        "Last noted": "Mon 23 Nov 12:15 Breaker is out",
    } == rows(report(), "open")[1]


def test_ages_are_in_the_unit_that_says_most() -> None:
    ages = {each["No."]: each["Age"] for each in rows(report(), "open") if "No." in each}

    assert {"R1": "4d", "M4": "25m", "M2": "5h", "M3": ""} == ages


def test_what_has_no_owner_says_so() -> None:
    owners = {each["No."]: each["Owner"] for each in rows(report(), "open") if "No." in each}

    assert "nobody" == owners["M2"]
    assert "3" == facts(report(), "counts")["Without owner"]


@pytest.mark.parametrize(
    ("view", "numbers"), [(DAY, ["M5"]), ("2026-11-23", ["M6"]), ("2026-11-26", [])]
)
def test_closed_are_those_of_the_day_in_view(view: str, numbers: list[str]) -> None:
    assert numbers == [each["No."] for each in rows(report(view), "closed")]


def test_what_was_done_is_said_of_a_closed_one() -> None:
    assert ("coffee", "done", "two urns") == tuple(
        rows(report(), "closed")[0][each] for each in ("Issue", "Status", "What was done")
    )


def test_how_many_are_open_overdue_and_closed_is_counted() -> None:
    assert {
        "As of": "Mon 23 Nov 17:30",
        "Open": "4",
        "Overdue": "1",
        "Waiting": "1",
        "Without owner": "3",
        "Closed that day": "1",
    } == facts(report(), "counts")
