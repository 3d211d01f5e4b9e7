"""A sync engine as careless as any: it carries files whole, cut, late, twice, or takes them away.

It keeps one promise, which all real engines keep as long as one machine writes a file: the main
files of the machine's own writer are not touched.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from tests.store.replicas.lines import MAIN


if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.store.replicas.replica import Replica

CONFLICT_NAMES = (
    "{stem}.sync-conflict-20261121-054012-ABCDEFG.json",
    "{stem} (1).json",
    "{stem} (bo's conflicted copy 2026-11-21).json",
    ".syncthing.{stem}.json.tmp",
    ".{stem}.json.Xy12Zq",
    "~syncthing~{stem}.json.tmp",
)


class Piece(NamedTuple):
    """A file of a production by its place under `writers`, and its bytes when it was sent."""

    place: str
    bytes: bytes


def pieces(giver: Replica, taker: Replica) -> list[Piece]:
    """All an engine may carry from one machine to another, in the order of writers and files."""
    writers = giver.folder / "writers"
    own = taker.own_folder.name
    return [
        Piece(str(path.relative_to(writers)), path.read_bytes())
        for path in sorted(writers.glob("*/*"))
        if path.parent.name != own or not MAIN.fullmatch(path.name)
    ]


def carry(carried: Iterable[Piece], taker: Replica) -> int:
    """Bring files where they are longer than what is there; how many were."""
    count = 0
    for piece in carried:
        there = taker.folder / "writers" / piece.place
        if not there.exists() or there.stat().st_size < len(piece.bytes):
            put(there, piece.bytes)
            count += 1
    return count


def put(there: Path, data: bytes, *, in_place: bool = False) -> None:
    """Leave a file with these bytes, whatever was there: over it, or beside and renamed."""
    there.parent.mkdir(parents=True, exist_ok=True)
    beside = there if in_place else there.with_name(f".{there.name}.rsync")
    beside.write_bytes(data)
    if not in_place:
        os.replace(beside, there)  # noqa: PTH105 - hundreds of thousands of times


def conflict_name(place: str, kind: int) -> str:
    """Where an engine puts a copy it cannot merge: beside the file, under another name."""
    folder, _, name = place.rpartition("/")
    return f"{folder}/{CONFLICT_NAMES[kind].format(stem=name.partition('.')[0])}"
