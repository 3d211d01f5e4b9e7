"""The files a beginning of a path may mean: folders, and what can be taken in."""

from __future__ import annotations

import os
from pathlib import Path

from models.text import clean, fold
from store.imports.formats import FORMATS


MOST = 20
_LOOKED_AT = 2_000
"""Names of a folder that are looked at; there may be a hundred thousand."""


def beginning_with(typed: str) -> tuple[str, ...]:
    """The last parts of paths that begin as typed, folders with a slash behind them."""
    folder, _, start = typed.rpartition("/")
    there = Path(f"{folder}/" if "/" in typed else ".")
    try:
        there = there.expanduser()
        with os.scandir(there) as entries:
            found = [
                f"{each.name}/" if each.is_dir() else each.name
                for _, each in zip(range(_LOOKED_AT), entries, strict=False)
                if _is_meant(each, start)
            ]
    except (OSError, ValueError, RuntimeError):  # the last is its word for having no home
        return ()
    return tuple(sorted(found, key=lambda name: (name.startswith("."), fold(name))))[:MOST]


def _is_meant(entry: os.DirEntry[str], start: str) -> bool:
    name = entry.name
    if not fold(name).startswith(fold(start)) or clean(name) != name:
        return False
    if name.startswith(".") and not start:
        return False
    return entry.is_dir() or any(name.lower().endswith(each.suffixes) for each in FORMATS)
