"""Writing a record as its line: the short way where it reads back the same, else field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models.desk import Desk
from models.directory import quoted
from models.fields.times import Clock
from models.line.drafting import Document, draft, is_understood, means_view_day, sound, typed
from models.line.reading import read
from models.record import Record, Slot


def write(kind: type[Record], document: Document, desk: Desk) -> str:
    """The line of a record: `read` and `draft` make the same record of it again.

    Fields that are not typed, and values their type cannot hold, are not on it.
    """
    slots = tuple(each for each in typed(kind) if sound(each, document))
    held = {each.name: document[each.name] for each in slots if document.get(each.name) is not None}
    for quote in (False, True):
        line = _joined(kind, _tokens(kind, slots, held, desk, quote=quote))
        if _says(kind, line, held, desk):
            return line
    return _joined(kind, _by_name(slots, held, desk))


def _says(kind: type[Record], line: str, held: Mapping[str, Any], desk: Desk) -> bool:
    reading = read(line, kind, desk)
    return not reading.problems and draft(reading, desk).after == held


def _joined(kind: type[Record], parts: Iterator[str]) -> str:
    return (", " if kind.commas else " ").join(parts)


def _tokens(
    kind: type[Record], slots: Sequence[Slot], held: Mapping[str, Any], desk: Desk, *, quote: bool
) -> Iterator[str]:
    routed = _routed(kind, held)
    for each in slots:
        value = held.get(each.name)
        if each.name in routed:
            if each.name == routed[-1]:
                yield _route(kind, held, desk)
        elif value is None:
            if is_understood(each, held, desk):
                yield f"{each.name}:"
        elif means_view_day(each, held) and value == desk.day:
            continue
        elif each.type.many:
            yield from _elements(kind, each, value, desk)
        else:
            yield _scalar(kind, each, value, desk, quote=quote)


def _routed(kind: type[Record], held: Mapping[str, Any]) -> tuple[str, ...]:
    if kind.route is None or not (held.get(kind.route[0]) and held.get(kind.route[2])):
        return ()
    return tuple(field for field in kind.route if field)


def _route(kind: type[Record], held: Mapping[str, Any], desk: Desk) -> str:
    origin, stops, to = kind.route or ("", "", "")
    places = [held[origin], *held.get(stops, ()), held[to]]
    return ">".join(kind.slots()[to].type.write(each, desk) for each in places)


def _elements(
    kind: type[Record], each: Slot, value: Mapping[str, Any], desk: Desk
) -> Iterator[str]:
    written = [each.type.write(one, desk) for one in value]
    if each.name == "tags":
        yield from (f"#{token}" for token in written)
    elif kind.commas and each.bare:
        yield from (each.type.show([one], desk) for one in value)
    elif each.plus and not any(token[0].isdecimal() for token in written):
        yield from (f"+{token}" for token in written)
    else:
        yield f"{_word(each)}:{','.join(written)}"


def _scalar(kind: type[Record], each: Slot, value: Any, desk: Desk, *, quote: bool) -> str:
    if each.title or (kind.commas and (each.rest or each.bare)):
        return '"' + str(value).replace('"', '""') + '"' if quote else str(value)
    token = each.type.write(value, desk)
    if each.plus:
        return f"+{token}"
    if each.bare and (not token.startswith('"') or isinstance(value, int)):
        return token.strip('"')
    over = each.name.removesuffix("_day")
    if over != each.name and over in kind.slots():
        return f"{over} {token}"
    return f"{_word(each)} {token}" if isinstance(each.type, Clock) else f"{_word(each)}:{token}"


def _word(each: Slot) -> str:
    """The word a coordinator would type for it: the shorter one where the name is long."""
    long = len(each.name) > 8 or isinstance(each.type, Clock)
    return min((each.name, *each.words), key=len) if long else each.name


def _by_name(slots: Sequence[Slot], held: Mapping[str, Any], desk: Desk) -> Iterator[str]:
    for each in slots:
        value = held.get(each.name)
        if value is None:
            if is_understood(each, held, desk):
                yield f"{each.name}:"
        elif each.type.many:
            yield from (f"{each.name}:{_quoted(each.type.write(one, desk))}" for one in value)
        else:
            token = each.type.write(value, desk)
            yield f"{each.name}:{token if each.type.ordered else _quoted(token)}"


def _quoted(token: str) -> str:
    return token if token.startswith('"') else quoted(token)
