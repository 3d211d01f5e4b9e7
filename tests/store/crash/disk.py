"""A disk as a power cut finds it: what was flushed is there, the rest may be, in part and apart.

A file's flush settles its data and size, a folder's flush its names. What is not settled yet may
be there or not, each operation apart from the others; a write may be there in part; a rename is
there whole or not at all. A file's bytes without its name, or a folder without its own, are lost.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.store.crash.operations import (
    Flushed,
    FlushFailed,
    Made,
    Removed,
    Renamed,
    Resized,
    Wrote,
    listed,
    written,
)
from tests.store.crash.recorder import ROOT


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.store.crash.operations import Operation


class Fate(enum.Enum):
    """Whether an operation is on the disk after a power cut."""

    OPEN = "as it happens; the next flush settles it"
    LOST = "as it happened when its flush failed; no flush settles it"
    SURE = "it is, after others that may not be"


class Owed(NamedTuple):
    """An operation that was asked for, and its fate."""

    operation: Any
    fate: Fate = Fate.OPEN


class Node(NamedTuple):
    """What is on the disk of a file's bytes or a folder's names, and what came after it."""

    settled: Any
    owed: tuple[Owed, ...] = ()

    def asked(self, operation: Any) -> Node:
        return self._replace(owed=(*self.owed, Owed(operation)))

    def flushed(self, fate: Fate) -> Node:
        """All that was open has this fate now."""
        owed = [each._replace(fate=fate) if each.fate is Fate.OPEN else each for each in self.owed]
        settled = self.settled
        while owed and owed[0].fate is Fate.SURE:
            settled = done(settled, owed.pop(0).operation)
        return Node(settled, tuple(owed))


class Disk:
    """All files and folders, by number."""

    def __init__(self) -> None:
        self.files: dict[int, Node] = {}
        self.folders: dict[int, Node] = {ROOT: Node({})}

    def do(self, operation: Operation) -> None:
        """Take one operation in."""
        match operation:
            case Made(folder=folder, node=node, is_folder=is_folder):
                if is_folder:
                    self.folders[node] = Node({})
                else:
                    self.files[node] = Node(b"")
                self.folders[folder] = self.folders[folder].asked(operation)
            case Renamed(folder=folder) | Removed(folder=folder):
                self.folders[folder] = self.folders[folder].asked(operation)
            case Wrote(node=node) | Resized(node=node):
                self.files[node] = self.files[node].asked(operation)
            case Flushed(node=node):
                self._flush(node, Fate.SURE)
            case FlushFailed(node=node):
                self._flush(node, Fate.LOST)

    def _flush(self, node: int, fate: Fate) -> None:
        nodes = self.folders if node in self.folders else self.files
        nodes[node] = nodes[node].flushed(fate)

    def cached(self) -> dict[str, bytes | None]:
        """The tree a running process sees: every operation done."""
        files = {node: after(each.settled, each.owed) for node, each in self.files.items()}
        folders = {node: after(each.settled, each.owed) for node, each in self.folders.items()}
        return tree(files, folders)


def done(content: Any, operation: Any) -> Any:
    """A file's bytes or a folder's names after one operation."""
    if isinstance(operation, Wrote | Resized):
        return written(content, operation)
    return listed(content, operation)


def after(content: Any, owed: Iterable[Owed]) -> Any:
    """A file's bytes or a folder's names after some operations."""
    for each in owed:
        content = done(content, each.operation)
    return content


def tree(
    files: Mapping[int, bytes], folders: Mapping[int, Mapping[str, int]]
) -> dict[str, bytes | None]:
    """What can be reached from the root: path to content, None for a folder."""
    found: dict[str, bytes | None] = {}

    def walk(node: int, before: str) -> None:
        for name, child in sorted(folders[node].items()):
            path = f"{before}{name}"
            found[path] = files.get(child)
            if child in folders:
                walk(child, f"{path}/")

    walk(ROOT, "")
    return found
