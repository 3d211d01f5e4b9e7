"""Productions to sit down at: a small one written out here, and the demo."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from models.kinds import kind
from store.demo.build import build
from store.production import Production
from tests.tui.coordinator import NOW
from tui.office import Office


if TYPE_CHECKING:
    from pathlib import Path

SMALL_ONE = """
day shoot:3 call 0700
place "Grand Hotel" short:hotel
place "Unit base" short:base
place Farm
leg hotel>base 15m
person Anna Keller, gaffer, electric, +41 79 555 01 22
person Ben Okafor, grip
person Reto Caflisch, transport captain
person Tom Frei, driver
vehicle "Van 2" seats:8 driver:tom
vehicle "Van 3" seats:2
scene 12A INT BARN D 2 3/8
scene 12B EXT BARN N 1/8
event 1400 45m Tech recce farm +reto
event 1900 30m Production meeting
call anna 0630
call ben 0645
run 0540 van2 hotel>base anna ben
run 0600 van3 hotel>base reto
run 0700 van2 base>farm anna
issue generator 2 tripping p1 +reto due 1400 #power
issue walkies lost in the mud p3
"""
"""One record a line: its kind and what a coordinator would type."""


@pytest.fixture
def folder(isolated: Path, tmp_path: Path) -> Path:
    """A small production of one day, written by mia; her changes are numbered M."""
    path = tmp_path / "nightfall"
    production = Production.create(path, title="Nightfall", zone="Europe/Zurich", as_user="mia")
    office = Office(production, now=lambda: NOW)
    for each in SMALL_ONE.strip().splitlines():
        word, _, line = each.partition(" ")
        proposal = office.adding(line, kind(word))
        assert not proposal.wrong, (each, proposal.wrong)
        office.save([proposal])
    return path


@pytest.fixture
def empty(isolated: Path, tmp_path: Path) -> Path:
    """A production with nothing in it."""
    path = tmp_path / "blank"
    Production.create(path, title="Blank", zone="Europe/Zurich", as_user="mia")
    return path


@pytest.fixture(scope="session")
def demo_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo at five in the morning, made once for all tests."""
    path = tmp_path_factory.mktemp("demo") / "low-water"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CALLBOARD_STATE", str(tmp_path_factory.mktemp("state")))
        build(path, now=NOW)
    return path


@pytest.fixture
def demo(isolated: Path, demo_made: Path, tmp_path: Path) -> Path:
    """A demo of one's own."""
    return shutil.copytree(demo_made, tmp_path / "low-water")
