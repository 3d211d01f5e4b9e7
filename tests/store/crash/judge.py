"""Whether a disk as a power cut left it still keeps everything the store had promised."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import orjson
from tinydb import TinyDB

from models.errors import CallboardError, FolderError
from store.change import has_sum, line_number, line_sum
from store.identity import Identity
from store.production import Production
from tests.store.crash.operations import Wrote
from tests.store.crash.session import NAME, NOW, both


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.store.crash.enumerator import State
    from tests.store.crash.operations import Operation
    from tests.store.crash.session import Session

LATER = NOW + dt.timedelta(hours=1)
FINAL = 10_000


class Judge:
    """Opens the states of one record, each in a folder of its own below `ground`."""

    def __init__(self, ground: Path, log: Iterable[Operation]) -> None:
        self._ground = ground
        self._written = set(lines_in(log))
        self._count = 0

    def wrong(self, state: State, note: bytes | None) -> list[str]:
        """Every promise broken in this state, with this note in the user's state directory."""
        self._count += 1
        path = self._ground / str(self._count) / "unit" / NAME
        materialise(state, path.parents[1])
        try:
            return list(self._wrong(state, path, note))
        except CallboardError as error:
            if state.acknowledged or (path / "production.json").exists():
                return [f"refused: {error}"]
            return list(self._unmade(path))

    def _unmade(self, path: Path) -> Iterator[str]:
        """A production that was not said to be made can be made again."""
        try:
            Production.create(path, title="Nightfall", zone="UTC", as_user="mia")
        except FolderError as error:
            if "interrupted" not in str(error) and "already holds something else" not in str(error):
                yield f"cannot be made again: {error}"

    def _wrong(self, state: State, path: Path, note: bytes | None) -> Iterator[str]:
        board = opened(path, note)
        yield from self._changes(state, board)
        yield from self._strange(board)
        known = {**board.view.have, **board.view.mentioned}
        saved = board.commit(both(FINAL), "goes on")
        if saved.n <= known.get(saved.writer, 0) or used(state, saved.writer, saved.n, saved.sum):
            yield f"number {saved.n} of {saved.writer} was used before"
        again = Production.open(path, as_user="eva", clock=lambda: LATER)
        yield from self._changes(state, again)
        yield from (
            f"afterwards: {fault.words}"
            for fault in again.faults()
            if "Waiting" not in fault.words or fault.writer not in again.view.mentioned
        )
        if halves(again) != {FINAL}:
            yield "what was saved afterwards is not shown"
        writers = {saved.writer} | ({noted} if (noted := writer_in(note)) else set())
        for writer in writers:
            yield from unopenable(path / "writers" / writer)

    def _changes(self, state: State, board: Production) -> Iterator[str]:
        kept = {(each.writer, each.n): each.sum for each in board.chronicle().changes()}
        for writer, n, said in state.acknowledged:
            if kept.get((writer, n)) != said:
                yield f"acknowledged change {n} of {writer} is missing"
        if len(halves(board)) > 1:
            yield "half a change is shown"

    def _strange(self, board: Production) -> Iterator[str]:
        for change in board.chronicle().changes():
            if (change.n, change.sum) not in self._written:
                yield f"change {change.n} was never written so"


def notes_for(session: Session, state: State, turn: int) -> list[bytes | None]:
    """Notes that may be in the state directory by then, which is never flushed, one first by turns.

    None at all, the one written last, an older one, and the last one torn over the one before.
    """
    written = [note.content for note in session.notes if note.point <= state.point]
    if not written:
        return [None]
    last, older = written[-1], written[turn % len(written)]
    cut = turn % len(last)
    found = [last, None, older, last[:cut] + older[cut:]]
    return found[turn % len(found) :] + found[: turn % len(found)]


def writer_in(note: bytes | None) -> str:
    """The name a note is of; empty where it cannot be read."""
    try:
        raw = orjson.loads(note or b"")
        return str(raw["writer"]) if {"last", "begun", "spoiled", "unsure"} <= set(raw) else ""
    except (ValueError, KeyError, TypeError):
        return ""


def used(state: State, writer: str, n: int, now: str) -> bool:
    """Whether a number was said to be saved with another content."""
    return any(
        (each.writer, each.n) == (writer, n) and each.sum != now for each in state.acknowledged
    )


def halves(board: Production) -> set[object]:
    """The turns the two records are at: one, unless half a change was taken."""
    runs = board.view.records("run")
    return {(runs.get(record) or {}).get("turn") for record in ("r1", "r2")}


def opened(path: Path, note: bytes | None) -> Production:
    """The board as mia's next start has it, with this note of what she wrote last."""
    if note is not None:
        place = Identity(path, "01JXCRASH", "mia").path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(note)
    return Production.open(path, as_user="mia", clock=lambda: LATER)


def materialise(state: State, root: Path) -> None:
    """Write the state's tree below a folder."""
    root.mkdir()
    for name, content in state.tree.items():
        if content is None:
            (root / name).mkdir()
        else:
            (root / name).write_bytes(content)


def unopenable(path: Path) -> Iterator[str]:
    """The files of a production stock TinyDB does not open."""
    for file in sorted(path.rglob("*.json")):
        if not file.name.startswith("."):
            try:
                with TinyDB(file, access_mode="r") as database:
                    database.tables()
            except ValueError as error:
                yield f"stock TinyDB does not open {file.name}: {error}"


def lines_in(log: Iterable[Operation]) -> Iterator[tuple[int, str]]:
    """Number and sum of every whole change that was ever sent to the disk."""
    for operation in log:
        if isinstance(operation, Wrote):
            for line in re.split(rb",?\n", operation.data):
                if line.startswith(b'"') and has_sum(line):
                    yield line_number(line), line_sum(line)
