"""Whether one file speaks for what another brought: yesterday's schedule and today's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from models.text import fold


_ONE_OF_A_KIND: Mapping[str, str] = {
    ".fountain": "the script",
    ".spmd": "the script",
    ".fdx": "the script",
    ".uss": "the schedule",
    ".json": "the schedule",
}
"""A production has one script and one schedule, whatever each draft's file is called."""

_VERSION_WORDS = (
    "v ver version rev revised revision r final prelim draft copy kopie copie new neu fassung "
    "entwurf aktuell stand latest update updated "
    "white blue pink yellow green goldenrod buff salmon cherry tan ivory gray grey double "
    "weiss blau rosa gelb gruen grun lachs blanc bleu rose jaune vert "
    "day tag drehtag dt jour mon tue wed thu fri sat sun mo di mi do fr sa so "
    "jan feb mar mrz apr may mai jun jul aug sep oct okt nov dec dez"
)
_VERSION = re.compile(
    rf"\(\d+\)|\d+|(?<![^\W\d_])(?:{_VERSION_WORDS.replace(' ', '|')})(?![^\W\d_])"
)


@lru_cache(maxsize=1024)
def family(source: str) -> str:
    """What files that follow one another have in common.

    Lists are told apart by their names, less the dates, colours and versions in them: `crew v2
    BLUE.xlsx` follows `crew (1).xlsx`, and neither has to do with `camera.xlsx`.
    """
    name = fold(source)
    stem, dot, suffix = name.rpartition(".")
    if found := _ONE_OF_A_KIND.get(dot + suffix):
        return found
    bare = re.sub(r"[\W_]+", " ", _VERSION.sub(" ", stem or name)).strip()
    return bare or name


def same_source(before: str | None, now: str) -> bool:
    """Whether a file speaks for what another put in; None put nothing in."""
    return before is not None and family(before) == family(now)
