"""What the terminal shows and what it should show; the difference is what is sent."""

from __future__ import annotations

from tui.display.cells import Row
from tui.display.frame import SYNC_END, SYNC_START, pieces
from tui.display.update import Update


# A larger update comes between marks, so that a terminal that knows them shows it in one go.
_TORN = 256


class Screen:
    """A terminal's screen of one size, of which nothing is known at first.

    Attributes:
        size: its width and height in cells.
        marked: whether the terminal knows the marks around an update.
    """

    def __init__(self, width: int, height: int, *, marked: bool = False) -> None:
        self.size = (width, height)
        self.marked = marked
        self._wanted = _rows(width, height)
        self._shown = _rows(width, height)
        self._changed: set[int] = set()
        self._last: dict[str, str] = {}  # by its first bytes, what was last read for a line
        self._cursor: tuple[int, int] | None = None
        self._cursor_shown: tuple[int, int] | None = None

    def read(self, frame: str) -> None:
        """Take up what Textual wants to be shown; ValueError where that cannot be told."""
        *lines, last = frame.split("\n")
        height = self.size[1]
        for line in lines:
            # Textual repaints everything where one widget changes its size: most is as it was.
            if self._last.get(line.partition(";")[0]) != line:
                self._read(line, height - 1)  # a new line on the last one would scroll
        self._cursor = self._read(last, height) or self._cursor

    def _read(self, line: str, height: int) -> tuple[int, int] | None:
        """Take up a part of a frame; where it leaves the cursor."""
        cursor = None
        rows = set()
        for place, text, style in pieces(line):
            cursor = place or cursor
            if cursor is None or min(cursor) < 0 or cursor[0] >= height:
                raise ValueError(line)
            if text:
                y, x = cursor
                cursor = (y, self._wanted[y].write(x, text, style))
                rows.add(y)
        self._changed |= rows
        for y in rows:
            self._last[f"\x1b[{y + 1}"] = line if len(rows) == 1 else ""
        return cursor and (cursor[0], min(cursor[1], self.size[0] - 1))

    def update(self) -> str:
        """What to send now, empty where nothing differs. It is taken to be shown from now on."""
        update = Update(self._cursor_shown)
        for y in sorted(self._changed):
            update.row(y, self._wanted[y], self._shown[y])
            self._shown[y].copy(self._wanted[y])
        self._changed.clear()
        if self._cursor is not None:
            update.end(self._cursor)
        self._cursor_shown = update.cursor
        text = update.text
        return f"{SYNC_START}{text}{SYNC_END}" if self.marked and len(text) > _TORN else text

    def forget(self) -> None:
        """Something else may have drawn on the terminal: send all that is wanted next time."""
        self._shown = _rows(*self.size)
        self._changed = set(range(self.size[1]))
        self._cursor_shown = None


def _rows(width: int, height: int) -> list[Row]:
    return [Row(width) for _ in range(height)]
