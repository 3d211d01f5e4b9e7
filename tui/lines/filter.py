"""The line that filters a pane while it is typed."""

from __future__ import annotations

from collections.abc import Callable

from models.query import MOST_WORDS
from tui.lines.line import Line
from tui.lines.look import Look
from tui.office import Office
from tui.widgets.footer import Hint


class FilterLine(Line):
    """Shows only what has the words, while they are typed."""

    name = "filter"
    bare = may_be_empty = True
    hints = (Hint("Enter", "keep"), Hint("Esc", "as it was before"))

    def __init__(
        self,
        office: Office,
        find: Callable[[str], None],
        show: Callable[[str], int],
        before: str,
    ) -> None:
        """Take what shows rows while a filter is typed, what counts them all, and the old one."""
        super().__init__(office, "filter")
        self._find = find
        self._show = show
        self._before = before

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """Nothing stands under it; the pane itself shows what it finds."""
        self._find(text)
        return Look()

    def done(self, text: str) -> str:
        """Keep the filter."""
        count = self._show(text)
        if not text.strip():
            return ""
        words = f" by the first {MOST_WORDS} words" if len(set(text.split())) > MOST_WORDS else ""
        return f"{count} shown{words}; q shows all again."

    def left(self) -> None:
        """Go back to the filter there was."""
        self._show(self._before)
