"""Textual's line input without what a slow link, a light terminal or a paste would suffer from."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from textual.geometry import Offset, Region
from textual.widgets import Input
from textual.widgets.input import Selection

from models.measure import width_of
from models.text import clean
from tui.widgets.graphemes import after, before
from tui.widgets.still import Still


if TYPE_CHECKING:
    from collections.abc import Callable

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

    def action_cursor_left(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Go over a whole written character, with the marks on it."""
        self._step(before, select=select)

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Go over a whole written character, with the marks on it."""
        self._step(after, select=select)

    def _step(self, step: Callable[[str, int], int], *, select: bool) -> None:
        start, end = self.selection
        if select:
            self.selection = Selection(start, step(self.value, end))
        elif self.selection.is_empty:
            self.cursor_position = step(self.value, end)
        else:
            self.cursor_position = min(start, end) if step is before else max(start, end)

    def action_delete_left(self) -> None:
        """Take away a whole written character, or what is selected."""
        if self.selection.is_empty:
            self.delete(before(self.value, self.cursor_position), self.cursor_position)
        else:
            self.delete_selection()

    def action_delete_right(self) -> None:
        """Take away a whole written character, or what is selected."""
        if self.selection.is_empty:
            self.delete(self.cursor_position, after(self.value, self.cursor_position))
        else:
            self.delete_selection()

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - Textual's signature
        """No style hangs on the focus, so none is looked for."""

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
        # Some systems hand letters and their marks over apart.
        text = normalize("NFC", event.text)
        lines = tuple(clean(line.replace("\t", " ")) for line in text.splitlines())
        self.pasted(tuple(line for line in lines if line.strip()))

    def pasted(self, lines: tuple[str, ...]) -> None:
        """Take the lines of a paste, none of them blank; here they become one."""
        self.put(" ".join(lines))
