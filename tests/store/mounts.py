"""Small disks to mount, fill, lose and get back; only root may."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)


def needs_mounts() -> None:
    """Skip where this user or this container may not mount."""
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("needs root and mount, for a small disk in memory")


@contextlib.contextmanager
def small_disk(path: Path, size: str = "1m") -> Iterator[Path]:
    """A disk of this size in memory, mounted on a folder until the block ends."""
    needs_mounts()
    path.mkdir(parents=True)
    try:
        run("mount", "-t", "tmpfs", "-o", f"size={size}", "none", path)
    except subprocess.CalledProcessError as error:
        pytest.skip(f"needs to be allowed to mount: {error.stderr.decode()}")
    try:
        yield path
    finally:
        while os.path.ismount(path):
            run("umount", "-l", path)


def fill(disk: Path) -> Path:
    """Take all the space that is left; remove the file to free it."""
    ballast = disk / "ballast"
    with ballast.open("ab", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    return ballast
