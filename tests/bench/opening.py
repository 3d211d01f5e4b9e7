"""Opening a production and handing out every record, against orjson on the files' bytes alone.

The files are in the system's cache for both; orjson's bytes are in memory already.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import orjson

from store.production import Production
from tests.bench.rounds import clocked, compared, in_turns
from tests.bench.row import Bar, Row
from tests.bench.season import season


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES, CHECKPOINT = "open from the writers' files", "open from the checkpoint"
PEER = "orjson.loads of the same bytes"


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """Opening without the checkpoint, then with one that is up to date."""
    folder, blobs = _written(ground, records)

    def parse(number: int) -> float:
        return clocked(lambda: [orjson.loads(blob) for blob in blobs])

    def from_files(number: int) -> float:
        shutil.rmtree(os.environ["CALLBOARD_CACHE"], ignore_errors=True)
        return clocked(lambda: everything(folder))

    def from_checkpoint(number: int) -> float:
        return clocked(lambda: everything(folder))

    ours, peer = in_turns(rounds, from_files, parse)
    yield compared(FILES, records, ours, PEER, peer, Bar(5))
    if not _checkpointed(folder):
        missing = Row(CHECKPOINT, records, "ms", None, PEER, peer.median, Bar(2))
        yield missing._replace(note="not there yet: Production has no checkpoint")
        return
    ours, peer = in_turns(rounds, from_checkpoint, parse)
    yield compared(CHECKPOINT, records, ours, PEER, peer, Bar(2))


def everything(folder: Path) -> tuple[Production, list[Any]]:
    """The production opened, and every record of every kind handed out."""
    production = Production.open(folder, as_user="mia")
    return production, handed_out(production)


def handed_out(production: Production) -> list[Any]:
    """Every record of every kind, as the board gets them."""
    view = production.view
    return [dict(view.records(kind).items()) for kind in view.kinds()]


def _written(ground: Path, records: int) -> tuple[Path, list[bytes]]:
    """The folder and its bytes; nothing else of it stays in memory."""
    found = season(ground, records)
    return found.folder, found.files()


def _checkpointed(folder: Path) -> bool:
    """Save the checkpoint, where there is one."""
    save = getattr(Production.open(folder, as_user="mia"), "checkpoint", None)
    if save is None:
        return False
    save()
    return True
