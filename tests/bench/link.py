"""The board through a real ssh over a slow line: 150 ms round trip, 64 kbit/s.

The sshd is our own, on a port of this machine; the line stands between it and ssh. Each program is
started on the other end of it, in a login of its own, and used key by key as in `board`.
"""

from __future__ import annotations

import contextlib
import shlex
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.figures import beside, in_turns, of_step
from tests.bench.programs import HELD
from tests.bench.reaction import FULL, Effort
from tests.bench.row import Bar, Row
from tests.bench.shoot import appointments, shoot, table
from tests.bench.slow_line import Rate, slow_line
from tests.store.exchange.host import MISSING, SSHD, Host, running


if TYPE_CHECKING:
    from tests.bench.figures import Figures
    from tests.bench.programs import Program
    from tests.bench.session import Session
    from tests.bench.slow_line import SlowLine

LINE = Rate(round_trip=150, kbit=64)
MOST = 3  # rounds: one takes minutes
NEEDED = [*(name for name in MISSING if name != "rsync"), *([] if SSHD else ["sshd"])]
BARS = {f"{HELD}: settled": Bar(1_000, alone=True)}


def rows(
    ground: Path, records: int, rounds: int, effort: Effort = FULL, rate: Rate = LINE
) -> Iterator[Row]:
    """The first screen, then every step; a row that says so where there is no sshd."""
    about = f"ssh, {rate}"
    if NEEDED:
        missing = f"not measured: needs {', '.join(NEEDED)}"
        yield Row(about, records, "ms", None, "empty Textual app", None, note=missing)
        return
    here = _programs(ground, records)
    with _through_ssh(ground, rate) as far:
        there = [far(program) for program in here]
        found = in_turns(there, _measured, effort, min(rounds, MOST))
    yield from beside(about, records, list(zip(there, found, strict=True)), BARS)


def _programs(ground: Path, records: int) -> list[Program]:
    return [
        programs.board(shoot(ground / "nightfall", records)),
        programs.empty_textual(),
        *programs.installed(
            programs.calcurse(appointments(ground / "calcurse", records)),
            programs.visidata(table(ground / "table.csv", records)),
        ),
    ]


def _measured(session: Session, number: int) -> Figures:
    found = session.steps(session.program.steps)
    return {name: each for what in found for name, each in of_step(what, found[what]).items()}


@contextlib.contextmanager
def _through_ssh(ground: Path, rate: Rate) -> Iterator[Callable[[Program], Program]]:
    """What makes of a program the same one at the other end of ssh and of the line."""
    folder = ground / "ssh"
    folder.mkdir()
    with (
        contextlib.contextmanager(running)(folder) as host,
        slow_line(host.port, rate) as line,
    ):
        known = folder / "known"
        known.write_text(known.read_text().replace(f":{host.port} ", f":{line.port} "))
        yield lambda program: _far(program, host, line)


def _far(program: Program, host: Host, line: SlowLine) -> Program:
    """The program as ssh starts it; the file with its pid is written when the login is over."""
    pid = host.ground / f"{program.name.replace(' ', '-')}.pid"
    words = shlex.join(["env", "-i", *(f"{n}={v}" for n, v in program.environ.items())])
    ssh_set = 'SSH_CONNECTION="$SSH_CONNECTION" SSH_TTY="$SSH_TTY"'
    remote = f"echo $$ > {shlex.quote(str(pid))}; exec {words} {ssh_set} {shlex.join(program.argv)}"
    return program._replace(
        argv=(*host.rsh(port=line.port).split(), "-tt", "unit-2", remote),
        environ={name: program.environ[name] for name in ("PATH", "HOME", "TERM")},
        prepare=lambda: pid.unlink(missing_ok=True),
        pid=lambda: _pid(pid),
        begun=lambda: pid.stat().st_mtime - time.time() + time.perf_counter(),
        on_its_way=lambda: line.busy,
    )


def _pid(file: Path) -> int | None:
    """What the file says, once the login is over."""
    with contextlib.suppress(FileNotFoundError, ValueError):
        return int(file.read_text())
    return None
