"""What a person sees on a terminal: characters, their styles where they show, and the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyte


if TYPE_CHECKING:
    from pyte.screens import Char


class Sight:
    """A terminal in memory that is fed what was sent."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self.screen.reset_mode(pyte.modes.DECAWM >> 5, private=True)
        self._stream = pyte.ByteStream(self.screen)

    def feed(self, text: str) -> None:
        for mark in ("\x1b[?2026h", "\x1b[?2026l"):
            text = text.replace(mark, "")
        self._stream.feed(text.encode())

    @property
    def seen(self) -> tuple[object, ...]:
        return seen_on(self.screen)


def seen_on(screen: pyte.Screen) -> tuple[object, ...]:
    """All a person sees, to compare one screen with another."""
    cells = [
        [_seen(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)
    ]
    return (*cells, (screen.cursor.x, screen.cursor.y))


def _seen(cell: Char) -> tuple[object, ...]:
    shape = (cell.bg, cell.reverse, cell.underscore, cell.strikethrough)
    if cell.data == " ":
        # In the other styles a blank is a blank; reversed, its letters' colour shows.
        return (" ", *shape, cell.fg if cell.reverse else "")
    return (cell.data, *shape, cell.fg, cell.bold, cell.italics)
