"""Whose call holds for somebody, and where they are by it."""

from __future__ import annotations

from typing import Any

import pytest

from models.calling import called, department_of, is_away, is_crew
from models.whereabouts import whereabouts
from tests.models.papers.sheet import DAY, source


@pytest.mark.parametrize(
    ("person", "changes", "whose", "time"),
    [
        ("bo", {}, "own", "06:00"),
        ("anna", {}, "department", "06:15"),
        ("cam", {}, "unit", "07:00"),
        ("cam", {"call": {"all": {"gone": True}}}, "unit", "07:00"),
        ("prod", {}, "on call", None),
        ("prod", {"call": {"p": {"day": DAY, "department": "Producers", "call": "09:00"}}},
         "department", "09:00"),
        ("lou", {"call": {"c": {"day": DAY, "department": "Cast", "call": "06:00"}}},
         "department", "06:00"),
    ],
)  # fmt: skip
def test_whose_call_holds(
    person: str, changes: dict[str, Any], whose: str, time: str | None
) -> None:
    found = called(person, source(**changes).desk)
    assert (whose, time) == (found.whose, found.call.get("call"))


def test_who_is_on_call_is_nowhere_until_somebody_asks() -> None:
    assert () == whereabouts("prod", source().desk)


@pytest.mark.parametrize(
    ("person", "department", "crew"),
    [
        ({"department": "Grip"}, "Grip", True),
        ({"cast": 3}, "Cast", False),
        ({"category": "cast"}, "Cast", False),
        ({"category": "extra"}, "Background", False),
        ({"category": "vendor", "department": "Catering"}, "Catering", False),
        ({}, "Others", True),
    ],
)
def test_everybody_has_a_department_and_only_some_are_crew(
    person: dict[str, Any], department: str, *, crew: bool
) -> None:
    assert (department, crew) == (department_of(person), is_crew(person))


@pytest.mark.parametrize(
    ("person", "away"),
    [
        ({}, False),
        ({"start": DAY, "finish": DAY}, False),
        ({"start": "2026-11-25"}, True),
        ({"finish": "2026-11-23"}, True),
        ({"off": {DAY: True}}, True),
        ({"parked": "not in the file"}, True),
    ],
)
def test_who_is_away(person: dict[str, Any], *, away: bool) -> None:
    assert away is is_away(person, DAY)
