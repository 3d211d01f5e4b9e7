"""Ways to read a word by itself: the value only one field can mean, a title, or nothing known."""

from __future__ import annotations

import re

from models.departments import DEPARTMENTS
from models.errors import Unread
from models.fields.base import Choice, Code, Department, Flag, Value
from models.fields.references import either
from models.fields.times import ALSO_WORDS, Clock, Day
from models.line.by_sign import LONGEST_NAME
from models.line.walk import Pass
from models.record import Slot, field_words
from models.text import fold, squeeze, tidy
from models.when import read_clock, read_shift


_JOINS_WORDS = frozenset(
    ("a", "about", "and", "by", "for", "from", "near", "of", "or", "the", "to", "with", "&", "+")
)
_LINKS = frozenset(("and", "&", "+", "und", "et", ",", "-", "–"))
MOST_HINTS = 3
"""Problems of one line for which alike names are looked up."""


def bare(walk: Pass, place: int) -> int:
    """A value by itself that only one field can mean."""
    token = walk.tokens[place]
    if token.quoted and walk.titled:
        return 0
    if walk.kind.commas and walk.whole and not walk.title and not _lacks_name(walk):
        return 0
    sure = _sure(walk, place)
    if sure or walk.title_slot or token.raw[:1] in "+-#":
        return sure
    return _loosely(walk, place)


def _lacks_name(walk: Pass) -> bool:
    """Whether a line of commas begins with one, so that nothing stands where the name does."""
    return walk.tokens[0].segment > 0


def _sure(walk: Pass, place: int) -> int:
    slots = [each for each in walk.slots.values() if _may_take(walk, each, place)]
    spans = [(each, _longest(walk, place, each)) for each in slots]
    tries = [(each, count) for each, most in spans for count in range(most, 0, -1)]
    if place or not walk.whole:
        tries.sort(key=lambda one: -one[1])
    for each, count in tries:
        if count > 1 and not squeeze(walk.tokens[place + count - 1].raw):
            continue
        text = walk.text(place, count)
        found = each.type.candidates(text, walk.desk, early=not walk.title, loose=False)
        if found and walk.titled and _is_titles_own(walk, each, place, count):
            continue
        if len(found) == 1:
            return walk.put(each, found, place, count)
        if len(found) > 1 and not walk.title_slot:
            return walk.complain(place, count, _between(walk, text, [(each, one) for one in found]))
    return 0


def _may_take(walk: Pass, each: Slot, place: int) -> bool:
    """Whether a word may fill the field; none renumbers a scene, no name has a sign."""
    renumbers = isinstance(each.type, Code) and not walk.whole
    signed = walk.tokens[place].sign != "" and kind_named(each) != ""
    return each.bare and walk.free(each) and not renumbers and not signed


def _longest(walk: Pass, place: int, each: Slot) -> int:
    """How many plain words from here on could be one value of the field: names run to four."""
    if walk.tokens[place].quoted:
        return 1
    return walk.reach(place, max(each.type.tokens, LONGEST_NAME if kind_named(each) else 1))


def kind_named(each: Slot) -> str:
    """The kind of record a field names; nothing where it names none."""
    return getattr(each.type.element, "kind", "")


def _is_titles_own(walk: Pass, each: Slot, place: int, count: int) -> bool:
    """Whether a name, or a day such as `sun`, is a word of the title and not a value beside it.

    In `recce of the farm roof` the farm is text; in `recce farm` and `recce at farm` a place.
    """
    if isinstance(each.type, Day) and place and walk.tokens[place].raw.lower() in ALSO_WORDS:
        return _is_title_word(walk, place + count)
    if not kind_named(each):
        return False
    last = walk.title[-1].lower() if walk.title and place else ""
    beside = any(
        piece.role == "title" and piece.end == walk.tokens[place - 1].end for piece in walk.pieces
    )
    if (beside and last in _JOINS_WORDS) or (each.type.many and not walk.title):
        return True
    if _is_title_word(walk, place + count):
        return True
    if beside and last == "at" and len(walk.title) > 1:
        walk.title.pop()
    return False


def _is_title_word(walk: Pass, place: int) -> bool:
    if place >= len(walk.tokens) or not walk.tokens[place].plain:
        return False
    text = walk.tokens[place].text
    return fold(text) not in field_words(walk.kind) and not any(
        each.type.candidates(text, walk.desk, early=False, loose=False)
        for each in walk.slots.values()
        if each.bare
    )


