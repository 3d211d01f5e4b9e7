"""The roles text can play on the board, and how each looks.

Only attributes and the ANSI colours that can be read on light and on dark in sixteen colours (no
yellow, blue, cyan or white). Whatever a colour says, a character or a word beside it says too.
"""

from __future__ import annotations

from rich.style import Style


PLAIN = ""
STYLES = {
    PLAIN: Style.null(),
    "strong": Style(bold=True),
    "faint": Style(dim=True),
    "label": Style(dim=True),
    "head": Style(bold=True),
    "cursor": Style(reverse=True),
    "rest": Style(underline=True),
    "alarm": Style(color="red", bold=True),
    "doubt": Style(color="magenta"),
    "good": Style(color="green"),
    # parts of a typed line
    "field": Style(color="green"),
    "word": Style(bold=True),
    "title": Style.null(),
    "wrong": Style(color="red", bold=True, underline=True),
    "unsure": Style(color="magenta", underline=True),
}

# Blanks show nothing in the other roles, so a blank may be drawn in the ink of its neighbour.
SHOWN_ON_BLANKS = frozenset({"cursor", "rest", "wrong", "unsure"})

# The character left of a row and the role it is drawn in.
SIGNS = {"!": "alarm", "≠": "alarm", "?": "doubt", "~": "doubt", "x": "faint"}


def style(role: str) -> Style:
    """How a role looks; an unknown one looks plain."""
    return STYLES.get(role, STYLES[PLAIN])
