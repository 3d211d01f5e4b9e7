"""What Textual writes: frames of texts at places, and control sequences between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple
from models.pattern import pattern
from tui.display.sgr import PLAIN, style_of


if TYPE_CHECKING:
    from collections.abc import Iterator

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"

# Modes, questions and the clipboard: they move nothing. 47, 1047 and 1049 change the screen.
_CONTROL = pattern(
    r"(?:\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1016|2004|2048)[hl]|\x1b\[\?\d+\$p"
    r"|\x1b\[[<>=]\d*u|\x1b\](?:52|22);[^\x00-\x1f\x7f-\x9f]*\x07|\x07)+"
)
_PIECE = pattern(r"(?:(\d+);(\d+)H|([\d;]*)m)([^\x00-\x1f\x7f-\x9f]*)")


class Piece(NamedTuple):
    """A text in one style, at a place or, where `place` is None, after the one before it."""

    place: tuple[int, int] | None
    text: str
    style: str


def is_control(data: str) -> bool:
    """Whether a write changes neither cells nor the cursor."""
    return _CONTROL.fullmatch(data) is not None


def pieces(line: str) -> Iterator[Piece]:
    """Read what a frame has for one line; ValueError where that is not texts at places."""
    before, *parts = line.split("\x1b[")
    style = PLAIN
    if before:
        raise ValueError(line)
    for part in parts:
        match = _PIECE.fullmatch(part)
        if match is None:
            raise ValueError(line)
        y, x, parameters, text = match.groups()
        if parameters is not None:
            style = style_of(style, parameters)
        if text or y:
            yield Piece((int(y) - 1, int(x) - 1) if y else None, text, style)
    if style != PLAIN:
        raise ValueError(line)
