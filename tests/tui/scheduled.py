"""A small schedule to move strips about in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kinds import kind
from store.production import Production
from tests.tui.coordinator import NOW
from tui.office import Office
from tui.strips import board_of


if TYPE_CHECKING:
    from pathlib import Path


SCHEDULE = """
day today shoot:1 type:shoot call 0700
day tmr type:shoot call 0800
day +2d type:off
day +3d type:travel
place Farm
person Mia Sutter, as:JULIA, cast:1, category:cast
scene 1 INT BARN D 1 cast:1 day:today
scene 2 EXT YARD N 4/8 day:today
scene 3 EXT LANE D 2/8 day:tmr
scene 9 INT ATTIC D 1/8
event 1400 45m Tech recce day:today
"""


def two_days(path: Path) -> Path:
    """Two shoot days, a day off and a travel day, and a scene in the boneyard."""
    production = Production.create(path, title="Nightfall", zone="Europe/Zurich", as_user="mia")
    office = Office(production, now=lambda: NOW)
    for each in SCHEDULE.strip().splitlines():
        word, _, line = each.partition(" ")
        proposal = office.adding(line, kind(word))
        assert not proposal.wrong, (each, proposal.wrong)
        office.save([proposal])
    return path


def board(office: Office) -> list[str]:
    """Each day in a line: its strips by number or title; the boneyard last."""
    return [
        " ".join(str(s.document.get("scene") or s.document.get("title")) for s in each.strips)
        for each in board_of(office)
    ]
