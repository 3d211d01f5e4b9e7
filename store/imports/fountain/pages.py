"""How long a scene is on paper, estimated from its text.

A page is eight eighths and holds 54 lines of 12-point Courier. The widths and gaps are those
of the standard layout; on a script exported by a screenwriting program all of its thirty
scenes came out within an eighth.
"""

from __future__ import annotations

from collections.abc import Iterable

from store.imports.fountain.cues import is_dual
from store.imports.fountain.scanner import Element, Part


LINES_A_PAGE = 54
_WIDTHS = {
    Part.HEADING: 60,
    Part.ACTION: 60,
    Part.NEAR_HEADING: 60,
    Part.CENTRED: 60,
    Part.CUE: 40,
    Part.DIALOGUE: 35,
    Part.PARENTHETICAL: 25,
    Part.TRANSITION: 20,
}


def eighths(parts: Iterable[Element]) -> int:
    """The eighths of a page these elements take, at least one."""
    lines = beside = speech = 0
    for element in parts:
        if element.part not in _WIDTHS:
            continue
        here = _gap(element) + wrapped(element.text, _WIDTHS[element.part])
        if element.part is Part.CUE:
            beside = speech if is_dual(element.text) else 0
            speech = 0
        if element.part in (Part.CUE, Part.DIALOGUE, Part.PARENTHETICAL):
            speech += here
            here, beside = max(0, here - beside), max(0, beside - here)
        lines += here
    return max(1, (lines * 16 + LINES_A_PAGE) // (2 * LINES_A_PAGE))


def wrapped(text: str, width: int) -> int:
    """The lines a text takes at a width, broken between words and inside longer ones."""
    if len(text) <= width:
        return 1
    lines = 1
    column = 0
    for word in text.split():
        size = len(word)
        if column and column + 1 + size <= width:
            column += 1 + size
            continue
        lines += (1 if column else 0) + (size - 1) // width
        column = size - (size - 1) // width * width
    return lines


def _gap(element: Element) -> int:
    if element.part is Part.HEADING:
        return 2
    return 1 if element.opens or element.part is Part.CUE else 0
