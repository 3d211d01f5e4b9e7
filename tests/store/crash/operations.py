"""What a process does to a disk, one operation at a time, by the numbers of files and folders."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias


class Made(NamedTuple):
    """A name came into a folder, for a new file or folder."""

    folder: int
    name: str
    node: int
    is_folder: bool


class Renamed(NamedTuple):
    folder: int
    old: str
    new: str
    node: int


class Removed(NamedTuple):
    folder: int
    name: str


class Wrote(NamedTuple):
    node: int
    offset: int
    data: bytes


class Resized(NamedTuple):
    node: int
    size: int


class Flushed(NamedTuple):
    """All before it, in this file or this folder's list of names, is on the disk from now on."""

    node: int


class FlushFailed(NamedTuple):
    """The system forgets what it had not written: no later flush brings it to the disk."""

    node: int


class Acknowledged(NamedTuple):
    """The store said that this change is saved: it must be there from now on."""

    writer: str
    n: int
    sum: str


OfFolder: TypeAlias = Made | Renamed | Removed
OfFile: TypeAlias = Wrote | Resized
Operation: TypeAlias = OfFolder | OfFile | Flushed | FlushFailed | Acknowledged


def written(content: bytes, operation: OfFile) -> bytes:
    """A file's content after an operation; a gap is zeros, as on a disk."""
    if isinstance(operation, Resized):
        return content[: operation.size].ljust(operation.size, b"\0")
    _, offset, data = operation
    return content[:offset].ljust(offset, b"\0") + data + content[offset + len(data) :]


def listed(names: dict[str, int], operation: OfFolder) -> dict[str, int]:
    """A folder's names after an operation, whether those before it were done or not."""
    after = dict(names)
    match operation:
        case Made(name=name, node=node):
            after[name] = node
        case Renamed(old=old, new=new, node=node):
            if after.get(old) == node:
                del after[old]
            after[new] = node
        case Removed(name=name):
            after.pop(name, None)
    return after
