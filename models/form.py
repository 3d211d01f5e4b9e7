"""A record as people read it: its fields with their headings, and a line to call it by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.desk import Desk
from models.edits import NOTE_KEY
from models.kinds import KINDS
from models.named import NamedTuple
from models.record import Record, Slot
from models.said import SAYS
from models.text import tidy
from models.when import show_short_day


UNSAID = ("id", "number", "gone", SAYS)
"""Fields that are none of the form's: what files say is said beside the field it is about."""


class Entry(NamedTuple):
    """One field of a form: its name, its heading, and the value as it is shown."""

    field: str
    heading: str
    shown: str


def shown(each: Slot, document: Mapping[str, Any], desk: Desk) -> str:
    """A field of a document as people read it; nothing where it is empty."""
    held = document.get(each.name)
    if held is None:
        return ""
    if not each.fits(held):
        return tidy(str(held))
    return each.type.show(held, desk)


def form(kind: type[Record], document: Mapping[str, Any], desk: Desk) -> tuple[Entry, ...]:
    """The fields that hold something, in the kind's order, unknown ones at the end."""
    slots = kind.slots()
    shown_slots = (each for each in slots.values() if each.type.typed)
    known = (entry for each in shown_slots for entry in _entries(each, document, desk))
    unknown = (
        Entry(name, name.replace("_", " "), tidy(str(value)))
        for name, value in document.items()
        if name not in slots and name not in UNSAID and value is not None
    )
    return (*(entry for entry in known if entry.shown), *unknown)


def _entries(each: Slot, document: Mapping[str, Any], desk: Desk) -> tuple[Entry, ...]:
    """One entry for a field; for running notes one each, with when and by whom."""
    held = document.get(each.name)
    if each.type.running and isinstance(held, dict):
        notes = (tidy(f"{_when(key)}{text}") for key, text in held.items())
        return tuple(Entry(each.name, each.heading, note) for note in notes)
    return (Entry(each.name, each.heading, shown(each, document, desk)),)


def _when(key: str) -> str:
    """`14:05 mia: `, from the key a saved note was given; nothing for one not saved yet."""
    match = NOTE_KEY.fullmatch(key)
    return f"{show_short_day(match[1])} {match[2]} {match[3]}: " if match else ""


def blanks(kind: type[Record], document: Mapping[str, Any]) -> tuple[Entry, ...]:
    """The fields that hold nothing yet, with what may be typed there."""
    return tuple(
        Entry(name, each.heading, each.type.words)
        for name, each in kind.slots().items()
        if each.type.typed and document.get(name) is None
    )


def called(word: str, document: Mapping[str, Any], desk: Desk) -> str:
    """What a record is called in a sentence: `run M7 05:40 hotel>base`, `Anna Keller`."""
    number = str(document.get("number") or "")
    kind = KINDS.get(word)
    parts = (word, number, _gist(kind, document, desk) if kind else "")
    return " ".join(part for part in parts if part)


def _gist(kind: type[Record], document: Mapping[str, Any], desk: Desk) -> str:
    """The fields a list would show first, up to the first three that hold anything."""
    if kind.route:
        origin, _, to = kind.route
        ends = (shown(kind.slots()[end], document, desk) for end in (origin, to))
        when = document.get("leave") or document.get("by") or ""
        return f"{when} {'>'.join(end for end in ends if end)}".strip()
    title = next((each for each in kind.slots().values() if each.title), None)
    if title is not None and document.get(title.name):
        lead = f"{document['scene']} " if kind.word == "scene" and document.get("scene") else ""
        return lead + shown(title, document, desk)
    first = (shown(each, document, desk) for each in kind.slots().values() if each.column == 1)
    return " ".join([text for text in first if text][:3])
