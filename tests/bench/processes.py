"""What a program costs the machine, as the kernel has it: its process and all it has started."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator

PROC = Path("/proc")
RUNNING = ("R", "D")  # on a processor or waiting for one; waiting for the disk


def family(pid: int) -> list[int]:
    """The process and its descendants; empty where it has ended."""
    found = [pid] if (PROC / str(pid)).exists() else []
    for each in found:
        for task in _tasks(each):
            found += [int(child) for child in _read(task / "children").split()]
    return found


def working(pid: int) -> bool:
    """Whether a thread of it computes, would if it had a processor, or waits for the disk."""
    return any(
        state(_read(task / "stat")) in RUNNING for each in family(pid) for task in _tasks(each)
    )


def state(stat: str) -> str:
    """The state's letter in a line of `/proc/PID/stat`, where a name may have brackets in it."""
    return stat.rpartition(")")[2].strip()[:1]


def cpu_ms(pid: int) -> float:
    """The processor time of all its threads, ended ones too, in milliseconds."""
    return sum(_clock(each) for each in family(pid)) * 1e3


def pss_mb(pid: int) -> float:
    """Its memory in megabytes, of shared pages the share that falls to it."""
    lines = [
        line for each in family(pid) for line in _read(PROC / f"{each}/smaps_rollup").splitlines()
    ]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _clock(pid: int) -> float:
    """A process's own clock; its number is made of the pid, as `clock_getcpuclockid` makes it."""
    try:
        return time.clock_gettime((~pid << 3) | 2)
    except OSError:  # it has just ended
        return 0.0


def _tasks(pid: int) -> Iterator[Path]:
    try:
        yield from (PROC / f"{pid}/task").iterdir()
    except OSError:
        return


def _read(path: Path) -> str:
    """What the kernel says; empty where the process has just ended."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
