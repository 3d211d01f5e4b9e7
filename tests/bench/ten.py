"""Ten boards open on one production, one of them typing: what they cost together, and that one.

Together they stand beside ten empty Textual apps, the typing one beside the same board alone.
"""

from __future__ import annotations

import contextlib
import select
import threading
from typing import TYPE_CHECKING

from tests.bench import programs
from tests.bench.figures import Figure, beside, of_step
from tests.bench.reaction import FULL, Effort
from tests.bench.rounds import Times
from tests.bench.row import Bar, Row
from tests.bench.session import Session
from tests.bench.shoot import shoot


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.bench.figures import Figures
    from tests.bench.programs import Program

TEN = 10
MEMORY, IDLE = "memory together (PSS)", "idle for 10 s together: processor"
BARS = {MEMORY: Bar(400, alone=True), IDLE: Bar(200, alone=True)}
LOOK = 0.05  # seconds after which the reading of the others looks whether to go on


def rows(
    ground: Path, records: int, rounds: int, effort: Effort = FULL, count: int = TEN
) -> Iterator[Row]:
    """What so many cost together, then what each key of one of them takes alone and among them."""
    production = shoot(ground / "nightfall", records)
    ours, peer = programs.board(production), programs.empty_textual()
    alone = _alone(ours, effort)
    together, among, company = _together(ours, count, effort, typing=True)
    empty, _, _ = _together(peer, count, effort, typing=False)
    several = peer._replace(name=f"{count} of the empty Textual app")
    yield from beside("ten", records, [(ours, _times(together)), (several, _times(empty))], BARS)
    by_itself = ours._replace(name="the same board alone")
    yield from beside("ten, one", records, [(ours, _times(among)), (by_itself, _times(alone))], {})
    yield from beside("ten, the others", records, [(ours, _times(company))], {})


def _alone(program: Program, effort: Effort) -> Figures:
    with _opened(program, 1, effort) as (one,):
        return _keys(one)


def _together(
    program: Program, count: int, effort: Effort, *, typing: bool
) -> tuple[Figures, Figures, Figures]:
    """Of all at once: what they cost, what the keys of one take, what those cost the others."""
    with _opened(program, count, effort) as (one, *others), _drained(others):
        together = {
            Figure(MEMORY, "MB"): sum(each.pss() for each in (one, *others)),
            Figure(IDLE, "ms"): _idle([one, *others]),
        }
        if not typing:
            return together, {}, {}
        with contextlib.ExitStack() as stack:
            counted = [stack.enter_context(each.counted()) for each in others]
            among = _keys(one)
        sent, cpu = (sum(figures) for figures in zip(*counted, strict=True))
    while_typing = "while one types {} keys and saves: {}"
    keys = sum(step.times * len(step.keys) for step in program.steps)
    return (
        together,
        among,
        {
            Figure(while_typing.format(keys, "sent"), "bytes"): sent,
            Figure(while_typing.format(keys, "processor"), "ms"): cpu,
        },
    )


def _keys(session: Session) -> Figures:
    """The figures of all steps of one session."""
    found = session.steps(session.program.steps)
    return {name: each for what in found for name, each in of_step(what, found[what]).items()}


def _idle(sessions: Sequence[Session]) -> float:
    """The processor time all of them take while nobody does anything, for ten seconds."""
    with contextlib.ExitStack() as stack:
        counted = [stack.enter_context(each.counted()) for each in sessions]
        sessions[0].idle()
    return sum(cpu for _, cpu in counted) * 10 / sessions[0].effort.idle


@contextlib.contextmanager
def _opened(program: Program, count: int, effort: Effort) -> Iterator[list[Session]]:
    """So many of a program, all ready; hung up on at the end."""
    with contextlib.ExitStack() as stack:
        sessions = []
        for _ in range(count):
            sessions.append(Session(program, effort))
            stack.callback(sessions[-1].end)
            sessions[-1].start()
        yield sessions


@contextlib.contextmanager
def _drained(sessions: Sequence[Session]) -> Iterator[None]:
    """Somebody looks at these too: what they send is taken while the block runs."""
    over = threading.Event()

    def drain() -> None:
        terminals = {session.terminal.fd: session.terminal for session in sessions}
        while not over.is_set():
            for fd in select.select(list(terminals), [], [], LOOK)[0]:
                terminals[fd].read(0)

    looking = threading.Thread(target=drain)
    looking.start()
    try:
        yield
    finally:
        over.set()
        looking.join()


def _times(figures: Figures) -> dict[Figure, Times]:
    return {figure: Times([value]) for figure, value in figures.items()}
