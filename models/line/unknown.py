"""Ways that only say what is wrong with a word: no time, no day, or nothing that is known."""

from __future__ import annotations

import re

from models.departments import DEPARTMENTS
from models.errors import Unread
from models.fields.base import Choice, Code, Department
from models.fields.times import Clock, Day
from models.line.walk import Pass
from models.pattern import pattern
from models.record import Slot, field_words
from models.text import fold, tidy
from models.when import read_clock, read_shift


MOST_HINTS = 3
"""Problems of one line for which alike names are looked up."""
AGAIN = "Enter again keeps it as text"
_LIKE_A_DAY = pattern(r"\d{1,2}/\d{1,2}(/\d{2,4})?|d\d{1,3}", re.ASCII | re.IGNORECASE)
_LIKE_A_TIME = pattern(r"\d{1,2}[:.]\d{1,2}|\d{4}", re.ASCII)


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
        or second(walk, text, loose=True)
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
    found = (each.type for each in walk.slots.values())
    return [word for each in found if type(each) is Choice for word in each.options]


def second(walk: Pass, text: str, *, loose: bool) -> str:
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


def kind_named(each: Slot) -> str:
    """The kind of record a field names; nothing where it names none."""
    return getattr(each.type.element, "kind", "")
