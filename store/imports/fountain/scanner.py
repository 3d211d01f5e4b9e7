"""The elements of a script, line by line: what each line is, by its letters and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from store.imports.fountain.cues import is_cue
from store.imports.fountain.headings import LONGEST, is_forced, is_heading
from store.imports.fountain.lines import Line


class Part(Enum):
    """What a line of a script can be."""

    HEADING = auto()
    ACTION = auto()
    CUE = auto()
    PARENTHETICAL = auto()
    DIALOGUE = auto()
    TRANSITION = auto()
    CENTRED = auto()
    SECTION = auto()
    SYNOPSIS = auto()
    PAGE_BREAK = auto()
    NEAR_HEADING = auto()


class Element(NamedTuple):
    """One line as the part it is; `opens` where a blank line is printed before it."""

    part: Part
    line: int
    text: str
    opens: bool


class Setting(NamedTuple):
    """A line and its neighbours; the ends of the script count as blank lines."""

    text: str
    after_gap: bool
    before_gap: bool
    before_speech: bool


def elements(lines: list[Line]) -> Iterator[Element]:
    """Tell the parts of a script apart, in one pass.

    A `NEAR_HEADING` reads like a heading but has text right under it, so it is action.
    """
    speaking = False
    gap = True
    for at, line in enumerate(lines):
        if line.blank:
            speaking = speaking and (line.noted or line.text.startswith("  "))
            gap = True
            continue
        part = _speech(line.text) if speaking else _part(_setting(lines, at, after_gap=gap))
        yield Element(part, line.number, line.text.strip(), gap)
        speaking = speaking or part is Part.CUE
        gap = part in _GAPS


_GAPS = frozenset({Part.SECTION, Part.SYNOPSIS, Part.PAGE_BREAK})


def _speech(text: str) -> Part:
    return Part.PARENTHETICAL if text.lstrip().startswith("(") else Part.DIALOGUE


def _setting(lines: list[Line], at: int, *, after_gap: bool) -> Setting:
    following = at + 1
    before_gap = following == len(lines) or _is_gap(lines[following])
    while following < len(lines) and lines[following].noted:
        following += 1
    before_speech = following < len(lines) and not lines[following].blank
    return Setting(lines[at].text, after_gap, before_gap, before_speech)


def _is_gap(line: Line) -> bool:
    """Whether nothing is printed between this line and the one before: blank, or a synopsis."""
    return line.blank or line.text.lstrip().startswith("=")


def _part(line: Setting) -> Part:
    text = line.text.strip()
    if part := _marked(text):
        return part
    if not line.after_gap:
        return Part.ACTION
    if text[0] == "@" and len(text) > 1:
        return Part.CUE
    if is_forced(text):
        return Part.HEADING
    if is_heading(text):
        return Part.HEADING if line.before_gap and len(text) <= LONGEST else Part.NEAR_HEADING
    return _words(line, text)


def _words(line: Setting, text: str) -> Part:
    """The part a line is by its capitals and what follows it."""
    if line.before_speech and is_cue(line.text):
        return Part.CUE
    is_transition = line.before_gap and text.endswith("TO:") and text == text.upper()
    return Part.TRANSITION if is_transition else Part.ACTION


def _marked(text: str) -> Part | None:
    """The part a line is by its first letter, wherever it stands."""
    if text[0] == "=":
        return Part.PAGE_BREAK if text.startswith("===") and not text.strip("=") else Part.SYNOPSIS
    if text[0] == ">":
        return Part.CENTRED if text.endswith("<") else Part.TRANSITION
    return {"#": Part.SECTION, "!": Part.ACTION, "~": Part.ACTION}.get(text[0])
