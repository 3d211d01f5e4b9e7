"""The lines of a script that count: boneyards and notes taken out, line numbers kept.

A boneyard can begin and end inside a line, and takes its line breaks with it. Everything
here is one pass with `str.find`, so a file made to hurt costs no more than its length.
"""

from __future__ import annotations

from typing import NamedTuple


_LOST_BREAK = "\x00"
_NOTE_HERE = "\x01"


class Line(NamedTuple):
    """One line as printed: `blank` where that is nothing, `noted` where a note stood there."""

    number: int
    text: str
    blank: bool
    noted: bool


def script_lines(text: str) -> tuple[list[Line], list[str]]:
    """The lines of a decoded script and notes on what was left open in it."""
    notes: list[str] = []
    text, unclosed = _without_boneyards(text)
    if unclosed >= 0:
        number = 1 + text.count("\n", 0, unclosed) + text.count(_LOST_BREAK, 0, unclosed)
        notes.append(f"line {number}: a /* is never closed; what follows was read as script.")
    return _numbered(_without_notes(text)), notes


def _numbered(text: str) -> list[Line]:
    lines: list[Line] = []
    number = 1
    for raw in text.split("\n"):
        printed = raw.replace(_LOST_BREAK, "").replace(_NOTE_HERE, "")
        blank = not printed or printed.isspace()
        lines.append(Line(number, printed, blank, blank and _NOTE_HERE in raw))
        number += 1 + raw.count(_LOST_BREAK)
    return lines


def _without_boneyards(text: str) -> tuple[str, int]:
    kept: list[str] = []
    at = 0
    while (start := text.find("/*", at)) >= 0:
        end = text.find("*/", start + 2)
        if end < 0:
            break
        kept += (text[at:start], _LOST_BREAK * text.count("\n", start, end))
        at = end + 2
    before = sum(map(len, kept))
    return "".join(kept) + text[at:], before + start - at if start >= 0 else -1


def _without_notes(text: str) -> str:
    kept: list[str] = []
    at = seek = 0
    close = blank = -1
    while (start := text.find("[[", seek)) >= 0:
        close = _next(text, "]]", start + 2, close)
        if close == len(text):
            break
        blank = _next(text, "\n\n", start + 2, blank)
        if blank < close:
            seek = start + 2
            continue
        kept += (text[at:start], _NOTE_HERE, _LOST_BREAK * text.count("\n", start, close))
        at = seek = close + 2
    return "".join(kept) + text[at:]


def _next(text: str, mark: str, start: int, known: int) -> int:
    """Where `mark` comes next; a position found before is used again while it is still ahead."""
    if known >= start:
        return known
    found = text.find(mark, start)
    return found if found >= 0 else len(text)
