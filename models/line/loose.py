"""Ways to read a word by itself: the value only one field can mean, or a part of the title."""

from __future__ import annotations

from models.errors import Unread
from models.fields.base import Choice, Code, Flag, Value
from models.fields.references import either
from models.fields.times import ALSO_WORDS, Day
from models.line.by_sign import LONGEST_NAME
from models.line.unknown import kind_named, second
from models.line.walk import Pass
from models.record import Slot, field_words
from models.text import fold, squeeze, tidy


_JOINS_WORDS = frozenset(
    ("a", "about", "and", "by", "for", "from", "near", "of", "or", "the", "to", "with", "&", "+")
)
_LINKS = frozenset(("and", "&", "+", "und", "et", ",", "-", "–"))


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
    return each.bare and walk.free(each) and not (renumbers or signed) and walk.in_place(each)


def _longest(walk: Pass, place: int, each: Slot) -> int:
    """How many plain words from here on could be one value of the field: names run to four."""
    if walk.tokens[place].quoted:
        return 1
    return walk.reach(place, max(each.type.tokens, LONGEST_NAME if kind_named(each) else 1))


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
    twice = second(walk, text, loose=False)
    if twice:
        return walk.complain(place, 1, twice)
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
        if not isinstance(each.type, Choice) or not walk.free(each):
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
