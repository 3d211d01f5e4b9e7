from __future__ import annotations

import pytest

from models.shoot_days import shoot_days


def days(plan: str) -> dict[str, dict[str, object]]:
    """`2 shoot, 3 shoot 7, 4 off`: day of the month, what it is for, its typed number."""
    found: dict[str, dict[str, object]] = {}
    for each in plan.split(", "):
        date, of, *number = each.split()
        found[each] = {"id": each, "date": f"2026-11-{int(date):02d}", "type": of}
        if of == "untyped":
            del found[each]["type"]
        if number:
            found[each]["shoot"] = int(number[0])
    return found


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        ("3 shoot, 2 shoot, 4 shoot", ["Day 1 of 3", "Day 2 of 3", "Day 3 of 3"]),
        ("2 prep, 3 untyped, 4 off, 5 shoot", ["Prep", "Day 1 of 2", "Day off", "Day 2 of 2"]),
        ("2 travel, 3 hold, 4 holiday, 5 hiatus", ["Travel", "Hold", "Holiday", "Hiatus"]),
        ("2 shoot, 3 shoot 7, 4 shoot", ["Day 1 of 8", "Day 7 of 8", "Day 8 of 8"]),
        ("2 shoot 3", ["Day 3 of 3"]),
        ("2 travel 1, 3 shoot", ["Day 1 of 2", "Day 2 of 2"]),
        ("2 off, 2 shoot, 3 shoot", ["Day 1 of 2", "Day 2 of 2"]),
    ],
)
def test_a_shoot_day_has_the_number_typed_for_it_or_the_next_one(
    plan: str, expected: list[str]
) -> None:
    planned = shoot_days(days(plan))

    assert expected == [planned.words(date) for date in planned.days]


def test_of_two_days_with_one_number_the_number_means_the_earlier() -> None:
    planned = shoot_days(days("2 shoot 4, 3 shoot 4"))

    assert "2026-11-02" == planned.dates[4].isoformat()


def test_a_parked_day_and_one_without_a_date_are_not_planned() -> None:
    given = days("2 shoot, 3 shoot")
    given["2 shoot"]["parked"] = "gone from the schedule"
    given["damaged"] = {"id": "damaged", "date": "soon"}

    assert ["2026-11-03"] == list(shoot_days(given).days)
    assert "" == shoot_days(given).words("2026-11-02")
