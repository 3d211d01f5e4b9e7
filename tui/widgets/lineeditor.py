"""Textual's line input without what a slow link, a light terminal or a paste would suffer from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Offset, Region
from textual.widgets import Input

from models.text import clean
from tui.widgets.measure import width_of
from tui.widgets.still import Still


if TYPE_CHECKING:
    from textual import events


class LineEditor(Input, Still):
    """One line of text: no border, no blink (an idle blink sends 2.5 kB a second)."""

    DEFAULT_CSS = """
    LineEditor {
        width: 1fr;
        height: 1;
        padding: 0;
        border: none !important;
        background: $background;
        &:focus { border: none !important; background-tint: transparent; }
        &>.input--cursor, &:ansi>.input--cursor {
            color: $foreground;
            background: $background;
            text-style: reverse;
        }
        &>.input--selection { text-style: underline; }
    }
    """

    def __init__(self, *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(id=id, placeholder=placeholder, select_on_focus=False)
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's own cursor goes: on the cursor, also at the end of the line."""
        return self.content_region.offset + Offset(self._before - self.scroll_offset.x, 0)

    @property
    def _before(self) -> int:
        return width_of(self.value[: self.cursor_position])

    def put(self, text: str) -> None:
        """Insert text at the cursor, over what is selected."""
        self.replace(text, *self.selection)

    def on_resize(self) -> None:
        """Keep the cursor in sight, and the terminal's own cursor on it, when the line moves."""
        self.scroll_to_region(Region(self._before, 0, 1, 1), force=True, animate=False)
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
            # The cursor is sent with the next cell that is.
            self.refresh(Region(self._before - self.scroll_offset.x, 0, 1, 1))

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = tuple(clean(line.replace("\t", " ")) for line in event.text.splitlines())
        self.pasted(tuple(line for line in lines if line.strip()))

    def pasted(self, lines: tuple[str, ...]) -> None:
        """Take the lines of a paste, none of them blank; here they become one."""
        self.put(" ".join(lines))
