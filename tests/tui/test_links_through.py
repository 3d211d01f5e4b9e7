"""The board through what stands between it and the screen: tmux, screen, mosh, ssh, old terminals.

Each is the real program on this machine, with a configuration and a socket of its own.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from store.halftyped import kept
from store.production import Production
from tests.store.exchange.host import needs_sshd, running
from tests.tui.terminal_of import PATIENCE, ROOT, Terminal, board_of


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCREEN = ("screen", "-U", "-c", "/dev/null")


@pytest.fixture(autouse=True)
def sockets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Sessions of the test's own, in a language whose letters are known."""
    (tmp_path / "screens").mkdir(mode=0o700)
    monkeypatch.setenv("SCREENDIR", str(tmp_path / "screens"))
    monkeypatch.setenv("TMUX_TMPDIR", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")


def needs(*programs: str) -> pytest.MarkDecorator:
    missing = [each for each in programs if not shutil.which(each)]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def begun(path: Path, ground: Path) -> str:
    """A script that begins the board, as a login on another host would."""
    script = ground / "board"
    names = ("CALLBOARD_STATE", "CALLBOARD_CACHE", "CALLBOARD_CONFIG", "HOME", "PATH")
    given = "".join(f"export {each}={shlex.quote(os.environ[each])}\n" for each in names)
    script.write_text(
        f"#!/bin/sh\n{given}export PYTHONPATH={ROOT}\ncd {ROOT}\n"
        f"exec {sys.executable} -m tui {path}\n"
    )
    script.chmod(0o755)
    return str(script)


@contextmanager
def through(argv: list[str], ground: Path) -> Iterator[Terminal]:
    """A terminal with a program that begins the board; whatever is left of it is ended."""
    terminal = Terminal(argv, (100, 30), ground)
    try:
        yield terminal
    finally:
        terminal.child.close(force=True)


def types_and_is_resized(board: Terminal) -> None:
    """What any of them must be able to do."""
    board.until_sees("? keys")
    board.presses("4a", "kein Café ≠ →")
    board.until_sees("add: kein Café ≠ →")
    board.resizes(70, 22)
    board.until(lambda: "Esc leave" in "\n".join(board.lines[-3:]))
    board.presses("!")
    board.until_sees("add: kein Café ≠ →!")
    board.presses("enter")
    board.until_sees("Added issue kein Café ≠ →!")


def within_tmux(name: str, inner: list[str]) -> list[str]:
    return ["env", "-u", "TMUX", "tmux", "-L", name, "-f", "/dev/null", "new", shlex.join(inner)]


def within_screen(inner: list[str]) -> list[str]:
    return ["env", "-u", "STY", *SCREEN, "-m", *inner]


LAYERS = {
    "tmux": pytest.param("tmux", marks=needs("tmux")),
    "screen": pytest.param("screen", marks=needs("screen")),
    "tmux in tmux": pytest.param("tmux tmux", marks=needs("tmux")),
    "screen in tmux": pytest.param("tmux screen", marks=needs("tmux", "screen")),
    "screen in screen": pytest.param("screen screen", marks=needs("screen")),
}


@pytest.mark.slow
@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_tmux_and_screen_show_it_also_in_one_another(
    empty: Path, tmp_path: Path, layers: str
) -> None:
    argv = [begun(empty, tmp_path)]
    for number, layer in enumerate(reversed(layers.split())):
        argv = within_tmux(f"t{number}", argv) if layer == "tmux" else within_screen(argv)
    with through(argv, tmp_path) as board:
        types_and_is_resized(board)
        board.presses("q", "q")
        board.ends(PATIENCE)


@pytest.mark.slow
@needs("tmux")
def test_a_detached_session_is_attached_again_at_another_size(empty: Path, tmp_path: Path) -> None:
    tmux = ["tmux", "-L", "again", "-f", "/dev/null"]
    with through([*tmux, "new", begun(empty, tmp_path)], tmp_path) as board:
        board.until_sees("? keys")
        board.presses("4a", "no coffee")
        board.until_sees("add: no coffee")
        subprocess.run([*tmux, "detach"], check=True)
        board.ends(PATIENCE)
    with through([*tmux, "attach"], tmp_path) as board:
        board.resizes(60, 20)
        board.until_sees("add: no coffee")
        board.presses(" at base", "enter")
        board.until_sees("Added issue no coffee at base")
        board.presses("q", "q")
        board.ends(PATIENCE)


@pytest.mark.slow
@needs("mosh-server", "mosh-client")
def test_mosh_shows_it_and_its_end_keeps_the_line(empty: Path, tmp_path: Path) -> None:
    server = ["mosh-server", "new", "-i", "127.0.0.1", "-c", "256", "--"]
    said = subprocess.run(
        [*server, begun(empty, tmp_path)], capture_output=True, text=True, check=True
    )
    [words] = [line.split() for line in said.stdout.splitlines() if line.startswith("MOSH CONN")]
    [pid] = [word.strip("]") for word in said.stderr.split("pid = ")[1].split()[:1]]
    with through(
        ["env", f"MOSH_KEY={words[3]}", "mosh-client", "127.0.0.1", words[2]], tmp_path
    ) as board:
        types_and_is_resized(board)
        board.presses("a", "no milk")
        board.until_sees("add: no milk")
        os.kill(int(pid), signal.SIGTERM)
        until_kept(empty, "no milk")


@pytest.mark.slow
@needs_sshd
@pytest.mark.parametrize("stalled", [False, True], ids=["in use", "stalled"])
def test_a_killed_ssh_ends_the_board_and_keeps_the_line(
    empty: Path, tmp_path: Path, *, stalled: bool
) -> None:
    for host in running(tmp_path):
        ssh = [*host.rsh().split(), "-tt", "unit-2", begun(empty, tmp_path)]
        with through(ssh, tmp_path) as board:
            board.until_sees("? keys")
            board.presses("4a", "no coffee")
            board.until_sees("add: no coffee")
            if stalled:
                board.child.kill(signal.SIGSTOP)
            board.child.kill(signal.SIGKILL)
        until_kept(empty, "no coffee")


@pytest.mark.slow
@needs_sshd
def test_ssh_without_a_terminal_is_told_so(empty: Path, tmp_path: Path) -> None:
    for host in running(tmp_path):
        ssh = [*host.rsh().split(), "unit-2", begun(empty, tmp_path)]
        said = subprocess.run(ssh, capture_output=True, check=False, timeout=PATIENCE)

        assert b"The board needs a terminal." in said.stderr


def until_kept(path: Path, text: str) -> None:
    """Wait until the line is kept, which a board does when it ends."""
    ends = time.monotonic() + PATIENCE
    while (typed := kept(Production.open(path).id)) is None or typed.text != text:
        assert time.monotonic() < ends
        time.sleep(0.02)


TERMINALS = ["linux", "vt100", "dumb", "screen", "screen-256color", "tmux-256color", "nonsense", ""]
LOCALES = [("LANG", "C"), ("LC_ALL", "POSIX"), ("PYTHONIOENCODING", "latin-1")]
SETTINGS = [*(("TERM", each) for each in TERMINALS), *LOCALES]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_whatever_the_terminal_is_called_and_speaks_the_board_is_drawn(
    folder: Path, name: str, value: str
) -> None:
    with board_of(folder, through=("env", f"{name}={value}")) as board:
        board.presses("4a", "kein Kaffee p1")
        board.until_sees("add: kein Kaffee p1")
        board.presses("enter")
        board.until_sees("Added issue kein Kaffee")
        board.presses("q")
        board.ends(PATIENCE)

    assert 0 == board.child.exitstatus
