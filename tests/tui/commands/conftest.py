"""A small production in a folder of its own, and the command line run on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from store.production import Production
from tui.cli import cli


if TYPE_CHECKING:
    from pathlib import Path


class Said(NamedTuple):
    """What a command left behind: its exit code, and the lines on stdout and stderr."""

    code: int
    out: list[str]
    err: list[str]


Run = Callable[..., Said]

GROUND = (
    ("place", ('"Grand Hotel" short:hotel type:hotel',)),
    ("place", ('"Unit base" short:base type:base',)),
    ("leg", ("hotel>base 35m",)),
    ("person", ("Anna Keller, gaffer, electric, +41 79 555 01 22, anna@example.org",)),
    ("person", ("Ben Okafor, driver, transport",)),
    ("person", ("Mia Sutter, as:JULIA, cast:1, category:cast",)),
    ("vehicle", ('"Van 2" seats:8 driver:ben',)),
)
DAY = "2026-11-23"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new production called Nightfall, with nothing in it; we stand beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Production.create(tmp_path / "nightfall", title="Nightfall", zone="Europe/Zurich")
    return tmp_path / "nightfall"


@pytest.fixture
def anywhere() -> Run:
    """The command line, with no production named."""

    def run(*args: str, given: bytes = b"") -> Said:
        found = CliRunner().invoke(cli, list(args), input=given, prog_name="callboard")
        if found.exception and not isinstance(found.exception, SystemExit):
            raise found.exception
        return Said(found.exit_code, found.stdout.splitlines(), found.stderr.splitlines())

    return run


@pytest.fixture
def run(folder: Path, anywhere: Run) -> Run:
    """The command line on the new production."""

    def on(*args: str, given: bytes = b"") -> Said:
        return anywhere("-p", str(folder), *args, given=given)

    return on


@pytest.fixture
def office(run: Run) -> Run:
    """The command line on a production with people, places and a vehicle in it."""
    for kind, line in GROUND:
        assert run("add", kind, *line).code == 0
    return run
