"""The checkpoint: how far a production was read and what it then looked like, to open fast.

One file in the user's cache, beside the lines read (`store.shadow`). It is never trusted: a
checkpoint that cannot be read, that belongs to something else or was made by another version is
as good as none, and the writers' files are read instead. It may be thrown away at any time.

    callboard-checkpoint 2 <crc32>
    {"writers": ..., "view": ..., "shelves": ...}    how far everybody was read, and what lies where
    [{"id": "k3v9x2mq", ...}, ...][...]...           the documents, as they are shown, in bundles
    <bytes>                                          what the merge needs when a record is touched
"""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from store.digest import blake2b
from store.directories import cache_directory
from store.shadow import Shadow
from store.shelf import Shelf, ShelfRow


if TYPE_CHECKING:
    from store.view import View
    from store.writers import Writers

VERSION = 2
NOWHERE = Path(os.devnull, "callboard")  # where nothing can be made: for who has no home
UNREADABLE = (ValueError, LookupError, TypeError)
WORTH_KEEPING = 200  # changes: reading those again costs more than keeping them


class Kept(NamedTuple):
    """What a checkpoint holds: JSON of the readers and the view, the documents, and rows."""

    state: dict[str, Any]
    shelves: dict[str, Shelf]
    rows: bytes


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
        body = _body(kept)
        beside = self.path.with_name(f".checkpoint.{os.getpid()}")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_bytes(_head(body) + body)
            beside.replace(self.path)
        except OSError:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def _load(self) -> Kept | None:
        try:
            head, _, body = self.path.read_bytes().partition(b"\n")
            return _kept(body) if head + b"\n" == _head(body) else None
        except (OSError, *UNREADABLE):
            return None


def _body(kept: Kept) -> bytes:
    rows, bundles = {}, []
    for kind, shelf in kept.shelves.items():
        row, data = shelf.kept()
        rows[kind] = list(row)
        bundles += data
    return b"\n".join([orjson.dumps({**kept.state, "shelves": rows}), b"".join(bundles), kept.rows])


def _kept(body: bytes) -> Kept:
    """What was written; the documents are not read. Raises one of UNREADABLE."""
    whole, end = memoryview(body), body.index(b"\n")
    state = orjson.loads(whole[:end])
    start, shelves = end + 1, {}
    for kind, row in state.pop("shelves").items():
        tells = ShelfRow(*row)
        end = start + sum(length for _, length in tells.bundles)
        shelves[kind] = Shelf.restored(tells, whole[start:end])
        start = end
    return Kept(state, shelves, bytes(whole[start + 1 :]))


def _cache() -> Path:
    try:
        return cache_directory()
    except OSError:
        return NOWHERE


def _head(body: bytes) -> bytes:
    return b"callboard-checkpoint %d %08x\n" % (VERSION, zlib.crc32(body))
