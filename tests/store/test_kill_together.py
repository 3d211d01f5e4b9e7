"""Kills while several sessions share a writer, and while the disk is full and freed again."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from store.production import Production
from tests.store.mounts import fill, small_disk


if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
REFUSED = "refused"
SAVES = """
import sys
from models.errors import NotSaved
from store.change import Edit
from store.production import Production

mia = Production.open(sys.argv[1], as_user="mia")
for n in range(1_000_000):
    fields = {"leave": str(n), "note": "x" * (n % 900)}
    both = [Edit("run", record, fields) for record in ("r1", "r2")]
    try:
        saved = mia.commit(both, "moved both")
        print(saved.writer, saved.n, saved.sum, flush=True)
    except NotSaved as error:
        print("refused", flush=True)
"""

Said = dict[tuple[str, int], str]


def saving(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SAVES, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stdout is not None
    return [process.stdout.readline() for _ in range(count)]


def killed(process: subprocess.Popen[str]) -> list[str]:
    """Kill a process; what it had said and nobody had read."""
    process.kill()
    said, _ = process.communicate()
    return said.splitlines(keepends=True)


def acknowledged(said: Iterable[str]) -> Said:
    whole = [line.split() for line in said if line.endswith("\n") and REFUSED not in line]
    return {(writer, int(n)): sum_ for writer, n, sum_ in whole}


def made(folder: Path) -> Path:
    Production.create(folder, title="N", zone="UTC", as_user="mia")
    return folder


def look(folder: Path, said: Said) -> Production:
    """After one more start all that was said is there, nothing is half, every file opens."""
    mia = Production.open(folder, as_user="mia")
    kept = {(change.writer, change.n): change.sum for change in mia.chronicle().changes()}
    assert {} == {key: sum_ for key, sum_ in said.items() if kept.get(key) != sum_}
    runs = mia.view.records("run")
    assert runs["r1"]["leave"] == runs["r2"]["leave"]
    assert () == mia.faults()
    for path in folder.glob("writers/*/*.json"):
        with TinyDB(path, access_mode="r") as database:
            assert database.table("changes").all()
    return mia


def kill_three(folder: Path, rounds: int) -> None:
    dice = random.Random(rounds)
    said: Said = {}
    for _ in range(rounds):
        sessions = [saving(folder) for _ in range(3)]
        for session in sessions:
            said |= acknowledged(lines(session, dice.randint(1, 15)))
        for session in dice.sample(sessions, 3):
            said |= acknowledged(killed(session))
    mia = look(folder, said)
    assert {mia.writer} == {writer for writer, _ in said}
    numbers = [change.n for change in mia.chronicle().changes()]
    assert list(range(1, len(numbers) + 1)) == numbers


def test_three_sessions_of_one_writer_killed(tmp_path: Path) -> None:
    kill_three(made(tmp_path / "nightfall"), 2)


@pytest.mark.slow
def test_three_sessions_of_one_writer_killed_often(tmp_path: Path) -> None:
    kill_three(made(tmp_path / "nightfall"), 12)


def kill_when_full(disk: Path, rounds: int) -> None:
    """Kill a process while its disk is full, or just after it was freed, and go on."""
    folder = made(disk / "nightfall")
    dice = random.Random(rounds)
    said: Said = {}
    for turn in range(rounds):
        process = saving(folder)
        said |= acknowledged(lines(process, dice.randint(1, 9)))
        ballast = fill(disk)
        while REFUSED not in (line := lines(process, 1)[0]):
            said |= acknowledged([line])
        if turn % 2:
            ballast.unlink()
            said |= acknowledged(lines(process, dice.randint(1, 9)))
        said |= acknowledged(killed(process))
        ballast.unlink(missing_ok=True)
        look(folder, said)


def test_killed_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick") as disk:
        kill_when_full(disk, 4)


@pytest.mark.slow
def test_killed_on_a_full_disk_often(tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", "8m") as disk:
        kill_when_full(disk, 200)
