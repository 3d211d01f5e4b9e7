"""Ways to read what is known by its shape: `hotel>base`, `1400-1530`, `1,4,7`."""

from __future__ import annotations

import re

from models.errors import Unread
from models.fields.base import Value
from models.fields.times import Span
from models.line.by_sign import LONGEST_NAME
from models.line.walk import Pass, Problem
from models.pattern import pattern
from models.text import squeeze
from models.tokens import split, unquote
from models.when import minutes, read_clock


def route(walk: Pass, place: int) -> int:
    """`hotel>school>base`: origin, stops, destination; names of several words too."""
    if walk.kind.route is None:
        return 0
    lead = _lead(walk, place)
    if lead is None:
        return 0
    parts, count = _parts(walk, place, lead)
    found = []
    for part in parts:
        try:
            found.append(_place(walk, part))
        except Unread as error:
            return _complain_of(walk, part, str(error), place, count)
    return _set_route(walk, found, place, count)


def _complain_of(walk: Pass, part: str, words: str, place: int, count: int) -> int:
    """Point at the name that is wrong where it stands in one word with the arrows."""
    token = walk.tokens[place]
    if count > 1 or len(token.raw) != token.end - token.start:
        return walk.complain(place, count, words)
    start = token.start + f">{token.raw}>".index(f">{part}>")
    walk.problems.append(Problem(start, start + len(part), words))
    return walk.mark(place, 1, "wrong")


def _lead(walk: Pass, place: int) -> int | None:
    """How many words the first place's name has before the word with the arrow; None for no arrow.

    Words before it belong to it only where together they are a place's name.
    """
    for lead in range(LONGEST_NAME):
        if place + lead >= len(walk.tokens):
            return None
        token = walk.tokens[place + lead]
        if ">" in token.raw and not (token.sign or token.quoted or token.named[0]):
            first = split(token.raw, ">")[0]
            name = " ".join((walk.text(place, lead), first))
            return lead if not lead or _is_place(walk, name) else None
        if not token.plain:
            return None
    return None


def _parts(walk: Pass, place: int, lead: int) -> tuple[list[str], int]:
    """The names between the arrows, and how many tokens they take."""
    parts = split(walk.tokens[place + lead].raw, ">")
    if lead:
        parts[0] = " ".join((walk.text(place, lead), parts[0]))
    count = lead + 1
    more = _tail(walk, parts[-1], place + count)
    while more:
        names = split(walk.tokens[place + count + more - 1].raw, ">")
        between = walk.text(place + count, more - 1)
        parts[-1:] = [" ".join(filter(None, (parts[-1], between, names[0]))), *names[1:]]
        count += more
        more = _tail(walk, parts[-1], place + count) if len(names) > 1 else 0
    return parts, count


def _tail(walk: Pass, last: str, place: int) -> int:
    """How many words after an arrow's last name make, with it, the name of a place."""
    for more in range(LONGEST_NAME - 1, 0, -1):
        tokens = walk.tokens[place : place + more]
        if len(tokens) == more and all(token.plain for token in tokens[:-1]) and last:
            names = split(tokens[-1].raw, ">")
            words = (last, *(token.raw for token in tokens[:-1]), names[0])
            if squeeze(names[0]) and _is_place(walk, " ".join(words)):
                return more
    return 0


def _is_place(walk: Pass, name: str) -> bool:
    return len(walk.desk.directory.find("place", name, loose=False)) == 1


def _place(walk: Pass, part: str) -> Value:
    _, _, to = walk.kind.route or ("", "", "")
    return walk.slots[to].type.read(unquote(part), walk.desk) if part else None


def _set_route(walk: Pass, found: list[Value], place: int, count: int) -> int:
    origin, stops, to = walk.kind.route or ("", "", "")
    if len(found) > 2 and not stops:
        return walk.complain(place, count, f"a {walk.kind.word} goes from one place to one other")
    ends = {origin: found[0], to: found[-1]}
    if len(found) > 2:
        ends[stops] = [each for each in found[1:-1] if each]
    for name, value in ends.items():
        if value and walk.values.get(name) not in (None, value):
            return walk.complain(place, count, walk.twice(walk.slots[name], value))
    if found[0] and found[-1] and not walk.whole and stops:
        walk.values.setdefault(stops, None)
    walk.values.update({name: value for name, value in ends.items() if value})
    return walk.mark(place, count, "field", to)


_RANGE = pattern(r"(\d{3,4}|\d{1,2}[:.]\d\d)[-–](\d{3,4}|\d{1,2}[:.]\d\d)", re.ASCII)
_BANDS = (("start", "length"), ("leave", "by"), ("from_time", "to_time"), ("call", "wrap"))


def band(walk: Pass, place: int) -> int:
    """`1400-1530`: from when to when, or from when and for how long."""
    match = _RANGE.fullmatch(walk.tokens[place].raw)
    names = next((names for names in _BANDS if set(names) <= set(walk.slots)), None)
    if not match or not names or not all(walk.free(walk.slots[name]) for name in names):
        return 0
    try:
        begin, end = read_clock(match[1]), read_clock(match[2])
    except Unread as error:
        return walk.complain(place, 1, str(error))
    first, last = (walk.slots[name] for name in names)
    length = (minutes(end) - minutes(begin)) % (24 * 60)
    walk.values[last.name] = length if isinstance(last.type, Span) else end
    return walk.put(first, [begin], place, 1)


_LISTED = pattern(
    r"\d{1,3}(?:-\d{1,3}|[A-Za-z])?(?:,\d{1,3}(?:-\d{1,3}|[A-Za-z])?)+|\d{1,3}-\d{1,3}", re.ASCII
)


def cast_numbers(walk: Pass, place: int) -> int:
    """`1,4,7A` and `3,5-7`: cast by their numbers."""
    token = walk.tokens[place]
    cast = walk.slots.get("cast")
    if cast is None or not cast.type.many or not _LISTED.fullmatch(token.raw):
        return 0
    try:
        found = [
            cast.type.read(number, walk.desk)
            for part in token.raw.split(",")
            for number in _numbers(part)
        ]
    except Unread as error:
        return walk.complain(place, 1, str(error))
    return walk.put(cast, found, place, 1)


def _numbers(part: str) -> list[str]:
    first, _, last = part.partition("-")
    if not last:
        return [first]
    return [str(each) for each in range(int(first), int(last) + 1)] or [first, last]


def figure(walk: Pass, place: int) -> int:
    """A lone figure: pages, then cast, behind a scene's time of day; the minutes of a leg."""
    raw = walk.tokens[place].raw
    names = ("pages", "cast") if "tod" in walk.values and walk.title else ("minutes",)
    if not re.fullmatch(r"\d{1,3}", raw, re.ASCII):
        return 0
    for each in (walk.slots[name] for name in names if name in walk.slots):
        if each.bare and walk.free(each):
            try:
                return walk.put(each, [each.type.read(raw, walk.desk)], place, 1)
            except Unread:
                return 0
    return 0
