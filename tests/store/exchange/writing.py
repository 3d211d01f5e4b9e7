"""Files of one writer as bytes, and folders of them in memory, for the tests of an exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.change import Change, Edit, Stamp, first_sum, line_sum, to_line
from store.exchange.both_ways import Exchange, Sides
from store.exchange.options import Options
from store.exchange.outcome import Outcome
from store.exchange.tree import Tree, file_of
from store.layout import CLOSING, About, header
from store.seen import Seen


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from store.exchange.tree import File

PRODUCTION = "01JX0000000000000000000000"
RETO = "reto@unit-2-q9xd"


def lines_from(branch: str, count: int, first: int, prev: str, writer: str = RETO) -> list[bytes]:
    """So many lines of one writer from a number on, following on a sum; `branch` tells forks."""
    made: list[bytes] = []
    for n in range(first, first + count):
        stamp = Stamp(writer, n, n, "2026-11-21T05:40:12.345+01:00", Seen(writer, n - 1, {}))
        edits = (Edit("run", f"r{n}", {"note": branch}),)
        change = Change(stamp, f"moved run {n}", edits, None, None, "")
        made.append(to_line(change, Seen(writer, n - 1, {}), prev))
        prev = line_sum(made[-1])
    return made


def whole(lines: Sequence[bytes], *, first: int = 1, prev: str = "", writer: str = RETO) -> bytes:
    """A file of these lines, as its writer would have left it."""
    start = prev or first_sum(PRODUCTION, writer)
    about = About(1, PRODUCTION, writer, "R", 1, first, start)
    return b"%b\n%b%b" % (header(about), b",\n".join(lines), CLOSING)


def history(*branches: tuple[str, int]) -> list[bytes]:
    """The lines of one writer: so many of each branch, one after the other."""
    lines: list[bytes] = []
    prev = first_sum(PRODUCTION, RETO)
    for branch, count in branches:
        lines += lines_from(branch, count, len(lines) + 1, prev)
        prev = line_sum(lines[-1]) if lines else prev
    return lines


class MemoryTree(Tree):
    """A folder of files in memory, with the sizes each of them ever had."""

    def __init__(self, name: str, files: dict[str, bytes], path: Path) -> None:
        super().__init__(path, name)
        self.held_files = {(RETO, key): data for key, data in files.items()}
        self.shrunk: list[str] = []

    def files(self) -> list[File]:
        found = (file_of(*key) for key in sorted(self.held_files))
        return [file for file in found if file is not None]

    def names(self, writer: str) -> list[str]:
        return [name for each, name in self.held_files if each == writer]

    def read(self, file: File) -> bytes | None:
        return self.held_files.get((file.writer, file.name))

    def write(self, writer: str, name: str, data: bytes) -> None:
        if len(data) < len(self.held_files.get((writer, name), b"")):
            self.shrunk.append(name)
        self.held_files[writer, name] = data


def exchanged(near: Tree, far: Tree) -> Outcome:
    """Exchange two folders once; what came of it."""
    outcome = Outcome(far.name)
    Exchange(Sides(near, far, PRODUCTION), outcome, Options()).run()
    return outcome
