"""A disk as a power cut finds it: what was flushed is there, the rest may be, in part and apart.

A file's flush settles its data and size, a folder's flush its names. What is not settled yet may
be there or not, each operation apart from the others; a write may be there in part; a rename is
there whole or not at all. A file's bytes without its name, or a folder without its own, are lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.store.crash.operations import (
    Flushed,
    FlushFailed,
    Made,
    OfFile,
    OfFolder,
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


class File(NamedTuple):
    """What is on the disk of a file, what no flush will bring there, and what one would."""

    settled: bytes = b""
    doubtful: tuple[OfFile, ...] = ()
    pending: tuple[OfFile, ...] = ()


class Folder(NamedTuple):
    """What is on the disk of a folder's names, and what a flush would bring there."""

    settled: Mapping[str, int]
    doubtful: tuple[OfFolder, ...] = ()
    pending: tuple[OfFolder, ...] = ()


class Disk:
    """All files and folders, by number."""

    def __init__(self) -> None:
        self.files: dict[int, File] = {}
        self.folders: dict[int, Folder] = {ROOT: Folder({})}

    def do(self, operation: Operation) -> None:
        """Take one operation in."""
        match operation:
            case Made(node=node, is_folder=is_folder):
                if is_folder:
                    self.folders[node] = Folder({})
                else:
                    self.files[node] = File()
                self._list(operation)
            case Renamed() | Removed():
                self._list(operation)
            case Wrote(node=node) | Resized(node=node):
                file = self.files[node]
                self.files[node] = file._replace(pending=(*file.pending, operation))
            case Flushed(node=node):
                self._settle(node)
            case FlushFailed(node=node):
                self._doubt(node)

    def _list(self, operation: OfFolder) -> None:
        folder = self.folders[operation.folder]
        self.folders[operation.folder] = folder._replace(pending=(*folder.pending, operation))

    def _settle(self, node: int) -> None:
        if node in self.folders:
            folder = self.folders[node]
            names = _after(dict(folder.settled), folder.pending)
            self.folders[node] = Folder(names, folder.doubtful)
        else:
            file = self.files[node]
            self.files[node] = File(content(file.settled, file.pending), file.doubtful)

    def _doubt(self, node: int) -> None:
        if node in self.folders:
            folder = self.folders[node]
            doubtful = (*folder.doubtful, *folder.pending)
            self.folders[node] = Folder(folder.settled, doubtful)
        else:
            file = self.files[node]
            self.files[node] = File(file.settled, (*file.doubtful, *file.pending))

    def cached(self) -> dict[str, bytes | None]:
        """The tree a running process sees: every operation done."""
        files = {
            node: content(file.settled, (*file.doubtful, *file.pending))
            for node, file in self.files.items()
        }
        folders = {
            node: _after(dict(folder.settled), (*folder.doubtful, *folder.pending))
            for node, folder in self.folders.items()
        }
        return tree(files, folders)


def _after(names: dict[str, int], operations: Iterable[OfFolder]) -> dict[str, int]:
    for operation in operations:
        names = listed(names, operation)
    return names


def content(settled: bytes, operations: Iterable[OfFile]) -> bytes:
    """A file's bytes after some operations."""
    for operation in operations:
        settled = written(settled, operation)
    return settled


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