def _loosely(walk: Pass, place: int) -> int:
    """Any unambiguous part of a name, where the kind has no title to mistake it for."""
    text = walk.tokens[place].text
    if fold(text) in field_words(walk.kind) or fold(text) in _LINKS or _chosen(walk, text):
        return 0
    second = _second(walk, text, loose=False)
    if second:
        return walk.complain(place, 1, second)
    fields = [
        each for each in walk.slots.values() if each.bare and walk.free(each) and kind_named(each)
    ]
    found = [
        (each, one)
        for each in fields
        for one in each.type.candidates(text, walk.desk, early=False, loose=True)
    ]
    if len({(kind_named(each), one) for each, one in found}) == 1:
        return walk.put(found[0][0], [found[0][1]], place, 1)
    return walk.complain(place, 1, _between(walk, text, found)) if found else 0


def _between(walk: Pass, text: str, found: list[tuple[Slot, Value]]) -> str:
    names = either(walk.desk, list(dict.fromkeys((kind_named(each), one) for each, one in found)))
    return f"'{tidy(text)}' could be more than one: {names}?"


def choice(walk: Pass, place: int) -> int:
    """`done`: a word that one field has to choose from, where it cannot be part of a title."""
    if walk.titled:
        return 0
    chosen = _chosen(walk, walk.tokens[place].raw)
    return walk.put(chosen[0], [chosen[1]], place, 1) if chosen else 0


def _chosen(walk: Pass, text: str) -> tuple[Slot, Value] | None:
    for each in walk.slots.values():
        if not isinstance(each.type, Choice) or not each.typed or not walk.free(each):
            continue
        if isinstance(each.type, Flag):
            if fold(text) == each.name:
                return each, True
        elif found := each.type.candidates(text, walk.desk, early=True, loose=False):
            return each, found[0]
    return None


def link(walk: Pass, place: int) -> int:
    """`anna and ben`: a word between two names says nothing."""
    if walk.title_slot or fold(walk.tokens[place].raw) not in _LINKS:
        return 0
    return walk.mark(place, 1, "word")


AGAIN = "Enter again keeps it as text"
_LIKE_A_DAY = re.compile(r"\d{1,2}/\d{1,2}(/\d{2,4})?|d\d{1,3}", re.ASCII | re.IGNORECASE)
_LIKE_A_TIME = re.compile(r"\d{1,2}[:.]\d{1,2}|\d{4}", re.ASCII)


def no_time(walk: Pass, place: int) -> int:
    """`27:61` was meant as a time; said as such, and only doubted where it may be a word."""
    raw = walk.tokens[place].raw
    wanted = any(each.bare and isinstance(each.type, Clock) for each in walk.slots.values())
    if not wanted or not _LIKE_A_TIME.fullmatch(raw):
        return 0
    try:
        read_clock(raw)
    except Unread as error:
        if not walk.titled:
            return walk.complain(place, 1, str(error))
        if ":" in raw:
            walk.title.append(raw)
            return walk.complain(place, 1, f"{error}; {AGAIN}", doubt=True)
    return 0


def no_day(walk: Pass, place: int) -> int:
    """`32/1` and `d40` were meant as days; beside a title only the shoot day is doubted."""
    raw = walk.tokens[place].raw
    wanted = any(each.bare and isinstance(each.type, Day) for each in walk.slots.values())
    if not wanted or not _LIKE_A_DAY.fullmatch(raw):
        return 0
    try:
        walk.desk.calendar.read(raw)
    except Unread as error:
        if not walk.titled:
            return walk.complain(place, 1, str(error))
        if "/" not in raw:
            walk.title.append(raw)
            return walk.complain(place, 1, f"{error}; {AGAIN}", doubt=True)
    return 0


def title(walk: Pass, place: int) -> int:
    """A loose word: the title, or on a line of commas the next plain field."""
    token, each = walk.tokens[place], walk.title_slot
    if walk.kind.commas and (walk.title or not walk.whole or _lacks_name(walk)):
        return _rest(walk, place)
    if each is None or walk.values.get(each.name) is not None or not walk.whole:
        return 0
    walk.title.append(token.raw)
    return walk.mark(place, 1, "title", each.name)


