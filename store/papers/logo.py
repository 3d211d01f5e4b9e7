"""A production's logo, kept in its settings as text so that it syncs and merges like all else."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Logo(NamedTuple):
    """A picture: what it is a file of (`png`, `svg`), and its bytes."""

    suffix: str
    content: bytes

    def put(self, folder: Path) -> str:
        """Write it into a folder, and give the file's name."""
        name = f"logo.{self.suffix}"
        folder.joinpath(name).write_bytes(self.content)
        return name
