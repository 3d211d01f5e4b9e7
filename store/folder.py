"""The production folder itself: made once, then recognised or refused in words."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from models.errors import (
    DamagedFolder,
    FolderError,
    ForeignFolder,
    MissingFolder,
    NewerFormat,
)
from models.named import NamedTuple
from store.durable import flush_folder, write_new
from store.fault import plain
from store.syncthing.ignore import IGNORE, MARKER, PATTERNS


if TYPE_CHECKING:
    from datetime import datetime

FORMAT = 1
DESCRIPTION = "production.json"
WRITERS = "writers"
_SYNCTHINGS = frozenset((IGNORE, MARKER))  # a folder may be shared before it is a production
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Description(NamedTuple):
    """What production.json says: written once, never changed."""

    format: int
    id: str
    made: str
    by: str


def make_folder(path: Path, *, by: str, made: datetime, group: str | None) -> Description:
    """Make an empty production folder. Raises FolderError, and leaves what was there alone."""
    description = Description(FORMAT, _minted_id(), made.isoformat(timespec="milliseconds"), by)
    document = orjson.dumps({"production": {"1": description._asdict()}})
    from store.ownership import why_not_shared

    refused = why_not_shared(group) if group is not None else ""
    if refused:
        raise FolderError(f"The production was not made in {path}: {refused}.")
    try:
        _make_empty(path)
        _make_writers(path / WRITERS, group)
        flush_folder(path)  # no description without writers, wherever the power fails
        if group is not None:
            from shutil import chown

            chown(path, group=group)
            path.chmod(0o2750)
        if not (path / IGNORE).exists():
            write_new(path / IGNORE, PATTERNS.encode())
        write_new(path / DESCRIPTION, document + b"\n")
    except OSError as error:
        _clear_away(path)
        raise FolderError(f"The production was not made in {path}: {error.strerror}.") from error
    return description


def _clear_away(path: Path) -> None:
    """Leave nothing half made, so that the folder can be named again."""
    if not (path / DESCRIPTION).exists():
        with contextlib.suppress(OSError):
            (path / WRITERS).rmdir()


def _make_empty(path: Path) -> None:
    if (path / DESCRIPTION).exists():
        raise ForeignFolder(f"{path} already holds a production. Open it, or name another folder.")
    if path.exists() and (not path.is_dir() or _holds_something(path)):
        raise ForeignFolder(
            f"{path} already holds something else. Name a folder not there yet.{_half_made(path)}"
        )
    missing = [each for each in (path, *path.parents) if not each.exists()]
    path.mkdir(parents=True, exist_ok=True, mode=0o750)
    for each in missing or [path]:
        flush_folder(each.parent)


def _half_made(path: Path) -> str:
    """A word more where a power cut may have left a folder that was being made."""
    left = [each for each in path.rglob("*") if not each.name.startswith(".")]
    if left != [path / WRITERS] or not left[0].is_dir():
        return ""
    return (
        " It holds empty writers and no production: making one was interrupted here, or a sync is "
        "still at work. Remove it if it is no sync's."
    )


def _holds_something(path: Path) -> bool:
    return any(each.name not in _SYNCTHINGS for each in path.iterdir())


def _make_writers(writers: Path, group: str | None) -> None:
    writers.mkdir(mode=0o750)
    if group is not None:
        from shutil import chown

        chown(writers, group=group)
        writers.chmod(0o3770)


def read_description(path: Path) -> Description:
    """What the folder says it is. Raises a FolderError that names what is wrong."""
    file = path / DESCRIPTION
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise _not_there(path) from None
    except NotADirectoryError:
        raise ForeignFolder(f"{path} is a file. Name the folder of a production.") from None
    except OSError as error:
        from store.ownership import why_unreadable

        words = f"{file} cannot be read: {error.strerror}. {why_unreadable(file.absolute())}"
        raise FolderError(words.rstrip()) from error
    return _checked(file, data)


def _not_there(path: Path) -> FolderError:
    if not path.exists():
        return MissingFolder(f"There is no folder {path}. Check the name, or make a production.")
    if (path / WRITERS).is_dir():
        return DamagedFolder(
            f"{path} has writers but no {DESCRIPTION}. It may still be on its way here: "
            f"wait for the sync, or copy {DESCRIPTION} from another machine."
        )
    return ForeignFolder(f"{path} holds no production: there is no {DESCRIPTION} in it.")


def _checked(file: Path, data: bytes) -> Description:
    damaged = DamagedFolder(
        f"{file} cannot be read as a production's description. "
        f"Copy it from another machine or a backup; the changes in {WRITERS} are not touched."
    )
    try:
        raw = orjson.loads(data)
    except orjson.JSONDecodeError:
        raise damaged from None
    if not isinstance(raw, dict) or "production" not in raw:
        raise ForeignFolder(f"{file} is not Callboard's. Name the folder of a production.")
    match raw["production"]:
        case {"1": {"format": int(made_in)}} if made_in > FORMAT:
            raise NewerFormat(
                f"{file.parent} was made by a later Callboard (format {made_in}, this one reads "
                f"{FORMAT}). Update Callboard to open it; nothing was changed."
            )
        case {"1": {"format": int(made_in), "id": str(id), "made": str(made), "by": str(by)}} if id:
            return Description(made_in, plain(id), plain(made), plain(by))
    raise damaged


def away(path: Path) -> str:
    """Why an open production's folder cannot be written now, in words; empty if it is there.

    An empty folder where a share was mounted is no production: nothing may be written to it.
    """
    there = f"{path}/{DESCRIPTION}", f"{path}/{WRITERS}/."
    if all(map(os.path.exists, there)):
        return ""
    return (
        f"{path} is not there now. Was its disk or share disconnected? Connect it again, then "
        f"save again. What was read stays on the board."
    )


def may_not_write(path: Path, writer: str) -> str:
    """Why this user cannot add changes in the folder, in words; empty if nothing forbids it."""
    own = path / WRITERS / writer
    place = own if own.is_dir() else path / WRITERS
    if not place.is_dir():
        return f"{place} is not there. Nothing can be changed until it is."
    if os.access(place, os.W_OK | os.X_OK, effective_ids=True):
        return ""
    from store.ownership import why_unwritable

    return f"You may read {path} but not write in it: {why_unwritable(place)}"


def _minted_id() -> str:
    """26 letters and digits that sort by the time they were made (a ULID)."""
    number = (time.time_ns() // 1_000_000 << 80) | int.from_bytes(os.urandom(10), "big")
    return "".join(_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5))
