"""A host's folder as an exchange sees it: a mirror of what is there, and what is to go there.

The mirror in the cache directory is what rsync brought the last time, so that only what has
grown travels. Nothing is written to it: what the host lacks is put beside, to be pushed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from store.durable import write_new
from store.exchange.stamp import stamp
from store.exchange.tree import Tree
from store.folder import WRITERS


if TYPE_CHECKING:
    from store.exchange.tree import File


class StagedTree(Tree):
    """The files of a host's folder, with those that are staged in front of those mirrored."""

    def __init__(self, mirror: Path, staging: Path, name: str) -> None:
        """Know both."""
        super().__init__(mirror, name)
        self.staging = staging

    def names(self, writer: str) -> list[str]:
        """All names in a writer's folder, there or on their way."""
        staged = self.staging / WRITERS / writer
        return [*super().names(writer), *(os.listdir(staged) if staged.is_dir() else ())]  # noqa: PTH208

    def place(self, writer: str, name: str) -> Path:
        """Where a file is: staged, or in the mirror."""
        staged = self.staging / WRITERS / writer / name
        return staged if staged.exists() else super().place(writer, name)

    def write(self, writer: str, name: str, data: bytes) -> None:
        """Stage a file; its time is against the version the host has: see `stamp`."""
        staged = self.staging / WRITERS / writer / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        write_new(staged, data, stamp(data, super().place(writer, name)))

    def took(self, file: File) -> None:
        """A staged file has arrived: it is what the mirror has from now on."""
        mirrored = super().place(file.writer, file.name)
        mirrored.parent.mkdir(parents=True, exist_ok=True)
        (self.staging / WRITERS / file.writer / file.name).replace(mirrored)
