"""A session to record: a production made, changes saved, and what happens in between.

Everything that would be drawn by lot is fixed, so that the same session gives the same bytes and
equal states are known to be equal.
"""

from __future__ import annotations

import datetime as dt
import os
import random
from typing import TYPE_CHECKING, NamedTuple

from store.change import Change, Edit
from store.production import Production
from tests.store.crash.operations import Acknowledged, Wrote
from tests.store.crash.recorder import Killed, Recorder


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from store.fault import Fault
    from tests.store.crash.operations import Operation

NAME = "nightfall"
NOW = dt.datetime(2026, 11, 23, 5, 0, tzinfo=dt.UTC)
FULL = 1400  # bytes: a file is full after five small changes


class Note(NamedTuple):
    """What this machine's note on its own writing held once this much was recorded."""

    point: int
    content: bytes


class Session:
    """One user's processes on one machine, recorded; `say` is one saved change."""

    def __init__(self, ground: Path, patch: pytest.MonkeyPatch) -> None:
        self.path = ground / "disk" / "unit" / NAME
        self.notes: list[Note] = []
        (ground / "disk").mkdir()
        patch.setenv("CALLBOARD_STATE", str(ground / "state"))
        patch.setattr("store.writer.FULL", FULL)
        fix_the_lot(patch)
        self._state = ground / "state"
        self._turn = 0
        self._doubtful: list[Acknowledged] = []
        self._reported: list[Fault] = []
        self.recorder = Recorder(ground / "disk")
        self.recorder.listen(patch)
        self.recorder.before = self._look
        self.board = self.create()

    @property
    def log(self) -> list[Operation]:
        return self.recorder.log

    def create(self) -> Production:
        board = Production.create(
            self.path, title="Nightfall", zone="UTC", as_user="mia", clock=lambda: NOW
        )
        self._acknowledge(board, board.chronicle().changes()[-1])
        return board

    def start(self) -> None:
        """Begin a new process: all that the old one held in memory is gone."""
        self.board = self.opened("mia")

    def opened(self, user: str) -> Production:
        return Production.open(self.path, as_user=user, clock=lambda: NOW)

    def say(self, note: str = "") -> None:
        """Save a change of two records, which is there in both or in neither."""
        self._turn += 1
        self.acknowledge(self.board.commit(both(self._turn, note), "moved both"))

    def undo(self) -> None:
        self.acknowledge(self.board.undo())

    def acknowledge(self, change: Change) -> None:
        """Note what was said to be saved; one saved on a disk with errors, when the next is."""
        self._acknowledge(self.board, change)

    def _acknowledge(self, board: Production, change: Change) -> None:
        said = Acknowledged(change.writer, change.n, change.sum)
        self._take_note()
        self._doubtful.append(said)
        reported = [each for each in board.faults() if "the disk reported an error" in each.words]
        if reported == self._reported:
            self.log.extend(self._doubtful)
            self._doubtful.clear()
        self._reported = reported

    def before(self, kind: type, do: Callable[[], None], skip: int = 0) -> None:
        """Do something before the next operation of a kind, or the one `skip` after that."""
        left = [skip]

        def watch(operation: Operation) -> None:
            self._take_note()
            if isinstance(operation, kind):
                left[0] -= 1
                if left[0] < 0:
                    self.recorder.before = self._look
                    do()

        self.recorder.before = watch

    def tear(self, taken: int, then: Callable[[], None]) -> None:
        """Have the next write take some bytes only, and do something before it goes on."""
        self.recorder.short = taken
        self.before(Wrote, then, skip=1)

    def _look(self, _: object) -> None:
        self._take_note()

    def _take_note(self) -> None:
        for path in self._state.rglob("mia-*.json"):
            content = path.read_bytes()
            if not self.notes or content != self.notes[-1].content:
                self.notes.append(Note(len(self.log), content))


def both(turn: int, note: str = "") -> list[Edit]:
    """The edits of one change: the same turn on two records."""
    return [Edit("run", record, {"turn": turn, "note": note}) for record in ("r1", "r2")]


def kill() -> None:
    raise Killed


def fail(number: int) -> Callable[[], None]:
    """What makes a call fail as the system says it with this number."""

    def refuse() -> None:
        raise OSError(number, os.strerror(number))

    return refuse


def fix_the_lot(patch: pytest.MonkeyPatch) -> None:
    """Ids and names come out the same in every session."""
    dice = random.Random(7)
    patch.setattr("store.folder._minted_id", lambda: "01JXCRASH")
    patch.setattr("store.identity.CHANCE", dice.randbytes)
    patch.setattr(os, "getpid", lambda: 4711)
