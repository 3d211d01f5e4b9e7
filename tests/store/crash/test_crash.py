"""Whatever a power cut leaves: nothing acknowledged is missing, nothing is half, work goes on."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.store.crash.enumerator import crash_states, replayed
from tests.store.crash.judge import Judge, notes_for
from tests.store.crash.session import Session
from tests.store.crash.sessions import KILLS, SESSIONS, a_day, a_morning


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.store.crash.enumerator import State

SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - thousands of small folders, removed at the end


@pytest.fixture
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder in memory where there is one: nothing in it outlives the test."""
    import shutil
    import tempfile

    if not SHARED_MEMORY.is_dir():
        yield tmp_path_factory.mktemp("states")
        return
    path = Path(tempfile.mkdtemp(dir=SHARED_MEMORY, prefix="callboard-"))
    yield path
    shutil.rmtree(path)


@pytest.fixture
def recorded(ground: Path) -> Callable[[Callable[[Session], None]], Session]:
    """Record a session; its ids and names are the same each time."""

    def record(run: Callable[[Session], None], without: str = "") -> Session:
        with pytest.MonkeyPatch.context() as patch:
            session = Session(ground, patch)
            if without:
                patch.setattr(os, without, lambda _: None)
            run(session)
        return session

    return record


def found_wrong(session: Session, states: list[State], notes: int) -> list[str]:
    """Every promise broken in these states, each with so many of the notes there may be."""
    with pytest.MonkeyPatch.context() as patch:
        for flush in ("fsync", "fdatasync"):  # memory needs none
            patch.setattr(os, flush, lambda _: None)
        ground = session.path.parents[2] / "states"
        ground.mkdir()
        judge = Judge(ground, session.log)
        return [
            f"after {session.log[state.point - 1 : state.point]}: {words}"
            for turn, state in enumerate(states)
            for note in notes_for(session, state, turn)[:notes]
            for words in judge.wrong(state, note)
        ]


def test_the_record_misses_nothing(ground: Path, recorded: Callable[..., Session]) -> None:
    session = recorded(a_day)
    disk = ground / "disk"
    there = {
        str(path.relative_to(disk)): path.read_bytes() if path.is_file() else None
        for path in disk.rglob("*")
    }
    assert there == replayed(session.log).cached()


def test_two_hundred_states_of_a_day(recorded: Callable[..., Session]) -> None:
    session = recorded(a_day)
    states = list(crash_states(session.log, step=30))[::2]
    assert 200 <= len(states)
    assert [] == found_wrong(session, states, notes=1)


@pytest.mark.parametrize("name", [name for name in SESSIONS if name != "a_day"])
def test_some_states_of_each_session(recorded: Callable[..., Session], name: str) -> None:
    session = recorded(SESSIONS[name])
    states = list(crash_states(session.log, step=500))
    assert [] == found_wrong(session, states[:: 1 + len(states) // 60], notes=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", SESSIONS)
def test_every_state_of_each_session(recorded: Callable[..., Session], name: str) -> None:
    session = recorded(SESSIONS[name])
    states = list(crash_states(session.log, step=25 if name in KILLS else 3))
    most = 250 if name in KILLS else 900
    assert [] == found_wrong(session, states[:: 1 + len(states) // most], notes=1)


@pytest.mark.parametrize("without", ["fdatasync", "fsync"])
def test_a_store_that_does_not_flush_is_found_out(
    recorded: Callable[..., Session], without: str
) -> None:
    session = recorded(a_morning, without)
    states = list(crash_states(session.log, step=500))
    wrong = found_wrong(session, states[:60], notes=1)
    assert [] != [words for words in wrong if "acknowledged change" in words]


def test_a_store_that_does_not_flush_folders_is_found_out(
    recorded: Callable[..., Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("durable", "writer", "folder"):
        monkeypatch.setattr(f"store.{module}.flush_folder", lambda _: None)
    session = recorded(a_morning)
    states = list(crash_states(session.log, step=500))
    wrong = found_wrong(session, states[:60], notes=1)
    assert [] != [words for words in wrong if "is missing" in words or "no production" in words]
