"""Making the demo production: three writers do again what is told of them, line by line.

Everything goes through the same store, imports and entry language as a user's own work. What
the history says of later today has not happened yet and is left out, so the demo opened at
seven has its first runs under way and the one opened at noon has them done.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from store.demo.boards import ZONE, Boards
from store.demo.entries import Entry, read_entries, text, until
from store.production import Production


HISTORY = (
    "start.txt",
    "places.txt",
    "days.txt",
    "breakdown.txt",
    "sheets.txt",
    "events.txt",
    "calls.txt",
    "runs.txt",
    "issues.txt",
    "log.txt",
    "movement.txt",
)


def build(path: Path, now: dt.datetime | None = None) -> Production:
    """Make the demo production in an empty or new folder and open it as this user.

    `now` (aware; if left out, this moment where the film is shot) dates it: its day is the third
    shooting day. Raises FolderError or NotSaved.
    """
    moment = now or dt.datetime.now(ZoneInfo(ZONE))
    with tempfile.TemporaryDirectory(prefix="callboard-demo-") as spare:
        with _state_in(Path(spare) / "state"):
            boards = Boards(path, moment, Path(spare))
        for entry in history(moment):
            boards.tell(entry)
    return Production.open(path)


def history(now: dt.datetime) -> list[Entry]:
    """Everything that has happened in the demo by now, in order."""
    return until((each for name in HISTORY for each in read_entries(name, text(name), now)), now)


@contextlib.contextmanager
def _state_in(folder: Path) -> Iterator[None]:
    """Let the invented writers' names be minted in a folder that is thrown away."""
    before = os.environ.get("CALLBOARD_STATE")
    os.environ["CALLBOARD_STATE"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["CALLBOARD_STATE"]
        else:
            os.environ["CALLBOARD_STATE"] = before
