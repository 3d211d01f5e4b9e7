"""The programs measured in a terminal, and the keys that do like work in each."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.bench import empty_app


ROOT = Path(__file__).parents[2]
ROW, PAGE, HELD, PANE = "row move", "page", "key held for 2 s", "pane change"
LINE, CHARACTER, ENTER = "opening the line", "typed character", "Enter"
STATUS, FILTER = "status key", "filter as you type"
TYPED = "0540 van2 pl3>pl4 zora"


class Step(NamedTuple):
    """One thing a person does: keys, each pressed when the one before has settled.

    `before` gets there unmeasured. A `held` key repeats 30 times a second, settled or not. `saved`
    makes what tells that the key's entry is in a file.
    """

    what: str
    keys: tuple[str, ...]
    times: int = 1
    before: tuple[str, ...] = ()
    held: bool = False
    saved: Callable[[], Callable[[], bool]] | None = None


class Program(NamedTuple):
    """A program, how it is started, what it shows once it can be used, and what is done with it.

    `pid`, `begun` and `on_its_way` are for one at the other end of a line.
    """

    name: str
    argv: tuple[str, ...]
    environ: Mapping[str, str]
    ready: tuple[str, ...]
    steps: tuple[Step, ...]
    prepare: Callable[[], None] = lambda: None
    pid: Callable[[], int | None] = lambda: None
    begun: Callable[[], float | None] = lambda: None
    on_its_way: Callable[[], bool] = lambda: False


def board(production: Path) -> Program:
    """Our board, with rows of all days in its transport pane."""
    steps = (
        Step(PANE, ("1", "2", "4", "3")),
        Step(ROW, ("down",), 20, before=("w",)),
        Step(PAGE, ("pagedown",), 5),
        Step(HELD, ("down",), held=True),
        Step(LINE, ("a",)),
        Step(CHARACTER, tuple(TYPED)),
        Step(ENTER, ("enter",), saved=lambda: grown(production / "writers")),
        Step(STATUS, ("x",), 3),
        Step(FILTER, tuple("anna"), before=("/",)),
    )
    words = ("Meeting", "gaffer", "Van ", "Lamp", "? keys")
    return Program("board", (sys.executable, "-m", "tui", str(production)), clean(), words, steps)


def empty_textual() -> Program:
    """The least a Textual app can be, which shows each key."""
    steps = tuple(
        Step(what, keys, times, held=what == HELD)
        for what, keys, times in [
            (PANE, ("1", "2", "4", "3"), 1),
            (ROW, ("down", "up"), 10),
            (PAGE, ("pagedown", "up"), 3),
            (HELD, ("down",), 1),
            (LINE, ("a",), 1),
            (CHARACTER, tuple(TYPED), 1),
            (ENTER, ("enter",), 1),
            (STATUS, ("x", "y"), 2),
            (FILTER, tuple("anna"), 1),
        ]
    )
    argv = (sys.executable, "-m", "tests.bench.empty_app")
    return Program("empty Textual app", argv, clean(), (empty_app.READY,), steps)


def calcurse(folder: Path) -> Program:
    """Its list of a day's appointments; it has no page key, so a page is the next day."""
    steps = (
        Step(ROW, ("down",), 20, before=("tab",)),
        Step(PAGE, ("\x0c",), 5),
        Step(HELD, ("down",), held=True),
        Step(LINE, ("\x14",)),
        Step(CHARACTER, tuple(TYPED)),
    )
    argv = ("calcurse", "-D", str(folder))
    return Program("calcurse", argv, clean(), ("Calendar", "TODO", "Lamp"), steps)


def visidata(table: Path) -> Program:
    """A sheet of as many rows; it searches when Enter is pressed, not while typing."""
    steps = (
        Step(ROW, ("down",), 20),
        Step(PAGE, ("pagedown",), 5),
        Step(HELD, ("down",), held=True),
        Step(LINE, ("e",), before=("right",)),
        Step(CHARACTER, tuple(TYPED)),
    )
    return Program("visidata", ("vd", str(table)), clean(), ("Lamp", "rows"), steps)


def installed(*programs: Program) -> list[Program]:
    """Those whose command is on this machine."""
    return [each for each in programs if shutil.which(each.argv[0])]


def clean() -> dict[str, str]:
    """The environment of every program measured: that of a login over ssh, and nothing of ours."""
    own = {name: value for name, value in os.environ.items() if name.startswith("CALLBOARD_")}
    Path(own["CALLBOARD_STATE"]).mkdir(parents=True, exist_ok=True)
    return {
        **own,
        "PATH": os.environ["PATH"],
        "HOME": own["CALLBOARD_STATE"],
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def grown(folder: Path) -> Callable[[], bool]:
    """What tells that the files of a folder have more in them than now."""
    before = _size(folder)
    return lambda: _size(folder) > before


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.glob("*/*.json"))
