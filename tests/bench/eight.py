"""Eight processes saving at once: ours beside SQLite (WAL, synchronous=FULL, busy_timeout).

Three of the eight are sessions of one user and share a writer, five have a user of their own.
Each edits records that all edit, makes records with a number, and now and then reads what the
others did; of ours, the last change of each is made without knowing of anybody's.
`python -m tests.bench.eight` prints both; tests/store/test_eight.py checks that nothing is lost.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SHARED = "mia"
USERS = (SHARED, SHARED, SHARED, "max", "mona", "reto", "ruth", "zoe")
COMMITS = 500
PEER = "SQLite WAL FULL"

OURS = """
import hashlib, json, random, sys, time
from store.change import Edit
from store.production import Production

path, user, which, commits = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
dice = random.Random(which)
board = Production.open(path, as_user=user)
nothing = board.base()
print("ready", flush=True)
sys.stdin.readline()
said, took, start = [], [], time.perf_counter()
for count in range(commits):
    if dice.random() < 0.2:
        board.refresh()
    edits = [Edit("run", f"r{dice.randrange(20)}", {"leave": f"{which}-{count}"})]
    if count % 3 == 0:
        edits.append(Edit("issue", board.mint(), {"number": "", "title": f"{which}-{count}"}))
    begun = time.perf_counter()
    saved = board.commit(edits, "moved a run")
    took.append(time.perf_counter() - begun)
    said.append((saved.writer, saved.n, saved.sum))
saved = board.commit([Edit("run", "all", {"leave": which})], "moved a run", base=nothing)
said.append((saved.writer, saved.n, saved.sum))
whole = time.perf_counter() - start
print(json.dumps({"said": said, "took": took, "whole": whole}), flush=True)
sys.stdin.readline()
board.refresh()
shown = {kind: {**board.view.records(kind)} for kind in sorted(board.view.kinds())}
heads = [[c.kind, c.id, c.field, [head.value for head in c.heads]] for c in board.conflicts()]
text = json.dumps([shown, sorted(heads)], sort_keys=True, default=dict)
print(json.dumps(hashlib.sha256(text.encode()).hexdigest()), flush=True)
"""

SQLITE = """
import json, random, sqlite3, sys, time

path, user, which, commits = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
dice = random.Random(which)
database = sqlite3.connect(path, isolation_level=None)
database.execute("pragma busy_timeout = 60000")
database.execute("pragma journal_mode = wal")
database.execute("pragma synchronous = full")
print("ready", flush=True)
sys.stdin.readline()
said, took, seen, start = [], [], 0, time.perf_counter()
for count in range(commits):
    if dice.random() < 0.2:
        for (seen,) in database.execute("select rowid from changes where rowid > ?", (seen,)):
            pass
    run, leave = f"r{dice.randrange(20)}", f"{which}-{count}"
    begun = time.perf_counter()
    database.execute("begin immediate")
    database.execute("insert or replace into runs values (?, ?)", (run, leave))
    if count % 3 == 0:
        database.execute("insert into issues (title) values (?)", (leave,))
    made = database.execute("insert into changes (did) values (?)", (leave,)).lastrowid
    database.execute("commit")
    took.append(time.perf_counter() - begun)
    said.append(("all", made, leave))
whole = time.perf_counter() - start
print(json.dumps({"said": said, "took": took, "whole": whole}), flush=True)
sys.stdin.readline()
print(json.dumps(database.execute("select count(*) from changes").fetchone()[0]), flush=True)
"""

TABLES = """
create table runs (id text primary key, leave text);
create table issues (number integer primary key, title text);
create table changes (n integer primary key, did text);
"""


class Session(NamedTuple):
    """What one process says: each change acknowledged, how long each and all took, its view."""

    user: str
    said: list[tuple[str, int, str]]
    took: list[float]
    whole: float
    view: object


class Row(NamedTuple):
    """One line of the table: ours beside the peer's."""

    what: str
    records: int
    unit: str
    ours: float
    peer_name: str
    peer: float

    @property
    def ratio(self) -> float:
        """Our figure as a share of the peer's."""
        return self.ours / self.peer


def ours(folder: Path, commits: int) -> list[Session]:
    """Eight processes on a new production in the folder, each with its user's state."""
    from store.production import Production

    made = folder / "nightfall"
    Production.create(made, title="Nightfall", zone="Europe/Zurich", as_user="nobody")
    return _sessions(OURS, made, folder, commits)


def sqlite(folder: Path, commits: int) -> list[Session]:
    """The same on one SQLite database."""
    import sqlite3

    made = folder / "peer.sqlite"
    database = sqlite3.connect(made)
    database.execute("pragma journal_mode = wal")
    database.executescript(TABLES)
    database.close()
    return _sessions(SQLITE, made, folder, commits)


def _sessions(program: str, path: Path, folder: Path, commits: int) -> list[Session]:
    with ExitStack() as stack:
        running = [
            stack.enter_context(_started(program, path, folder, each, commits))
            for each in enumerate(USERS)
        ]
        try:
            assert ["ready"] * len(USERS) == [_heard(process) for process in running]
            saved = [json.loads(line) for line in _all_told(running)]
            views = [json.loads(line) for line in _all_told(running)]
        finally:
            for process in running:
                process.kill()
    return [
        Session(user, [tuple(each) for each in one["said"]], one["took"], one["whole"], view)
        for user, one, view in zip(USERS, saved, views, strict=True)
    ]


def _started(
    program: str, path: Path, folder: Path, which: tuple[int, str], commits: int
) -> subprocess.Popen[str]:
    number, user = which
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path), user, f"{user}{number}", str(commits)],
        cwd=ROOT,
        env={**_environment(), "CALLBOARD_STATE": str(folder / f"state-{user}")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith("CALLBOARD_")}


def _all_told(running: list[subprocess.Popen[str]]) -> list[str]:
    """Let all go on at once; what each says next."""
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [_heard(process) for process in running]


def _heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def rows(ground: Path, commits: int = COMMITS) -> Iterator[Row]:
    """The median, the 95th percentile and the slowest commit of all eight, and the whole."""
    mine, theirs = ours(ground, commits), sqlite(ground, commits)
    what = f"8 processes x {commits}: "
    for word, of in (("median", statistics.median), ("95 %", _slow), ("slowest", max)):
        ms = [1000 * of([took for each in side for took in each.took]) for side in (mine, theirs)]
        yield Row(what + word, 0, "ms", ms[0], PEER, ms[1])
    whole = [1000 * max(each.whole for each in side) for side in (mine, theirs)]
    yield Row(f"{what}until the last has ended", 0, "ms", whole[0], PEER, whole[1])


def _slow(took: list[float]) -> float:
    return sorted(took)[len(took) * 95 // 100]


def main() -> None:
    """Print the rows."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else COMMITS
    with tempfile.TemporaryDirectory(prefix="callboard-eight-") as ground:
        for row in rows(Path(ground), commits):
            peer = f"{row.peer_name} {row.peer:8.1f}"
            figures = f"{row.ours:8.1f} ms   {peer} ms   x {row.ratio:.2f}"
            sys.stdout.write(f"{row.what:45} {figures}\n")


if __name__ == "__main__":
    main()
