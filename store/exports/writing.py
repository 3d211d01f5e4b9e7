"""Writing a file for somebody else: whole or not at all, and never over a stranger's."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from models.errors import NotSaved
from models.text import tidy


EXPORTED = "was not exported from this production. Choose another name, or force it."


def write_beside(path: Path, content: bytes) -> None:
    """Write a file next to its place and move it there, so that nobody reads half of it.

    Raises NotSaved with the disk's reason; what was there before is then as it was.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    except OSError as error:
        raise _not_saved(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), _mode(path))
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise _not_saved(path, error) from error


def refuse_strangers(
    path: Path, is_ours: Callable[[bytes], bool], *, force: bool, otherwise: str = EXPORTED
) -> None:
    """Raise NotSaved if a file is there that is not ours, unless `force`; a folder always.

    `otherwise` says what a stranger is not, and what to do.
    """
    if path.is_dir():
        raise NotSaved(f"NOT saved: {tidy(str(path))} is a folder; name a file in it.")
    if force or not path.exists():
        return
    if not path.is_file() or not is_ours(_read(path)):
        raise NotSaved(f"NOT saved: {tidy(str(path))} is there already and {otherwise}")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _not_saved(path, error) from error


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those any new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _not_saved(path: Path, error: OSError) -> NotSaved:
    return NotSaved(f"NOT saved: {tidy(str(path))}: {error.strerror or error}.")
