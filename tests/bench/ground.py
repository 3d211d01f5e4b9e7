"""A folder to measure in, with a home of its own, and what is worth knowing of the machine."""

from __future__ import annotations

import contextlib
import os
import platform
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator

HOMES = ("CALLBOARD_STATE", "CALLBOARD_CACHE", "CALLBOARD_CONFIG")


@contextlib.contextmanager
def fresh_ground(under: Path | None) -> Iterator[Path]:
    """A new folder, where the user's own state, cache and settings are too while it is there."""
    before = {name: os.environ.get(name) for name in HOMES}
    with tempfile.TemporaryDirectory(prefix="callboard-bench-", dir=under) as made:
        for name in HOMES:
            os.environ[name] = str(Path(made, name.partition("_")[2].lower()))
        try:
            yield Path(made)
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value


def machine(under: Path | None) -> str:
    """Python, processors and the file system measured on, in one line."""
    place = under or Path(tempfile.gettempdir())
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"Python {platform.python_version()}, {sys.platform}, {os.cpu_count()} processors, "
        f"load {load}; {place} on {_file_system(place)}"
    )


def _file_system(place: Path) -> str:
    """The type of the file system a folder is on, as the kernel's list of mounts has it."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "an unknown file system"
    mounts = {Path(line.split()[1]): line.split()[2] for line in lines}
    return next(
        mounts[each] for each in (place.resolve(), *place.resolve().parents) if each in mounts
    )
