"""One line of the table: what was measured, ours beside the peer's, and the bar it must reach."""

from __future__ import annotations

from typing import NamedTuple


class Bar(NamedTuple):
    """What our share of the peer's figure must be: `least` <= ours / peer <= `most`.

    With `alone` our own figure must keep to it, whatever the peer's is.
    """

    most: float
    least: float = 0.0
    alone: bool = False

    def __str__(self) -> str:
        """The bar as the table shows it."""
        if self.least == self.most:
            return f"= {self.most:g}"
        return f"<= {self.most:g}"


class Row(NamedTuple):
    """One measured figure, the peer's beside it.

    `records` is 0 where the figure hangs on no number of records. A side that could not be
    measured is None, and `note` says why. `spread` is the half of the rounds in the middle, as a
    share of the median: what the machine's noise was, ours and the peer's.
    """

    what: str
    records: int
    unit: str
    ours: float | None
    peer_name: str
    peer: float | None
    bar: Bar | None = None
    spread: tuple[float, float] = (0.0, 0.0)
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """Our figure as a share of the peer's."""
        if self.ours is None or not self.peer:
            return None
        return self.ours / self.peer

    @property
    def met(self) -> bool | None:
        """Whether the bar is reached; None where there is no bar or nothing to compare."""
        figure = self.ours if self.bar is not None and self.bar.alone else self.ratio
        if self.bar is None or figure is None:
            return None
        return self.bar.least <= figure <= self.bar.most
