"""What must be settled before Textual is imported.

Textual reads its environment once, while it is imported, and asks the terminal for things that a
dropped link leaves switched on. This file loads nothing, so the entry point can call `prepare`
first; `refused_theme` is what it has to tell the user afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

# An ANSI theme takes the terminal's own colours: right on light and dark, half the bytes.
ANSI_THEME = "ansi-dark"
ANSI_THEMES = (ANSI_THEME, "ansi-light")
THEMES = (
    *ANSI_THEMES,
    "textual-dark",
    "textual-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "tokyo-night",
)

# Always so: each would cost the link, or the shell after a dropped one.
FIXED = {
    # The kitty protocol stays on in the local terminal when ssh dies, and its shell prints escapes.
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
}

# Where these are exported, a window that is resized would keep the size it had for ever.
STALE = ("COLUMNS", "LINES")

# So unless the user has set it: bursts of changes are folded into this many frames a second.
PREFERRED = {"TEXTUAL_FPS": "30"}


def theme(environ: Mapping[str, str]) -> str:
    """The theme to start with: CALLBOARD_THEME, or the terminal's own colours.

    NO_COLOR allows the ANSI themes only: Textual turns the others into greys, dark on dark.
    """
    wanted = environ.get("CALLBOARD_THEME", "")
    allowed = ANSI_THEMES if "NO_COLOR" in environ else THEMES
    return wanted if wanted in allowed else ANSI_THEME


def refused_theme(environ: Mapping[str, str]) -> str:
    """Why CALLBOARD_THEME is not used, in words; empty where it is, or is not set."""
    wanted = environ.get("CALLBOARD_THEME", "")
    if not wanted or wanted == theme(environ):
        return ""
    if wanted in THEMES:
        return f"NO_COLOR is set, so the theme '{wanted}' is not used."
    return f"There is no theme '{wanted}'. Themes: {', '.join(THEMES)}."


def prepare(environ: MutableMapping[str, str]) -> None:
    """Set what Textual reads from the environment. Call it before the first import of Textual."""
    environ.update(FIXED)
    for name in STALE:
        environ.pop(name, None)
    for name, value in PREFERRED.items():
        environ.setdefault(name, value)
    environ["TEXTUAL_THEME"] = theme(environ)
