"""Telling which kind of record a line is about, where a pane shows several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.fields.base import Choice
from models.fields.numbers import Number
from models.fields.times import Clock
from models.named import NamedTuple
from models.pattern import pattern
from models.record import Record, field_words
from models.text import fold


class LineKind(NamedTuple):
    """A kind, and where on the line its own words begin."""

    kind: type[Record]
    start: int


_FIRST = pattern(r"\s*([^\s:,]+)(?=[\s,]|$)")
_SCENE = pattern(r"\s*(\S+\s+){0,2}(int|ext|i/e|int\./ext|int/ext|ext/int)\.?\s", re.IGNORECASE)
_ROUTE = pattern(r"[^\s>]\s*>|→")
_TIME = pattern(r"(?<![\w+:.])(?:[0-2]?\d[:.][0-5]\d|[0-2]?\d[0-5]\d)(?![\w:.])", re.ASCII)
_SHIFT = pattern(r"(?<!\S)[+-]\d{1,3}(?!\S)", re.ASCII)
_SPAN = pattern(r"(?<!\S)(\d{1,2}h(\d\d)?|\d{1,3}m)(?!\S)", re.ASCII | re.IGNORECASE)


def kind_of(line: str, kinds: Sequence[type[Record]]) -> LineKind:
    """The kind a line begins with the word of, or looks like, or else the first of the kinds.

    A kind's own word is not part of the line; another word for it is, where it says more than
    the kind: `risk`, `lunch`, the van of `van 3`. A word that begins a line of another kind
    (`van 2 hotel>base`, which is a run) is no word for its own.
    """
    word = _FIRST.match(line)
    for kind in kinds:
        if word and fold(word[1]) in (kind.word, kind.plural):
            return LineKind(kind, word.end())
    for kind in kinds:
        if word and fold(word[1]) in kind.aliases and _can_be(line, kind):
            return LineKind(kind, 0 if _is_said(kind, word) else word.end())
    return LineKind(next((kind for kind in kinds if _looks_like(line, kind)), kinds[0]), 0)


def _can_be(line: str, kind: type[Record]) -> bool:
    """Whether a kind has a place for the arrow or the time that stands on the line."""
    times = any(isinstance(each.type, Clock) for each in kind.slots().values())
    return (times or not _TIME.search(line)) and (kind.route is not None or not _ROUTE.search(line))


def _is_said(kind: type[Record], word: re.Match[str]) -> bool:
    """Whether the word is also a value of the line: a type, or a name with its number."""
    slots = kind.slots().values()
    if any(
        each.hint and isinstance(each.type, Choice) and fold(word[1]) in each.type.meant()
        for each in slots
    ):
        return True
    rest = word.string[word.end() :].lstrip()
    field = field_words(kind).get(fold(word[1]))
    named = field is not None and isinstance(kind.slots()[field].type, Number)
    bare = any(each.bare for each in slots)
    return rest[:1].isdecimal() and (named or not bare)


def _looks_like(line: str, kind: type[Record]) -> bool:
    looks = {
        "scene": bool(_SCENE.match(line)),
        "person": "," in line or "@" in line[1:],
        "call": bool(_TIME.search(line) or _SHIFT.search(line)) and "," not in line,
        "run": bool(_TIME.search(line) or (_ROUTE.search(line) and not _SPAN.search(line))),
        "leg": bool(_ROUTE.search(line) and _SPAN.search(line) and not _TIME.search(line)),
    }
    return looks.get(kind.word, False)
