"""Conflicts and settle: the same list and the same choice without a screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from store.production import Production
from tests.tui.disputed import apart, person


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run

NAMED = "run M1 05:50 hotel>base, Mon 23 Nov"
TIMES = {"reto": {"leave": "05:50"}, "ana": {"leave": "06:10"}}
NOTES = {"reto": {"note": "bring the keys"}, "ana": {"note": "the farmer has the keys, dog loose"}}
REMOVED = {"reto": {"gone": True}, "ana": {"leave": "06:10"}}


@pytest.fixture
def run(office: Run, folder: Path) -> Run:
    """The command line on a production with one run, made by mia."""
    from store.change import Edit

    mia = Production.open(folder, as_user="mia")
    places = {each["short"]: key for key, each in mia.view.records("place").items()}
    ends = {"origin": places["hotel"], "to": places["base"]}
    made = {"number": "", "day": "2026-11-23", "leave": "05:40", **ends}
    mia.commit([Edit("run", "r1r1r1r1", made)], "added it")
    number = str(mia.view.records("run")["r1r1r1r1"]["number"])
    assert number == "M1"
    return office


def the_run(folder: Path) -> Any:
    return Production.open(folder).view.records("run").get("r1r1r1r1")


def test_the_list_has_every_value_who_set_it_and_how_to_settle(run: Run, folder: Path) -> None:
    apart(folder, TIMES)
    apart(folder, NOTES)

    said = run("conflicts")

    assert (0, ["2 conflicts."]) == (said.code, said.err)
    assert f"{NAMED}: leave" == said.out[0]
    assert said.out[1].startswith("  1  05:50 (shown)  by reto ")
    assert said.out[1].endswith("had seen 05:40 by mia, not 2")
    assert said.out[2].startswith("  2  06:10          by ana ")
    assert "  callboard settle run M1 leave 1" == said.out[3]
    assert f"{NAMED}: note" == said.out[4]


def test_where_there_is_none_it_says_so(run: Run) -> None:
    assert (1, [], ["There are no conflicts."]) == run("conflicts")
    assert (1, ["[]"], ["There are no conflicts."]) == run("conflicts", "--json")


def test_programs_get_what_each_writer_had_seen(run: Run, folder: Path) -> None:
    apart(folder, TIMES)

    [conflict] = json.loads("\n".join(run("conflicts", "--json").out))

    assert ("run", "leave", f"{NAMED}: leave") == tuple(
        conflict[key] for key in ("kind", "field", "words")
    )
    shown, other = conflict["values"]
    assert [(1, "05:50", True), (2, "06:10", False)] == [
        (each["number"], each["value"], each["shown"]) for each in (shown, other)
    ]
    [by] = shown["by"]
    assert "05:40" == by["saw"]
    assert by["saw_by"].startswith("mia@")
    assert [each["writer"] for each in other["by"]] == [each["writer"] for each in by["not_seen"]]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        (["leave", "2"], "06:10"),
        (["2"], "06:10"),
        (["05:50"], "05:50"),
        (["leave:0630"], "06:30"),
        (["leave", "leave:05:50"], "05:50"),
    ],
)
def test_a_conflict_is_settled_by_a_number_a_value_or_another(
    run: Run, folder: Path, words: list[str], value: str
) -> None:
    apart(folder, TIMES)

    said = run("settle", "run", "m1", *words)

    assert (0, value) == (said.code, the_run(folder)["leave"])
    back = " 'callboard undo' takes that back." if value != "05:50" else ""
    assert [f"Settled {NAMED}: leave {value}.{back}"] == said.err
    assert 1 == run("conflicts").code


def test_a_value_of_several_words_needs_no_quotes_of_its_own(run: Run, folder: Path) -> None:
    apart(folder, NOTES)

    assert 0 == run("settle", "run", "m1", "note:ask the farmer").code
    assert "ask the farmer" == the_run(folder)["note"]


@pytest.mark.parametrize(("word", "there"), [("keep", True), ("remove", False)])
def test_a_removed_record_is_kept_or_not(run: Run, folder: Path, word: str, *, there: bool) -> None:
    apart(folder, REMOVED)
    assert "  callboard settle run M1 removal 1" == run("conflicts").out[-1]

    assert 0 == run("settle", "run", "m1", "removal", word).code
    assert there is (the_run(folder) is not None)
    assert 1 == run("conflicts").code


def test_an_element_is_named_by_what_it_is(run: Run, folder: Path) -> None:
    anna = person(folder, "Anna Keller")
    apart(folder, {"reto": {f"passengers/{anna}": True}, "ana": {f"passengers/{anna}": None}})
    assert "Anna Keller on run M1 05:40 hotel>base, Mon 23 Nov" == run("conflicts").out[0]
    assert "  callboard settle run M1 'Anna Keller' 1" == run("conflicts").out[-1]

    assert 0 == run("settle", "run", "m1", "Anna Keller", "off").code
    assert not the_run(folder).get("passengers")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["leave", "3"], "There is no 3 to choose here."),
        (["leave:quarter"], "quarter"),
        (["leave:0630 note:x"], "0630"),
        (["removal", "keep"], "There is no removal keep to choose here."),
    ],
)
def test_what_cannot_be_chosen_is_refused_and_nothing_is_saved(
    run: Run, folder: Path, words: list[str], said: str
) -> None:
    apart(folder, TIMES)

    answer = run("settle", "run", "m1", *words)

    assert 1 == answer.code
    assert said in "\n".join(answer.err)
    assert 0 == run("conflicts").code


def test_of_several_conflicts_one_must_be_named(run: Run, folder: Path) -> None:
    apart(folder, TIMES)
    apart(folder, NOTES)

    said = run("settle", "run", "m1", "2")

    assert (1, [f"{NAMED[:1].upper()}{NAMED[1:]} has 2 conflicts; say which: leave, note."]) == (
        said.code,
        said.err,
    )


def test_where_nothing_is_in_conflict_there_is_nothing_to_settle(run: Run) -> None:
    said = run("settle", "run", "m1", "2")

    assert (1, ["Run M1 05:40 hotel>base has no conflict; nothing to settle."]) == (
        said.code,
        said.err,
    )


def test_controls_in_values_reach_no_terminal(run: Run, folder: Path) -> None:
    apart(folder, {"reto": {"note": "\x1b[31mred\nline"}, "ana": {"note": "plain"}})

    shown = "\n".join(run("conflicts").out) + "\n".join(run("conflicts", "--json").out)

    assert "\x1b" not in shown
    assert "red" in shown
