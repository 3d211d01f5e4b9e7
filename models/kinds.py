"""Every kind of record there is. Adding one is a class in its family's file and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from models.crew import Call, Person
from models.documents import Document
from models.elements import Element
from models.errors import NoSuch
from models.issues import Issue
from models.log import Log
from models.production import ProductionSettings
from models.record import Record
from models.schedule import Event, ProductionDay, Scene
from models.transport import Leg, Place, Run, Vehicle


Kind = type[Record]

KINDS: dict[str, Kind] = {
    each.word: each
    for each in (
        ProductionSettings,
        ProductionDay,
        Scene,
        Event,
        Log,
        Element,
        Person,
        Call,
        Vehicle,
        Place,
        Leg,
        Run,
        Issue,
        Document,
    )
}


def kind(word: str) -> Kind:
    """The kind a word means: its own, its plural or another word for it; `NoSuch` otherwise."""
    found = kind_words().get(word.lower())
    if found is None:
        raise NoSuch(f"'{word}' is no kind of record (there are {', '.join(KINDS)})")
    return found


def kind_words() -> Mapping[str, Kind]:
    """Every word that means a kind; a kind's own word wins over another's alias."""
    others = {
        alias: each for each in reversed(KINDS.values()) for alias in (*each.aliases, each.plural)
    }
    return {**others, **KINDS}


def kinds_of(pane: str) -> tuple[Kind, ...]:
    """The kinds a pane shows and a line typed there may be."""
    return tuple(each for each in KINDS.values() if each.pane == pane)


def counted(word: str, count: int) -> str:
    """`1 run`, `3 runs`."""
    return f"{count} {KINDS[word].word if count == 1 else KINDS[word].plural}"
