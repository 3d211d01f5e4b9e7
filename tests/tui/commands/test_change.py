"""Changing and removing by a reference, and taking it back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from tests.tui.commands.conftest import Run


@pytest.fixture
def with_run(office: Run) -> Run:
    office("add", "run", "2026-11-23 0540 van2 hotel>base anna mia")
    return office


def record_of(run: Run, kind: str, *words: str) -> dict[str, object]:
    [found] = json.loads("\n".join(run("list", kind, "--json", *words).out))
    record: dict[str, object] = found
    return record


CHANGES = {
    "earlier": (("-15",), {"leave": "05:25"}),
    "later": (("+30",), {"leave": "06:10"}),
    "by a time": (("by", "0640"), {"by": "06:40"}),
    "a note of two words": (("note:two words",), {"note": "two words"}),
    "a field emptied": (("vehicle:",), {"vehicle": None}),
    "a tag": (("#wrap",), {"tags": ["wrap"]}),
    "several at once": (("-15", "status:told", "note:keys"), {"leave": "05:25", "note": "keys"}),
    "behind two dashes": (("--", "-15"), {"leave": "05:25"}),
}


@pytest.mark.parametrize(("words", "wanted"), CHANGES.values(), ids=CHANGES)
def test_a_few_words_change_a_record(
    with_run: Run, words: tuple[str, ...], wanted: dict[str, object]
) -> None:
    said = with_run("change", "run", "1", *words)

    record = record_of(with_run, "run")
    assert (0, []) == said[:2]
    assert wanted == {field: record[field] for field in wanted}


def test_minus_a_name_takes_a_passenger_away(with_run: Run) -> None:
    said = with_run("change", "run", "1", "-anna", "-h:")

    assert said.code == 1
    said = with_run("change", "run", "1", "-anna")
    assert said.err[0].endswith(": -Anna Keller.")
    mia = record_of(with_run, "person", "mia")
    assert [mia["id"]] == record_of(with_run, "run")["passengers"]


def test_what_changed_is_said_from_what_to_what(with_run: Run) -> None:
    number = record_of(with_run, "run")["number"]

    assert [f"Changed run {number} 05:40 hotel>base: leave 05:40 → 05:25."] == (
        with_run("change", "run", "1", "-15").err
    )


@pytest.mark.parametrize("by", ["number", "id"])
def test_a_record_is_meant_by_its_number_or_id(with_run: Run, by: str) -> None:
    reference = str(record_of(with_run, "run")[by])

    assert 0 == with_run("change", "run", reference, "note:x").code


def test_a_record_is_meant_by_any_part_of_its_name(with_run: Run) -> None:
    assert 0 == with_run("change", "person", "kell", "diet:vegan").code
    assert "vegan" == record_of(with_run, "person", "anna")["diet"]


def test_settings_need_no_reference(with_run: Run) -> None:
    with_run("change", "production", "paper:letter")

    assert "letter" == record_of(with_run, "production")["paper"]


def test_removed_is_gone_until_undo(with_run: Run) -> None:
    said = with_run("remove", "run", "1")
    listed = with_run("list", "run")
    undone = with_run("undo")

    assert said.err[0].endswith("; 'callboard undo' brings it back.")
    assert (1, []) == listed[:2]
    assert undone.err[0].startswith("Took back “removed run")
    assert 0 == with_run("list", "run").code


def test_a_name_of_two_words_needs_no_quotes_to_be_removed(with_run: Run) -> None:
    assert 0 == with_run("remove", "person", "Mia", "Sutter").code


def test_undo_and_redo_say_what_they_did(with_run: Run) -> None:
    with_run("change", "run", "1", "-15")

    undone, redone = with_run("undo"), with_run("redo")

    assert ["Took back “changed run", "Brought back “changed run"] == [
        undone.err[0][:22],
        redone.err[0][:25],
    ]
    assert "05:25" == record_of(with_run, "run")["leave"]


def test_one_word_is_a_whole_line_before_it_is_one_value(with_run: Run) -> None:
    with_run("change", "run", "1", "note:keys by 0640")

    record = record_of(with_run, "run")
    assert ("keys", "06:40") == (record["note"], record["by"])


def test_a_wrong_word_behind_a_value_is_not_taken_into_it(with_run: Run) -> None:
    said = with_run("change", "run", "1", "note:keys by 0640 zorro")

    assert (1, "NOT saved.") == (said.code, said.err[0])
