"""The folder a production was last exchanged with, kept in the user's own state directory."""

from __future__ import annotations

import contextlib
from pathlib import Path

from models.errors import NotSynced
from store.digest import blake2b
from store.directories import state_directory
from store.exchange.other import read_other


def last_other(production: str) -> str:
    """What was named last; empty where nothing was, or it cannot be read."""
    try:
        return _path(production).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def keep_other(production: str, other: str) -> None:
    """Keep what was named, a path in full; where the state directory refuses, it is typed again."""
    with contextlib.suppress(OSError, UnicodeEncodeError, NotSynced):
        found = read_other(other)
        path = _path(production)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        named = str(found.absolute()) if isinstance(found, Path) else other
        path.write_text(named, encoding="utf-8")


def _path(production: str) -> Path:
    name = blake2b(production.encode("utf-8", "replace"), digest_size=8).hexdigest()
    return state_directory() / "sync" / f"{name}.other"
