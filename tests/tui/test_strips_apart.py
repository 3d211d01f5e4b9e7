"""Two people reorder the schedule apart, through two folders that meet: both moves hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.edits import Aimed
from models.kinds import KINDS
from models.moving_strips import one_down, one_up
from store.exchange.sync import sync
from store.production import Production
from tests.tui.coordinator import NOW
from tests.tui.scheduled import board, two_days
from tui.office import Office
from tui.strip_goals import go_onto, goal_of
from tui.strips import board_of, moved, open_dates


if TYPE_CHECKING:
    from pathlib import Path

    from tui.strips import Way


class Machine:
    """Somebody's folder, and what they do to the strips on it."""

    def __init__(self, path: Path, user: str) -> None:
        self.path, self.user = path, user
        self.look()

    def look(self) -> None:
        """Open the folder afresh."""
        production = Production.open(self.path, as_user=self.user)
        self.office = Office(production, now=lambda: NOW)

    def scenes(self, *numbers: str) -> set[Aimed]:
        found = self.office.of("scene").items()
        return {Aimed("scene", key) for key, each in found if each["scene"] in numbers}

    def moves(self, way: Way, *numbers: str) -> None:
        days, wanted = board_of(self.office), self.scenes(*numbers)
        moved(self.office, wanted, way(days, wanted, open_dates(self.office, days)))

    def puts(self, goal: str, *numbers: str) -> None:
        go_onto(self.office, self.scenes(*numbers), goal_of(self.office, goal))


@pytest.fixture
def machines(isolated: Path, tmp_path: Path) -> tuple[Machine, Machine]:
    """Mia's machine and Reto's, which have met: six strips on the first day."""
    path = two_days(tmp_path / "nightfall")
    mia = Machine(path, "mia")
    for number in ("4", "5", "6", "7"):
        mia.office.save([mia.office.adding(f"{number} INT BARN day:today", KINDS["scene"])])
    sync(path, str(tmp_path / "there"))
    return mia, Machine(tmp_path / "there", "reto")


def meet(mia: Machine, reto: Machine) -> list[str]:
    """The board after the two met; the same on both sides."""
    sync(mia.path, str(reto.path))
    mia.look()
    reto.look()
    assert board(mia.office) == board(reto.office)
    return board(mia.office)


def test_moves_of_different_strips_both_hold_and_nothing_is_in_conflict(
    machines: tuple[Machine, Machine],
) -> None:
    mia, reto = machines
    assert "1 2 4 5 6 7" == board(mia.office)[0]
    mia.moves(one_down, "1")
    reto.moves(one_up, "7")

    assert "2 1 4 5 7 6" == meet(mia, reto)[0]
    assert () == mia.office.production.conflicts()


def test_a_strip_moved_to_where_another_was_moved_away_from_is_still_there(
    machines: tuple[Machine, Machine],
) -> None:
    mia, reto = machines
    mia.puts("d2", "4")
    reto.puts("d1 after 4", "7")

    assert ["1 2 7 5 6", "3 4"] == meet(mia, reto)[:2]
    assert () == mia.office.production.conflicts()


def test_strips_put_to_the_same_place_stand_there_both_and_are_moved_apart_again(
    machines: tuple[Machine, Machine],
) -> None:
    mia, reto = machines
    mia.puts("d1 after 1", "5")
    reto.puts("d1 after 1", "7")
    found = meet(mia, reto)[0].split()

    assert ["1", {"5", "7"}, "2", "4", "6"] == [found[0], set(found[1:3]), *found[3:]]
    mia.moves(one_up, found[2])
    assert [found[2], found[1]] == board(mia.office)[0].split()[1:3]


def test_a_strip_moved_by_both_is_where_one_of_them_put_it_and_marked(
    machines: tuple[Machine, Machine],
) -> None:
    mia, reto = machines
    mia.puts("d2", "4")
    reto.puts("boneyard", "4")

    found = meet(mia, reto)
    assert 1 == sum("4" in each.split() for each in found)
    assert mia.office.production.conflicts()
