"""A schedule changed at random and taken in again: the list names exactly what was changed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from models.said import disagreeing
from store.change import Edit
from store.imports.taking import take
from store.production import Production
from tests.examples import few
from tests.store.imports.bringing import bring, planned, row, scene


if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.plan import Plan

DAYS = ("2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30")
SETS = ("BARN", "FIELD", "LOFT", "ATTIC", "QUAY", "VAULT")


class Strip(NamedTuple):
    """A scene as a schedule has it."""

    scene: str
    set: str
    pages: int
    length: int


Board = dict["str | None", list[Strip]]
Expected = dict[str, tuple[str, frozenset[str]]]
"""What is to be listed of each scene: what became of it, and the fields that are named."""


def any_board(random: Random) -> Board:
    """Up to forty strips on up to four days, and some on none."""
    board: Board = {day: [] for day in (*DAYS, None)}
    for number in range(1, random.randint(6, 40)):
        day = random.choice((*DAYS, None))
        board[day].append(
            Strip(str(number), random.choice(SETS), random.randint(1, 30), random.randint(10, 99))
        )
    return board


def rows(board: Board) -> list[Row]:
    """What a reader would make of the board's file."""
    strips = [(day, strip) for day, strips in board.items() for strip in strips]
    return [
        row("scene", order=at, day=day, **strip._asdict())
        for at, (day, strip) in enumerate(strips, 1)
    ]


def change_something(board: Board, random: Random) -> Expected:
    """Change a few strips, each in one way; what the list is to say of them."""
    found: Expected = {}
    rearranged = [day for day in board if len(board[day]) > 3 and random.random() < 0.4]
    for day in rearranged:
        found |= carried(board[day], random)
    for day in board:
        if day not in rearranged:
            found |= changed(board, day, {*found}, random)
    board[random.choice(DAYS)].append(Strip("100A", "NEW", 3, 20))
    return {**found, "100A": ("new", frozenset())}


def carried(strips: list[Strip], random: Random) -> Expected:
    """Carry one strip at least two places down its day."""
    at = random.randrange(len(strips) - 2)
    moved = strips.pop(at)
    strips.insert(random.randint(at + 2, len(strips)), moved)
    return {moved.scene: ("moved", frozenset({"order"}))}


def changed(board: Board, day: str | None, done: set[str], random: Random) -> Expected:
    """Lose, carry away or change some strips of a day that were not yet."""
    found: Expected = {}
    for strip in list(board[day]):
        if strip.scene in done or random.random() > 0.2:
            continue
        at = board[day].index(strip)
        other = random.choice([each for each in DAYS if each != day])
        match random.choice(("gone", "moved", "changed", "both")):
            case "gone" if sum(sort == "gone" for sort, _ in found.values()) < 1:
                del board[day][at]
                found[strip.scene] = ("gone", frozenset({"day"} if day else ()))
            case "moved":
                board[other].append(board[day].pop(at))
                found[strip.scene] = ("moved", frozenset({"day", "order"}))
            case "changed":
                board[day][at] = strip._replace(pages=strip.pages + 1)
                found[strip.scene] = ("changed", frozenset({"pages"}))
            case _:
                board[day][at] = strip._replace(set="ELSEWHERE", length=strip.length + 5)
                found[strip.scene] = ("changed", frozenset({"set", "length"}))
    return found


def listed(plan: Plan) -> Expected:
    """What the plan lists of each scene."""
    return {
        item.words.removeprefix("scene "): (
            item.sort,
            frozenset(each.field for each in item.differences),
        )
        for item in plan.items
    }


def shown(production: Production) -> dict[str | None, list[str]]:
    """The scenes of each day in the order of the board, those that are parked left out."""
    there = [each for each in production.view.records("scene").values() if not each.get("parked")]
    there.sort(key=lambda each: str(each["order"]))
    return {
        day: [str(each["scene"]) for each in there if each.get("day") == day]
        for day in (*DAYS, None)
    }


@few(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_the_list_names_exactly_what_was_changed(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    board = any_board(random)
    production = new_one(tmp_path_factory.mktemp("at random"))
    bring(production, rows(board))
    assert () == planned(production, rows(board)).items

    expected = change_something(board, random)
    plan = planned(production, rows(board), "pink.uss")
    assert expected == listed(plan)

    take(production, plan.only(range(1, len(plan.items) + 1)))
    assert shown(production) == {
        day: [strip.scene for strip in strips] for day, strips in board.items()
    }
    assert () == planned(production, rows(board), "pink.uss").items


@few(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_nothing_typed_between_two_imports_is_lost(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    board = any_board(random)
    production = new_one(tmp_path_factory.mktemp("at random"))
    bring(production, rows(board))
    typed = type_anything(production, board, random)
    change_something(board, random)
    bring(production, rows(board), random.choice(("blue.uss", "pink.uss")))

    for number, values in typed.items():
        found = scene(production, number)
        for field, value in values.items():
            if field == "day" and found.get("parked"):
                continue  # off the board; typed again when it comes back
            assert value == found.get(field)
    said = {
        (number, each.field) for number in typed for each in disagreeing(scene(production, number))
    }
    assert said <= {(number, field) for number, values in typed.items() for field in values}


def type_anything(
    production: Production, board: Board, random: Random
) -> dict[str, dict[str, JSON]]:
    """Change and fill fields of some scenes by hand."""
    ways: tuple[dict[str, JSON], ...] = (
        {"pages": 99},
        {"set": "TYPED"},
        {"length": None},
        {"synopsis": "typed"},
        {"day": "2026-12-24", "note": "with the mayor"},
    )
    typed = {
        strip.scene: random.choice(ways)
        for strips in board.values()
        for strip in strips
        if random.random() < 0.5
    }
    edits = [
        Edit("scene", str(scene(production, number)["id"]), dict(values))
        for number, values in typed.items()
    ]
    if edits:
        production.commit(edits, "typed")
    return typed


def new_one(folder: Path) -> Production:
    """A production with nothing in it."""
    return Production.create(folder / "p", title="P", zone="Europe/Zurich", as_user="mia")
