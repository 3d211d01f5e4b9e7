"""Which rows of a list are on screen and which one the cursor is on, as a value."""

from __future__ import annotations

from models.named import NamedTuple


class Window(NamedTuple):
    """A view of `height` rows onto `total`, from row `top`, with the cursor on row `cursor`.

    Every method returns a window that is in order: the cursor on a row (or on 0 where there is
    none) and on screen.
    """

    total: int = 0
    height: int = 20  # until it is known: keys may come before the first look at the screen
    top: int = 0
    cursor: int = 0

    @property
    def last(self) -> int:
        """The number of the last row, 0 where there is none."""
        return max(0, self.total - 1)

    @property
    def rows(self) -> range:
        """The rows on screen."""
        return range(self.top, min(self.total, self.top + self.height))

    @property
    def line(self) -> int:
        """The line of the screen the cursor is on, 0 at the top."""
        return self.cursor - self.top

    def at(self, row: int) -> Window:
        """Put the cursor on a row.

        A row outside turns the list by half a screen: a held key then repaints the list once in
        half a screen of rows instead of at each row, which a slow link could not follow.
        """
        cursor = min(max(0, row), self.last)
        if self.top <= cursor < self.top + self.height:
            return _in_order(self._replace(cursor=cursor))
        return _in_order(self._replace(cursor=cursor, top=cursor - self.height // 2))

    def paged(self, pages: int) -> Window:
        """Turn whole screens, one row kept for the eye; the cursor keeps its line."""
        rows = pages * max(1, self.height - 1)
        moved = self._replace(
            top=self.top + rows, cursor=min(max(0, self.cursor + rows), self.last)
        )
        return _in_order(moved)

    def resized(self, height: int) -> Window:
        """Show another number of rows."""
        grown = self._replace(height=max(1, height))
        beyond = max(0, grown.line - grown.height + 1)
        return _in_order(grown._replace(top=grown.top + beyond))

    def refilled(self, total: int, cursor: int, *, steady: bool = False) -> Window:
        """Look at other rows, the cursor's row on the same line of the screen as before.

        Where they are to stand `steady`, the first line stays and the cursor goes with its row.
        """
        cursor = min(max(0, cursor), max(0, total - 1))
        top = self.top if steady else cursor - self.line
        return _in_order(Window(total, self.height, top, cursor))


def _in_order(window: Window) -> Window:
    """The window with no empty line above or below its rows, and its cursor on screen."""
    top = min(max(0, window.top), max(0, window.total - window.height), window.cursor)
    return window._replace(top=max(top, window.cursor - window.height + 1))
