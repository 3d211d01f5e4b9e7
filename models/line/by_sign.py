"""Ways to read what stands behind a sign: `#power`, `+30`, `+anna`, `-anna`, `anna+ben`."""

from __future__ import annotations

from models.errors import Unread
from models.fields.base import Value
from models.fields.references import Reference
from models.line.by_word import shift_field
from models.line.walk import Pass
from models.record import Slot
from models.text import squeeze
from models.tokens import unquote


LONGEST_NAME = 4
"""Words a name may have without quotes."""


def tag(walk: Pass, place: int) -> int:
    """`#power` tags, `-#power` takes the tag away; `#14` is a number and stays text."""
    token = walk.tokens[place]
    raw = token.raw.removeprefix("-")
    if not raw.startswith("#") or raw[1:].isdecimal() or (raw != token.raw and walk.whole):
        return 0
    try:
        found = walk.slots["tags"].type.read(unquote(raw[1:]), walk.desk)
    except Unread:
        return 0
    walk.values[f"tags/{found}"] = None if raw != token.raw else True
    return walk.mark(place, 1, "field", "tags")


def shift(walk: Pass, place: int) -> int:
    """`+30` and `-15` move the times of a record that is there already."""
    if not walk.tokens[place].sign or walk.titled or (walk.whole and not walk.kind.same):
        return 0
    moving = any(each.moves for each in walk.slots.values())
    return shift_field(walk, place, "") if moving else 0


def signed(walk: Pass, place: int) -> int:
    """`+anna` adds, `-anna` takes away; `+eva lang` and `+anna+ben` too."""
    token, each = walk.tokens[place], _signed_slot(walk)
    if not token.sign or each is None or not token.body.strip() or token.body[0].isdecimal():
        return 0
    if token.sign == "-" and walk.whole:
        return 0
    try:
        values, count = _names(walk, each, place)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    if token.sign == "+":
        return walk.put(each, values, place, count)
    for value in values:
        walk.values[f"{each.name}/{value}" if each.type.many else each.name] = None
    return walk.mark(place, count, "field", each.name)


def _signed_slot(walk: Pass) -> Slot | None:
    """The field signs are for; where there is none, a bare field of one person."""
    slots = walk.slots.values()
    person = (each for each in slots if each.bare and isinstance(each.type, Reference))
    return next((each for each in slots if each.plus), next(person, None))


def _names(walk: Pass, each: Slot, place: int) -> tuple[list[Value], int]:
    token = walk.tokens[place]
    if "+" in token.body and '"' not in token.raw:
        return [each.type.read(part, walk.desk) for part in token.body.split("+") if part], 1
    for count in range(walk.reach(place, 1 if '"' in token.raw else LONGEST_NAME), 1, -1):
        if not squeeze(walk.tokens[place + count - 1].raw):
            continue
        text = f"{token.body} {walk.text(place + 1, count - 1)}"
        found = each.type.candidates(text, walk.desk, early=False, loose=False)
        if len(found) == 1:
            return list(found), count
    return [each.type.read(token.body, walk.desk)], 1


def chain(walk: Pass, place: int) -> int:
    """`anna+ben`: several names in one word, where there is no title to mistake it for."""
    token, each = walk.tokens[place], _signed_slot(walk)
    if walk.titled or each is None or not token.plain or "+" not in token.raw.strip("+"):
        return 0
    try:
        values, count = _names(walk, each, place)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    return walk.put(each, values, place, count)
