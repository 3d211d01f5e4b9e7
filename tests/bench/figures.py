"""What is measured of programs in a terminal, and the rows it makes: ours beside each peer's.

All programs of a run take turns, each in a terminal of its own, so that what the machine does hits
them alike.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tests.bench.rounds import Times
from tests.bench.row import Bar, Row
from tests.bench.session import Session


if TYPE_CHECKING:
    from tests.bench.programs import Program
    from tests.bench.reaction import Effort, Reaction


class Figure(NamedTuple):
    """What is measured, and in what."""

    what: str
    unit: str


Figures: TypeAlias = dict[Figure, float]
Measure: TypeAlias = Callable[[Session, int], Figures]
"""What measures a started session, in the round of this number."""

KEYS = "keys"  # the unit of those that drew nothing


def of_step(what: str, found: Reaction) -> Figures:
    """A step's figures."""
    figures = {
        Figure(f"{what}: painted", "ms"): found.painted,
        Figure(f"{what}: settled", "ms"): found.settled,
        Figure(f"{what}: sent", "bytes"): found.bytes,
        Figure(f"{what}: processor", "ms"): found.cpu,
    }
    if found.saved is not None:
        figures[Figure(f"{what}: in the file", "ms")] = found.saved
    if found.silent:
        figures[Figure(f"{what}: drew nothing", KEYS)] = found.silent
    return figures


def of_start(found: Reaction) -> Figures:
    """The figures of a start until the program can be used."""
    return {
        Figure("start until it can be used", "ms"): found.settled,
        Figure("start: sent", "bytes"): found.bytes,
        Figure("start: processor", "ms"): found.cpu,
    }


def in_turns(
    programs: Sequence[Program], measure: Measure, effort: Effort, rounds: int
) -> list[dict[Figure, Times]]:
    """Every program's figures; where it is warm, a start that is not measured goes before."""
    for program in programs if effort.warm else ():
        _once(program, effort, _nothing, 0)
    found: list[list[Figures]] = [[] for _ in programs]
    order = list(enumerate(programs))
    for number in range(rounds):
        for place, program in order if number % 2 == 0 else reversed(order):
            found[place].append(_once(program, effort, measure, number))
    return [_together(each) for each in found]


def beside(
    about: str,
    records: int,
    found: Sequence[tuple[Program, Mapping[Figure, Times]]],
    bars: Mapping[str, Bar],
) -> Iterator[Row]:
    """Ours, the first, beside each peer's; a figure that no peer has stands alone.

    Keys that drew nothing are told also where they were only a peer's: its times are of the others.
    """
    (_, ours), *peers = found
    alone = dict(ours)
    for peer, theirs in peers:
        for figure in theirs:
            if figure in ours or figure.unit == KEYS:
                bar = bars.get(figure.what) if alone.pop(figure, None) else None
                own = ours.get(figure, Times([0]))
                row = _row(figure, own, (peer.name, theirs[figure]), bar)
                yield row._replace(what=f"{about}: {row.what}", records=records)
    for figure, times in alone.items():
        row = _row(figure, times, None, bars.get(figure.what))
        yield row._replace(what=f"{about}: {row.what}", records=records)


def _row(figure: Figure, ours: Times, peer: tuple[str, Times] | None, bar: Bar | None) -> Row:
    name, theirs = peer or ("-", None)
    spread = (_spread(ours), _spread(theirs) if theirs else 0.0)
    peers = theirs.median if theirs else None
    return Row(figure.what, 0, figure.unit, ours.median, name, peers, bar, spread)


def _spread(times: Times) -> float:
    return times.spread if times.median else 0.0


def _nothing(session: Session, number: int) -> Figures:
    return {}


def _once(program: Program, effort: Effort, measure: Measure, number: int) -> Figures:
    session = Session(program, effort)
    try:
        figures = of_start(session.start())
        figures.update(measure(session, number))
        if program.pid() is None:  # through ssh only ssh would be seen to end
            figures[Figure("hang-up until it has ended", "ms")] = session.hang_up()
    finally:
        session.end()
    return figures


def _together(each: Sequence[Figures]) -> dict[Figure, Times]:
    names = dict.fromkeys(itertools.chain.from_iterable(each))
    return {name: Times([one[name] for one in each if name in one]) for name in names}
