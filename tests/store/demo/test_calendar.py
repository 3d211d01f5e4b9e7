from __future__ import annotations

import datetime as dt

import pytest

from store.demo.calendar import date_of, dated, shoot_date


TODAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("number", "days_from_today"),
    [(1, -2), (2, -1), (3, 0), (4, 1), (5, 2), (6, 5), (7, 6), (8, 7), (9, 8), (10, 9)],
)
def test_five_days_are_shot_and_two_are_off(number: int, days_from_today: int) -> None:
    assert TODAY + dt.timedelta(days=days_from_today) == shoot_date(number, TODAY)


@pytest.mark.parametrize("number", [0, 11, -1])
def test_there_are_ten_shooting_days(number: int) -> None:
    with pytest.raises(ValueError, match=f"no shooting day {number}"):
        shoot_date(number, TODAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("run {d3} 0540", "run 2026-11-25 0540"),
        ("{d1-2} {d5+1}", "2026-11-21 2026-11-28"),
        ("d3 stays, {this} too", "d3 stays, {this} too"),
    ],
)
def test_days_in_braces_become_dates(text: str, expected: str) -> None:
    assert expected == dated(text, TODAY)


@pytest.mark.parametrize("name", ["d", "3", "d3+", "d3 05:00", "day3"])
def test_a_word_that_names_no_day_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="names no day"):
        date_of(name, TODAY)
