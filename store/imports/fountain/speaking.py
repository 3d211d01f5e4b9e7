"""Who speaks in a script: the cast of each scene, and a number for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.imports.fountain.cues import character, speakers
from store.imports.fountain.scanner import Element, Part
from store.imports.identity import character_key


class Cue(NamedTuple):
    """One cue: the character as written, and its line."""

    name: str
    line: int


class Speaker(NamedTuple):
    """A character with the line of the first cue and a running cast number."""

    key: str
    name: str
    line: int
    number: int


def cues(parts: Iterable[Element]) -> list[Cue]:
    """The cues among these elements, each as often as somebody speaks."""
    found = (Cue(character(e.text), e.line) for e in parts if e.part is Part.CUE)
    return [cue for cue in found if cue.name]


def cast_of(spoken: Sequence[Cue], known: frozenset[str]) -> tuple[str, ...]:
    """The keys of those who speak in a scene, in order of appearance, a joint cue taken apart."""
    names = (name for cue in spoken for name in speakers(cue.name, known))
    return tuple(dict.fromkeys(map(character_key, names)))


def numbered_cast(spoken: Sequence[Cue], casts: Sequence[tuple[str, ...]]) -> list[Speaker]:
    """Everybody who speaks; who is in most scenes is number 1, among equals who speaks first."""
    known = frozenset(cue.name for cue in spoken)
    first: dict[str, Cue] = {}
    for cue in spoken:
        for name in speakers(cue.name, known):
            first.setdefault(character_key(name), Cue(name, cue.line))
    scenes = Counter(key for cast in casts for key in cast)
    ranked = sorted(first, key=lambda key: (-scenes[key], first[key].line))
    return [Speaker(key, *first[key], number) for number, key in enumerate(ranked, 1)]
