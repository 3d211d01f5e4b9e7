"""The way to read a field's word and its value as two: `by 0640`, `due fri 1400`, `hmu -10`."""

from __future__ import annotations

from models.errors import Unread
from models.fields.base import Choice, Department
from models.fields.times import Clock, Span
from models.line.by_name import behind, can_begin, is_free_text
from models.line.walk import Pass
from models.record import Slot, field_words
from models.text import fold
from models.when import read_shift


def keyword(walk: Pass, place: int) -> int:
    """`by 0640`: a field's word and its value, as two tokens."""
    field = field_words(walk.kind).get(fold(walk.tokens[place].raw))
    if field is None or not can_begin(walk, place + 1, signs="-"):
        return shifted(walk, place, field) if field else 0
    each = walk.slots[field]
    if each.title or (walk.titled and not walk.free(each)) or _is_value(walk, place):
        return 0
    if ">" in walk.tokens[place + 1].raw and walk.kind.route:
        return walk.mark(place, 1, "word")
    taken = shifted(walk, place, field)
    if taken:
        return taken
    taken = _due(walk, each, place + 1) or _keyed(walk, each, place + 1)
    if taken:
        return taken + walk.mark(place, 1, "field", field)
    return _no_value(walk, each, place)


def shifted(walk: Pass, place: int, field: str) -> int:
    """`hmu -10`: one time is moved."""
    if place + 1 >= len(walk.tokens) or not isinstance(walk.slots[field].type, Clock):
        return 0
    taken = shift_field(walk, place + 1, field)
    return taken and taken + walk.mark(place, 1, "field", field)


def shift_field(walk: Pass, place: int, field: str) -> int:
    """Take a token such as `+30` as a move of the field; of all times that move under ``."""
    try:
        walk.shifts[field] = read_shift(walk.tokens[place].raw)
    except Unread:
        return 0
    return walk.mark(place, 1, "field", field)


def _is_value(walk: Pass, place: int) -> bool:
    """Whether a field's word is a value here: DAY in a scene, `costume 0600` in a call."""
    if walk.kind.commas:
        return False
    for each in walk.slots.values():
        word = walk.tokens[place].text
        both = isinstance(each.type, Choice | Department) and each.bare and walk.free(each)
        if both and each.type.candidates(word, walk.desk, early=True, loose=False):
            return isinstance(each.type, Choice) or _is_wanted(walk, each, place)
    return False


def _is_wanted(walk: Pass, each: Slot, place: int) -> bool:
    """Whether nothing else on the line is what a new record needs this field or another for."""
    needed = [need.fields for need in walk.kind.needs if each.name in need.fields]
    fields = [walk.slots[name] for names in needed for name in names]
    if not walk.whole or any(field.name in walk.values for field in fields):
        return False
    others = [token.body for token in walk.tokens[place + 1 :] if not token.named[0]]
    return not any(
        field.type.candidates(word, walk.desk, early=False, loose=True)
        for field in fields
        for word in others
    )


def _keyed(walk: Pass, each: Slot, place: int) -> int:
    """The value behind a field's word; in a title only one that cannot be the title's own."""
    if walk.titled and is_free_text(each) and not _is_short_text(walk, place):
        return 0
    if walk.titled and isinstance(each.type, Span) and walk.tokens[place].raw.isdecimal():
        return 0
    if walk.titled and isinstance(each.type, Department) and not _is_known(walk, each, place):
        return 0
    return behind(walk, each, place, most=1 if walk.titled and is_free_text(each) else 0)


def _is_known(walk: Pass, each: Slot, place: int) -> bool:
    """Whether a department begins here; in a title any other word is the title's own."""
    return any(
        each.type.candidates(walk.text(place, count), walk.desk, early=False, loose=False)
        for count in range(walk.reach(place, each.type.tokens), 0, -1)
    )


def _is_short_text(walk: Pass, place: int) -> bool:
    """Whether a text ends by itself: it is in quotes, or one word with no loose one behind it."""
    if walk.tokens[place].quoted:
        return True
    following = walk.tokens[place + 1] if place + 1 < len(walk.tokens) else None
    ends = following is None or not following.plain or fold(following.raw) in field_words(walk.kind)
    return bool(walk.title) and ends


def _due(walk: Pass, each: Slot, place: int) -> int:
    """`due fri 1400`: a time that has a day beside it takes either or both, in any order."""
    day, taken = walk.slots.get(f"{each.name}_day"), 0
    for slot in (day, each, day) if day else ():
        if place + taken < len(walk.tokens) and walk.free(slot):
            taken += _sure(walk, slot, place + taken, early=not taken)
    return taken


def _sure(walk: Pass, each: Slot, place: int, *, early: bool) -> int:
    for count in range(walk.reach(place, each.type.tokens), 0, -1):
        text = walk.text(place, count)
        found = each.type.candidates(text, walk.desk, early=early, loose=False)
        if len(found) == 1 and not walk.tokens[place].quoted:
            return walk.put(each, found, place, count)
    return 0


def _no_value(walk: Pass, each: Slot, place: int) -> int:
    """What stands behind a field's word is no value of it: text in a title, else a problem."""
    following = walk.tokens[place + 1]
    if (walk.titled and not each.type.claims(following.raw)) or _is_phrase(walk, place):
        return 0
    try:
        each.type.read(following.text, walk.desk)
    except Unread as error:
        walk.mark(place, 1, "field", each.name)
        return 1 + walk.complain(place + 1, 1, str(error))
    return 0


def _is_phrase(walk: Pass, place: int) -> bool:
    """Whether the word begins a longer value: `set dec` is a department."""
    return any(
        each.type.candidates(walk.text(place, count), walk.desk, early=False, loose=False)
        for each in walk.slots.values()
        if each.bare and walk.free(each)
        for count in range(walk.reach(place, each.type.tokens), 1, -1)
    )
