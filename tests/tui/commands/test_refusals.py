"""Every refusal is a sentence on stderr and an exit code; nothing is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models import kinds
from store.production import Production


if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.commands.conftest import Run


KINDS = f"Kinds: {', '.join(kinds.KINDS)}."

REFUSED = {
    ("list", "rum"): (2, f"'rum' is no kind. Do you mean run? {KINDS}"),
    ("list", "qqqq"): (2, f"'qqqq' is no kind. {KINDS}"),
    ("add", "rum", "0540"): (2, f"'rum' is no kind. Do you mean run? {KINDS}"),
    ("log", "rum"): (2, f"'rum' is no kind. Do you mean run? {KINDS}"),
    ("list", "run", "--day", "blah"): (
        2,
        "--day: blah is not a day (write fri, tmr, d12, 12/3 or 2026-12-03).",
    ),
    ("list", "run", "--at", "blah"): (2, "--at: 'blah' is not a moment (write 'yesterday 18:00'"),
    ("list", "run", "--at", "tmr"): (2, "--at: 'tmr' is "),
    ("list", "run", "--day", "d3"): (2, "--day: there is no shoot day 3 (none is planned yet)."),
    ("change", "run", "99", "-15"): (1, "There is no run '99'."),
    ("change", "person", "zorro", "diet:x"): (1, "There is no person 'zorro'."),
    ("change", "person", "kellr", "diet:x"): (1, "There is no person 'kellr' (Anna Keller?)."),
    ("change", "place", "e", "note:x"): (1, "There is no place 'e'."),
    ("change", "person", "anna"): (2, "What is to change? callboard change person anna LINE."),
    ("remove", "run", "99"): (1, "There is no run '99'."),
    ("remove", "production", "1"): (1, "A production's settings cannot be removed."),
    ("log", "run", "99"): (1, "There is no run '99'."),
    ("redo",): (1, "You have no change here that can be brought back."),
    ("import", "nope.csv"): (1, "There is no file nope.csv."),
    ("import", "nightfall"): (1, "nightfall is a folder; name one file in it."),
    ("import", "script.fdx"): (
        1,
        "script.fdx is not a Final Draft script, whatever its name says.",
    ),
    ("export", "x.pdf"): (1, "x.pdf cannot be written: exports end in .json and .csv."),
    ("export", "x.csv"): (1, "A CSV file holds one kind of record"),
    ("export", "nope/x.json"): (1, "NOT saved: nope/x.json: No such file or directory."),
    ("nightfal",): (
        2,
        "'nightfal' is neither a command nor a folder here. Do you mean: callboard nightfall?",
    ),
    ("lst", "run"): (
        2,
        "'lst' is neither a command nor a folder here. Do you mean: callboard list?",
    ),
    ("run",): (2, "'run' is neither a command nor a folder here. Do you mean: callboard list run?"),
    ("qqqqqq",): (2, "'qqqqqq' is neither a command nor a folder here."),
    ("./nope",): (1, "There is no folder nope. Check the name, or make a production."),
    ("nightfall",): (1, "The board needs a terminal. For scripts there is 'callboard list'."),
    ("-p", "nope", "list", "run"): (1, "There is no folder nope. Check the name"),
    ("-p", "x.txt", "list", "run"): (1, "x.txt is a file. Name the folder of a production."),
    ("-p", ".", "list", "run"): (1, ". holds no production: there is no production.json in it."),
    ("new", "film", "--zone", "Zurich"): (
        2,
        "--zone: Zurich is not a time zone (write Europe/Zurich); is it Europe/Zurich?",
    ),
    ("new", "film", "--title", " "): (1, "A production needs a title: --title 'Nightfall'."),
    ("new", "film", "--group", "no-such-group"): (
        1,
        "The production was not made in film: no group is called no-such-group.",
    ),
    ("new", "nightfall"): (
        1,
        "nightfall already holds a production. Open it, or name another folder.",
    ),
}


@pytest.mark.parametrize(("words", "wanted"), REFUSED.items())
def test_a_refusal_is_a_sentence_and_a_code(
    office: Run, tmp_path: Path, words: tuple[str, ...], wanted: tuple[int, str]
) -> None:
    (tmp_path / "x.txt").write_text("x")
    (tmp_path / "script.fdx").write_text("x")
    history = office("log").out

    said = office(*words)

    code, begins = wanted
    assert (code, [], begins) == (said.code, said.out, said.err[0][: len(begins)])
    assert history == office("log").out


USAGE = {
    ("add",): "Missing argument 'KIND'",
    ("add", "run"): "Missing argument 'LINE...'",
    ("add", "run", "--wat", "0540"): "No such option '--wat'",
    ("change", "run"): "Missing argument 'REF'",
    ("undo", "it"): "Got unexpected extra argument (it)",
    ("--wat",): "No such option '--wat'",
    ("log", "-n", "0"): "0 is not in the range x>=1",
}


@pytest.mark.parametrize(("words", "wanted"), USAGE.items())
def test_a_line_that_is_no_command_is_exit_two(
    run: Run, words: tuple[str, ...], wanted: str
) -> None:
    said = run(*words)

    assert (2, []) == said[:2]
    assert wanted.replace("'", "") in said.err[-1].replace("'", "").replace(":", "")


def test_without_a_production_the_way_to_one_is_said(
    anywhere: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    for words in ((), ("list", "run"), ("undo",), ("check",)):
        said = anywhere(*words)
        assert (2, []) == said[:2]
        assert said.err[0].startswith("No production is named. Go into its folder, or name it: ")


def test_somebody_elses_change_is_not_undone(office: Run, folder: Path) -> None:
    production = Production.open(folder, as_user="reto")

    assert production.writer != ""
    assert (1, "You have no change here that can be taken back.") == _undone_until_refused(office)


def _undone_until_refused(office: Run) -> tuple[int, str]:
    for _ in range(20):
        said = office("undo")
        if said.code:
            return said.code, said.err[0]
    return 0, ""


def test_a_folder_that_may_not_be_written_is_read_and_not_changed(
    office: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.authorship.may_not_write", lambda *_: "You may read but not write.")

    listed, added = office("list", "person"), office("add", "issue", "rain")

    assert (0, 1) == (listed.code, added.code)
    assert ["NOT saved: You may read but not write."] == added.err


@pytest.mark.parametrize("words", [("-h",), ("add", "-h"), ("list", "--help"), ("log", "-h")])
def test_help_is_help_and_not_a_word_of_the_line(anywhere: Run, words: tuple[str, ...]) -> None:
    said = anywhere(*words)

    assert (0, "Usage: callboard") == (said.code, said.out[0][:16])


def test_the_help_of_add_shows_a_line_of_every_kind(anywhere: Run) -> None:
    shown = " ".join(" ".join(anywhere("add", "-h").out).split())

    assert [] == [
        each.word for each in kinds.KINDS.values() if each.pane and each.example not in shown
    ]
