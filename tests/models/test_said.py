"""What files say where somebody typed something else, however odd the record is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.desk import Desk
from models.form import form
from models.kinds import KINDS
from models.said import Said, all_said, disagreeing, taking


SAID = {"value": 8}

DISAGREEING: list[tuple[dict[str, Any], list[str]]] = [
    ({"pages": 11, "file_says": {"b.uss/pages": SAID}}, ["pages"]),
    ({"pages": 8, "file_says": {"b.uss/pages": SAID}}, []),
    ({"file_says": {"b.uss/pages": SAID}}, ["pages"]),
    ({"file_says": {"a.uss/cast/p1": {"value": True}}}, ["cast/p1"]),
    ({"cast": {"p1": True}, "file_says": {"a.uss/cast/p1": {"value": True}}}, []),
    ({"file_says": {"b.uss/set": {"value": ["odd"]}, "a.uss/set": {"value": {}}}}, ["set", "set"]),
    ({"file_says": "odd"}, []),
    ({"file_says": {"b.uss/pages": "odd"}}, []),
    ({"file_says": {"pages": {"value": 3}}}, []),
    ({}, []),
]


@pytest.mark.parametrize(("document", "fields"), DISAGREEING)
def test_a_file_disagrees_where_it_says_something_else_than_is_shown(
    document: dict[str, Any], fields: list[str]
) -> None:
    assert fields == [each.field for each in disagreeing(document)]


def test_no_control_character_of_a_files_name_is_handed_on() -> None:
    (said,) = all_said({"file_says": {"a\x1b[2J.uss/set": {"value": "X"}}})
    assert "\x1b" not in said.source


def test_taking_the_files_value_leaves_nothing_to_say() -> None:
    assert {"pages": 8, "file_says/blue.uss/pages": None} == taking(Said("pages", 8, "blue.uss"))


def test_what_a_file_says_is_no_field_of_the_form() -> None:
    desk = Desk(dt.date(2026, 11, 21), dt.date(2026, 11, 21))
    shown = form(KINDS["scene"], {"set": "BARN", "file_says": {"b.uss/pages": SAID}}, desk)

    assert ["set"] == [entry.field for entry in shown]
