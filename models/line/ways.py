"""The ways a token can be read, from the surest to the loosest.

Each takes the walk and the place of a token and returns how many tokens it used, 0 where the
token is not its own. The last way uses any token.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from models.errors import Unread
from models.fields.base import Value
from models.fields.references import either
from models.fields.times import Clock
from models.line.tokens import Token, split, unquote
from models.line.walk import Pass
from models.record import Slot, field_words
from models.text import fold, tidy
from models.when import minutes, read_clock, read_shift


Way = Callable[[Pass, int], int]


def _named(walk: Pass, place: int) -> int:
    """`due:1400`: a field by its name; nothing behind the colon empties it."""
    token = walk.tokens[place]
    name, raw = token.named
    field = field_words(walk.kind).get(name)
    if field is None or not walk.slots[field].typed:
        return _near_miss(walk, place, name) if name else 0
    each = walk.slots[field]
    if not raw:
        return _clear(walk, each, place)
    try:
        values = _values(walk, each, raw)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    for value in values:
        walk.put(each, value, place, 1)
    return 1


def _values(walk: Pass, each: Slot, raw: str) -> list[Value]:
    if not (each.type.many or each.type.ordered):
        return [each.type.read(unquote(raw), walk.desk)]
    found = [each.type.element.read(unquote(part), walk.desk) for part in split(raw, ",") if part]
    return [found] if each.type.ordered else found


def _clear(walk: Pass, each: Slot, place: int) -> int:
    if each.type.many:
        walk.cleared.add(each.name)
    else:
        walk.values[each.name] = None
    return walk.mark(place, 1, "field", each.name)


def _near_miss(walk: Pass, place: int, name: str) -> int:
    """A word with a colon that is nearly a field's is doubted; a second Enter keeps it."""
    from rapidfuzz import fuzz, process  # only when a colon follows a word

    best = process.extractOne(
        name, list(field_words(walk.kind)), scorer=fuzz.ratio, score_cutoff=65
    )
    if best is None:
        return 0
    taken = _title(walk, place)
    if taken:
        walk.complain(
            place,
            1,
            f"there is no field '{name}': {best[0]}? (Enter again keeps it as text)",
            doubt=True,
        )
        return taken
    return walk.complain(place, 1, f"there is no field '{name}': {best[0]}?")


def _tag(walk: Pass, place: int) -> int:
    """`#power` tags, `-#power` takes the tag away."""
    token = walk.tokens[place]
    raw = token.raw.removeprefix("-")
    if not raw.startswith("#") or len(raw) < 2 or (raw != token.raw and walk.whole):
        return 0
    each = walk.slots["tags"]
    try:
        tag = each.type.read(unquote(raw[1:]), walk.desk)
    except Unread:
        return 0
    walk.values[f"tags/{tag}"] = None if raw != token.raw else True
    return walk.mark(place, 1, "field", "tags")


def _shift(walk: Pass, place: int) -> int:
    """`+30` and `-15` move the times of a record that is there already."""
    token = walk.tokens[place]
    if not token.sign or (walk.whole and not walk.kind.same) or not _moving(walk):
        return 0
    if walk.whole and walk.title_slot:
        return 0
    return _shift_field(walk, place, "", token)


def _shift_field(walk: Pass, place: int, field: str, token: Token) -> int:
    try:
        walk.shifts[field] = read_shift(token.raw)
    except Unread:
        return 0
    return walk.mark(place, 1, "field", field)


def _moving(walk: Pass) -> bool:
    return any(each.moves for each in walk.slots.values())


def _signed(walk: Pass, place: int) -> int:
    """`+anna` adds, `-anna` takes away."""
    token = walk.tokens[place]
    each = next((each for each in walk.slots.values() if each.plus), None)
    if not token.sign or each is None or not token.body.strip() or token.body[0].isdecimal():
        return 0
    if token.sign == "-" and walk.whole:
        return 0
    try:
        value = each.type.read(token.body, walk.desk)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    if token.sign == "+":
        return walk.put(each, value, place, 1)
    walk.values[f"{each.name}/{value}" if each.type.many else each.name] = None
    return walk.mark(place, 1, "field", each.name)


def _keyword(walk: Pass, place: int) -> int:
    """`by 0640`: a field's word and its value, as two tokens."""
    token = walk.tokens[place]
    field = field_words(walk.kind).get(fold(token.raw))
    if field is None or place + 1 >= len(walk.tokens) or not walk.slots[field].typed:
        return 0
    each, following = walk.slots[field], walk.tokens[place + 1]
    if each.title or not walk.free(each):
        return 0
    if each.moves and following.sign and _shift_field(walk, place + 1, field, following):
        return 1 + walk.mark(place, 1, "field", field)
    other = _other_clock_day(walk, each, following)
    try:
        value = (other or each).type.read(following.text, walk.desk)
    except Unread as error:
        if walk.title_slot:
            return 0
        walk.mark(place, 1, "field", field)
        return 1 + walk.complain(place + 1, 1, str(error))
    walk.mark(place, 1, "field", field)
    return 1 + walk.put(other or each, value, place + 1, 1)


