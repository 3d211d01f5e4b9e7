"""The life of a paper: prelim, final, and revised in one colour after another.

A call sheet is prelim until the first assistant director has signed it, then final on white; each
revision after that is printed on the next colour of the production's order. Schedule, crew list
and call sheet each carry a sequence of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


COLOURS = (
    "White", "Blue", "Pink", "Yellow", "Green", "Goldenrod", "Buff", "Salmon", "Cherry", "Tan",
    "Ivory",
)  # fmt: skip
"""The order most productions use after white; it varies, so it is a setting (`colours`)."""

PRELIM, FINAL, REVISED = STAGES = ("prelim", "final", "revised")


class Stage(NamedTuple):
    """A stage of a paper and the colour it is issued on."""

    stage: str
    colour: str


def colours_of(settings: Mapping[str, Any]) -> tuple[str, ...]:
    """The production's own order of colours, written with commas; ours where it has none."""
    own = tuple(part.strip() for part in str(settings.get("colours") or "").split(","))
    return tuple(filter(None, own)) or COLOURS


def colour(number: int, order: Sequence[str]) -> str:
    """The colour of a revision, 0 for the final; after the last of them `Double White` and on."""
    rounds, place = divmod(number, len(order))
    again = ("", "Double ", "Triple ")
    return again[rounds] + order[place] if rounds < len(again) else f"{order[place]} {rounds + 1}"


def next_stage(
    issued: Sequence[Mapping[str, Any]], order: Sequence[str], wanted: str = ""
) -> Stage:
    """The stage that follows those a paper was issued in, the earliest first.

    A paper that was final is revised from then on. `wanted` is a stage that is asked for.
    """
    was_final = any(each.get("stage") in (FINAL, REVISED) for each in issued)
    stage = wanted or (REVISED if was_final else FINAL if issued else PRELIM)
    if stage == FINAL and was_final:
        stage = REVISED
    revisions = sum(each.get("stage") == REVISED for each in issued)
    if stage == REVISED:
        return Stage(REVISED, colour(revisions + 1, order))
    return Stage(stage, colour(0, order) if stage == FINAL else "")
