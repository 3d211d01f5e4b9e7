"""One change of one field, on the disk when it returns: ours, SQLite and stock TinyDB."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from store.change import Edit
from store.production import Production
from tests.bench.rounds import Times, compared, in_turns, running
from tests.bench.row import Bar, Row
from tests.bench.season import season
from tests.bench.stock import SQLITE, TINYDB, Sqlite, stock


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tinydb import TinyDB

    from tests.bench.rounds import Side
    from tests.bench.season import Season

COMMITS = 20  # of ours and of SQLite's to one of stock TinyDB
STOCK_COMMITS = 5  # at most: each writes the whole database
MANY = 10_000  # records from which on stock TinyDB is to be left far behind
WHAT = "commit one change"


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """The median against both peers, and the slow ones against SQLite's."""
    found = season(ground, records)
    production = Production.open(found.folder, as_user="mia")
    with closing(Sqlite(ground / "peer.sqlite", found.edits)) as lite:
        ours, sqlite = in_turns(rounds * COMMITS, _ours(production, found), _sqlite(lite, found))
    yield compared(WHAT, records, ours, SQLITE, sqlite, Bar(1))
    tail = (Times([times.p95]) for times in (ours, sqlite))
    yield compared(f"{WHAT}, p95", records, next(tail), SQLITE, next(tail))
    with closing(stock(ground / "peer.json", found.edits)) as database:
        again = min(rounds, STOCK_COMMITS)
        ours, tiny = in_turns(again, _ours(production, found), _stock(database, records))
    times_faster = Bar(1 / 50) if records >= MANY else None
    yield compared(f"{WHAT}, whole files", records, ours, TINYDB, tiny, times_faster)


def _leave(number: int) -> str:
    return f"{number // 60 % 24:02d}:{number % 60:02d}"


def _ours(production: Production, found: Season) -> Side:
    def commit(number: int) -> float:
        edit = found.edits[number * 7 % len(found.edits)]
        change = [Edit(edit.kind, edit.id, {"leave": _leave(number)})]
        return running(lambda: production.commit(change, "moved one"))

    commit(0)
    return commit


def _sqlite(lite: Sqlite, found: Season) -> Side:
    def commit(number: int) -> float:
        edit = found.edits[number * 7 % len(found.edits)]
        fields = {**edit.set, "leave": _leave(number)}
        return running(lambda: lite.put(edit.id, fields))

    commit(0)
    return commit


def _stock(database: TinyDB, records: int) -> Side:
    def commit(number: int) -> float:
        return running(
            lambda: database.update({"leave": _leave(number)}, doc_ids=[1 + number * 7 % records])
        )

    return commit