def _other_clock_day(walk: Pass, each: Slot, following: Token) -> Slot | None:
    """`due fri` fills the due day, as `due 1400` fills the due time."""
    day = walk.slots.get(f"{each.name}_day")
    if day is None or not day.type.candidates(following.text, walk.desk, early=True, loose=False):
        return None
    return None if each.type.candidates(following.text, walk.desk, early=True, loose=False) else day


def _route(walk: Pass, place: int) -> int:
    """`hotel>school>base`: origin, stops, destination."""
    token = walk.tokens[place]
    parts = split(token.raw, ">")
    if walk.kind.route is None or len(parts) < 2 or token.sign:
        return 0
    origin, stops, to = walk.kind.route
    if len(parts) > 2 and not stops:
        return walk.complain(place, 1, f"a {walk.kind.word} goes from one place to one other")
    try:
        _set_route(walk, (origin, stops, to), parts)
    except Unread as error:
        return walk.complain(place, 1, str(error))
    return walk.mark(place, 1, "field", to)


def _set_route(walk: Pass, fields: tuple[str, str, str], parts: list[str]) -> None:
    origin, stops, to = fields
    found = [_place(walk, to, part) for part in parts]
    if found[0]:
        walk.values[origin] = found[0]
    if found[-1]:
        walk.values[to] = found[-1]
    if len(found) > 2:
        walk.values[stops] = [each for each in found[1:-1] if each]


def _place(walk: Pass, field: str, part: str) -> Value:
    return walk.slots[field].type.read(unquote(part), walk.desk) if part else None


_RANGE = re.compile(r"(\d{3,4}|\d{1,2}[:.]\d\d)[-–](\d{3,4}|\d{1,2}[:.]\d\d)", re.ASCII)


def _range(walk: Pass, place: int) -> int:
    """`1400-1530`: when something begins, and from that how long it lasts."""
    match = _RANGE.fullmatch(walk.tokens[place].raw)
    start, length = walk.slots.get("start"), walk.slots.get("length")
    if not match or not start or not length or not walk.free(start) or not walk.free(length):
        return 0
    try:
        begin, end = read_clock(match[1]), read_clock(match[2])
    except Unread as error:
        return walk.complain(place, 1, str(error))
    walk.values["length"] = (minutes(end) - minutes(begin)) % (24 * 60)
    return walk.put(start, begin, place, 1)


_LISTED = re.compile(r"\d{1,3}(?:-\d{1,3})?(?:,\d{1,3}(?:-\d{1,3})?)+|\d{1,3}-\d{1,3}", re.ASCII)


def _cast_numbers(walk: Pass, place: int) -> int:
    """`1,4,7` and `3,5-7`: cast by their numbers."""
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
    for each in found:
        walk.put(cast, each, place, 1)
    return 1


def _numbers(part: str) -> list[str]:
    first, _, last = part.partition("-")
    if not last:
        return [first]
    return [str(each) for each in range(int(first), int(last) + 1)] or [first, last]


def _bare(walk: Pass, place: int) -> int:
    """A value by itself that only one field can mean."""
    token = walk.tokens[place]
    if token.quoted and walk.title_slot:
        return 0
    if walk.kind.commas and walk.whole and not walk.title:
        return 0
    sure = _sure(walk, place)
    if sure or walk.title_slot or token.raw[:1] in "+-#":
        return sure
    return _loosely(walk, place)


def _sure(walk: Pass, place: int) -> int:
    for each in walk.slots.values():
        if not each.bare or not walk.free(each):
            continue
        for count in range(_longest(walk, place, each), 0, -1):
            text = " ".join(token.text for token in walk.tokens[place : place + count])
            found = each.type.candidates(text, walk.desk, early=not walk.title, loose=False)
            if len(found) == 1:
                return walk.put(each, found[0], place, count)
            if len(found) > 1 and not walk.title_slot:
                return walk.complain(
                    place, count, _between(walk, text, [(each, one) for one in found])
                )
    return 0


def _longest(walk: Pass, place: int, each: Slot) -> int:
    """How many plain words from here on could be one value of the field: names run to four."""
    most = max(each.type.tokens, 4 if _kind_named(each) else 1)
    count = 1
    while count < most and place + count < len(walk.tokens):
        token = walk.tokens[place + count]
        if token.quoted or token.raw[:1] in "+-#@" or token.named[0]:
            break
        count += 1
    return 1 if walk.tokens[place].quoted else count


