"""Eight processes on one production, three of them sharing a writer, lose nothing."""

from __future__ import annotations

import fcntl
import os
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.production import Production
from tests.bench.eight import SHARED, USERS, ours


if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.eight import Session


def test_eight_processes_lose_nothing(tmp_path: Path) -> None:
    save_and_look(tmp_path, 30)


@pytest.mark.slow
def test_eight_processes_lose_nothing_in_five_hundred_commits_each(tmp_path: Path) -> None:
    save_and_look(tmp_path, 500)


def save_and_look(folder: Path, commits: int) -> None:
    sessions = ours(folder, commits)
    slowest = max(took for session in sessions for took in session.took)
    sys.stdout.write(f"slowest commit of {commits} by each: {1000 * slowest:.1f} ms\n")
    board = Production.open(folder / "nightfall", as_user="ida")

    assert () == board.faults()
    nothing_is_lost(board, sessions, commits + 1)
    names_are_one_a_user(sessions)
    no_number_is_said_twice(board, commits)
    unaware = next(each for each in board.conflicts() if each.id == "all")
    assert len(USERS) == len(unaware.heads) == len({head.value for head in unaware.heads})
    assert 1 == len({str(session.view) for session in sessions})


def nothing_is_lost(board: Production, sessions: list[Session], commits: int) -> None:
    kept = {(change.writer, change.n): change.sum for change in board.chronicle().changes()}
    said = [tuple(each) for session in sessions for each in session.said]
    assert commits * len(USERS) == len(said) == len({each[:2] for each in said})
    assert {} == {(name, n): sum_ for name, n, sum_ in said if kept.get((name, n)) != sum_}
    assert len(said) == len(kept) - 1
    runs = defaultdict(list)
    for name, n in kept:
        runs[name].append(n)
    assert {} == {
        name: found for name, found in runs.items() if sorted(found) != [*range(1, len(found) + 1)]
    }


def names_are_one_a_user(sessions: list[Session]) -> None:
    names = defaultdict(set)
    for session in sessions:
        names[session.user] |= {name for name, _, _ in session.said}
    assert [1] * len(names) == [len(found) for found in names.values()]
    assert 3 == Counter(USERS)[SHARED]


def no_number_is_said_twice(board: Production, commits: int) -> None:
    given = Counter(issue["number"] for issue in board.view.records("issue").values())
    assert len(USERS) * -(-commits // 3) == given.total()
    assert {} == {number: times for number, times in given.items() if times > 1}


def test_two_whose_first_changes_come_at_once_do_not_share_a_tag(folder: Path) -> None:
    Production.create(folder, title="N", zone="UTC", as_user="ida")
    boards = [Production.open(folder, as_user=user) for user in ("max", "mia", "mona")]
    for board in boards:
        board.commit([Edit("issue", board.mint(), {"number": ""})], "added")
    boards[0].refresh()
    given = {issue["number"] for issue in boards[0].view.records("issue").values()}
    assert {"M1", "MI1", "MO1"} == given


def test_who_is_stopped_at_a_first_change_stops_nobody_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("store.tag.PATIENCE", 0.01)
    board = Production.create(folder, title="N", zone="UTC", as_user="ida")
    descriptor = os.open(folder / "writers", os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        other = Production.open(folder, as_user="max")
        other.commit([Edit("issue", "i1", {"number": ""})], "added")
    finally:
        os.close(descriptor)
    board.refresh()
    assert "M1" == board.view.records("issue")["i1"]["number"]
