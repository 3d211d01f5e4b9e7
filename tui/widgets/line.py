"""One line of the screen as a value: its text, exactly as wide as its place, and its inks."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from models.measure import cut, is_single, shown, width_of
from models.named import NamedTuple
from tui.widgets.ink import PLAIN, SHOWN_ON_BLANKS


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Piece: TypeAlias = tuple[str, str]
"""Some text and the role it plays."""


class Line(NamedTuple):
    """Runs of text, neighbours always in different roles; together `width` cells."""

    runs: tuple[Piece, ...]
    width: int

    @property
    def text(self) -> str:
        """The characters of the line without their roles."""
        return "".join(text for text, _ in self.runs)


def line_of(pieces: Iterable[Piece], width: int, blank: str = PLAIN) -> Line:
    """Make a line of pieces: cleaned, cut at the width, and filled up in the role `blank`."""
    runs: list[Piece] = []
    left = width
    for text, role in pieces:
        part = cut(shown(text), left)
        left -= width_of(part)
        _join(runs, part, role)
    _join(runs, " " * left, blank)
    return Line(tuple(runs), width)


def _join(runs: list[Piece], text: str, role: str) -> None:
    """Append a piece, to the run before it where that looks the same: fewer bytes to send."""
    if not text:
        return
    before, ink = runs[-1] if runs else ("", role)
    blanks = not {ink, role} & SHOWN_ON_BLANKS
    if ink == role or (blanks and before.isspace()):
        runs[-1:] = [(before + text, role)]
    elif blanks and text.isspace():
        runs[-1] = (before + text, ink)
    else:
        runs.append((text, role))


def changed_cells(old: Line, new: Line) -> int:
    """How many cells from the left must be sent to turn one line into the other.

    Textual sends a dirty region from the left edge of its widget, so only what is equal at the
    right end can be saved.
    """
    if old == new:
        return 0
    if old.width != new.width or not (is_single(old.text) and is_single(new.text)):
        return new.width
    pairs = zip_longest(_marks(old), _marks(new))
    return max((at for at, (one, other) in enumerate(pairs, 1) if one != other), default=0)


def _marks(line: Line) -> Iterator[Piece]:
    for text, role in line.runs:
        for mark in text:
            unseen = mark == " " and role not in SHOWN_ON_BLANKS
            yield (mark, PLAIN if unseen else role)
