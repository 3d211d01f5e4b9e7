"""A process killed in the middle of saving loses nothing it had said was saved."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.production import Production


ROOT = Path(__file__).parents[2]
SAVES = """
import sys
from store.change import Edit
from store.production import Production

mia = Production.open(sys.argv[1], as_user="mia")
for n in range(1_000_000):
    note = "x" * (n % 3000)
    saved = mia.commit([Edit("run", f"r{n % 50}", {"leave": str(n), "note": note})], "moved a run")
    print(saved.writer, saved.n, saved.sum, flush=True)
"""


def killed_after(folder: Path, acknowledged: int) -> dict[tuple[str, int], str]:
    """Kill a saving process once it has said so many times that it saved; what it said."""
    with subprocess.Popen(
        [sys.executable, "-c", SAVES, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(acknowledged)]
        process.kill()
        said += process.stdout.readlines()
    whole = (line.split() for line in said if line.endswith("\n"))
    return {(writer, int(n)): sum_ for writer, n, sum_ in whole}


def test_six_kills_lose_nothing(tmp_path: Path) -> None:
    kill_and_look(tmp_path / "nightfall", 6)


@pytest.mark.slow
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    kill_and_look(tmp_path / "nightfall", 200)


def kill_and_look(folder: Path, kills: int) -> None:
    Production.create(folder, title="Nightfall", zone="Europe/Zurich", as_user="mia")
    dice = random.Random(kills)
    acknowledged: dict[tuple[str, int], str] = {}
    for _ in range(kills):
        acknowledged |= killed_after(folder, dice.randint(1, 60))

    mia = Production.open(folder, as_user="mia")
    kept = {(change.writer, change.n): change.sum for change in mia.chronicle().changes()}
    assert {} == {key: said for key, said in acknowledged.items() if kept.get(key) != said}
    assert () == mia.faults()
    for path in folder.glob("writers/*/*.json"):
        with TinyDB(path, access_mode="r") as database:
            assert database.table("changes").all()
