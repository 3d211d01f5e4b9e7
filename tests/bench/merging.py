"""Two replicas that worked apart: one takes in the other's changes and hands out every record.

As many edits on either side as there are records. Ours reads the other's files from the disk;
pycrdt is handed its update in memory. Neither is timed while it packs its changes up.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from typing import TYPE_CHECKING

from store.production import Production
from tests.bench.opening import handed_out
from tests.bench.rounds import clocked, compared, in_turns
from tests.bench.row import Bar, Row
from tests.bench.season import apart, season
from tests.bench.writing import stamped, write_changes


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from store.change import JSON
    from tests.bench.rounds import Side
    from tests.bench.season import Season
    from tests.bench.writing import Deed

    Field = tuple[str, str, str]

WHAT = "merge as many edits as records"
SHOWN = "merge: concurrent fields shown"
PEER = "pycrdt, values handed out"
MISSING = "pycrdt is not installed: pip install 'callboard[bench]'"


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """The merge in time, and how many of the fields both had changed are shown as such."""
    found = season(ground, records)
    mine, others = apart(found, records)
    theirs = ground / "theirs"
    theirs.mkdir()
    write_changes(found.writers, found.id, stamped(mine, found.counts))
    write_changes(theirs, found.id, stamped(others, found.counts))
    ours = _ours(found, theirs)
    if importlib.util.find_spec("pycrdt") is None:
        (alone,) = in_turns(rounds, ours)
        yield Row(WHAT, records, "ms", alone.median, PEER, None, Bar(1), note=MISSING)
    else:
        from tests.bench.crdt import merging

        merged, peer = in_turns(rounds, ours, merging(found.edits, mine, others))
        yield compared(WHAT, records, merged, PEER, peer, Bar(1))
    yield _shown(found, theirs, disputed(mine, others))


def disputed(one: list[Deed], other: list[Deed]) -> set[Field]:
    """The fields both changed, to values that differ."""
    mine, theirs = _last_values(one), _last_values(other)
    return {field for field in mine.keys() & theirs.keys() if mine[field] != theirs[field]}


def _last_values(deeds: list[Deed]) -> dict[Field, JSON]:
    return {
        (edit.kind, edit.id, field): value
        for deed in deeds
        for edit in deed.edits
        for field, value in edit.set.items()
    }


def _ours(found: Season, theirs: Path) -> Side:
    def merge(number: int) -> float:
        production = _before(found)
        _bring(theirs, found.writers)
        return clocked(lambda: _merged(production))

    return merge


def _before(found: Season) -> Production:
    """One replica, opened before it hears of the other."""
    for folder in found.writers.glob("reto*"):
        shutil.rmtree(folder)
    shutil.rmtree(os.environ["CALLBOARD_CACHE"], ignore_errors=True)
    production = Production.open(found.folder, as_user="mia")
    handed_out(production)
    return production


def _bring(theirs: Path, writers: Path) -> None:
    shutil.copytree(theirs, writers, dirs_exist_ok=True)


def _merged(production: Production) -> list[Any]:
    production.refresh()
    return handed_out(production)


def _shown(found: Season, theirs: Path, fields: set[Field]) -> Row:
    production = _before(found)
    _bring(theirs, found.writers)
    _merged(production)
    marked = {(each.kind, each.id, each.field) for each in production.conflicts()}
    note = "pycrdt keeps one of the two and shows none"
    return Row(
        SHOWN, len(found.edits), "fields", len(fields & marked),
        "fields both changed", len(fields), Bar(1, 1), note=note,
    )  # fmt: skip
