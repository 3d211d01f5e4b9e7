"""A calendar's text made fit to be parsed: what breaks off is closed, what hurts is refused."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.errors import ImportRefused
from store.imports.encoding import decode


_MARK = re.compile(r"^(BEGIN|END):([A-Za-z0-9-]{1,40})[ \t]*$", re.MULTILINE | re.IGNORECASE)
_DEEPEST = 6
_MOST_EVENTS = 50_000


class Scanned(NamedTuple):
    """The text of one or more whole calendars, and notes on what was wrong with it."""

    text: str
    notes: tuple[str, ...]


def scan(raw: bytes, source: str) -> Scanned:
    """Decode a calendar; `ImportRefused` where there is none in it, or far too much."""
    text, note = decode(raw)
    notes = [note] if note else []
    marks = list(_MARK.finditer(text))
    kinds = [mark[2].upper() for mark in marks if mark[1].upper() == "BEGIN"]
    if not kinds or kinds[0] not in ("VCALENDAR", "VEVENT"):
        raise ImportRefused(_no_calendar(source, kinds))
    if kinds.count("VEVENT") > _MOST_EVENTS:
        raise ImportRefused(
            f"{source} has {kinds.count('VEVENT')} events, far more than a production can have. "
            "Export the calendar of the production alone."
        )
    open_at_end, deepest = _stack(marks)
    if deepest > _DEEPEST:
        raise ImportRefused(f"{source} is no calendar any program writes: its parts never end.")
    if kinds[0] == "VEVENT":
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{text}\nEND:VCALENDAR\n"
    if open_at_end:
        text = _closed(text, marks)
        notes.append("The file breaks off in the middle; the events before that were read.")
    return Scanned(text, tuple(notes))


def _no_calendar(source: str, kinds: list[str]) -> str:
    if kinds[:1] == ["VCARD"]:
        return f"{source} holds contact cards, no events. Save the list as .xlsx or .csv."
    return f"{source} is no calendar: nothing in it begins one. Export the calendar again as .ics."


def _stack(marks: list[re.Match[str]]) -> tuple[list[str], int]:
    """The parts still open at the end, and how many were ever open in one another."""
    stack: list[str] = []
    deepest = 0
    for mark in marks:
        kind = mark[2].upper()
        if mark[1].upper() == "BEGIN":
            stack.append(kind)
        elif kind in stack:
            while stack.pop() != kind:
                pass
        deepest = max(deepest, len(stack))
    return stack, deepest


def _closed(text: str, marks: list[re.Match[str]]) -> str:
    """The text up to the last event that is whole."""
    ends = [mark.end() for mark in marks if mark[0].upper().strip() == "END:VEVENT"]
    begins = [mark.end() for mark in marks if mark[0].upper().strip() == "BEGIN:VCALENDAR"]
    return f"{text[: max([*ends, *begins[:1]], default=0)]}\nEND:VCALENDAR\n"
