"""A program used as a person uses it, key by key, and what each key took.

A key has settled with the last byte before a quiet: nothing comes, nothing is on its way, and the
program does not compute. So one that paints in two goes is not cut off after the first.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tests.bench.processes import cpu_ms, pss_mb, working
from tests.bench.reaction import Reaction, middle
from tests.bench.terminal import Terminal


if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.programs import Program, Step
    from tests.bench.reaction import Effort

GAP = 0.05  # seconds without a byte after which something is painted a second time
TICK = 0.002  # seconds between two looks
PATIENCE = 240  # seconds
HUNG_UP = 5  # seconds a program may go on without its terminal
REPEAT = 1 / 30  # seconds between two of a held key


class Session:
    """One program, from its start until it is hung up on."""

    def __init__(self, program: Program, effort: Effort) -> None:
        self.program, self.effort = program, effort
        program.prepare()
        self.terminal = Terminal(program.argv, program.environ)

    @property
    def pid(self) -> int:
        """The program's own process, also where it runs at the other end of a line."""
        return self.program.pid() or self.terminal.program.pid

    def start(self) -> Reaction:
        """Wait until it can be used; from its start, or from the login where it has one."""
        ends = time.monotonic() + PATIENCE
        while (ready := self.terminal.seen(self.program.ready)) is None:
            assert time.monotonic() < ends, self.terminal.text()
            assert self.terminal.program.poll() is None, self.terminal.text()
            self.until_quiet()
        begun = self.program.begun() or self.terminal.begun
        sent = sum(len(chunk.bytes) for chunk in self.terminal.chunks)
        took = (ready - begun) * 1e3
        return Reaction(took, took, sent, cpu_ms(self.pid))

    def until_quiet(self, saved: Callable[[], bool] | None = None) -> float | None:
        """Read until all is quiet, and saved where that is awaited; when it was saved."""
        at = None
        last = time.perf_counter()
        ends = last + PATIENCE
        while True:
            came = self.terminal.read(TICK)
            now = time.perf_counter()
            if at is None and saved is not None and saved():
                at = now
            if came or self.program.on_its_way() or working(self.pid):
                last = now
            elif now - last >= self.effort.quiet and (saved is None or at is not None):
                return at
            assert now < ends, f"{self.program.name} does not settle\n{self.terminal.text()}"

    def steps(self, wanted: Sequence[Step]) -> dict[str, Reaction]:
        """Every step's reaction, by what the step is."""
        return {step.what: self.step(step) for step in wanted}

    def step(self, step: Step) -> Reaction:
        """One step: what comes before it unmeasured, then its keys."""
        for key in step.before:
            self.terminal.press(key)
            self.until_quiet()
        if step.held:
            found = self.reacts(lambda: self._hold(step.keys[0]))
            return found._replace(painted=found.settled)
        keys = step.keys * step.times
        for key in keys[: -self.effort.keys]:
            self.terminal.press(key)
        self.until_quiet()
        return middle([self.key(key, step.saved) for key in keys[-self.effort.keys :]])

    def key(self, key: str, saved: Callable[[], Callable[[], bool]] | None = None) -> Reaction:
        """One key, and all that comes of it."""
        return self.reacts(lambda: self.terminal.press(key), saved() if saved else None)

    def notices(self, act: Callable[[], float]) -> Reaction:
        """What the screen shows of something done elsewhere, waited for."""
        before = len(self.terminal.chunks)
        found = self.reacts(act, lambda: len(self.terminal.chunks) > before)
        return found._replace(saved=None)

    def reacts(self, act: Callable[[], float], saved: Callable[[], bool] | None = None) -> Reaction:
        """What the screen and the program do about something; `act` says when it was done."""
        self.terminal.text()
        before, cpu = len(self.terminal.chunks), cpu_ms(self.pid)
        at = act()
        found = self.until_quiet(saved)
        chunks = self.terminal.chunks[before:]
        times = [chunk.at for chunk in chunks] or [at]
        gaps = (one for one, other in itertools.pairwise(times) if other - one >= GAP)
        return Reaction(
            max(0.0, (next(gaps, times[-1]) - at) * 1e3),
            max(0.0, (times[-1] - at) * 1e3),
            sum(len(chunk.bytes) for chunk in chunks),
            cpu_ms(self.pid) - cpu,
            None if found is None else (found - at) * 1e3,
            int(not chunks),
        )

    def idle(self) -> Reaction:
        """What it does while nobody does anything, scaled to ten seconds."""
        with self.counted() as bytes_and_cpu:
            ends = time.perf_counter() + self.effort.idle
            while (left := ends - time.perf_counter()) > 0:
                self.terminal.read(left)
        sent, cpu = (each * 10 / self.effort.idle for each in bytes_and_cpu)
        return Reaction(0.0, 0.0, sent, cpu)

    def pss(self) -> float:
        """Its memory now, in megabytes."""
        return pss_mb(self.pid)

    @contextlib.contextmanager
    def counted(self) -> Iterator[list[float]]:
        """The bytes and the CPU milliseconds of the block, there when it is over."""
        found: list[float] = []
        before, cpu = len(self.terminal.chunks), cpu_ms(self.pid)
        yield found
        found += [
            sum(len(chunk.bytes) for chunk in self.terminal.chunks[before:]),
            cpu_ms(self.pid) - cpu,
        ]

    def hang_up(self) -> float:
        """Close the terminal; milliseconds until the program has ended, or as long as was waited.

        An empty Textual app now and then goes on for ever without its terminal, computing.
        """
        at = time.perf_counter()
        self.terminal.hang_up()
        while self.terminal.program.poll() is None and time.perf_counter() < at + HUNG_UP:
            time.sleep(TICK)
        return (time.perf_counter() - at) * 1e3

    def end(self) -> None:
        """Leave nothing of it, however the measuring ended."""
        self.terminal.hang_up()
        self.terminal.program.kill()
        self.terminal.program.wait()

    def _hold(self, key: str) -> float:
        """Press a key as its repeat does, whatever the screen shows; when the last was pressed."""
        due = time.perf_counter()
        for _ in range(self.effort.held):
            at = self.terminal.press(key)
            due += REPEAT
            while (left := due - time.perf_counter()) > 0:
                self.terminal.read(left)
        return at
