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
        self._cursor: tuple[int, int] | None = None
        self._cursor_shown: tuple[int, int] | None = None

    def read(self, frame: str) -> None:
        """Take up what Textual wants to be shown; ValueError where that cannot be told."""
        width, height = self.size
        y, x = 0, 0
        for place, text, style in pieces(frame):
            y, x = place or (y, x)
            if x < 0 or not 0 <= y < height:
                raise ValueError(frame)
            if text:
                x = self._wanted[y].write(x, text, style)
                self._changed.add(y)
        self._cursor = (y, min(x, width - 1))

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
