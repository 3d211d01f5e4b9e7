"""Taking in one change that another process made, when it is known that there is one."""

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

CHANGES = 10


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """One foreign change read and merged, against one row read that another connection wrote."""
    found = season(ground, records)
    path = ground / "peer.sqlite"
    with closing(Sqlite(path, found.edits)) as writer, closing(Sqlite(path)) as reader:
        sides = _ours(found), _sqlite(found, writer, reader)
        ours, peer = in_turns(rounds * CHANGES, *sides)
    yield compared("refresh: one foreign change", records, ours, f"{SQLITE}: one new row", peer)


def _ours(found: Season) -> Side:
    reader = Production.open(found.folder, as_user="mia")
    writer = Production.open(found.folder, as_user="reto")

    def refresh(number: int) -> float:
        edit = found.edits[number * 7 % len(found.edits)]
        writer.commit([Edit(edit.kind, edit.id, {"note": f"{number}"})], "noted")
        return running(reader.refresh)

    refresh(0)
    return refresh


def _sqlite(found: Season, writer: Sqlite, reader: Sqlite) -> Side:
    def refresh(number: int) -> float:
        edit = found.edits[number * 7 % len(found.edits)]
        before = writer.newest()
        writer.set(edit.id, {"note": f"{number}"})
        return running(lambda: reader.since(before))

    refresh(0)
    return refresh
