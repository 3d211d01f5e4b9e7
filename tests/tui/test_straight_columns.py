"""Whatever stands in a cell, the next column begins where it should, as terminals see it."""

from __future__ import annotations

import json
import shutil
import sys
import time
from typing import TYPE_CHECKING

import ptyprocess
import pyte
import pytest

from models.measure import fit, shown
from tests.tui.terminal_of import ROOT
from tests.tui.widgets.names import NAMES


if TYPE_CHECKING:
    from pathlib import Path

CELLS = 20
PATIENCE = 15  # seconds

# Writes each name into a cell and asks the terminal where its cursor is then.
PROGRAM = f"""
import json, os, re, sys, termios, tty
from tests.tui.widgets.names import NAMES
from models.measure import fit, shown

def column():
    os.write(1, b"\\x1b[6n")
    said = b""
    while not said.endswith(b"R"):
        said += os.read(0, 1)
    return int(re.search(rb";(\\d+)R", said)[1]) - 1

tty.setcbreak(0)
found = {{}}
for name in NAMES:
    os.write(1, b"\\r" + fit(shown(name), {CELLS}).encode())
    found[name] = column()
with open(sys.argv[1] + ".part", "w", encoding="utf-8") as file:
    json.dump(found, file)
os.replace(sys.argv[1] + ".part", sys.argv[1])
"""
THROUGH = {
    "tmux": ("tmux", "-L", "{name}", "-f", "/dev/null", "-u", "new-session"),
    "screen": ("screen", "-U", "-c", "/dev/null", "-S", "{name}"),
}


@pytest.mark.parametrize("program", THROUGH)
def test_the_next_column_begins_where_it_begins(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "columns.py").write_text(PROGRAM, encoding="utf-8")
    found = tmp_path / "found.json"
    through = [word.format(name=tmp_path.name[-20:]) for word in THROUGH[program]]
    asked = [sys.executable, str(tmp_path / "columns.py"), str(found)]
    child = ptyprocess.PtyProcess.spawn([*through, *asked], dimensions=(24, 80), cwd=str(ROOT))
    try:
        ends = time.monotonic() + PATIENCE
        while not found.exists():
            assert time.monotonic() < ends, f"{program} says nothing"
            time.sleep(0.02)
    finally:
        child.close(force=True)

    assert dict.fromkeys(NAMES, CELLS) == json.loads(found.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [each for each in NAMES if "ช" not in each])
def test_a_terminal_in_memory_agrees(name: str) -> None:
    """All but Thai, whose vowel signs this one takes for the end of the text."""
    screen = pyte.Screen(40, 1)
    pyte.Stream(screen).feed(fit(shown(name), CELLS) + "|06:10")

    assert "|06:10" == "".join(screen.buffer[0][x].data for x in range(CELLS, CELLS + 6))
