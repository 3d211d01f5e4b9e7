"""Ways to read a value whose field is named: `due:1400`, `due 1400`, `hmu0610`, `as JULIA`."""

from __future__ import annotations

import re

from models.departments import department
from models.errors import Unread
from models.fields.base import Choice, Department, Text, Value
from models.fields.times import Clock, Span
from models.line.tokens import QUOTES, split, unquote
from models.line.walk import Pass
from models.record import Slot, field_words
from models.text import an, fold
from models.when import read_shift


MOST_WORDS = 5_000
"""Words a free text may run on for where it is not in quotes."""


def named(walk: Pass, place: int) -> int:
    """`due:1400`: a field by its name; nothing behind the colon empties it."""
    name, raw = walk.tokens[place].named
    field = field_words(walk.kind).get(name)
    if field is None or not walk.slots[field].typed:
        return _near_miss(walk, place, name) if name else 0
    each = walk.slots[field]
    if each.type.many and not walk.whole:
        walk.cleared.add(field)
    if not raw.strip():
        return _after_colon(walk, each, place)
    most = 1 if "," in raw or raw[0] in QUOTES else each.type.tokens
    words = "nothing is written there"
    for count in range(walk.reach(place, most), 0, -1):
        more = walk.tokens[place + 1 : place + count]
        if more and _runs_on(each, walk.text(place, count).partition(":")[2]):
            continue
        try:
            values = _values(walk, each, " ".join((raw.strip(), *(token.raw for token in more))))
        except Unread as error:
            words = str(error)
        else:
            return walk.put(each, values, place, count)
    return walk.complain(place, 1, words)


def _values(walk: Pass, each: Slot, raw: str) -> list[Value]:
    if not (each.type.many or each.type.ordered):
        return [each.type.read(unquote(raw), walk.desk)]
    parts = (part.strip() for part in split(raw, ","))
    found = [each.type.element.read(unquote(part), walk.desk) for part in parts if part]
    return [found] if each.type.ordered else found


def _after_colon(walk: Pass, each: Slot, place: int) -> int:
    """`driver: tom`: the value may stand behind a space; where none does, the field is emptied."""
    taken = behind(walk, each, place + 1) if _can_begin(walk, place + 1, signs="+-@") else 0
    if taken:
        return taken + walk.mark(place, 1, "field", each.name)
    if each.type.many:
        walk.cleared.add(each.name)
    else:
        walk.values[each.name] = None
    return walk.mark(place, 1, "field", each.name)


def _can_begin(walk: Pass, place: int, *, signs: str) -> bool:
    """Whether a value can begin here: no tag, no other field's name, no name behind a sign."""
    if place >= len(walk.tokens) or walk.tokens[place].segment != walk.tokens[place - 1].segment:
        return False
    token = walk.tokens[place]
    signed = token.sign != "" and token.raw[0] in signs and not token.body[:1].isdecimal()
    return not (signed or token.raw[0] == "#" or token.named[0] in field_words(walk.kind))


def behind(walk: Pass, each: Slot, place: int, *, most: int = 0) -> int:
    """The longest value of the field that begins here is taken; 0 where none does."""
    most = most or (MOST_WORDS if _is_free_text(each) else each.type.tokens)
    for count in range(1 if walk.tokens[place].quoted else walk.reach(place, most), 0, -1):
        text = walk.text(place, count)
        if count > 1 and _runs_on(each, text):
            continue
        try:
            value = each.type.read(text, walk.desk)
        except Unread:
            continue
        return walk.put(each, [value], place, count)
    return 0


def _runs_on(each: Slot, text: str) -> bool:
    """Whether several words are no department there is, so that the first alone is meant."""
    return isinstance(each.type.element, Department) and department(text) is None


def _is_free_text(each: Slot) -> bool:
    return type(each.type.element) is Text


def _near_miss(walk: Pass, place: int, name: str) -> int:
    """A word with a colon that is nearly a field's is doubted; a second Enter keeps it."""
    from rapidfuzz import process  # only when a colon follows a word
    from rapidfuzz.distance import OSA

    words = [word for word, field in field_words(walk.kind).items() if walk.slots[field].typed]
    best = process.extractOne(name, words, scorer=OSA.normalized_similarity, score_cutoff=0.65)
    if best is None and walk.titled:
        return 0
    said = f"{an(walk.kind.word)} has no field '{name}'" + (f": {best[0]}?" if best else "")
    if not walk.titled:
        return walk.complain(place, 1, said)
    walk.title.append(walk.tokens[place].raw)
    return walk.complain(place, 1, f"{said} Enter again keeps it as text", doubt=True)


_GLUED = re.compile(r"([a-z]+)(\d{3,4}\+?|\d{1,2}[:.]\d\d)", re.ASCII | re.IGNORECASE)


def glued(walk: Pass, place: int) -> int:
    """`hmu0610`: a time with its field's word before it."""
    match = _GLUED.fullmatch(walk.tokens[place].raw)
    field = field_words(walk.kind).get(match[1].lower()) if match else None
    if match is None or field is None or not isinstance(walk.slots[field].type, Clock):
        return 0
    try:
        value = walk.slots[field].type.read(match[2], walk.desk)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    return walk.put(walk.slots[field], [value], place, 1)


def segment(walk: Pass, place: int) -> int:
    """`from 3/9`, `as THE MILLER`: on a line of commas a field's word and its value."""
    word, _, rest = walk.tokens[place].raw.partition(" ")
    field = field_words(walk.kind).get(fold(word))
    if not walk.kind.commas or field is None or not rest or not walk.slots[field].typed:
        return 0
    each = walk.slots[field]
    if each.title or (_is_free_text(each) and walk.titled and not walk.title):
        return 0
    if isinstance(each.type, Department) and not each.type.candidates(
        rest, walk.desk, early=False, loose=False
    ):
        return 0
    try:
        value = each.type.read(unquote(rest), walk.desk)
    except Unread as error:
        return walk.complain(place, 1, str(error)) if rest[0].isdecimal() else 0
    return walk.put(each, [value], place, 1)


def keyword(walk: Pass, place: int) -> int:
    """`by 0640`: a field's word and its value, as two tokens."""
    field = field_words(walk.kind).get(fold(walk.tokens[place].raw))
    if field is None or not walk.slots[field].typed or not _can_begin(walk, place + 1, signs="-"):
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
    if walk.titled and _is_free_text(each) and not _is_short_text(walk, place):
        return 0
    if walk.titled and isinstance(each.type, Span) and walk.tokens[place].raw.isdecimal():
        return 0
    return behind(walk, each, place, most=1 if walk.titled and _is_free_text(each) else 0)


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
    figures = isinstance(each.type, Clock) and following.raw.isdecimal() and len(following.raw) > 2
    if (walk.titled and not figures) or _is_phrase(walk, place):
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
