"""Text to be read from top to bottom, a screen of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from tui.widgets.ink import PLAIN
from tui.widgets.line import line_of
from tui.widgets.moves import MOVES
from tui.widgets.painted import Painted


if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.widgets.line import Line


class Reader(Painted, can_focus=True):
    """Lines made for the width there is; the usual keys scroll them."""

    DEFAULT_CSS = """
    Reader { height: 1fr; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = MOVES

    def __init__(self, lines: Callable[[int], Iterable[str]]) -> None:
        """Take what makes the lines for a width."""
        super().__init__()
        self._make = lines
        self._made: tuple[int, Sequence[str]] = (0, ())
        self._top = 0

    @property
    def place(self) -> tuple[int, int]:
        """The number of the last line on screen, and how many there are."""
        count = len(self._made[1])
        return min(count, self._top + self.content_size.height), count

    def show(self, lines: Callable[[int], Iterable[str]], *, again: bool = False) -> None:
        """Show other lines from the top, or the same ones as they are now from where one is."""
        self._make, self._made = lines, (0, ())
        self._top = self._top if again else 0
        self.paint()

    def lines(self, width: int) -> Sequence[str]:
        """The lines for a width, made once."""
        if self._made[0] != width:
            self._made = (width, tuple(self._make(width)))
        return self._made[1]

    def action_move(self, steps: int) -> None:
        """Scroll some lines."""
        self._go(self._top + steps)

    def action_page(self, pages: int) -> None:
        """Turn a screen, one line kept for the eye."""
        self._go(self._top + pages * max(1, self.content_size.height - 1))

    def action_top(self) -> None:
        """Go to the first line."""
        self._go(0)

    def action_bottom(self) -> None:
        """Go to the last screen."""
        self._go(len(self._made[1]))

    def _go(self, top: int) -> None:
        self._top = top
        self.paint()

    def drawn(self, width: int, height: int) -> Iterator[Line]:
        """The lines on screen."""
        lines = self.lines(width)
        self._top = min(max(0, self._top), max(0, len(lines) - height))
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset
        for line in lines[self._top : self._top + height]:
            yield line_of([(line, PLAIN)], width)
