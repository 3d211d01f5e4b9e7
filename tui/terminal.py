"""What must be settled before Textual is imported.

Textual reads its environment once, while it is imported, and asks the terminal for things that a
dropped link leaves switched on. This file loads nothing, so the entry point can call `prepare`
first; `refused_theme` is what it has to tell the user afterwards.

CALLBOARD_THEME names the theme, or where it is not set the user's `config.toml`.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableMapping

# An ANSI theme takes the terminal's own colours: right on light and dark, half the bytes.
ANSI_THEME = "ansi-dark"
ANSI_THEMES = (ANSI_THEME, "ansi-light")
# Ours, and what stands for each of them where there is to be no colour.
OWN_THEMES = ("high-contrast", "high-contrast-light", "high-contrast-ansi")
COLOURLESS = dict.fromkeys(OWN_THEMES, "high-contrast-ansi")
THEMES = (
    *ANSI_THEMES,
    *OWN_THEMES,
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

# So unless the user has set it: bursts of changes are folded into this many frames a second. It is
# twice what a held key repeats at: at the same rate each frame would wait for the one before it.
PREFERRED = {"TEXTUAL_FPS": "60"}


# Terminals that know attributes but no colours, besides those whose names end so.
MONOCHROME = frozenset({"dumb", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420"})
MONOCHROME_ENDS = ("-m", "-mono")


def theme(environ: Mapping[str, str], configured: str = "") -> str:
    """The theme to start with: the one wanted, or the terminal's own colours.

    Without colour only themes that name none are allowed: Textual turns the others into greys,
    dark on dark.
    """
    wanted = _wanted(environ, configured)
    if not _colourless(environ):
        return wanted if wanted in THEMES else ANSI_THEME
    return COLOURLESS.get(wanted, wanted if wanted in ANSI_THEMES else ANSI_THEME)


def refused_theme(environ: Mapping[str, str], configured: str = "") -> str:
    """Why the theme that is wanted is not used, in words; empty where it is, or none is."""
    wanted = _wanted(environ, configured)
    if not wanted or theme(environ, configured) in (wanted, COLOURLESS.get(wanted)):
        return ""
    if wanted not in THEMES:
        return f"There is no theme '{wanted}'.{_nearest(wanted)} Themes: {', '.join(THEMES)}."
    why = "NO_COLOR is set" if "NO_COLOR" in environ else "This terminal has no colours"
    return f"{why}, so the theme '{wanted}' is not used."


def _nearest(wanted: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(wanted, THEMES, n=1)
    return f" Do you mean {near[0]}?" if near else ""


def _wanted(environ: Mapping[str, str], configured: str) -> str:
    return environ.get("CALLBOARD_THEME") or configured


def _colourless(environ: Mapping[str, str]) -> bool:
    """Whether there is to be no colour: the user says so, or the terminal has none."""
    name = environ.get("TERM", "")
    return "NO_COLOR" in environ or name in MONOCHROME or name.endswith(MONOCHROME_ENDS)


@contextmanager
def without_tls() -> Iterator[None]:
    """Let asyncio be imported as in a Python that has no OpenSSL: 6 MB and 10 ms for each board.

    The board's loop has no connection of its own. Whoever needs TLS afterwards imports it.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        yield
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["ssl"]


def prepare(environ: MutableMapping[str, str], configured: str = "") -> str:
    """Set what Textual reads from the environment, before its first import; the theme to wear.

    Textual knows nothing of our own themes while it is imported, so it starts without one of them.
    """
    environ.update(FIXED)
    for name in STALE:
        environ.pop(name, None)
    for name, value in PREFERRED.items():
        environ.setdefault(name, value)
    if _colourless(environ):
        environ.setdefault("NO_COLOR", "1")
    found = theme(environ, configured)
    environ["TEXTUAL_THEME"] = ANSI_THEME if found in OWN_THEMES else found
    return found
