"""What can be told of the writers' folders without reading a file: the slow scan's own memory.

Some file systems notify nobody (NFS, SMB, FUSE) and some notices are lost. Two looks are compared
instead: a quick one at each folder and its newest file, a thorough one at every file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.layout import FILE_NAME


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Trace(NamedTuple):
    """A folder's time, its newest file, and that file's size and time.

    The folder's time moves with every name that comes or goes, copies of any name among them.
    """

    modified: int
    newest: str
    size: int
    touched: int


class FileTrace(NamedTuple):
    """One file's name, size and time."""

    name: str
    size: int
    touched: int


Traces = dict[str, Trace]
AllTraces = dict[str, frozenset[FileTrace]]


def quick_look(writers: str, before: Mapping[str, Trace]) -> Traces:
    """Two calls a folder; where its time stands still, its newest file is the one of before."""
    found = {name: _trace(f"{writers}/{name}", before.get(name)) for name in _names(writers)}
    return {name: trace for name, trace in found.items() if trace is not None}


def thorough_look(writers: str) -> AllTraces:
    """Every file of every writer."""
    return {name: frozenset(_files(f"{writers}/{name}")) for name in _names(writers)}


def _names(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten times a Path's speed
    except OSError:
        return []
    return [name for name in names if not name.startswith(".")]


def _trace(folder: str, before: Trace | None) -> Trace | None:
    try:
        modified = os.stat(folder).st_mtime_ns  # noqa: PTH116
        known = before is not None and before.modified == modified
        newest = before.newest if before and known else _newest(_names(folder))
        if not newest:
            return Trace(modified, "", 0, 0)
        now = os.stat(f"{folder}/{newest}")  # noqa: PTH116
    except OSError:
        return None
    return Trace(modified, newest, now.st_size, now.st_mtime_ns)


def _newest(names: Iterable[str]) -> str:
    """The file the writer appends to: numbers longer than four digits come last."""
    files = (name for name in names if FILE_NAME.fullmatch(name))
    return max(files, key=lambda name: (len(name), name), default="")


def _files(folder: str) -> list[FileTrace]:
    try:
        with os.scandir(folder) as entries:
            found = [(each.name, each.stat()) for each in entries if not each.name.startswith(".")]
    except OSError:
        return []
    return [FileTrace(name, of.st_size, of.st_mtime_ns) for name, of in found]
