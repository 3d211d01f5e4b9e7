"""The ways a token can be read, from the surest to the loosest, and the end of a walk.

Each takes the walk and the place of a token and returns how many tokens it used, 0 where the
token is not its own. The last way uses any token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.line.by_name import glued, named, segment
from models.line.by_shape import band, cast_numbers, figure, route
from models.line.by_sign import chain, shift, signed, tag
from models.line.by_word import keyword
from models.line.loose import bare, choice, link, title
from models.line.unknown import AGAIN, no_day, no_time, unknown
from models.line.walk import Pass, Problem
from models.record import Slot
from models.text import tidy
from models.tokens import is_quoted, unquote


Way = Callable[[Pass, int], int]

WAYS: tuple[Way, ...] = (
    named,
    tag,
    shift,
    signed,
    segment,
    glued,
    keyword,
    route,
    band,
    chain,
    cast_numbers,
    bare,
    figure,
    choice,
    no_time,
    no_day,
    link,
    title,
    unknown,
)
_DASHES = ("-", "–", "—")


def finish(walk: Pass) -> None:
    """Put the title together, and say of words that change nothing that they do not."""
    for first, last in _runs(walk.unread):
        _say_unread(walk, first, last)
    each = walk.title_slot
    if each is None or not walk.title:
        return
    words = _without_hint(walk, list(_without_dashes(walk.title)))
    found = tidy(unquote(words[0]) if len(words) == 1 else " ".join(words))
    if found:
        walk.values[each.name] = found
        _doubt_one_long_name(walk, each, found)
        _doubt_what_leads(walk)


def _runs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring places as first and last of each run."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if first >= 0:
                yield first, last
            first = place
        last = place
    if first >= 0:
        yield first, last


def _say_unread(walk: Pass, first: int, last: int) -> None:
    each = walk.title_slot
    text = tidy(walk.text(first, last - first + 1))
    short = text if len(text) <= 40 else f"{text[:39]}…"
    if each is not None and walk.whole:
        if walk.values.get(each.name) and not walk.title:
            words = f"'{each.heading}' is given twice: {walk.values[each.name]} and {short}"
        else:
            words = f"'{short}' is one thing too many: say what it is (note:…)"
    else:
        name = each.name if each else "title"
        ways = f'{name}:"…" renames it, note:"…" adds a note'
        words = f"'{short}' changes nothing ({ways})"
    start, end = walk.tokens[first].start, walk.tokens[last].end
    walk.problems.append(Problem(start, end, words))


def _without_dashes(words: list[str]) -> Iterator[str]:
    """A title without the dashes that stood between it and what was taken out of it."""
    last = len(words) - 1
    for place, word in enumerate(words):
        loose = place in (0, last) or words[place + 1] in _DASHES
        if not (word in _DASHES and loose and last):
            yield word


def _without_hint(walk: Pass, words: list[str]) -> list[str]:
    """`risk: rain` is about rain; the word before the colon, or the quotes, chooses the type."""
    hint = next((each for each in walk.slots.values() if each.hint and walk.free(each)), None)
    if hint is None or not words or (hint.leads and not _title_leads(walk)):
        return words
    first = words[0].rstrip(":")
    chosen = hint.type.candidates(first, walk.desk, early=True, loose=False)
    if not chosen:
        return words
    walk.values[hint.name] = chosen[0]
    apart = first != words[0] or (len(words) == 2 and is_quoted(words[1]))
    return (words[1:] or words) if apart else words


def _doubt_what_leads(walk: Pass) -> None:
    """`first aid called` begins with a word for the first shot, which there is once a day."""
    for each in walk.slots.values():
        value = walk.values.get(each.name)
        if not each.leads or value is None or value in walk.kind.repeats.get(each.name, ()):
            continue
        word = next((piece for piece in walk.pieces if piece.field == each.name), None)
        title = next((piece for piece in walk.pieces if piece.role == "title"), None)
        if word and title and word.end + 1 == title.start:
            shown = each.type.show(value, walk.desk)
            said = f"is that {shown}? In quotes it is only text; Enter again keeps it"
            walk.problems.append(Problem(title.start, title.end, said, doubt=True))


def _title_leads(walk: Pass) -> bool:
    begins = min((each.start for each in walk.pieces if each.role in ("title", "doubt")), default=0)
    return walk.leads(begins)


def _doubt_one_long_name(walk: Pass, each: Slot, found: str) -> None:
    """A phone number or an address inside a name means that the commas were left out."""
    figures = sum(mark.isdecimal() for mark in found)
    piece = next((piece for piece in walk.pieces if piece.role == "title"), None)
    if piece and walk.kind.commas and (figures > 5 or "@" in found) and "," not in found:
        words = "that is all one name: put commas between name, role and phone"
        walk.problems.append(Problem(piece.start, piece.end, f"{words}; {AGAIN}", doubt=True))
