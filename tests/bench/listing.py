"""`callboard list` from the shell, against a Python that imports what no such tool goes without."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.bench.rounds import compared, in_turns, running
from tests.bench.row import Bar, Row
from tests.bench.season import season


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.rounds import Side

IMPORTS = "import click, orjson, tinydb"


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """All runs as CSV, and one entry of the crew list, the interpreter's start included."""
    folder = str(season(ground, records).folder)
    command = [sys.executable, "-m", "tui", "--production", folder, "list"]
    everything, one, peer = in_turns(
        rounds,
        _process([*command, "run", "--csv"]),
        _process([*command, "person", "keller", "gaffer", "--json"]),
        _process([sys.executable, "-c", IMPORTS]),
    )
    yield compared("list: all runs as CSV", records, everything, IMPORTS, peer, Bar(1.5))
    yield compared("list: a few people", records, one, IMPORTS, peer, Bar(1.5))


def _process(command: list[str]) -> Side:
    def run(number: int) -> float:
        return running(lambda: subprocess.run(command, capture_output=True, check=False))

    return run
