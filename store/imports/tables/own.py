"""Tables we wrote ourselves: values stand as they are kept, sets are parted by semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.edits import NOTE_KEY
from models.errors import Unread
from models.fields.base import FieldType
from models.fields.references import Link, Reference
from models.kinds import KINDS
from models.record import Record
from store.digest import blake2b
from store.imports.tables.told import Told


if TYPE_CHECKING:
    from models.desk import Desk
    from models.record import Slot
    from store.change import JSON

FIRST = ("id", "number")
_ELEMENT = re.compile(r'\s*(?:"((?:[^"]|"")*)"\s*(?=;|$)|([^;]*))(?:;|$)')
_NOTE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [^:]{1,80}): (.*)")


def own_kind(cells: Sequence[str], called: str) -> type[Record] | None:
    """The kind whose export has this header row; `called` decides between kinds that are alike."""
    if tuple(cells[:2]) != FIRST:
        return None
    names = set(cells)
    fits = {
        kind: len(names & set(kind.slots())) + (called in (kind.word, kind.plural))
        for kind in KINDS.values()
        if names >= {each for each, slot in kind.slots().items() if slot.column == 1}
    }
    return max(fits, key=lambda kind: fits[kind]) if fits else None


def read_own(slot: Slot, cell: str, desk: Desk) -> Told:
    """The value of a cell of ours; what a spreadsheet program made of it is read as typed."""
    of = slot.type
    if of.running:
        return _notes(cell)
    if not (of.many or of.ordered):
        return _one(of, cell, desk)
    each = [_one(of.element, part, desk) for part in elements(cell)]
    wrong = "; ".join(told.wrong for told in each if told.wrong)
    values: list[JSON] = [told.value for told in each if told.value is not None]
    return Told(values or None, wrong)


def elements(cell: str) -> list[str]:
    """The elements of a set: parted by semicolons, in quotes where they hold one themselves."""
    found: list[str] = []
    for match in _ELEMENT.finditer(cell):
        text = match[1].replace('""', '"') if match[1] is not None else match[2].strip()
        if text:
            found.append(text)
    return found


def _one(of: FieldType, cell: str, desk: Desk) -> Told:
    if not isinstance(of, Reference | Link):
        try:
            return Told(of.check(_kept(of, cell)))
        except Unread:
            pass  # not as it is kept; then as it would be typed
    try:
        return Told(of.read(cell, desk))
    except Unread as error:
        return Told(None, wrong=str(error))


def _kept(of: FieldType, cell: str) -> str | int | float | bool:
    if bool in of.json:
        return {"yes": True, "no": False}.get(cell, cell)
    if int in of.json and re.fullmatch(r"-?\d{1,9}", cell, re.ASCII):
        return int(cell)
    if float in of.json and re.fullmatch(r"-?\d{1,9}\.\d{1,17}(?:e-\d\d?)?", cell, re.ASCII):
        return float(cell)
    return cell


def _notes(cell: str) -> Told:
    """Running notes, each with when and by whom."""
    notes: dict[str, JSON] = {}
    for part in elements(cell):
        found = _NOTE.fullmatch(part)
        saved = bool(found and NOTE_KEY.fullmatch(found[1]))
        notes |= {found[1]: found[2]} if found and saved else {note_key(part): part}
    return Told(notes or None)


def note_key(text: str) -> str:
    """The key of a note that has no time and nobody to it: one text has one key."""
    return str(blake2b(text.encode(), digest_size=5).hexdigest())
