"""Which field of a kind a header means; the kinds' own words, labels and headers say it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.fields.base import Text
from models.record import Record, Slot, field_words, once
from models.text import squeeze
from store.imports.synonyms import FIRST_NAME, LAST_NAME


ROUTE = "route"
"""A column that says from where to where in one cell."""

END = "end"
"""A column of the time something ends, of which its length is made."""

NUMBER = "number"
"""A column of the numbers we give."""

UNUSED = "-"
"""What a column is said to mean that is to be left alone."""

_ROUTES = (
    "route, strecke, fahrstrecke, fahrt, von nach, von - nach, from to, from - to, trajet, "
    "itinéraire, parcours, de - à, journey, trip"
)
_ENDS = "end, end time, ends, ende, endzeit, bis, to, until, fin, heure de fin"
_NUMBERS = "number, our number, callboard number"
_PARTS = re.compile(r"[/&,;|()\[\]\n:+]| or | oder | ou | and | und | et ")
_ONLY_ON_A_LINE = frozenset(
    ("from", "to", "on", "at", "for", "with", "until", "after", "before", "called", "as", "re")
)
"""Words that mean a field before its value on a line, and anything over a column."""

_LONGEST = 80
_SHORTEST_PART = 3


def field_of(kind: type[Record], header: str) -> str | None:
    """The field a header means; `Abholung (Uhrzeit)` and `From / Von` are understood."""
    if not header or len(header) > _LONGEST:
        return None
    means = _means(kind)
    plain = squeeze(header) or ("no" if "#" in header else "")
    if found := means.get(plain) or means.get(plain.rstrip("0123456789")):
        return found
    parts = (squeeze(part) for part in _PARTS.split(header))
    return next(
        (means[part] for part in parts if len(part) >= _SHORTEST_PART and part in means), None
    )


def fields_of(kind: type[Record], cells: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """The field of each column, by the column's place; `said` is what headers were said to mean.

    Where several columns mean one field, sets and remarks take them all, others the first.
    """
    slots = kind.slots()
    fields: dict[int, str] = {}
    told = _told(cells, said) if said else {}
    sure = {field for field in told.values() if not _grows(slots.get(field))}
    for at, cell in enumerate(cells):
        field = told[at] if at in told else field_of(kind, cell)
        if field is None or field == UNUSED or (at not in told and field in sure):
            continue
        if field not in fields.values() or _grows(slots.get(field)):
            fields[at] = field
    return fields


def _told(cells: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """What somebody said of columns, by their places."""
    short = ((at, squeeze(cell)) for at, cell in enumerate(cells) if 0 < len(cell) <= _LONGEST)
    return {at: said[header] for at, header in short if header in said}


def said_for(kind: type[Record], columns: Mapping[str, str]) -> dict[str, str]:
    """The fields headers were said to mean, of those the kind has, by any of their words."""
    known = {**field_words(kind), ROUTE: ROUTE, UNUSED: UNUSED}
    if kind.word == "person":
        known |= {FIRST_NAME: FIRST_NAME, LAST_NAME: LAST_NAME}
    meant = {header: known.get(word.lower()) for header, word in columns.items()}
    return {header: field for header, field in meant.items() if field}


def _grows(slot: Slot | None) -> bool:
    if slot is None:
        return False
    return slot.type.many or (isinstance(slot.type, Text) and slot.name in ("note", "remark"))


@once
def _means(kind: type[Record]) -> Mapping[str, str]:
    """The field of every squeezed header; one field's headers go before another's loose words."""
    slots = [each for each in kind.slots().values() if each.type.typed]
    found: dict[str, str] = {}
    for words in (_headers, _names):
        for each in slots:
            for word in words(each):
                found.setdefault(squeeze(word), each.name)
    if kind.route:
        found |= {
            squeeze(word): ROUTE for word in _ROUTES.split(", ") if squeeze(word) not in found
        }
    if {"start", "length"} <= kind.slots().keys():
        found = {squeeze(word): END for word in _ENDS.split(", ")} | found
    found |= {squeeze(word): NUMBER for word in _NUMBERS.split(", ")}
    found.pop("", None)
    return found


def _headers(slot: Slot) -> tuple[str, ...]:
    return (slot.name, slot.label, *slot.headers.split(","))


def _names(slot: Slot) -> tuple[str, ...]:
    return tuple(word for word in slot.words if word not in _ONLY_ON_A_LINE)
