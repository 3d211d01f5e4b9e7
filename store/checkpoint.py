"""The checkpoint: how far a production was read and what it then looked like, to open fast.

One file in the user's cache, beside the lines read (`store.shadow`). It is never trusted: a
checkpoint that cannot be read, that belongs to something else or was made by another version is
as good as none, and the writers' files are read instead. It may be thrown away at any time.

    callboard-checkpoint 3 <crc32>
    {"writers": ..., "view": ..., "kinds": ...}    how far everybody was read, and what lies where
    [{"id": "k3v9x2mq", ...}, ...][...]...         a kind's documents as they are shown, in bundles,
    <bytes>                                        and what the merge needs when one is touched
    ...                                            the next kind
    <bytes>                                        the stamps they share
"""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from models.named import NamedTuple
from store.digest import blake2b
from store.directories import cache_directory
from store.kept_records import Rows
from store.shadow import Shadow
from store.shelf import Shelf, ShelfRow


if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.view import View
    from store.writers import Writers

VERSION = 3
NOWHERE = Path(os.devnull, "callboard")  # where nothing can be made: for who has no home
UNREADABLE = (ValueError, LookupError, TypeError)
WORTH_KEEPING = 50  # changes of records, and one of every hundred there are: reading costs less


class Kept(NamedTuple):
    """What a checkpoint holds: JSON of the readers and the view, the documents, and rows."""

    state: dict[str, Any]
    shelves: dict[str, Shelf]
    rows: Rows


class Checkpoint:
    """Where one user keeps what was read of one production folder; `shadow` has the lines."""

    def __init__(self, folder: Path, production: str, user: str) -> None:
        """Find the place; nothing is read or made yet."""
        spot = f"{production}\n{os.path.realpath(folder)}\n{user}".encode(errors="surrogateescape")
        place = _cache() / blake2b(spot, digest_size=8).hexdigest()
        self.path = place / "checkpoint"
        self.shadow = Shadow(place / "lines")

    def resume(self, writers: Writers, view: View) -> bool:
        """Let readers and view go on where they stood; whether they do.

        If not, both are as good as none: they may stand half-way.
        """
        kept = self._load()
        if kept is None:
            return False
        try:
            writers.restore(kept.state["writers"])
            view.restore(kept.state["view"], kept.shelves, kept.rows)
        except UNREADABLE:
            return False
        return True

    def save(self, writers: Writers, view: View) -> None:
        """Keep how far everything is. Where the cache cannot be written nothing is said."""
        writers.keep()
        state = {"writers": writers.state(), "view": view.state()}
        self._write(Kept(state, *view.kept()))

    def _write(self, kept: Kept) -> None:
        """Write it whole or not at all. A power cut costs the checkpoint, so nothing is flushed."""
        parts = _parts(kept)
        beside = self.path.with_name(f".checkpoint.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with beside.open("wb") as file:
                file.writelines([_head(parts), *parts])
            beside.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def _load(self) -> Kept | None:
        try:
            data = self.path.read_bytes()
            return _kept(data) if data[:HEAD] == _head([memoryview(data)[HEAD:]]) else None
        except (OSError, *UNREADABLE):
            return None


def _parts(kept: Kept) -> list[bytes | memoryview]:
    """The body of the file: what lies where, each kind's bundles and its rows, the stamps."""
    kinds, parts = {}, []
    for kind, shelf in kept.shelves.items():
        row, bundles = shelf.kept()
        rows = kept.rows.sheets[kind]
        kinds[kind] = (list(row), sum(map(len, bundles)), len(rows))
        parts += [*bundles, rows]
    first = orjson.dumps({**kept.state, "kinds": kinds})
    return [first, b"\n", *parts, kept.rows.stamps]


def _kept(data: bytes) -> Kept:
    """What was written; the documents are not read. Raises one of UNREADABLE."""
    body, end = memoryview(data), data.index(b"\n", HEAD)
    state = orjson.loads(body[HEAD:end])
    at, shelves, sheets = end + 1, {}, {}
    for kind, (row, documents, rows) in state.pop("kinds").items():
        shelves[kind] = Shelf.restored(ShelfRow(*row), body[at : at + documents])
        sheets[kind] = body[at + documents : at + documents + rows]
        at += documents + rows
    return Kept(state, shelves, Rows(body[at:], sheets))


def _cache() -> Path:
    try:
        return cache_directory()
    except OSError:
        return NOWHERE


def _head(parts: Sequence[bytes | memoryview]) -> bytes:
    check = 0
    for part in parts:
        check = zlib.crc32(part, check)
    return b"callboard-checkpoint %d %08x\n" % (VERSION, check)


HEAD = len(_head([]))
