"""Writing back what only the user's own checkpoint still knows.

A file that was cut short, replaced by an older one or lost takes changes with it that were read
here before. They go back as kept copies in one's own folder, which nobody else writes: from there
they travel to everyone, and their sums say whose they are.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.branches import branches
from store.change import line_sum
from store.copies import Copies, number_of
from store.durable import write_new
from store.layout import CLOSING, FORMAT, About, header, kept_name


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.shadow import Shadow


class Lost(NamedTuple):
    """A run of one writer's changes that is in no file: its lines and the sum before them."""

    writer: str
    lines: tuple[bytes, ...]
    prev: str

    @property
    def first(self) -> int:
        """The number of the first change in it."""
        return number_of(self.lines[0])

    @property
    def last(self) -> int:
        """The number of the last change in it."""
        return number_of(self.lines[-1])


def lost(folder: Path, production: str, shadow: Shadow) -> list[Lost]:
    """What was read before and is true, and is whole in no file of the folder of writers."""
    files = Copies(folder, production)
    files.look(())
    found: list[Lost] = []
    for writer in sorted(shadow.writers()):
        found += _lost_of(writer, production, files.lines_of(writer), shadow.lines_of(writer))
    return found


def _lost_of(
    writer: str, production: str, in_files: list[bytes], kept: list[bytes]
) -> Iterator[Lost]:
    there = {
        change.sum for branch in branches(production, writer, in_files) for change in branch.changes
    }
    by_sum = {line_sum(line): line for line in [*in_files, *kept]}
    for branch in branches(production, writer, [*in_files, *kept]):
        before = {change.n + 1: change.sum for change in branch.changes}
        for missing, run in itertools.groupby(
            branch.changes, key=lambda change: change.sum not in there
        ):
            if missing:
                changes = list(run)
                prev = before.get(changes[0].n, branch.prev)
                yield Lost(writer, tuple(by_sum[change.sum] for change in changes), prev)


def write_back(found: Lost, production: str, tag: str, own: Path) -> Path:
    """Write a run of lost changes into one's own folder. Raises OSError."""
    about = About(FORMAT, production, found.writer, tag, 1, found.first, found.prev)
    path = own / kept_name(1, line_sum(found.lines[-1]))
    write_new(path, b"%b\n%b%b" % (header(about), b",\n".join(found.lines), CLOSING))
    return path
