"""What a program did about keys, and how much is measured to say so."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from collections.abc import Sequence


class Effort(NamedTuple):
    """How much is measured: of each step's keys the last so many, seconds of idling and of quiet.

    The keys before them go in one burst. A `warm` one starts each program once before it counts.
    """

    keys: int = 30
    held: int = 60
    idle: float = 10.0
    quiet: float = 0.1
    warm: bool = True


FULL = Effort()


class Reaction(NamedTuple):
    """What keys did: milliseconds until painted, settled and saved, bytes sent, CPU milliseconds.

    Painted is the last byte before the first gap. `silent` counts the keys that drew nothing, as at
    the end of a list; their times are in no figure.
    """

    painted: float
    settled: float
    bytes: float
    cpu: float
    saved: float | None = None
    silent: int = 0


def middle(reactions: Sequence[Reaction]) -> Reaction:
    """The median of the times; the mean of bytes and CPU, so that scrolling now and then counts."""
    drew = [each for each in reactions if not each.silent] or reactions
    saved = [each.saved for each in drew if each.saved is not None]
    return Reaction(
        statistics.median(each.painted for each in drew),
        statistics.median(each.settled for each in drew),
        statistics.fmean(each.bytes for each in drew),
        statistics.fmean(each.cpu for each in drew),
        statistics.median(saved) if saved else None,
        sum(each.silent for each in reactions),
    )
