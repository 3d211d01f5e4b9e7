"""Calls to the system that fail in a real process: what was said is so, and the next start goes on.

`strace` lets a chosen call fail, the n-th time it is made for a file of the production.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tinydb import TinyDB

from store.production import Production
from tests.store.writing import files_of, say, value


ROOT = Path(__file__).parents[2]
SAVES = """
import json, sys
from models.errors import CallboardError
from store.change import Edit
from store.production import Production

mia = Production.open(sys.argv[1], as_user="mia")
for turn in range(6):
    note = "x" * 70_000 if turn == 2 else ""
    try:
        mia.commit([Edit("run", f"r{turn}", {"leave": str(turn), "note": note})], "moved a run")
        said = ""
    except CallboardError as error:
        said = str(error)
    shown = [key in mia.view.records("run") for key in (f"r{n}" for n in range(6))]
    print(json.dumps([said, shown, [fault.words for fault in mia.faults()]]), flush=True)
"""


class Failing(NamedTuple):
    """A call that fails: for the file of this name, or for every file where none is named."""

    call: str
    error: str
    when: str
    file: str = ""

    @property
    def name(self) -> str:
        return "-".join(filter(None, (self.call, self.error, self.when.replace("+", " on"))))


FEW = [
    Failing("fdatasync", "EIO", "2"),
    Failing("rename", "EIO", "1"),
    Failing("write", "ENOSPC", "2", "0001.json"),
]
MORE = [
    Failing("fdatasync", "EIO", "1"),
    Failing("fdatasync", "ENOSPC", "3"),
    Failing("fdatasync", "EIO", "1+"),
    Failing("fsync", "EIO", "1"),
    Failing("fsync", "EIO", "2"),
    Failing("fsync", "EDQUOT", "2"),
    Failing("fsync", "EIO", "3"),
    Failing("fsync", "EIO", "1+"),
    Failing("rename", "EROFS", "1+"),
    Failing("rename", "ENOSPC", "1"),
    Failing("write", "EIO", "1", "0001.json"),
    Failing("write", "EDQUOT", "1+", "0001.json"),
    Failing("openat", "EROFS", "3+", "0001.json"),
    Failing("openat", "EIO", "2", "0001.json"),
    Failing("lseek", "EIO", "1", "0001.json"),
    Failing("pread64", "EIO", "2", "0001.json"),
    Failing("pwrite64", "ENOSPC", "2"),
    Failing("pwrite64", "ENOSPC", "3"),
    Failing("pwrite64", "EIO", "1+"),
]


def may_trace() -> bool:
    """Whether strace is here and may look at a process."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False)
    return tried.returncode == 0


pytestmark = pytest.mark.skipif(not may_trace(), reason="needs strace, and leave to trace")


def outcomes(board: Production, failing: Failing) -> list[tuple[str, list[bool], list[str]]]:
    """For each change of a process with a failing call: why refused, what it showed, faults."""
    path = ["-P", str(files_of(board)[0].with_name(failing.file))] if failing.file else []
    inject = f"inject={failing.call}:error={failing.error}:when={failing.when}"
    log = board.path.with_name("calls")
    trace = ["strace", "-f", "-qq", "-o", str(log), *path, "-e", f"trace={failing.call}"]
    run = subprocess.run(
        [*trace, "-e", inject, sys.executable, "-c", SAVES, str(board.path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (0, "") == (run.returncode, run.stderr)
    assert "(INJECTED)" in log.read_text(), "the call was not made so often"
    return [tuple(json.loads(line)) for line in run.stdout.splitlines()]


def check(mia: Production, failing: Failing) -> None:
    say(mia, "before", leave="05:40")
    made = outcomes(mia, failing)
    assert 6 == len(made)
    assert all(said.startswith("NOT saved: ") for said, _, _ in made if said)
    saved = [not said for said, _, _ in made]
    for turn, (_, shown, _) in enumerate(made):
        assert saved[: turn + 1] == shown[: turn + 1]

    again = Production.open(mia.path, as_user="mia")
    assert saved == [f"r{turn}" in again.view.records("run") for turn in range(6)]
    assert "05:40" == value(again, "before", "leave")
    say(again, "after", leave="06:00")
    eva = Production.open(mia.path, as_user="eva")
    assert again.view.records("run") == eva.view.records("run")
    assert () == eva.faults()
    for path in files_of(again):
        with TinyDB(path, access_mode="r") as database:
            assert database.table("changes").all()


@pytest.mark.parametrize("failing", FEW, ids=[each.name for each in FEW])
def test_a_call_fails(mia: Production, failing: Failing) -> None:
    check(mia, failing)


@pytest.mark.slow
@pytest.mark.parametrize("failing", MORE, ids=[each.name for each in MORE])
def test_more_calls_fail(mia: Production, failing: Failing) -> None:
    check(mia, failing)
