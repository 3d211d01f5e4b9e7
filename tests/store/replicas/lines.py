"""Which changes a folder's files hold, read without any of the store's own reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

HEAD = re.compile(rb'\{"about":\{"1":\{[^\n]*"writer":"([^"]+)"[^\n]*\n"changes":\{\n')
LINE = re.compile(rb'^"(\d+)":\{.*,"sum":"([0-9a-f]{12})"\}', re.MULTILINE)
MAIN = re.compile(r"[0-9]{4,9}\.json")


def in_file(path: Path) -> tuple[str, dict[int, str]]:
    """Whose lines a file holds, and the sum of each complete one by its number."""
    data = path.read_bytes()
    head = HEAD.match(data)
    if head is None:
        return "", {}
    lines = LINE.finditer(data, head.end())
    return head[1].decode(), {int(line[1]): line[2].decode() for line in lines}


def main_files(folder: Path) -> list[Path]:
    """One writer's main files in order; none where there is no folder yet."""
    return sorted(path for path in folder.glob("*.json") if MAIN.fullmatch(path.name))


def own_lines(folder: Path) -> dict[int, str]:
    """The lines in one writer's main files."""
    return dict(line for path in main_files(folder) for line in in_file(path)[1].items())


def read_files(folder: Path) -> Iterator[Path]:
    """The files under a production's folder that the store takes changes from."""
    yield from sorted(path for path in folder.glob("writers/*/*") if path.is_file())


def without_gap(numbers: Iterable[int]) -> int:
    """The last number of the run from 1 that has no gap."""
    known = set(numbers)
    last = 0
    while last + 1 in known:
        last += 1
    return last


def held(folder: Path) -> dict[str, int]:
    """How far each writer's changes can be read from a production's folder, without a gap."""
    numbers: dict[str, set[int]] = {}
    for path in read_files(folder):
        writer, lines = in_file(path)
        if writer:
            numbers.setdefault(writer, set()).update(lines)
    return {writer: without_gap(each) for writer, each in numbers.items()}
