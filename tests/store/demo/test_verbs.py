from __future__ import annotations

import datetime as dt

import pytest

from models.desk import Desk, desk_of
from models.errors import CallboardError
from store.demo.verbs import deed


RECORDS = {
    "place": {
        "ppp2222a": {"id": "ppp2222a", "name": "Hotel", "short": "hotel"},
        "ppp3333a": {"id": "ppp3333a", "name": "Base", "short": "base"},
    },
    "run": {
        "rrr2222a": {
            "number": "R1",
            "day": "2026-11-25",
            "leave": "05:40",
            "to": "ppp3333a",
            "status": "told",
        },
        "rrr3333a": {"day": "2026-11-25", "leave": "06:40", "number": "R2"},
        "rrr4444a": {"day": "2026-11-25", "leave": "06:40", "number": "R3"},
    },
    "issue": {"uuu2222a": {"title": "who has the key", "number": "M1"}},
}


@pytest.fixture
def desk() -> Desk:
    return desk_of(RECORDS, dt.date(2026, 11, 25))


def test_a_line_that_begins_with_its_kind_adds_a_record_with_a_number_to_come(desk: Desk) -> None:
    found = deed("run 0540 hotel>base", desk)
    expected = {
        "number": "",
        "day": "2026-11-25",
        "leave": "05:40",
        "origin": "ppp2222a",
        "to": "ppp3333a",
    }
    assert ("run", expected) == (found.edit.kind, found.edit.set)


@pytest.mark.parametrize(
    ("line", "record", "sets"),
    [
        ("change run 0540 : status:done", "rrr2222a", {"status": "done"}),
        ("change run 0540 : 0550", "rrr2222a", {"leave": "05:50", "status": "planned"}),
        ('change issue "who has the key" : p1', "uuu2222a", {"priority": 1}),
        ("remove run 0540", "rrr2222a", {"gone": True}),
        ("link issue who has the key : run 0540", "uuu2222a", {"about": "run/rrr2222a"}),
    ],
)
def test_a_verb_edits_the_record_it_names(
    line: str, record: str, sets: dict[str, object], desk: Desk
) -> None:
    found = deed(line, desk).edit
    assert (record, sets) == (found.id, found.set)


def test_a_running_note_is_an_element_of_its_own(desk: Desk) -> None:
    found = deed("note issue who has the key : Gian: I do", desk).edit
    assert [("notes", "Gian: I do")] == [
        (key.partition("/")[0], words) for key, words in found.set.items()
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("change run 0640 : 0650", "names 2 records, not one"),
        ("change run 0740 : 0650", "names no records, not one"),
        ("change run 0540 0650", "has no ' : '"),
        ("change run 0540 : 0540", "changes nothing"),
        ("change run 0540 : sideways", "sideways"),
        ("sing run 0540", "'sing' is no kind of record"),
        ("run hotel>base", "a run needs a time"),
    ],
)
def test_a_line_that_cannot_be_done_is_refused_in_words(line: str, words: str, desk: Desk) -> None:
    with pytest.raises(CallboardError, match=words):
        deed(line, desk)
