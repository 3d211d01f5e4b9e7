"""A production folder as an exchange sees it: the files that travel, read and written whole.

Only files by the names Callboard gives them travel, in folders named as writers are. Symbolic
links are not followed: a stick from somewhere else does not say where we read and write.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from store.durable import flush_folder, write_new
from store.exchange.joining import Held
from store.exchange.stamp import stamp
from store.folder import WRITERS
from store.layout import FILE_NAME, KEPT_NAME, WRITER_NAME
from store.looking import Signature
from store.writer import FOLDER_MODE


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_FILE = 64 << 20
"""Bytes; a writer begins its next file at a thousandth of that, so a larger one is not one."""


class File(NamedTuple):
    """One file that travels: the folder it is in, its name, its number, if it is a main file."""

    writer: str
    name: str
    number: int
    main: bool


def file_of(writer: str, name: str) -> File | None:
    """The file of this name in a writer's folder; None where it is none that travels."""
    if not WRITER_NAME.fullmatch(writer):
        return None
    main = FILE_NAME.fullmatch(name) is not None
    if not main and not KEPT_NAME.fullmatch(name):
        return None
    digits = name.partition(".")[0]
    number = int(digits)
    return File(writer, name, number, main) if digits == f"{number:04d}" else None


class Tree:
    """The files of one production folder.

    `closed` are writers of whom something here could not be read, so nothing is joined to it.
    """

    closed: frozenset[str] = frozenset()

    def __init__(self, path: Path, name: str) -> None:
        """Know the folder, and what it is called in a sentence; nothing is read yet."""
        self.path = path
        self.name = name
        self.writers = path / WRITERS

    def files(self) -> list[File]:
        """The files that travel. Raises OSError."""
        found = []
        for writer in _folders(self.writers):
            if WRITER_NAME.fullmatch(writer):
                found += [each for name in self.names(writer) if (each := file_of(writer, name))]
        return found

    def names(self, writer: str) -> list[str]:
        """All names in a writer's folder; none where it is not there. Raises OSError."""
        try:
            return os.listdir(self.writers / writer)  # noqa: PTH208 - names are all it needs
        except (FileNotFoundError, NotADirectoryError):
            return []

    def read(self, file: File) -> bytes | None:
        """A file's bytes; None where there is no regular file, or one far too large.

        Raises OSError.
        """
        flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
        try:
            descriptor = os.open(self.place(file.writer, file.name), flags)
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP, errno.ENXIO, errno.ENOTDIR):
                return None
            raise
        with os.fdopen(descriptor, "rb") as opened:
            now = os.fstat(descriptor)
            if not stat.S_ISREG(now.st_mode) or now.st_size > LARGEST_FILE:
                return None
            return opened.read(LARGEST_FILE)

    def signature(self, file: File) -> Signature | None:
        """What shows cheaply that a file is not as it was; None where it cannot be told."""
        try:
            now = os.lstat(self.place(file.writer, file.name))
        except OSError:
            return None
        return Signature(now.st_size, now.st_mtime_ns, now.st_ino)

    def held(self, file: File) -> Held:
        """What is here of a file: the main file and the kept copies with its number.

        Raises OSError.
        """
        prefix = f"{file.number:04d}."
        names = [name for name in self.names(file.writer) if name.startswith(prefix)]
        main, kept = None, []
        for each in filter(None, (file_of(file.writer, name) for name in sorted(names))):
            found = self.read(each)
            if found is not None and each.main:
                main = found
            elif found is not None:
                kept.append((each.name, found))
        return Held(main, tuple(kept))

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """Keep this user's own sessions from writing here meanwhile, where they can."""
        yield

    def write(self, writer: str, name: str, data: bytes) -> None:
        """Write a file whole or not at all. Raises OSError."""
        self._make_folder(writer)
        path = self.place(writer, name)
        write_new(path, data, stamp(data, path))

    def place(self, writer: str, name: str) -> Path:
        """Where a file is."""
        return self.writers / writer / name

    def _make_folder(self, writer: str) -> None:
        folder = self.writers / writer
        if folder.is_symlink():
            raise OSError(errno.ELOOP, "it is a link", str(folder))
        if not folder.is_dir():
            make_folder(folder)


def _folders(path: Path) -> list[str]:
    """The names of the folders in a folder that are no links."""
    if path.is_symlink():
        raise OSError(errno.ELOOP, "it is a link to elsewhere", str(path))
    try:
        with os.scandir(path) as entries:
            return sorted(each.name for each in entries if each.is_dir(follow_symlinks=False))
    except FileNotFoundError:
        return []


def make_folder(folder: Path) -> None:
    """Make a folder that its group may read, as a writer's folder is. Raises OSError."""
    folder.mkdir(mode=FOLDER_MODE)
    with contextlib.suppress(OSError):  # a stick has no modes
        inherited = folder.stat().st_mode & 0o7000
        os.chmod(folder, inherited | FOLDER_MODE)  # noqa: PTH101 - the umask may have cut it
    flush_folder(folder.parent)
