"""Lists: for people, for programs, for spreadsheets."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from models.kinds import KINDS
from models.measure import width_of
from models.text import clean
from store.change import Edit
from store.production import Production
from tui.commands.table import table


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


def test_json_has_id_number_and_every_field(office: Run) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base anna")

    [record] = json.loads("\n".join(office("list", "run", "--json").out))

    assert ["id", "number", *KINDS["run"].slots()] == list(record)
    assert (None, [], []) == (record["driver"], record["stops"], record["tags"])
    assert 1 == len(record["passengers"])


def test_notes_are_a_list_of_key_and_text(office: Run, folder: Path) -> None:
    office("add", "issue", "rain p1")
    production = Production.open(folder)
    [issue] = production.view.records("issue")
    production.commit([Edit("issue", issue, {"notes/k1": "called the farmer"})], "noted")

    [record] = json.loads("\n".join(office("list", "issue", "--json").out))

    assert [{"key": "k1", "text": "called the farmer"}] == record["notes"]


def test_a_field_of_a_later_version_is_in_the_json(office: Run, folder: Path) -> None:
    office("add", "issue", "rain p1")
    production = Production.open(folder)
    [issue] = production.view.records("issue")
    production.commit([Edit("issue", issue, {"weather": "wet"})], "later")

    [record] = json.loads("\n".join(office("list", "issue", "--json").out))

    assert "wet" == record["weather"]


ORDERS = {
    "runs by day and time": (
        "run",
        ("2026-11-24 0600 hotel>base", "2026-11-23 0700 hotel>base", "2026-11-23 by 0640 base"),
        ("day", "leave", "by"),
        [
            ("2026-11-23", None, "06:40"),
            ("2026-11-23", "07:00", None),
            ("2026-11-24", "06:00", None),
        ],
    ),
    "calls by their first time": (
        "call",
        ("2026-11-23 anna 0700", "2026-11-23 mia hmu 0610 set 0730", "2026-11-22 ben 0900"),
        ("call", "hmu"),
        [("09:00", None), (None, "06:10"), ("07:00", None)],
    ),
    "scenes as people count": (
        "scene",
        ("12A INT BARN D", "2 INT BARN D", "12 INT BARN D", "102 EXT FARM N"),
        ("scene",),
        [("2",), ("12",), ("12A",), ("102",)],
    ),
    "people by department": (
        "person",
        ("Zoe", "Urs, focus puller, camera"),
        ("name",),
        [("Urs",), ("Anna Keller",), ("Ben Okafor",), ("Mia Sutter",), ("Zoe",)],
    ),
    "issues by urgency": (
        "issue",
        ("a p1 status:done", "b p3", "c p1 due_day:2026-11-25", "d p1 due_day:2026-11-24", "e"),
        ("title",),
        [("d",), ("c",), ("b",), ("e",), ("a",)],
    ),
}


@pytest.mark.parametrize(("kind", "lines", "fields", "wanted"), ORDERS.values(), ids=ORDERS)
def test_lists_stand_in_the_order_of_the_trade(
    office: Run,
    kind: str,
    lines: tuple[str, ...],
    fields: tuple[str, ...],
    wanted: list[tuple[object, ...]],
) -> None:
    for line in lines:
        assert 0 == office("add", kind, line).code

    found = json.loads("\n".join(office("list", kind, "--json").out))

    assert wanted == [tuple(each[field] for field in fields) for each in found]


FILTERS = {
    "a word": (("keller",), ["Anna Keller"]),
    "not a word": (("-keller",), ["Ben Okafor", "Mia Sutter"]),
    "a field": (("department:transport",), ["Ben Okafor"]),
    "two words": (("anna", "gaffer"), ["Anna Keller"]),
    "a word in quotes": (("Anna Keller",), ["Anna Keller"]),
}


@pytest.mark.parametrize(("words", "wanted"), FILTERS.values(), ids=FILTERS)
def test_a_filter_is_written_as_on_the_board(
    office: Run, words: tuple[str, ...], wanted: list[str]
) -> None:
    found = json.loads("\n".join(office("list", "people", *words, "--json").out))

    assert wanted == [each["name"] for each in found]


def test_a_day_in_view_shows_only_that_day(office: Run) -> None:
    office("add", "run", "2026-11-23 0540 hotel>base")
    office("add", "run", "2026-11-24 0640 hotel>base")

    said = office("list", "run", "--day", "2026-11-24")

    assert (2, "1 run on Tue 24 Nov 2026.") == (len(said.out), said.err[0])
    assert "06:40" in said.out[1]
    assert "Day" not in said.out[0]


def test_the_plain_list_has_headings_and_no_frames(office: Run) -> None:
    said = office("list", "person")

    assert ["No.", "Name", "Role", "Department", "Phone"] == said.out[0].split()[:5]
    assert not any(mark in line for line in said.out for mark in "│┃|─━")
    assert "3 people." == said.err[0]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120])
def test_a_list_fits_the_terminal(width: int) -> None:
    from tests.models.nightfall import PEOPLE, desk

    documents = [{"id": each, "number": "M1", **fields} for each, fields in PEOPLE.items()]

    made = table(KINDS["person"], documents, desk(), width=width)

    assert max(width_of(line) for line in made.lines) <= width
    assert len(PEOPLE) + 1 == len(made.lines)


def test_what_there_was_no_room_for_is_named() -> None:
    from tests.models.nightfall import PEOPLE, desk

    documents = [{"id": each, "number": "M1", **fields} for each, fields in PEOPLE.items()]

    assert ("Character", "Cast no.", "Called") == table(
        KINDS["person"], documents, desk(), width=60
    ).left_out
    assert () == table(KINDS["person"], documents, desk(), width=None).left_out


def test_csv_runs_no_formula(office: Run) -> None:
    office("add", "issue", "title:=1+1")

    rows = list(csv.DictReader(office("list", "issue", "--csv").out))

    assert ["'=1+1"] == [row["title"] for row in rows]


def test_csv_says_names_and_not_ids(office: Run) -> None:
    office("add", "run", "2026-11-23 0540 van2 hotel>base anna mia")

    [row] = csv.DictReader(office("list", "run", "--csv").out)

    assert ("Van 2", "hotel", "Anna Keller; Mia Sutter") == (
        row["vehicle"],
        row["origin"],
        row["passengers"],
    )


@pytest.mark.parametrize("form", [(), ("--json",), ("--csv",)])
def test_no_control_of_anybodys_reaches_the_terminal(
    office: Run, folder: Path, form: tuple[str, ...]
) -> None:
    evil = "a\x1b[31mb\x9b2Jc\u202ed\x07"
    production = Production.open(folder)
    production.commit([Edit("issue", "evil1234", {"title": evil, evil: evil})], evil)

    said = office("list", "issue", *form)

    assert said.out == [clean(line) for line in said.out]
    assert evil == (json.loads("\n".join(said.out))[0]["title"] if form == ("--json",) else evil)


def test_nothing_found_is_exit_one_and_still_json(office: Run) -> None:
    said = office("list", "person", "nobody", "--json")

    assert (1, ["[]"], ["No person like that."]) == said


def test_an_empty_list_says_how_to_begin(run: Run) -> None:
    said = run("list", "run")

    assert (1, []) == said[:2]
    assert said.err[0].startswith("There are no runs yet. To add one: callboard add run '")


def test_the_past_is_listed_as_it_was(office: Run) -> None:
    said = office("list", "person", "--at", "yesterday 18:00")

    assert (1, []) == said[:2]
    assert said.err[0].startswith("No person, as of ")
    assert said.err[0].endswith(" 18:00.")
