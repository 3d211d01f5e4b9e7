"""Cast numbers, also those a board has letters in."""

from __future__ import annotations

import datetime as dt

import pytest

from models.cast_numbers import by_number, cast_number, is_cast
from models.desk import Desk
from models.directory import Directory
from models.errors import Unread
from models.fields.references import CastNumber


TODAY = dt.date(2026, 11, 23)
PEOPLE = {
    "a": {"id": "a", "name": "Ada Roy", "cast": 7},
    "b": {"id": "b", "name": "Ben Moss", "board": "7A"},
    "c": {"id": "c", "name": "Cleo Arp", "cast": 10},
    "d": {"id": "d", "name": "Dora Heim", "category": "cast"},
    "e": {"id": "e", "name": "Eva Noll", "role": "gaffer"},
}
DESK = Desk(TODAY, TODAY, Directory({"person": PEOPLE}))


def test_cast_stand_by_number_and_who_has_none_behind_them() -> None:
    assert ["7", "7A", "10", "", ""] == [
        cast_number(each) for each in sorted(PEOPLE.values(), key=by_number)
    ]


def test_who_has_a_number_of_any_sort_is_of_the_cast() -> None:
    assert ["a", "b", "c", "d"] == [key for key, each in PEOPLE.items() if is_cast(each)]


@pytest.mark.parametrize(("typed", "who"), [("7", "a"), ("07", "a"), ("7a", "b"), ("7A", "b")])
def test_a_number_means_whose_it_is(typed: str, who: str) -> None:
    assert who == CastNumber().read(typed, DESK)


@pytest.mark.parametrize("typed", ["8", "8A", "10A"])
def test_a_number_nobody_has_means_nobody(typed: str) -> None:
    with pytest.raises(Unread):
        CastNumber().read(typed, DESK)


@pytest.mark.parametrize(("who", "written"), [("a", "7"), ("b", "7A")])
def test_cast_are_written_by_their_numbers(who: str, written: str) -> None:
    assert written == CastNumber().write(who, DESK)
