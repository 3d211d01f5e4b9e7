"""What a process that has a production open holds, against the same files as orjson parses them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.bench.row import Row
from tests.bench.season import season


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OWN = """
from pathlib import Path
rollup = Path("/proc/self/smaps_rollup").read_text().splitlines()
print(sum(int(line.split()[1]) for line in rollup if line.startswith("Private_")))
"""
OURS = """
import sys
from store.production import Production
production = Production.open(sys.argv[1], as_user="mia")
kept = [dict(production.view.records(kind).items()) for kind in production.view.kinds()]
"""
PEER = """
import sys
from pathlib import Path
import orjson
from store.production import Production
kept = [orjson.loads(path.read_bytes()) for path in Path(sys.argv[1], "writers").glob("*/*.json")]
"""


def rows(ground: Path, records: int, rounds: int) -> Iterator[Row]:
    """The memory that is a process's own, once everything is read."""
    folder = season(ground, records).folder
    ours, peer = (_own_megabytes(program, folder) for program in (OURS, PEER))
    yield Row(
        "memory: production open", records, "MB", ours, "orjson's objects of the same files", peer
    )


def _own_megabytes(program: str, folder: Path) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program + OWN, folder], capture_output=True, text=True, check=True
    )
    return int(run.stdout) / 1024
