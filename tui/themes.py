"""Themes of our own: black and white at their fullest, for eyes that need the contrast.

Loaded only where one of them is worn. In 256 and in sixteen colours the terminal's brightest white
and its black stand for the two; the third leaves both to the terminal and sends no colour at all.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.theme import BUILTIN_THEMES, Theme


if TYPE_CHECKING:
    from textual.app import App

BLACK, WHITE, OWN = "#000000", "#ffffff", "ansi_default"
# What Textual would draw paler than the rest, or in a colour.
_PALER = ("text-disabled", "text-muted", "foreground-muted", "input-selection-foreground")


def _two_colours(base: str, name: str, ink: str, paper: str) -> Theme:
    """A theme of two colours with nothing between them, the rest as in one of Textual's."""
    theme = BUILTIN_THEMES[base]
    drawn: dict[str, Any] = dict.fromkeys(("primary", "secondary", "accent", "foreground"), ink)
    drawn |= dict.fromkeys(("warning", "error", "success"), ink)
    drawn |= dict.fromkeys(("background", "surface", "panel", "boost"), paper)
    chosen = {**dict.fromkeys(_PALER, ink), "input-selection-background": paper}
    variables = {**theme.variables, **chosen}
    return replace(theme, name=name, **drawn, variables=variables, text_alpha=1)


THEMES = {
    each.name: each
    for each in (
        _two_colours("textual-dark", "high-contrast", WHITE, BLACK),
        _two_colours("textual-light", "high-contrast-light", BLACK, WHITE),
        _two_colours("ansi-dark", "high-contrast-ansi", OWN, OWN),
    )
}


def wear(app: App[None], name: str) -> None:
    """Put one of our own themes on an app. Raises KeyError for any other."""
    app.register_theme(THEMES[name])
    app.theme = name
    app.add_class("-contrast")
