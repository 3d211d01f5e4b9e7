"""Clocks that are years off change no order and no value; whose is off is said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from store.change import JSON
from store.clocks import LastChange, moment, wrong_clocks
from store.production import Production
from store.seen import Seen
from tests.store.writing import say


NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
TEN_YEARS = timedelta(days=3652)
RIGHT = timedelta()


class Wall:
    """A clock somebody set wrong by `off`."""

    def __init__(self) -> None:
        self.off = RIGHT

    def __call__(self) -> datetime:
        return NOW + self.off


@pytest.fixture
def walls() -> dict[str, Wall]:
    return {name: Wall() for name in ("mia", "reto", "zoe")}


@pytest.fixture
def boards(folder: Path, walls: dict[str, Wall]) -> dict[str, Production]:
    """Three boards on one production, each with a clock of its own."""
    made = {"title": "Nightfall", "zone": "UTC"}
    mia = Production.create(folder, **made, as_user="mia", clock=walls["mia"])
    others = ("reto", "zoe")
    return {
        "mia": mia,
        **{name: Production.open(folder, as_user=name, clock=walls[name]) for name in others},
    }


def took_turns(boards: dict[str, Production], rounds: int = 3) -> None:
    """Each changes what the one before left, having seen it."""
    for count in range(rounds):
        for name, board in boards.items():
            board.refresh()
            say(board, "r1", leave=f"{name} {count}", **{name: count})
    for board in boards.values():
        board.refresh()


def told(board: Production) -> list[str]:
    return [fault.words for fault in board.faults()]


@pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS])
@pytest.mark.parametrize("whose", ["mia", "reto", "zoe"])
def test_a_clock_years_off_changes_nothing_but_the_time_shown(
    boards: dict[str, Production],
    walls: dict[str, Wall],
    shown: Callable[[Production], dict[str, dict[str, JSON]]],
    whose: str,
    off: timedelta,
) -> None:
    walls[whose].off = off
    took_turns(boards)
    for board in boards.values():
        assert "zoe 2" == shown(board)["run"]["r1"]["leave"]
        assert () == board.conflicts()
        assert 10 == len(board.chronicle().changes())


@pytest.mark.parametrize("off", [TEN_YEARS, -TEN_YEARS])
def test_what_two_say_at_once_is_kept_side_by_side_whatever_their_clocks_say(
    boards: dict[str, Production], walls: dict[str, Wall], off: timedelta
) -> None:
    walls["mia"].off = off
    say(boards["mia"], "r1", leave="05:40")
    say(boards["reto"], "r1", leave="06:00")
    for board in boards.values():
        board.refresh()
    orders = {tuple(head.value for head in board.conflicts()[0].heads) for board in boards.values()}
    assert {"05:40", "06:00"} == {*orders.pop()}
    assert not orders


@pytest.mark.parametrize(
    ("off", "words"),
    [
        (TEN_YEARS, "is ahead: its last change says 2036-11-20 06:00, and here it is 2026-11-21"),
        (
            -TEN_YEARS,
            "is behind: its last change says 2016-11-21 06:00, and what it was made after",
        ),
    ],
)
def test_whose_clock_is_off_is_said(
    boards: dict[str, Production], walls: dict[str, Wall], off: timedelta, words: str
) -> None:
    walls["reto"].off = off
    took_turns({name: boards[name] for name in ("mia", "reto")})
    for looking in ("mia", "zoe"):
        boards[looking].refresh()
        (said,) = told(boards[looking])
        assert said.startswith(f"The clock of {boards['reto'].writer} {words}")


def test_one_set_right_again_is_said_no_more(
    boards: dict[str, Production], walls: dict[str, Wall]
) -> None:
    for off in (TEN_YEARS, -TEN_YEARS):
        walls["reto"].off = off
        took_turns(boards, 1)
        assert 1 == len(told(boards["mia"]))
        walls["reto"].off = RIGHT
        took_turns(boards, 1)
        assert [] == told(boards["mia"]) == told(boards["zoe"])


def test_a_clock_that_jumps_back_between_changes_is_said(
    boards: dict[str, Production], walls: dict[str, Wall]
) -> None:
    reto = boards["reto"]
    say(reto, "r1", leave="05:40")
    walls["reto"].off = -TEN_YEARS
    say(reto, "r1", leave="06:00")
    boards["mia"].refresh()
    (said,) = told(boards["mia"])
    assert said.startswith(f"The clock of {reto.writer} is behind")
    assert "06:00" == (boards["mia"].view.get("run", "r1") or {})["leave"]
    again = Production.open(reto.path, as_user="reto", clock=walls["reto"])
    assert reto.writer == again.writer
    assert 2 == again.chronicle().changes()[-1].n


def test_ones_own_clock_behind_all_others_is_said_as_ones_own(
    boards: dict[str, Production], walls: dict[str, Wall]
) -> None:
    for name in ("mia", "zoe"):
        say(boards[name], "r1", **{name: "here"})
    walls["reto"].off = -TEN_YEARS
    boards["reto"].refresh()
    (said,) = told(boards["reto"])
    assert (
        "The clock of this machine is behind, or was ahead: it says 2016-11-21 06:00, and every "
        "other writer's last change is from 2026-11-21 06:00. Set it right; nothing is lost by it."
    ) == said
    say(boards["reto"], "r1", leave="06:00")
    assert 1 == len(told(boards["reto"]))


def test_ones_own_clock_that_went_back_is_said_as_ones_own(
    boards: dict[str, Production], walls: dict[str, Wall]
) -> None:
    say(boards["reto"], "r1", leave="05:40")
    walls["reto"].off = -TEN_YEARS
    (said,) = told(boards["reto"])
    assert "The clock of this machine is behind, or was ahead: it says 2016-11-21 06:00" in said
    assert "your own last change is from 2026-11-21 06:00" in said


@pytest.mark.parametrize("minutes", [-9, 9])
def test_a_few_minutes_are_nobodys_fault(
    boards: dict[str, Production], walls: dict[str, Wall], minutes: int
) -> None:
    walls["reto"].off = timedelta(minutes=minutes)
    took_turns(boards)
    assert [] == [words for board in boards.values() for words in told(board)]


def test_an_hour_put_back_in_autumn_is_nobodys_fault() -> None:
    before, after = moment("2026-10-25T02:59:00.000+02:00"), moment("2026-10-25T02:01:00.000+01:00")
    assert before is not None
    assert after is not None
    last = LastChange("mia@site-7f3k", 2, Seen("mia@site-7f3k", 1, {}), after, before)
    assert [] == wrong_clocks([last], "reto@site-7f3k", after)


@pytest.mark.parametrize("at", ["", "yesterday", "2026-11-21T06:00:00", "9999-99-99"])
def test_a_time_that_says_nothing_is_left_alone(at: str) -> None:
    assert None is moment(at)
