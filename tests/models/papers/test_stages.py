"""Prelim, final, and revised in one colour after another."""

from __future__ import annotations

from typing import Any

import pytest

from models.papers.stages import COLOURS, Stage, colour, colours_of, next_stage


PRELIM, FINAL = {"stage": "prelim"}, {"stage": "final"}
BLUE = {"stage": "revised", "colour": "Blue"}

NEXT: dict[str, tuple[list[dict[str, Any]], str, Stage]] = {
    "the first": ([], "", Stage("prelim", "")),
    "the first, final at once": ([], "final", Stage("final", "White")),
    "after the prelim": ([PRELIM], "", Stage("final", "White")),
    "a second prelim": ([PRELIM], "prelim", Stage("prelim", "")),
    "after the final": ([PRELIM, FINAL], "", Stage("revised", "Blue")),
    "a second final": ([FINAL], "final", Stage("revised", "Blue")),
    "after the first revision": ([PRELIM, FINAL, BLUE], "", Stage("revised", "Pink")),
    "a prelim that was never final": ([PRELIM], "revised", Stage("revised", "Blue")),
}


@pytest.mark.parametrize(("issued", "wanted", "stage"), NEXT.values(), ids=NEXT)
def test_the_stage_that_follows(issued: list[dict[str, Any]], wanted: str, stage: Stage) -> None:
    assert stage == next_stage(issued, COLOURS, wanted)


@pytest.mark.parametrize(
    ("number", "name"),
    [(0, "White"), (1, "Blue"), (10, "Ivory"), (11, "Double White"), (12, "Double Blue"),
     (22, "Triple White"), (33, "White 4")],
)  # fmt: skip
def test_the_colours_go_round(number: int, name: str) -> None:
    assert name == colour(number, COLOURS)


@pytest.mark.parametrize(
    ("settings", "order"),
    [({}, COLOURS), ({"colours": "White, Grey ,Pink"}, ("White", "Grey", "Pink")),
     ({"colours": " , "}, COLOURS), ({"colours": None}, COLOURS)],
)  # fmt: skip
def test_a_production_has_its_own_order(settings: dict[str, Any], order: tuple[str, ...]) -> None:
    assert order == colours_of(settings)
