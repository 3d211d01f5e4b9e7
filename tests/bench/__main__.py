"""`python -m tests.bench [WHAT]... [--records N]... [--rounds N] [--in FOLDER] [--json FILE]`."""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import AT_EVERY_SIZE, BY_ITSELF, IN_A_TERMINAL, SIZES, USUAL
from tests.bench.ground import fresh_ground, machine
from tests.bench.table import growth, heading, table


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.bench.row import Row

ROUNDS = 9
FEWER = 50_000  # records from which on three rounds do


def main(words: Sequence[str]) -> None:
    """Measure what was named, or everything, and print the table."""
    wanted = _wanted(words)
    rows = []
    for row in measured(wanted.what, wanted.records, wanted.rounds, wanted.folder):
        rows.append(row)
        sys.stderr.write(f"{row.what} {row.records:,}\n")
    facts = heading(machine(wanted.folder))
    sys.stdout.write("\n\n".join(filter(None, [facts, table(rows), growth(rows)])) + "\n")
    if wanted.json is not None:
        found = [{**row._asdict(), "ratio": row.ratio, "met": row.met} for row in rows]
        wanted.json.write_text(json.dumps({"machine": facts, "rows": found}, indent=1) + "\n")


def measured(
    what: Sequence[str], sizes: Sequence[int], rounds: int, folder: Path | None
) -> Iterator[Row]:
    """The rows of these benchmarks, each on fresh ground."""
    for name in what:
        if name in BY_ITSELF:
            with fresh_ground(folder) as ground:
                yield from _rows_of(BY_ITSELF[name])(ground)
        else:
            usual = USUAL if name in IN_A_TERMINAL else SIZES
            module = {**AT_EVERY_SIZE, **IN_A_TERMINAL}[name]
            yield from _at_every_size(module, sizes or usual, rounds, folder)


def _at_every_size(
    module: str, sizes: Sequence[int], rounds: int, folder: Path | None
) -> Iterator[Row]:
    for size in sizes:
        few = min(rounds, 3) if size >= FEWER else rounds
        with fresh_ground(folder) as ground:
            yield from _rows_of(module)(ground, size, few)


def _rows_of(named: str) -> Callable[..., Iterator[Row]]:
    """The function that measures: `rows` of a module, or the one named after a colon."""
    module, _, function = named.partition(":")
    rows: Callable[..., Iterator[Row]] = getattr(
        importlib.import_module(module), function or "rows"
    )
    return rows


def _wanted(words: Sequence[str]) -> argparse.Namespace:
    names = [*AT_EVERY_SIZE, *BY_ITSELF, *IN_A_TERMINAL]
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT", help=", ".join(names))
    parser.add_argument("--records", type=int, action="append", default=[])
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--in", dest="folder", type=Path, help="measure on this folder's disk")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    wanted = parser.parse_args(words)
    unknown = [name for name in wanted.what if name not in names]
    if unknown:
        parser.error(f"there is no benchmark called {unknown[0]} ({', '.join(names)})")
    wanted.what = wanted.what or names
    return wanted


if __name__ == "__main__":
    main(sys.argv[1:])
