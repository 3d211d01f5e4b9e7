"""Writing so that it stays: all bytes out, flushed, and the folder's entry flushed too."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from store.layout import TEMPORARY_NAME


if TYPE_CHECKING:
    from pathlib import Path

FILE_MODE = 0o640
NO_FOLDER_FLUSH = {
    errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.ENOSYS, errno.EACCES, errno.EPERM,
}  # fmt: skip


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte: a full disk may take some and say nothing. Raises OSError."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def write_at(path: Path, offset: int, data: bytes) -> None:
    """Write over the end of an existing file from an offset on, and flush. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        write_all(descriptor, data)
        os.fdatasync(descriptor)
    finally:
        os.close(descriptor)


def write_new(path: Path, data: bytes, modified: int | None = None) -> None:
    """Make a file whole or not at all: beside, flushed, renamed, folder flushed.

    `modified` is the time of change it gets, in nanoseconds; now if left out. Raises OSError.
    When only the flush of the folder failed, the file is there all the same.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(beside, flags, FILE_MODE)
    try:
        try:
            with contextlib.suppress(PermissionError, NotImplementedError):  # a stick has no modes
                os.fchmod(descriptor, FILE_MODE)
            write_all(descriptor, data)
            if modified is not None:
                with contextlib.suppress(OSError):  # its time is a courtesy
                    os.utime(descriptor, ns=(modified, modified))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        os.rename(beside, path)  # noqa: PTH104 - one way to name the calls a power cut tears
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    flush_folder(path.parent)


def remove_unfinished(folder: Path) -> None:
    """Remove what a process that was killed in `write_new` left, where no other may be writing."""
    for name in os.listdir(folder):  # noqa: PTH208 - names are all it needs
        if TEMPORARY_NAME.fullmatch(name):
            with contextlib.suppress(OSError):
                (folder / name).unlink()


def flush_file(path: Path) -> None:
    """Flush what any process wrote to a file. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.fdatasync(descriptor)
    finally:
        os.close(descriptor)


def flush_folder(folder: Path) -> None:
    """Flush a folder's list of names, where the file system can. Raises OSError.

    Network shares often cannot, and say so; their server keeps its names by itself.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDER_FLUSH:
            raise
    finally:
        os.close(descriptor)


def cut_back(path: Path, offset: int, closing: bytes) -> None:
    """Replace all that follows an offset by the closing brackets, and flush. Raises OSError."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        write_all(descriptor, closing)
        os.ftruncate(descriptor, offset + len(closing))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
