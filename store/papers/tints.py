"""What the colours of issues look like on paper: light, so that black can be read on them."""

from __future__ import annotations

from models.text import fold


TINTS = {
    "white": "#ffffff",
    "blue": "#bcd9f2",
    "pink": "#f9c6d8",
    "yellow": "#fff19a",
    "green": "#c4e6b8",
    "goldenrod": "#f6d05c",
    "buff": "#f2dfb8",
    "salmon": "#fbbfa6",
    "cherry": "#f4a0ac",
    "tan": "#dcc6a0",
    "grey": "#d9d9d9",
    "gray": "#d9d9d9",
    "ivory": "#fbf7e1",
    "lavender": "#d9cdf0",
    "orange": "#fbc98a",
}


def tint(colour: str) -> str:
    """The tint of a colour's word, `2nd blue` among them; empty where it is not known."""
    words = fold(colour).split()
    return next((TINTS[word] for word in reversed(words) if word in TINTS), "")
