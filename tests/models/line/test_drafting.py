"""What a line would save: defaults, what lapses, what an edit leaves out, whom it is about."""

from __future__ import annotations

from typing import Any

import pytest

from models.edits import Aimed
from models.kinds import KINDS
from models.line import draft, read, write
from models.line.drafting import same_records
from models.record import Record
from tests.models.nightfall import MONDAY, desk, records


DESK = desk()
RECORDS = records()


@pytest.mark.parametrize(
    ("kind", "record", "line"),
    [
        (
            "run",
            "run7",
            '0540 Van2 hotel>base +Mia +Ben status:told #early note:"bring the child seat"',
        ),
        ("run", "run8", "by 0640 base"),
        ("call", "electric", "Electric 0630 confirmed"),
        ("call", "miacall", "Mia hmu 0610 cos 0650 set 0730"),
        ("call", "tomorrow", "2026-11-24 Electric 0700"),
        ("day", "day6", "type:shoot shoot:6 0700"),
        ("scene", "s12a", "12A BARN 2 3/8 cast:1,4"),
        ("event", "recce", "2026-11-27 1400 45m Tech recce Farm +EvaLang +Reto"),
        ("issue", "genny", "p1 generator 2 tripping status:open +Reto due 1400 #power #Farm"),
        ("vehicle", "van2", 'Van 2 seats:8 driver:Tom reg:"ZH 412 907"'),
        ("leg", "leg1", "hotel>base 35m"),
        ("person", "anna", "Anna Keller, gaffer, Electric, short:Anna"),
        ("person", "zoe", 'Zoë Müller, as:"THE MILLER", cast:3'),
        ("production", "production", "Nightfall zone:Europe/Zurich"),
    ],
)
def test_a_record_is_written_as_a_coordinator_would(kind: str, record: str, line: str) -> None:
    assert line == write(KINDS[kind], RECORDS[kind][record], DESK)


@pytest.mark.parametrize("kind", [KINDS[word] for word in RECORDS], ids=[*RECORDS])
def test_an_edit_that_changes_nothing_sets_nothing(kind: type[Record]) -> None:
    for document in RECORDS[kind.word].values():
        found = draft(read(write(kind, document, DESK), kind, DESK), DESK, document)
        assert ({}, ()) == (found.sets, found.problems)


def test_what_an_edit_leaves_out_is_emptied() -> None:
    before = RECORDS["run"]["run7"]
    found = draft(read("0540 van2 hotel>base +mia", KINDS["run"], DESK), DESK, before)

    gone = {"passengers/ben": None, "status": None, "tags/early": None, "note": None}
    assert gone == found.sets


def test_notes_and_numbers_are_not_on_a_line_and_stay() -> None:
    before = {"id": "x", "number": "M9", "title": "genny", "notes": {"a": "rang Reto"}, "odd": 1}
    found = draft(read("genny p1", KINDS["issue"], DESK), DESK, before)

    assert {**before, "priority": 1} == found.after


@pytest.mark.parametrize(
    ("kind", "line", "field", "day"),
    [
        ("run", "0600 base", "day", MONDAY.isoformat()),
        ("run", "day: 0600 base", "day", None),
        ("call", "grip 0600", "day", MONDAY.isoformat()),
        ("day", "0700", "date", MONDAY.isoformat()),
        ("scene", "12 INT BARN", "day", None),
        ("issue", "genny", "due_day", None),
    ],
)
def test_the_day_in_view_is_meant(kind: str, line: str, field: str, day: str | None) -> None:
    assert day == draft(read(line, KINDS[kind], DESK), DESK).after.get(field)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("0610", "planned"),
        ("driver tom", "planned"),
        ("0540", "told"),
        ("+zoe", "told"),
        ("note:x", "told"),
        ("0610 out", "out"),
        ("0610 status:", None),
    ],
)
def test_who_was_told_is_no_longer_where_it_changes(line: str, status: str | None) -> None:
    reading = read(line, KINDS["run"], DESK, whole=False)

    after = draft(reading, DESK, RECORDS["run"]["run7"], whole=False).after

    assert status == after.get("status")


@pytest.mark.parametrize(
    ("kind", "line", "about"),
    [
        ("call", "electric 0645", [Aimed("call", "electric")]),
        ("call", "electric +30", [Aimed("call", "electric")]),
        ("call", "electric tue 0645", [Aimed("call", "tomorrow")]),
        ("call", "mia set 0800", [Aimed("call", "miacall")]),
        ("call", "grip 0645", []),
        ("call", "all 0700", []),
        (
            "call",
            "all +30",
            [Aimed("call", "electric"), Aimed("call", "miacall"), Aimed("day", "day6")],
        ),
        ("call", "all tue +30", [Aimed("call", "tomorrow")]),
        ("day", "0730", [Aimed("day", "day6")]),
        ("scene", "12A INT BARN", [Aimed("scene", "s12a")]),
        ("leg", "hotel>base 40m", [Aimed("leg", "leg1")]),
        ("leg", "hotel>base 40m 0630-0900", []),
        ("run", "0540 van2 hotel>base", []),
    ],
)
def test_a_line_that_adds_may_be_about_what_is_there(
    kind: str, line: str, about: list[Aimed]
) -> None:
    assert about == list(same_records(read(line, KINDS[kind], DESK), DESK))


def test_calls_that_move_together_each_move_from_their_own_time() -> None:
    reading = read("all +30", KINDS["call"], DESK)
    moved: dict[str, Any] = {
        each.id: dict(
            draft(
                read("+30", KINDS[each.kind], DESK, whole=False),
                DESK,
                RECORDS[each.kind][each.id],
                whole=False,
            ).sets
        )
        for each in same_records(reading, DESK)
    }

    assert {
        "electric": {"status": "planned", "call": "07:00"},
        "miacall": {"hmu": "06:40", "costume": "07:20", "onset": "08:00"},
        "day6": {"call": "07:30"},
    } == moved
