"""Ways to read a value its field's name is tied to: `due:1400`, `hmu0610`, `as JULIA,`."""

from __future__ import annotations

import re

from models.departments import department
from models.errors import Unread
from models.fields.base import Department, Text, Value
from models.fields.times import Clock
from models.line.walk import Pass
from models.pattern import pattern
from models.record import Slot, field_words
from models.text import an, fold
from models.tokens import QUOTES, split, unquote


MOST_WORDS = 5_000
"""Words a free text may run on for where it is not in quotes."""


def named(walk: Pass, place: int) -> int:
    """`due:1400`: a field by its name; nothing behind the colon empties it."""
    name, raw = walk.tokens[place].named
    field = field_words(walk.kind).get(name)
    if field is None:
        return _near_miss(walk, place, name) if name else 0
    each = walk.slots[field]
    if each.type.many and not each.type.running and not walk.whole:
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
    if each.type.running or not (each.type.many or each.type.ordered):
        return [each.type.read(unquote(raw), walk.desk)]
    parts = (part.strip() for part in split(raw, ","))
    found = [each.type.element.read(unquote(part), walk.desk) for part in parts if part]
    return [found] if each.type.ordered else found


def _after_colon(walk: Pass, each: Slot, place: int) -> int:
    """`driver: tom`: the value may stand behind a space; where none does, the field is emptied."""
    taken = behind(walk, each, place + 1) if can_begin(walk, place + 1, signs="+-@") else 0
    if taken:
        return taken + walk.mark(place, 1, "field", each.name)
    if each.type.running:
        return walk.complain(place, 1, "nothing is written there")
    if each.type.many:
        walk.cleared.add(each.name)
    else:
        walk.values[each.name] = None
    return walk.mark(place, 1, "field", each.name)


def can_begin(walk: Pass, place: int, *, signs: str) -> bool:
    """Whether a value can begin here: no tag, no other field's name, no name behind a sign."""
    if place >= len(walk.tokens) or walk.tokens[place].segment != walk.tokens[place - 1].segment:
        return False
    token = walk.tokens[place]
    signed = token.sign != "" and token.raw[0] in signs and not token.body[:1].isdecimal()
    return not (signed or token.raw[0] == "#" or token.named[0] in field_words(walk.kind))


def behind(walk: Pass, each: Slot, place: int, *, most: int = 0) -> int:
    """The longest value of the field that begins here is taken; 0 where none does."""
    most = most or (MOST_WORDS if is_free_text(each) else each.type.tokens)
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


def is_free_text(each: Slot) -> bool:
    """Whether a field takes any words at all."""
    return type(each.type.element) is Text


def _near_miss(walk: Pass, place: int, name: str) -> int:
    """A word with a colon that is nearly a field's is doubted; a second Enter keeps it."""
    from rapidfuzz import process  # only when a colon follows a word
    from rapidfuzz.distance import OSA

    words = list(field_words(walk.kind))
    best = process.extractOne(name, words, scorer=OSA.normalized_similarity, score_cutoff=0.65)
    if best is None and walk.titled:
        return 0
    said = f"{an(walk.kind.word)} has no field '{name}'" + (f": {best[0]}?" if best else "")
    if not walk.titled:
        return walk.complain(place, 1, said)
    walk.title.append(walk.tokens[place].raw)
    return walk.complain(place, 1, f"{said} Enter again keeps it as text", doubt=True)


_GLUED = pattern(r"([a-z]+)(\d{3,4}\+?|\d{1,2}[:.]\d\d)", re.ASCII | re.IGNORECASE)


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
    if not walk.kind.commas or field is None or not rest:
        return 0
    each = walk.slots[field]
    if each.title or (is_free_text(each) and walk.titled and not walk.title):
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
