from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.desk import desk_of
from models.form import blanks, called, form
from models.kinds import KINDS
from models.said import said_as
from models.words import words


DESK = desk_of(
    {
        "person": {"p1": {"id": "p1", "name": "Anna [x] Keller"}},
        "place": {
            "l1": {"id": "l1", "name": "Grand Hotel", "short": "hotel"},
            "l2": {"id": "l2", "name": "Base"},
        },
    },
    dt.date(2026, 11, 21),
)


@pytest.mark.parametrize(
    ("kind", "before", "after", "expected"),
    [
        ("run", {"leave": "05:40"}, {"leave": "06:10"}, ("leave 05:40 → 06:10",)),
        ("run", {"leave": "05:40"}, {"leave": None}, ("leave 05:40 cleared",)),
        ("run", {}, {"to": "l1"}, ("to hotel",)),
        ("run", {}, {"passengers/p1": True}, ("+Anna [x] Keller",)),
        ("run", {"passengers/p1": True}, {"passengers/p1": None}, ("-Anna [x] Keller",)),
        ("run", {}, {"number": "M1", "leave": "05:40"}, ("made", "leave 05:40")),
        ("run", {}, {"gone": True}, ("removed",)),
        ("run", {"gone": True}, {"gone": None}, ("brought back",)),
        ("run", {}, {"tags/wrap": True}, ("#wrap",)),
        ("run", {"tags/wrap": True}, {"tags/wrap": None}, ("-#wrap",)),
        ("person", {}, {"phones/+41 79": True}, ("phone +41 79 added",)),
        ("scene", {"pages": 8}, {"pages": 19}, ("pages 1 → 2 3/8",)),
        ("issue", {}, {"notes/k1": "called the rental"}, ("noted: called the rental",)),
        ("hologram", {"beam": 1}, {"beam": 2}, ("beam 1 → 2",)),
        ("run", {}, {"warp": "9"}, ("warp 9",)),
        ("scene", {}, said_as("pages", 19, "blue.uss"), ("blue.uss says pages 2 3/8",)),
        ("scene", {}, said_as("pages", None, "blue.uss"), ("blue.uss says pages nothing",)),
        ("run", {}, said_as("passengers/p1", True, "l.csv"), ("l.csv says +Anna [x] Keller",)),
        ("scene", {}, said_as("order", "K", "b.uss"), ("b.uss says place on the board another",)),
        ("scene", {}, {"file_says/b.uss/pages": None}, ()),
        ("scene", {}, {"file_says/b.uss/pages": "odd"}, ()),
        ("hologram", {}, said_as("beam", 3, "b.uss"), ("b.uss says beam 3",)),
    ],
)
def test_history_is_told_in_words(
    kind: str, before: dict[str, Any], after: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert expected == words(kind, before, after, DESK)


@pytest.mark.parametrize(
    ("kind", "document", "expected"),
    [
        (
            "run",
            {"number": "M7", "leave": "05:40", "origin": "l1", "to": "l2"},
            "run M7 05:40 hotel>Base",
        ),
        ("person", {"number": "M1", "name": "Anna"}, "person M1 Anna"),
        ("scene", {"scene": "12A", "set": "BARN"}, "scene 12A BARN"),
        ("call", {"person": "p1", "call": "06:30"}, "call Anna [x] Keller 06:30"),
        ("hologram", {"number": "M1"}, "hologram M1"),
        ("run", {}, "run"),
    ],
)
def test_a_record_is_called_what_people_call_it(
    kind: str, document: dict[str, Any], expected: str
) -> None:
    assert expected == called(kind, document, DESK)


def test_a_form_has_what_is_there_and_shows_what_it_does_not_know() -> None:
    document = {"id": "r1", "leave": "05:40", "warp": 9, "passengers": ["not", "a set"]}

    assert [
        ("leave", "05:40"),
        ("passengers", "['not', 'a set']"),
        ("warp", "9"),
    ] == [(entry.heading, entry.shown) for entry in form(KINDS["run"], document, DESK)]


def test_the_blanks_of_a_form_say_what_may_be_typed() -> None:
    found = {entry.field: entry.shown for entry in blanks(KINDS["run"], {"leave": "05:40"})}

    assert ("leave" in found, "a time (0630, 6:30, 25:30)") == (False, found["by"])
