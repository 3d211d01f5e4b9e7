"""The board in a terminal, beside an empty Textual app and what else is installed of its like.

Each program is started in a pseudo-terminal of 120x40 and used key by key. calcurse and visidata
are measured at like work where they are on this machine, and left out where they are not.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from store.change import Edit
from store.production import Production
from tests.bench import programs
from tests.bench.figures import Figure, beside, in_turns, of_step
from tests.bench.programs import CHARACTER, ENTER, HELD, PAGE, ROW
from tests.bench.reaction import FULL, Effort, middle
from tests.bench.row import Bar
from tests.bench.shoot import appointments, shoot, table, today_here


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.bench.figures import Figures
    from tests.bench.programs import Program
    from tests.bench.row import Row
    from tests.bench.session import Session

MOST = 5  # rounds: one takes a minute
FOREIGN = "another's change"
CHANGES = 5
BARS = {
    "start until it can be used": Bar(1.5),
    "memory (PSS)": Bar(1.7),
    "idle for 10 s: sent": Bar(0, alone=True),
    "idle for 10 s: processor": Bar(25, alone=True),
    f"{ROW}: settled": Bar(5, alone=True),
    f"{ROW}: sent": Bar(400, alone=True),
    f"{PAGE}: settled": Bar(12, alone=True),
    f"{PAGE}: sent": Bar(4_000, alone=True),
    f"{HELD}: settled": Bar(20, alone=True),
    f"{HELD}: sent": Bar(40_000, alone=True),
    f"{CHARACTER}: settled": Bar(10, alone=True),
    f"{ENTER}: in the file": Bar(10, alone=True),
    f"{ENTER}: painted": Bar(30, alone=True),
    "hang-up until it has ended": Bar(1_000, alone=True),
}


def rows(ground: Path, records: int, rounds: int, effort: Effort = FULL) -> Iterator[Row]:
    """Start, keys, idling, memory, hang-up."""
    production = shoot(ground / "nightfall", records)
    ours, *peers = [programs.board(production), programs.empty_textual(), *_like(ground, records)]
    foreign = changes_of_another(production)

    def measure(session: Session, number: int) -> Figures:
        return _measured(session, number, foreign if session.program is ours else None)

    found = in_turns([ours, *peers], measure, effort, min(rounds, MOST))
    yield from beside("board", records, list(zip([ours, *peers], found, strict=True)), BARS)


def changes_of_another(production: Path) -> Iterator[Callable[[], float]]:
    """Changes to a meeting of today by another person: each is saved when called, and says when."""
    other = Production.open(production, as_user="reto")
    today = today_here().isoformat()
    events = other.view.records("event").items()
    meeting = next(each for each, event in events if event["day"] == today)
    number = 0
    while True:
        number += 1
        edit = Edit("event", meeting, {"title": f"Moved to room {number}"})

        def save(edit: Edit = edit) -> float:
            other.commit([edit], "moved a meeting")
            return time.perf_counter()

        yield save


def _like(ground: Path, records: int) -> list[Program]:
    """The peers whose work is like ours, of those that are installed."""
    return programs.installed(
        programs.calcurse(appointments(ground / "calcurse", records)),
        programs.visidata(table(ground / "table.csv", records)),
    )


def _measured(
    session: Session, number: int, foreign: Iterator[Callable[[], float]] | None
) -> Figures:
    figures = {Figure("memory (PSS)", "MB"): session.pss()}
    if number == 0:
        idle = session.idle()
        figures[Figure("idle for 10 s: sent", "bytes")] = idle.bytes
        figures[Figure("idle for 10 s: processor", "ms")] = idle.cpu
    if foreign is not None:
        seen = [session.notices(next(foreign)) for _ in range(CHANGES)]
        figures.update(of_step(FOREIGN, middle(seen)))
    for what, reaction in session.steps(session.program.steps).items():
        figures.update(of_step(what, reaction))
    return figures
