"""The file that was last taken into a production, kept in the user's own state directory."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from store.digest import blake2b
from store.directories import state_directory


if TYPE_CHECKING:
    from pathlib import Path


BOARD = " --board "
"""What stands before the name of the board that is wanted of a schedule."""


def last_file(production: str) -> str:
    """What was named last; empty where nothing was, or it cannot be read."""
    try:
        return _path(production).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_file(production: str, file: Path, board: str = "") -> None:
    """Keep what was named, in full, and the board that was wanted of it.

    Where the state directory refuses, it is typed again.
    """
    with contextlib.suppress(OSError, UnicodeEncodeError):
        path = _path(production)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_text(f"{file.absolute()}{BOARD + board if board else ''}", encoding="utf-8")


def _path(production: str) -> Path:
    name = blake2b(production.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return state_directory() / "imports" / f"{name}.file"
