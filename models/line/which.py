"""Telling which kind of record a line is about, where a pane shows several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.fields.base import Choice
from models.record import Record
from models.text import fold


class LineKind(NamedTuple):
    """A kind, and where on the line its own words begin."""

    kind: type[Record]
    start: int


_FIRST = re.compile(r"\s*([^\s:,]+)(?=[\s,]|$)")
_SCENE = re.compile(r"\s*(\S+\s+)?(int|ext|i/e|int\./ext|int/ext|ext/int)\.?\s", re.IGNORECASE)


def kind_of(line: str, kinds: Sequence[type[Record]]) -> LineKind:
    """The kind a line begins with the word of, or looks like, or else the first of the kinds.

    A kind's own word is not part of the line; another word for it (`meeting`, `risk`) is.
    """
    word = _FIRST.match(line)
    for kind in kinds:
        if word and fold(word[1]) in (kind.word, kind.plural):
            return LineKind(kind, word.end())
    for kind in kinds:
        if word and fold(word[1]) in kind.aliases:
            return LineKind(kind, 0 if _chooses(kind, word[1]) else word.end())
    looks = {"scene": bool(_SCENE.match(line)), "person": "," in line or "@" in line[1:]}
    return LineKind(next((kind for kind in kinds if looks.get(kind.word)), kinds[0]), 0)


def _chooses(kind: type[Record], word: str) -> bool:
    return any(
        each.hint and isinstance(each.type, Choice) and fold(word) in each.type.meant()
        for each in kind.slots().values()
    )
