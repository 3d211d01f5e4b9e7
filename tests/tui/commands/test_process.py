"""The command line as a process: what it loads, what it leaves on its streams, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[3]
HEAVY = ("textual", "pydantic", "arrow", "python_calamine")

LOADED = f"""
import os, sys
os._exit = sys.exit
from tui.__main__ import main
try:
    main()
finally:
    print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""


def callboard(
    *args: str, program: tuple[str, ...] = ("-m", "tui"), given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *program, *args],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=given,
        capture_output=True,
        check=False,
    )


OURS = """
import os, sys
os._exit = sys.exit
from tui.__main__ import main
try:
    main()
finally:
    ours = ("models", "store", "tui")
    found = [each for name, each in sys.modules.items() if name.partition(".")[0] in ours]
    print(*[each.__file__ for each in found], sep="\\n", file=sys.stderr)
"""
SLOW = ("re.compile(", "typing import NamedTuple", ", NamedTuple\n", "@dataclass")
SAID_OTHERWISE = {"models/named.py", "models/pattern.py"}


EVERYDAY = {
    "add": ("add", "run", "0540 van2 hotel>base anna"),
    "change": ("change", "person", "anna", "diet:vegan"),
    "list": ("list", "person"),
    "list --json": ("list", "person", "--json"),
    "list --csv": ("list", "person", "--csv"),
    "log": ("log", "-v"),
    "undo": ("undo",),
    "export": ("export", "all.json"),
    "import": ("import", "crew.csv"),
}


@pytest.mark.parametrize("words", EVERYDAY.values(), ids=EVERYDAY)
def test_everyday_commands_load_nothing_heavy(
    office: object, folder: Path, words: tuple[str, ...]
) -> None:
    (folder.parent / "crew.csv").write_text("Name,Function\nReto,driver\n")

    done = callboard("-p", str(folder), *words, program=("-c", LOADED))

    assert (0, "") == (done.returncode, done.stderr.decode().splitlines()[-1])


def test_words_go_to_stderr_and_records_to_stdout(office: object, folder: Path) -> None:
    added = callboard("-p", str(folder), "add", "run", "2026-11-23 0540 hotel>base")
    listed = callboard("-p", str(folder), "list", "run", "--json")

    assert (0, b"", True) == (added.returncode, added.stdout, added.stderr.startswith(b"Added run"))
    assert (0, b"", 1) == (listed.returncode, listed.stderr, len(json.loads(listed.stdout)))


def test_a_reader_that_leaves_is_no_trouble(office: object, folder: Path) -> None:
    lines = "".join(f"Person {n}, extra\n" for n in range(3000))
    callboard("-p", str(folder), "add", "person", "-", given=lines.encode())

    with subprocess.Popen(
        [sys.executable, "-m", "tui", "-p", str(folder), "list", "person", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as lister:
        assert lister.stdout is not None
        assert lister.stderr is not None
        lister.stdout.read(1)
        lister.stdout.close()
        said = lister.stderr.read()

    assert b"" == said
    assert lister.returncode in (0, 1)


def test_a_full_disk_behind_stdout_is_a_sentence(office: object, folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "tui", "-p", str(folder), "list", "person"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (1, b"No space left on device.\n") == (done.returncode, done.stderr)


def test_a_terminal_that_knows_no_unicode_gets_its_list(
    office: object, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    callboard("-p", str(folder), "add", "person", "李雷, driver")
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")

    plain = callboard("-p", str(folder), "list", "person", "driver")
    found = callboard("-p", str(folder), "list", "person", "--json")

    assert (0, 0) == (plain.returncode, found.returncode)
    assert "李雷" in {each["name"] for each in json.loads(found.stdout)}


COMPLETED = {
    "callboard ": {"add", "list", "nightfall"},
    "callboard list ": {"run", "person", "issue"},
    "callboard -p nightfall add ru": {"run"},
    "callboard list run --": {"--json", "--csv", "--at"},
}


@pytest.mark.parametrize(("typed", "wanted"), COMPLETED.items())
def test_the_shell_completes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str, wanted: set[str]
) -> None:
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split(" ")) - 1))
    monkeypatch.setenv("_CALLBOARD_COMPLETE", "bash_complete")

    done = callboard()

    offered = {line.partition(",")[2] for line in done.stdout.decode().splitlines()}
    assert set() == wanted - offered


def test_the_shell_completes_the_numbers_of_a_kind(
    office: object, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [vehicle] = json.loads(callboard("-p", str(folder), "list", "vehicle", "--json").stdout)
    monkeypatch.setenv("COMP_WORDS", "callboard -p nightfall change vehicle ")
    monkeypatch.setenv("COMP_CWORD", "5")
    monkeypatch.setenv("_CALLBOARD_COMPLETE", "bash_complete")

    assert f"plain,{vehicle['number']}\n".encode() == callboard().stdout


def test_the_version_is_said() -> None:
    done = callboard("--version")

    assert (0, b"callboard") == (done.returncode, done.stdout[:9])


@pytest.mark.parametrize("words", [("list", "person"), ("list", "run", "--json")], ids=" ".join)
def test_a_list_makes_its_patterns_and_values_the_quick_way(
    office: object, folder: Path, words: tuple[str, ...]
) -> None:
    done = callboard("-p", str(folder), *words, program=("-c", OURS))

    files = {Path(each) for each in done.stderr.decode().splitlines() if each.endswith(".py")}
    others = {each for each in files if str(each.relative_to(ROOT)) not in SAID_OTHERWISE}
    assert len(others) > 40
    slow = {each.name for each in others if any(way in each.read_text() for way in SLOW)}
    assert set() == slow
