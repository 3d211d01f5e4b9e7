"""The whole board as text, and how each of its cells looks, to be compared with what was looked at.

A screen is kept as it was when somebody last looked at it, in `tests/data/screens`. Where the board
is meant to look different now, this writes them anew, and the difference is to be read:

    pytest -n 0 tests/tui/test_screens.py --renew-screens
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from rich.cells import cell_len

from store.production import Production
from tests.tui.coordinator import NOW, Coordinator, until
from tui import themes
from tui.app import CallboardApp
from tui.office import Office


if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path

    from rich.style import Style

# How a cell looks, as one character.
LOOKS = {
    "": ".",
    "bold": "b",
    "dim": "d",
    "underline": "u",
    "reverse": "r",
    "bold reverse": "R",
    "bold underline": "w",
    "bold red": "!",
    "bold underline red": "W",
    "underline magenta": "M",
    "magenta": "m",
    "green": "g",
}
ATTRIBUTES = ("bold", "dim", "underline", "reverse")
COLOURS = {1: "red", 2: "green", 5: "magenta"}


@contextlib.asynccontextmanager
async def morning(path: Path, size: tuple[int, int], theme: str) -> AsyncIterator[Coordinator]:
    """Sit down at the demo at five in the morning by every clock there is."""
    production = Production.open(path, as_user="mia", clock=lambda: NOW)
    app = CallboardApp(Office(production, now=lambda: NOW))
    if theme in themes.THEMES:
        themes.wear(app, theme)
    else:
        app.theme = theme
    async with app.run_test(size=size) as pilot:
        mia = Coordinator(app, pilot)
        await until(lambda: mia.pane.grid.has_focus)
        await mia.presses("4", "1")
        yield mia


def text_of(mia: Coordinator) -> str:
    """The characters on screen."""
    return "\n".join(mia.lines)


def looks_of(mia: Coordinator) -> str:
    """A character for the look of each cell, a blank where a blank shows none."""
    strips = mia.app.screen._compositor.render_strips()
    return "\n".join("".join(_looks(strip)).rstrip() for strip in strips)


def _looks(strip: object) -> Iterator[str]:
    for segment in strip:
        look = LOOKS[_words(segment.style)]
        for mark in segment.text:
            yield (" " if mark == " " and look not in "urRwWM" else look) * cell_len(mark)


def _words(style: Style | None) -> str:
    if style is None:
        return ""
    words = [each for each in ATTRIBUTES if getattr(style, each)]
    number = style.color.number if style.color else None
    return " ".join([*words, *([COLOURS[number]] if number in COLOURS else [])])


def compared(path: Path, parts: dict[str, str], *, renew: bool) -> None:
    """Assert that the parts are those kept in a file, or keep them there."""
    said = "".join(f"== {title}\n{part}\n" for title, part in parts.items())
    if renew:
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == said