def _kind_named(each: Slot) -> str:
    return getattr(getattr(each.type, "element", each.type), "kind", "")


def _loosely(walk: Pass, place: int) -> int:
    """Any unambiguous part of a name, where the kind has no title to mistake it for."""
    text = walk.tokens[place].text
    fields = [
        each for each in walk.slots.values() if each.bare and walk.free(each) and _kind_named(each)
    ]
    found = [
        (each, one)
        for each in fields
        for one in each.type.candidates(text, walk.desk, early=False, loose=True)
    ]
    if len({(_kind_named(each), one) for each, one in found}) == 1:
        return walk.put(*found[0], place, 1)
    return walk.complain(place, 1, _between(walk, text, found)) if found else 0


def _between(walk: Pass, text: str, found: list[tuple[Slot, Value]]) -> str:
    names = either(walk.desk, list(dict.fromkeys((_kind_named(each), one) for each, one in found)))
    return f"'{tidy(text)}' could be more than one: {names}?"


_LIKE_A_TIME = re.compile(r"\d{1,2}:\d{1,2}|\d{4}", re.ASCII)


def _no_time(walk: Pass, place: int) -> int:
    """`27:61` was meant as a time; said as such, and only doubted where it may be a word."""
    raw = walk.tokens[place].raw
    wanted = any(each.bare and isinstance(each.type, Clock) for each in walk.slots.values())
    if not wanted or not _LIKE_A_TIME.fullmatch(raw):
        return 0
    try:
        read_clock(raw)
    except Unread as error:
        if not walk.title_slot:
            return walk.complain(place, 1, str(error))
        if ":" in raw:
            walk.complain(place, 1, f"{error} (Enter again keeps it as text)", doubt=True)
    return 0


def _title(walk: Pass, place: int) -> int:
    """A loose word: the title, or on a line of commas the next plain field."""
    token, each = walk.tokens[place], walk.title_slot
    if walk.kind.commas and (walk.title or not walk.whole):
        return _rest(walk, place)
    if each is None or each.name in walk.values or not walk.whole:
        return 0
    walk.title.append(token.raw)
    return walk.mark(place, 1, "title", each.name)


def _rest(walk: Pass, place: int) -> int:
    for each in walk.slots.values():
        if each.rest and walk.free(each):
            try:
                return walk.put(each, each.type.read(walk.tokens[place].text, walk.desk), place, 1)
            except Unread:
                return 0
    return 0


def _unknown(walk: Pass, place: int) -> int:
    """A word nothing can be made of: said with the nearest name or field there is."""
    token = walk.tokens[place]
    text = tidy(token.text)
    title = walk.title_slot
    if title is not None:
        return walk.complain(
            place,
            1,
            f"'{text}' is no change: write {title.name}:\"{text}\" to change the {title.heading}",
        )
    kinds = tuple(
        dict.fromkeys(
            _kind_named(each) for each in walk.slots.values() if each.bare and _kind_named(each)
        )
    )
    alike = walk.desk.directory.nearest(kinds, text) if kinds else ()
    field = field_words(walk.kind).get(fold(text))
    if field:
        return walk.complain(
            place, 1, f"{walk.slots[field].heading} needs a value: {walk.slots[field].type.words}"
        )
    return walk.complain(place, 1, _nobody(text, kinds, alike))


def _nobody(text: str, kinds: tuple[str, ...], alike: tuple[str, ...]) -> str:
    if alike:
        return f"no one and nothing is called '{text}': {' or '.join(alike)}?"
    known = f" (it is no {' or '.join(kinds)})" if kinds else ""
    return f"'{text}' is not understood{known}"


WAYS: tuple[Way, ...] = (
    _named,
    _tag,
    _shift,
    _signed,
    _keyword,
    _route,
    _range,
    _cast_numbers,
    _bare,
    _no_time,
    _title,
    _unknown,
)


def finish(walk: Pass) -> None:
    """Put the title together; its first word chooses where the kind allows that (`risk: rain`)."""
    each = walk.title_slot
    if each is None or not walk.title:
        return
    words = walk.title
    hint = next(
        (one for one in walk.slots.values() if one.hint and one.name not in walk.values), None
    )
    if hint is not None and _begins(walk):
        first = words[0].rstrip(":")
        chosen = hint.type.candidates(first, walk.desk, early=True, loose=False)
        if chosen:
            walk.values[hint.name] = chosen[0]
            words = (words[1:] or words) if first != words[0] else words
    title = tidy(unquote(words[0]) if len(words) == 1 else " ".join(words))
    if title:
        walk.values[each.name] = title


def _begins(walk: Pass) -> bool:
    return any(
        piece.role == "title" and piece.start == walk.tokens[0].start for piece in walk.pieces
    )
