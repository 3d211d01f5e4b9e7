"""Undo: the first one of a session, which reads the history, and those after it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from store.change import Edit
from store.production import Production
from tests.bench.rounds import compared, in_turns, running
from tests.bench.season import season
from tests.bench.stock import SQLITE, Sqlite


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.rounds import Side
    from tests.bench.row import Row
    from tests.bench.season import Season

NEXT = 5  # undone in a session after the first
PEER = f"{SQLITE}: undone from a log"


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """Both, against the newest row of a log put back and taken off the log."""
    found = season(ground, records)
    with closing(Sqlite(ground / "peer.sqlite", found.edits)) as lite:
        sqlite = _sqlite(lite, found)
        ours, peer = in_turns(min(rounds, 3), _first(found), sqlite)
        yield compared("undo: the first of a session", records, ours, PEER, peer)
        ours, peer = in_turns(rounds * NEXT, _next(found), sqlite)
        yield compared("undo: the next", records, ours, PEER, peer)


def _changed(production: Production, found: Season, number: int) -> None:
    edit = found.edits[number * 7 % len(found.edits)]
    production.commit([Edit(edit.kind, edit.id, {"note": f"{number}"})], "noted")


def _first(found: Season) -> Side:
    def undo(number: int) -> float:
        production = Production.open(found.folder, as_user="mia")
        _changed(production, found, number)
        return running(production.undo)

    return undo


def _next(found: Season) -> Side:
    production = Production.open(found.folder, as_user="mia")

    def undo(number: int) -> float:
        _changed(production, found, number)
        return running(production.undo)

    undo(0)
    return undo


def _sqlite(lite: Sqlite, found: Season) -> Side:
    def undo(number: int) -> float:
        lite.set(found.edits[number * 7 % len(found.edits)].id, {"note": f"{number}"})
        return running(lite.undo)

    undo(0)
    return undo
