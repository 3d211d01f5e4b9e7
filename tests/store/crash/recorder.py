"""Records what the store asks of the system under a folder, as operations on a disk.

The calls are really made, so the store reads what it wrote; only flushing, which a test has no
use for, is left out. A power cut is then a matter of arithmetic on the record.
"""

from __future__ import annotations

import errno
import itertools
import os
from typing import TYPE_CHECKING, Any

from tests.store.crash.operations import (
    Flushed,
    FlushFailed,
    Made,
    Operation,
    Removed,
    Renamed,
    Resized,
    Wrote,
)


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

ROOT = 0
RECORDED = (
    "open", "write", "pwrite", "lseek", "ftruncate", "fsync", "fdatasync", "close",
    "rename", "mkdir", "unlink",
)  # fmt: skip


class Killed(BaseException):
    """The process ends here, as by kill -9: nothing of it runs any more."""


class Recorder:
    """Stands between the store and the system, for everything below one folder.

    `before` is called with each operation before it is recorded and done: what it raises is
    what the call raises.
    """

    def __init__(self, root: Path) -> None:
        self.log: list[Operation] = []
        self.before: Callable[[Operation], None] = lambda _: None
        self.short = 0  # the next write takes only so many bytes, if any
        self._nodes = {os.path.realpath(root): ROOT}
        self._numbers = itertools.count(1)
        self._opened: dict[int, list[int]] = {}
        self._real = {name: getattr(os, name) for name in RECORDED}

    def listen(self, patch: pytest.MonkeyPatch) -> None:
        """Stand in for the system until the patch is undone."""
        for name in RECORDED:
            patch.setattr(os, name, getattr(self, f"_{name}"))

    def node(self, path: Path) -> int:
        """The number of a file or folder that was made while recording."""
        return self._nodes[os.path.realpath(path)]

    def _note(self, operation: Operation) -> None:
        self.before(operation)
        self.log.append(operation)

    def _place(self, path: Any) -> tuple[str, int | None, str]:
        """The full path of a name, its folder's number if it is one of ours, and the name."""
        folder, name = os.path.split(os.fspath(path))
        folder = os.path.realpath(folder)
        return f"{folder}/{name}", self._nodes.get(folder), name

    def _open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        full, folder, name = self._place(path)
        new = folder is not None and full not in self._nodes
        if new and flags & os.O_CREAT:
            self._make(full, folder, name, is_folder=False)
        elif full in self._nodes and flags & os.O_TRUNC:
            self._note(Resized(self._nodes[full], 0))
        descriptor: int = self._real["open"](path, flags, mode)
        if full in self._nodes:
            self._opened[descriptor] = [self._nodes[full], 0]
        return descriptor

    def _make(self, full: str, folder: int | None, name: str, *, is_folder: bool) -> None:
        assert folder is not None
        node = next(self._numbers)
        self._note(Made(folder, name, node, is_folder))
        self._nodes[full] = node

    def _write(self, descriptor: int, data: Any) -> int:
        opened = self._opened.get(descriptor)
        if opened is None:
            return int(self._real["write"](descriptor, data))
        if self.short:
            data, self.short = data[: self.short], 0
        node, at = opened
        self._note(Wrote(node, at, bytes(data)))
        opened[1] += len(data)
        return int(self._real["write"](descriptor, data))

    def _pwrite(self, descriptor: int, data: Any, offset: int) -> int:
        if descriptor in self._opened:
            self._note(Wrote(self._opened[descriptor][0], offset, bytes(data)))
        return int(self._real["pwrite"](descriptor, data, offset))

    def _lseek(self, descriptor: int, offset: int, whence: int) -> int:
        at = int(self._real["lseek"](descriptor, offset, whence))
        if descriptor in self._opened:
            self._opened[descriptor][1] = at
        return at

    def _ftruncate(self, descriptor: int, size: int) -> None:
        if descriptor in self._opened:
            self._note(Resized(self._opened[descriptor][0], size))
        self._real["ftruncate"](descriptor, size)

    def _fsync(self, descriptor: int) -> None:
        opened = self._opened.get(descriptor)
        if opened is None:
            return
        try:
            self._note(Flushed(opened[0]))
        except OSError:
            self.log.append(FlushFailed(opened[0]))
            raise

    def _fdatasync(self, descriptor: int) -> None:
        self._fsync(descriptor)

    def _close(self, descriptor: int) -> None:
        self._opened.pop(descriptor, None)
        self._real["close"](descriptor)

    def _rename(self, old: Any, new: Any) -> None:
        full_old, folder, name_old = self._place(old)
        full_new, folder_new, name_new = self._place(new)
        if folder is not None:
            assert folder == folder_new, "the store renames within one folder only"
            self._note(Renamed(folder, name_old, name_new, self._nodes[full_old]))
            self._nodes[full_new] = self._nodes.pop(full_old)
        self._real["rename"](old, new)

    def _mkdir(self, path: Any, mode: int = 0o777) -> None:
        full, folder, name = self._place(path)
        if os.path.lexists(full):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), full)
        if folder is not None:
            self._make(full, folder, name, is_folder=True)
        self._real["mkdir"](path, mode)

    def _unlink(self, path: Any) -> None:
        full, folder, name = self._place(path)
        if folder is not None and full in self._nodes:
            self._note(Removed(folder, name))
            del self._nodes[full]
        self._real["unlink"](path)