def _rest(walk: Pass, place: int) -> int:
    for each in walk.slots.values():
        if each.rest and walk.free(each):
            try:
                value = each.type.read(walk.tokens[place].text, walk.desk)
            except Unread:
                return 0
            return walk.put(each, [value], place, 1)
    return 0


def unknown(walk: Pass, place: int) -> int:
    """A word nothing can be made of: said with the nearest name or field there is."""
    text = tidy(walk.tokens[place].text)
    field = field_words(walk.kind).get(fold(text))
    if field and not walk.titled and place - 1 not in walk.unread:
        each = walk.slots[field]
        return walk.complain(place, 1, f"'{each.heading}' needs a value: {each.type.words}")
    words = (
        _moves_nothing(walk, place)
        or _renumbers(walk, text)
        or _second(walk, text, loose=True)
        or _takes_nothing(walk, place)
    )
    if words:
        return walk.complain(place, 1, words)
    if walk.title_slot is None:
        return walk.complain(place, 1, _nobody(walk, text))
    walk.unread.append(place)
    return walk.mark(place, 1, "wrong")


def _moves_nothing(walk: Pass, place: int) -> str:
    raw = walk.tokens[place].raw
    try:
        read_shift(raw)
    except Unread:
        return ""
    if not any(each.moves for each in walk.slots.values()):
        return f"{raw} moves a time, and a {walk.kind.word} has none that moves"
    return f"{raw} moves a time: a new {walk.kind.word} needs the time itself (0630)"


def _takes_nothing(walk: Pass, place: int) -> str:
    token = walk.tokens[place]
    if token.sign != "-" or not walk.whole:
        return ""
    return f"{token.raw} takes away, and a new {walk.kind.word} has nothing yet"


def _renumbers(walk: Pass, text: str) -> str:
    for each in walk.slots.values():
        if isinstance(each.type, Code) and each.type.candidates(
            text, walk.desk, early=True, loose=False
        ):
            return f"'{text}' alone changes nothing: write {each.name}:{text} for a new number"
    return ""


def _second(walk: Pass, text: str, *, loose: bool) -> str:
    """The sentence for a second value of a field that has one, with the field that is free."""
    for each in walk.slots.values():
        if not each.bare or each.type.many or walk.values.get(each.name) is None:
            continue
        found = each.type.candidates(text, walk.desk, early=True, loose=loose)
        if len(found) == 1 and found[0] != walk.values[each.name]:
            other = _free_like(walk, each)
            hint = f" (or {other} {text}?)" if other else ""
            return walk.twice(each, found[0]) + hint
    return ""


def _free_like(walk: Pass, taken: Slot) -> str:
    """The word of a field that is free and holds the same type of value."""
    for each in walk.slots.values():
        alike = type(each.type) is type(taken.type) and kind_named(each) == kind_named(taken)
        if alike and each is not taken and walk.free(each) and not each.type.many:
            return each.words[0] if len(each.name) > 8 else min(each.name, each.heading, key=len)
    return ""


def _nobody(walk: Pass, text: str) -> str:
    slots = [each for each in walk.slots.values() if each.bare]
    kinds = tuple(dict.fromkeys(kind_named(each) for each in slots if kind_named(each)))
    departments = any(isinstance(each.type, Department) for each in slots)
    if not kinds:
        example = " ".join(walk.kind.example.split()[:2])
        return f"'{text}' is not understood (a {walk.kind.word} is written {example})"
    near = len(walk.problems) < MOST_HINTS and len(text) < 40
    others = (*(DEPARTMENTS if departments else ()), *_choices(walk))
    alike = walk.desk.directory.nearest(kinds, text, others=others) if near else ()
    hint = f": {' or '.join(alike)}?" if alike else ""
    return f"{_none_of(kinds, departments=departments)} is called '{text}'{hint}"


def _none_of(kinds: tuple[str, ...], *, departments: bool) -> str:
    """`no one`, or `no person, vehicle or place` where a word might be any of them."""
    named = sorted(
        (*kinds, *(["department"] if departments else [])), key=lambda word: word != "person"
    )
    if named == ["person"]:
        return "no one"
    return f"no {', '.join(named[:-1])} or {named[-1]}" if len(named) > 1 else f"no {named[0]}"


def _choices(walk: Pass) -> list[str]:
    found = (each.type for each in walk.slots.values() if each.typed)
    return [word for each in found if type(each) is Choice for word in each.options]
