"""How soon a change saved in one process is seen in another, and what following costs while idle.

Beside the way Callboard takes stands watchfiles at `step=5`, each in a process of its own, in turn.
`python -m tests.bench.following` prints the rows.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from store.change import Edit
from store.production import Production


if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
WAYS = ("ours", "watchfiles")
PEER = "watchfiles, step=5"
WRITERS = 10
FILES = 40


class Row(NamedTuple):
    """One thing measured; `bar` is what ours must stay under."""

    what: str
    ours: float
    bar: float
    unit: str
    peer: float
    peer_name: str = PEER


class Seen(NamedTuple):
    """What one way showed: milliseconds from a commit's begin, and from its end, until seen."""

    begun: list[float]
    saved: list[float]
    idle: float


def measure(*, commits: int = 100, idle: float = 10.0) -> list[Row]:
    """Measure both ways; `idle` is how many seconds nothing happens, scaled to ten in the row."""
    found = {way: _measured(way, commits, idle) for way in WAYS}
    ours, peer = (found[way] for way in WAYS)
    return [
        Row("a change seen, from its commit's begin, median", *_pair(_middle, ours, peer, 50)),
        Row("the same, 95 of 100", *_pair(_late, ours, peer, 100)),
        Row("a change seen, from its acknowledgement, median", *_pair(_after, ours, peer, 50)),
        Row("following while idle, 10 s", ours.idle, 20, "ms CPU", peer.idle),
    ]


def _pair(
    of: Callable[[Seen], float], ours: Seen, peer: Seen, bar: float
) -> tuple[float, float, str, float]:
    return (of(ours), bar, "ms", of(peer))


def _middle(seen: Seen) -> float:
    return statistics.median(seen.begun)


def _late(seen: Seen) -> float:
    return sorted(seen.begun)[int(len(seen.begun) * 0.95)]


def _after(seen: Seen) -> float:
    return statistics.median(seen.saved)


def _measured(way: str, commits: int, idle: float) -> Seen:
    with tempfile.TemporaryDirectory() as ground, patch.dict(os.environ, _own(ground)):
        folder = Path(ground) / "nightfall"
        mia = Production.create(folder, title="Nightfall", zone="Europe/Zurich", as_user="mia")
        _add_writers(folder)
        return _seen_elsewhere(mia, way, commits, idle)


def _own(ground: str) -> dict[str, str]:
    return {
        f"CALLBOARD_{name.upper()}": f"{ground}/{name}" for name in ("state", "cache", "config")
    }


def _add_writers(folder: Path) -> None:
    """Folders as a long production has them; what is in the files costs a follower nothing."""
    for n in range(WRITERS - 1):
        own = folder / "writers" / f"crew{n}@unit-{n}-aaaa"
        own.mkdir()
        for file in range(FILES):
            (own / f"{file + 1:04d}.json").write_bytes(b"")


def _seen_elsewhere(mia: Production, way: str, commits: int, idle: float) -> Seen:
    command = [sys.executable, "-m", "tests.bench.following", str(mia.path), way, str(idle)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        quiet = float(other.stdout.readline())
        begun, saved = [], []
        for n in range(commits):
            time.sleep(random.uniform(0.03, 0.08))
            start = time.monotonic()
            mia.commit([Edit("run", f"r{n % 20}", {"leave": f"{n}"})], f"moved {n}")
            end = time.monotonic()
            at = float(other.stdout.readline())
            begun.append((at - start) * 1000)
            saved.append((at - end) * 1000)
        other.communicate()
    return Seen(begun, saved, quiet)


def _look_on(folder: Path, way: str, idle: float) -> None:
    """In the other process: say what idling cost, then the moment each change is in the view."""
    import threading

    from store.following import notices, watched
    from store.following.follow import Follower

    if way == "watchfiles":
        watched.STEP = 5
        notices.WAYS = (watched.Watched, notices.NoNotices)
    reto = Production.open(folder, as_user="reto")
    news = threading.Event()
    follower = Follower(folder / "writers", news.set)
    follower.start()
    time.sleep(1)
    before = time.process_time()
    ended = threading.Event()
    ended.wait(idle)
    _say((time.process_time() - before) * 1000 * 10 / idle)
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set(), news.set())).start()
    while not ended.is_set():
        news.wait()
        news.clear()
        if reto.refresh():
            _say(time.monotonic())
    follower.stop()


def _say(number: float) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _look_on(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3]))
    else:
        for row in measure():
            sys.stdout.write(
                f"{row.what:50} {row.ours:8.1f} {row.unit:6} bar {row.bar:5.0f}"
                f"  {row.peer_name} {row.peer:8.1f}\n"
            )
