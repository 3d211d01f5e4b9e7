"""`list` and `add` read without click do and say what they do and say through it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from store.production import Production
from tui.cli import cli
from tui.quick import quick, read
from tui.start import HERE


if TYPE_CHECKING:
    from pathlib import Path


ALIKE = (
    ("list", "person"),
    ("list", "people"),
    ("list", "person", "anna", "--json"),
    ("list", "--csv", "run"),
    ("list", "run", "--plain", "--json"),
    ("list", "run", "--day", "2026-11-23"),
    ("list", "run", "-anna", "-p", "nightfall"),
    ("list", "run", "--sort", "to"),
    ("list", "run", "--sort", "nothing"),
    ("list", "issue"),
    ("list", "person", "nobody"),
    ("list", "run", "--day", "never"),
    ("list", "run", "--at", "then"),
    ("-p", "elsewhere", "list", "run"),
    ("add", "issue", "rain p1", "--dry-run"),
    ("add", "issue", "--as-is", "rain", "due:27:61"),
    ("add", "run", "by", "0640", "base", "-30"),
    ("add", "production", "again"),
)

LEFT_TO_CLICK = (
    (),
    ("today",),
    ("list",),
    ("list", "--help"),
    ("list", "run", "-h", "--help"),
    ("list", "rnu"),
    ("list", "run", "--day"),
    ("list", "run", "--day", "--json"),
    ("list", "run", "--day=fri"),
    ("list", "run", "--", "-p"),
    ("--at", "yesterday", "list", "run"),
    ("-p", "", "list", "run"),
    ("add", "run", "-"),
    ("add", "run", "--at", "yesterday"),
)


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside a production called Nightfall, with somebody and a run in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(HERE, "nightfall")
    Production.create("nightfall", title="Nightfall", zone="Europe/Zurich")
    for line in (("person", "Anna Keller, gaffer"), ("run", "2026-11-23 0540 hotel>base anna")):
        CliRunner().invoke(cli, ["add", *line, "--as-is"])


@pytest.mark.parametrize("words", ALIKE, ids=" ".join)
def test_a_command_does_the_same_with_click_and_without(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    through_click = CliRunner().invoke(cli, list(words))
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)

    code = quick(words, {HERE: "nightfall"})

    assert through_click.stdout + through_click.stderr != ""
    assert (through_click.exit_code, through_click.stdout) == (code, out.getvalue())
    assert _unnumbered(through_click.stderr) == _unnumbered(err.getvalue())


def _unnumbered(said: str) -> str:
    """What was said without the number a new record got: each way of adding gives the next."""
    return "".join(mark for mark in said if not mark.isdigit())


@pytest.mark.parametrize("words", LEFT_TO_CLICK, ids=" ".join)
def test_help_and_what_is_mistyped_is_left_to_click(words: tuple[str, ...]) -> None:
    assert read(words, {}) is None


def test_what_was_saved_is_kept_and_told_when_the_command_is_done() -> None:
    typed = read(("add", "issue", "rain p1"), {HERE: "nightfall"})
    assert typed is not None
    done: list[object] = []

    opening = typed.opening._replace(later=done.append)
    typed.command.run(opening, typed.of, typed.words, typed.options)

    assert 2 == len(done)
