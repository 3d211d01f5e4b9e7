"""The bytes that turn what a terminal shows into what it should show."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from tui.display.cells import UNKNOWN, is_single
from tui.display.sgr import PLAIN, change, shows_on_blanks


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.display.cells import Row

# To write over so many equal cells costs no more than to move across them.
_BRIDGED = 4
# To erase to the end of the line costs as much as so many blanks.
_ERASED = 3
# The column after a character that terminals draw in different widths, and at a line's end.
_UNSURE = -1


class Update:
    """Collects what to send, and knows where the terminal's cursor is by then.

    A terminal is in the plain style before and after.
    """

    def __init__(self, cursor: tuple[int, int] | None) -> None:
        self.cursor = cursor
        self._style = PLAIN
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def row(self, y: int, row: Row, shown: Row) -> None:
        """Send the cells of a line that differ."""
        changed = _changed(row, shown)
        erased = _erased(changed, row)
        for start, end in _spans(changed[: len(changed) - len(erased)], row):
            self.move(y, start)
            self._write(y, range(start, end), row)
        if erased:
            self.move(y, erased[0])
            if shows_on_blanks(self._style):
                self._restyle(PLAIN)
            self._parts.append("\x1b[K")

    def move(self, y: int, x: int) -> None:
        """Go to a cell, by the shortest way."""
        if self.cursor != (y, x):
            self._parts.append(min(_ways(self.cursor, y, x), key=len))
            self.cursor = (y, x)

    def end(self, cursor: tuple[int, int]) -> None:
        """Leave the terminal in the plain style, its cursor where it is wanted."""
        self._restyle(PLAIN)
        self.move(*cursor)

    def _write(self, y: int, cells: range, row: Row) -> None:
        for x in cells:
            mark, style = row.marks[x], row.styles[x]
            sure = not row.odd or is_single(mark)
            if sure and self.cursor == (y, _UNSURE):
                self.move(y, x)
            if style != self._style and (mark != " " or style or shows_on_blanks(self._style)):
                self._restyle(style)
            self._parts.append(mark)
            self.cursor = (y, x + 1 if sure and x + 1 < len(row.marks) else _UNSURE)

    def _restyle(self, style: str) -> None:
        self._parts.append(change(self._style, style))
        self._style = style


def _ways(cursor: tuple[int, int] | None, y: int, x: int) -> Iterator[str]:
    """Sequences that lead to a cell."""
    yield f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H"
    if cursor is None:
        return
    line, column = cursor
    if line == y:
        yield f"\x1b[{x + 1}G" if x else "\r"
    if line == y and 0 <= column < x:
        yield f"\x1b[{_count(x - column)}C"
    if line == y and column > x:
        yield f"\x1b[{_count(column - x)}D"
    if column == x:
        yield f"\x1b[{_count(abs(y - line))}{'B' if y > line else 'A'}"


def _count(number: int) -> str:
    return "" if number == 1 else str(number)


def _changed(row: Row, shown: Row) -> Sequence[int]:
    """The cells to send again."""
    if row.marks == shown.marks and row.styles == shown.styles:
        return ()
    pairs = zip(row.marks, shown.marks, row.styles, shown.styles, strict=True)
    changed = [
        x
        for x, (mark, old, style, before) in enumerate(pairs)
        if (mark != old or style != before) and mark != UNKNOWN
    ]
    return _widened(changed, row, shown) if changed and (row.odd or shown.odd) else changed


def _widened(changed: Sequence[int], row: Row, shown: Row) -> list[int]:
    """With them, the characters of unsure width beside them, and what those may have drawn over."""
    wide = set(changed)
    width = len(row.marks)
    odd = [not (is_single(row.marks[x]) and is_single(shown.marks[x])) for x in range(width)]
    for is_odd, group in groupby(range(width), odd.__getitem__):
        run = tuple(group)
        if is_odd and wide.intersection(range(run[0] - 1, run[-1] + 2)):
            wide.update(range(run[0], min(width, run[-1] + 1 + len(run))))
    return sorted(x for x in wide if row.marks[x] != UNKNOWN)


def _erased(changed: Sequence[int], row: Row) -> Sequence[int]:
    """Those of the changed cells that are cheaper to erase with all to the end of the line."""
    x = len(row.marks)
    while x and row.marks[x - 1] == " " and row.styles[x - 1] == PLAIN:
        x -= 1
    at = next((at for at, each in enumerate(changed) if each >= x), len(changed))
    return changed[at:] if changed[at:] and changed[-1] - changed[at] >= _ERASED else ()


def _spans(changed: Sequence[int], row: Row) -> Iterator[tuple[int, int]]:
    """The changed cells in stretches, over gaps that are cheaper to write than to cross."""
    if not changed:
        return
    start = end = changed[0]
    for x in changed:
        if x > end and not _is_bridged(row, end, x):
            yield start, end
            start = x
        end = x + 1
    yield start, end


def _is_bridged(row: Row, start: int, end: int) -> bool:
    """Whether the cells between two stretches may as well be written, in the style before them."""
    style = row.styles[start - 1]
    alike = {style} if shows_on_blanks(style) else {style, PLAIN}
    return end - start <= _BRIDGED and all(
        row.marks[x] != UNKNOWN
        and is_single(row.marks[x])
        and row.styles[x] in (alike if row.marks[x] == " " else {style})
        for x in range(start, end)
    )
