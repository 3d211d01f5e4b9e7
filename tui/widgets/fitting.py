"""Choosing what stays in one line when it gets narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.measure import shown, width_of
from models.named import NamedTuple
from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.line import Line, Piece

BETWEEN = "  "


class Part(NamedTuple):
    """A part of a line that is there whole or not at all; the greatest priority goes first."""

    pieces: tuple[Piece, ...]
    priority: int

    @property
    def width(self) -> int:
        """The cells of all its pieces."""
        return sum(width_of(shown(text)) for text, _ in self.pieces)


def fitted(
    parts: Sequence[Part],
    width: int,
    fill: str = PLAIN,
    *,
    apart: bool = False,
    between: str = BETWEEN,
) -> Line:
    """The parts that fit, in their order; of equal priority the right one goes first.

    A part of priority 0 never goes: the line is cut where such parts alone are too wide. With
    `apart` the last part stands at the right end.
    """
    kept = list(range(len(parts)))
    while kept and _width(parts, kept, between) > width:
        least = max(kept, key=lambda each: (parts[each].priority, each))
        if parts[least].priority == 0:
            break
        kept.remove(least)
    pieces: list[Piece] = []
    spare = width - _width(parts, kept, between)
    for each in kept:
        wide = apart and each == len(parts) - 1
        gap = between + " " * spare if wide else between
        pieces += [(gap, fill), *parts[each].pieces] if pieces else parts[each].pieces
    return line_of(pieces, width, fill)


def _width(parts: Sequence[Part], kept: Sequence[int], between: str) -> int:
    return sum(parts[each].width for each in kept) + len(between) * (len(kept) - 1)
