"""What the word under the cursor may become: names, choices, tags, field names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.by_day import Documents
from models.desk import Desk
from models.directory import quoted
from models.fields.base import Choice
from models.fields.references import Reference
from models.named import NamedTuple
from models.record import Record, Slot, field_words
from models.text import fold
from models.tokens import Token, tokens, unquote


SIGNS = ("+", "-", "@")


class Completion(NamedTuple):
    """Text to put in place of the columns from `start` up to `end` of the line."""

    start: int
    end: int
    text: str


def complete(
    line: str, cursor: int, kind: type[Record], desk: Desk, *, limit: int = 8
) -> tuple[Completion, ...]:
    """The completions of the word the cursor stands behind, the likeliest first."""
    before = tokens(line[:cursor], commas=kind.commas)
    last = before[-1] if before and before[-1].end == cursor else None
    if last is None:
        return _after_word(before, cursor, kind, desk, limit)
    start, found = _of_token(last, before[:-1], kind, desk)
    end = _word_end(line, cursor, commas=kind.commas)
    unlike = [text for text in dict.fromkeys(found) if text != line[start:end]]
    typed = fold(unquote(line[start:cursor]))
    unlike.sort(key=lambda text: not fold(unquote(text)).startswith(typed))
    return tuple(Completion(start, end, text) for text in unlike[:limit])


def _word_end(line: str, cursor: int, *, commas: bool) -> int:
    end = cursor
    while end < len(line) and not line[end].isspace() and not (commas and line[end] == ","):
        end += 1
    return end


def _after_word(
    before: list[Token], cursor: int, kind: type[Record], desk: Desk, limit: int
) -> tuple[Completion, ...]:
    keyed = _keyed(kind, before[-1].raw) if before else ()
    found = dict.fromkeys(text for each in keyed for text in each.type.complete("", desk))
    return tuple(
        Completion(cursor, cursor, text) for text, _ in zip(found, range(limit), strict=False)
    )


def _of_token(
    token: Token, before: list[Token], kind: type[Record], desk: Desk
) -> tuple[int, Iterable[str]]:
    """Where the part to replace begins, and what it may become."""
    name, raw = token.named
    named = _slot(kind, name) if name else None
    if named is not None:
        part = raw.rpartition(",")[2] if named.type.many or named.type.ordered else raw
        return token.end - len(part), named.type.complete(unquote(part), desk)
    if token.raw.startswith("#"):
        return token.start + 1, _tags(kind, token.raw[1:], desk)
    if kind.route and ">" in token.raw:
        part = token.raw.rpartition(">")[2]
        return token.end - len(part), kind.slots()[kind.route[2]].type.complete(unquote(part), desk)
    if token.sign or token.raw in SIGNS:
        return token.start + 1, _signed(kind, token.raw[1:], desk)
    return _of_phrase(token, before, kind, desk) or (
        token.start,
        _of_word(token, before, kind, desk),
    )


def _signed(kind: type[Record], start: str, desk: Desk) -> Iterator[str]:
    for each in kind.slots().values():
        if each.plus:
            yield from each.type.complete(unquote(start), desk)


def _of_phrase(
    token: Token, before: list[Token], kind: type[Record], desk: Desk
) -> tuple[int, Iterable[str]] | None:
    """A name of two words: `+eva l` goes on as `+EvaLang`, `old sc` as `"Old School"`."""
    last = before[-1] if before else None
    if last is None or not token.plain or last.segment != token.segment:
        return None
    phrase = f"{last.body} {token.text}"
    slots = [each for each in kind.slots().values() if (each.plus if last.sign else each.bare)]
    named = [each for each in slots if isinstance(each.type.element, Reference)]
    found = [text for each in named for text in each.type.complete(phrase, desk)]
    return (last.start + len(last.sign), found) if found else None


def _of_word(token: Token, before: list[Token], kind: type[Record], desk: Desk) -> Iterator[str]:
    keyed = _keyed(kind, before[-1].raw) if before else ()
    if keyed:
        yield from (text for each in keyed for text in each.type.complete(token.text, desk))
        return
    slots = kind.slots().values()
    titled = any(each.title for each in slots)
    for each in slots:
        if each.bare or (type(each.type) is Choice and not titled):
            yield from each.type.complete(token.text, desk)
    wanted = fold(token.raw)
    for each in slots:
        if not each.title and len(wanted) > titled:
            yield from (f"{word}:" for word in (each.name, *each.words) if word.startswith(wanted))


def _keyed(kind: type[Record], word: str) -> tuple[Slot, ...]:
    """The fields a value behind the word may fill: `due` takes a time, and a day."""
    each = _slot(kind, word)
    if each is None or each.title:
        return ()
    day = kind.slots().get(f"{each.name}_day")
    return (each, day) if day else (each,)


def _slot(kind: type[Record], word: str) -> Slot | None:
    name = field_words(kind).get(fold(word))
    return kind.slots()[name] if name else None


def _tags(kind: type[Record], start: str, desk: Desk) -> list[str]:
    """Tags in use, those of this kind first."""
    words = (kind.word, *(each for each in desk.directory.records if each != kind.word))
    used = (tag for word in words for tag in desk.directory.once(word, _used))
    return [quoted(tag) for tag in dict.fromkeys(used) if fold(tag).startswith(fold(start))]


def _used(records: Documents) -> tuple[str, ...]:
    """The tags the records of a kind have."""
    held = (document.get("tags") for document in records.values())
    return tuple(dict.fromkeys(tag for tags in held if isinstance(tags, dict) for tag in tags))
