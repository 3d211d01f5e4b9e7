"""A screen as cells: what stands in each, and in which style."""

from __future__ import annotations

from rich.cells import cell_len

from models.pattern import pattern
from tui.display.sgr import PLAIN, shows_on_blanks


UNKNOWN = "\0"
"""Stands in a cell of which nothing is known."""
AFTER_WIDE = ""
"""Stands in the second cell of a wide character."""

# Characters every terminal draws in one cell: those of the board's widgets, and frames.
_SINGLE = pattern(
    "[\0 -~\u00a1-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u21ff\u2260\u2500-\u257f]*"
)


def is_single(mark: str) -> bool:
    """Whether what stands in a cell certainly takes that one cell."""
    return mark != AFTER_WIDE and _SINGLE.fullmatch(mark) is not None


class Row:
    """One line of the screen.

    Attributes:
        marks: a character for each cell, with those that combine with it.
        styles: the style of each cell; the blanks of one that does not show on them are plain.
        odd: whether there may be characters that terminals draw in different widths.
    """

    __slots__ = ("marks", "odd", "styles")

    def __init__(self, width: int) -> None:
        self.marks = [UNKNOWN] * width
        self.styles = [PLAIN] * width
        self.odd = False

    def write(self, x: int, text: str, style: str) -> int:
        """Put text from a cell on; the cell after it. Raises ValueError where there is no room."""
        if text.isascii() or is_single(text):
            marks: list[str] = list(text)
        else:
            marks, self.odd = cells_of(text), True
        end = x + len(marks)
        if end > len(self.marks):
            raise ValueError(text)
        if self.odd:
            self._halve(x)
            self._halve(end)
        self.marks[x:end] = marks
        if style == PLAIN or shows_on_blanks(style) or " " not in marks:
            self.styles[x:end] = [style] * len(marks)
        else:
            self.styles[x:end] = [PLAIN if mark == " " else style for mark in marks]
        return end

    def copy(self, other: Row) -> None:
        """Become like another row."""
        self.marks[:] = other.marks
        self.styles[:] = other.styles
        self.odd = other.odd

    def _halve(self, x: int) -> None:
        """Nothing stays of a wide character that is written over on one side of a cell."""
        if 0 < x < len(self.marks) and self.marks[x] == AFTER_WIDE:
            self.marks[x - 1 : x + 1] = [UNKNOWN, UNKNOWN]


def cells_of(text: str) -> list[str]:
    """What stands in the cells of a text; raises ValueError where characters join to others."""
    cells: list[str] = []
    for mark in text:
        width = cell_len(mark)
        if width:
            cells += [mark, AFTER_WIDE][:width]
        elif cells:
            cells[-2 if cells[-1] == AFTER_WIDE else -1] += mark
        else:
            raise ValueError(text)
    if len(cells) != cell_len(text):
        raise ValueError(text)
    return cells
