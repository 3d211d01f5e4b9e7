"""The roles text can play on the board, and how each looks.

Only attributes and the ANSI colours that can be read on light and on dark in sixteen colours (no
yellow, blue, cyan or white, but where black stands on them). Whatever a colour says, a character or
a word beside it says too, so the same roles need no colour at all, and nothing dim, where a theme
of high contrast is worn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rich.style import Style


Inks: TypeAlias = Mapping[str, Style]
"""How each role looks; a role that is not there looks like `PLAIN`."""

PLAIN = ""
STYLES: Inks = {
    PLAIN: Style.null(),
    "strong": Style(bold=True),
    "faint": Style(dim=True),
    "label": Style(dim=True),
    "column": Style(dim=True),
    "head": Style(bold=True),
    "cursor": Style(reverse=True),
    "rest": Style(underline=True),
    "alarm": Style(color="red", bold=True),
    "doubt": Style(color="magenta"),
    "good": Style(color="green"),
    # strips as boards have them; black on a colour is read on light and on dark alike
    "ext-day": Style(color="black", bgcolor="yellow"),
    "int-night": Style(color="black", bgcolor="cyan"),
    "ext-night": Style(color="black", bgcolor="green"),
    "twilight": Style(color="black", bgcolor="magenta"),
    # parts of a typed line
    "field": Style(color="green"),
    "word": Style(bold=True),
    "title": Style.null(),
    "wrong": Style(color="red", bold=True, underline=True),
    "unsure": Style(color="magenta", underline=True),
}
CONTRAST: Inks = {
    PLAIN: Style.null(),
    "strong": Style(bold=True),
    "column": Style(bold=True),
    "head": Style(bold=True),
    "cursor": Style(reverse=True, bold=True),
    "rest": Style(underline=True),
    "alarm": Style(bold=True),
    "doubt": Style(bold=True),
    "word": Style(bold=True),
    "wrong": Style(bold=True, underline=True),
    "unsure": Style(underline=True),
}
"""For eyes that lose dim and coloured text; what is not here is plain."""

HIGH_CONTRAST = "high-contrast"
"""What the names of the themes that take these begin with."""

# Blanks show nothing in the other roles, so a blank may be drawn in the ink of its neighbour.
STRIPS = frozenset({"ext-day", "int-night", "ext-night", "twilight"})
SHOWN_ON_BLANKS = STRIPS | {"cursor", "rest", "wrong", "unsure"}

# The character left of a row and the role it is drawn in.
SIGNS = {"!": "alarm", "≠": "alarm", "?": "doubt", "~": "doubt", "x": "faint"}


def inks_of(theme: str) -> Inks:
    """How the roles look in a theme."""
    return CONTRAST if theme.startswith(HIGH_CONTRAST) else STYLES


def style(role: str, inks: Inks = STYLES) -> Style:
    """How a role looks; an unknown one looks plain."""
    return inks.get(role, inks[PLAIN])
