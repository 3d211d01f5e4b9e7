"""Departments by the words of the trade, in three languages."""

from __future__ import annotations

import pytest

from models.departments import DEPARTMENTS, department, department_order


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("electric", "Electric"),
        ("Lighting", "Electric"),
        ("BELEUCHTUNG", "Electric"),
        ("lumiere", "Electric"),
        ("hmu", "Make-up and hair"),
        ("H/MU", "Make-up and hair"),
        ("make up", "Make-up and hair"),
        ("maske", "Make-up and hair"),
        ("kostum", "Costume"),
        ("ad", "Assistant directors"),
        ("régie", "Locations"),
        ("regie", "Director"),
        ("all", "all"),
        ("unit", "all"),
        ("tous", "all"),
        ("gaffer", None),
        ("", None),
    ],
)
def test_a_word_means_a_department(typed: str, name: str | None) -> None:
    assert name == department(typed)


WORDS = [(name, word) for name, also in DEPARTMENTS.items() for word in (name, *also)]


@pytest.mark.parametrize(("name", "word"), WORDS)
def test_every_word_of_a_department_means_it(name: str, word: str) -> None:
    assert name == department(word) == department(word.upper())


def test_a_unit_list_prints_departments_in_its_own_order() -> None:
    names = ["all", "Puppets", "Transport", "Camera", "Producers"]

    assert ["Producers", "Camera", "Transport", "all", "Puppets"] == sorted(
        names, key=department_order
    )
