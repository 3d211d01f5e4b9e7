"""The names of what can be looked at, in one line with the keys that show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.measure import shown, width_of
from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from tui.widgets.line import Line, Piece

DIGITS = 9
"""As many names have a key."""


class Names(Painted):
    """The names with their keys, the one that is shown in reverse video."""

    DEFAULT_CSS = """
    Names { height: 1; width: 1fr; }
    """

    names: tuple[str, ...] = ()
    at = 0

    def tell(self, names: Sequence[str], at: int) -> None:
        """Show these names, the one at a place as chosen."""
        self.names, self.at = tuple(names), at
        self.paint()

    def drawn(self, width: int, height: int) -> tuple[Line]:
        """As many as there is room for, the chosen one among them."""
        texts = [_keyed(number, name) for number, name in enumerate(self.names)]
        first = self.at
        room = width - width_of(texts[first]) if texts else 0
        while first and room >= width_of(texts[first - 1]):
            first -= 1
            room -= width_of(texts[first])
        pieces: list[Piece] = [
            (text, "cursor" if number == self.at else PLAIN)
            for number, text in enumerate(texts)
            if number >= first
        ]
        return (line_of(pieces, width),)


def _keyed(number: int, name: str) -> str:
    return shown(f" {number + 1} {name} " if number < DIGITS else f" {name} ")
