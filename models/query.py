"""The filter: the words of the entry line, saying which records to show.

Every word must hold: loose words are parts of anything shown, `field:value` asks one field,
`#tag` a tag, `+name` a person, `-word` leaves out what the word would find, and a range such
as `0500-0800` or `p1-p2` what lies in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import Any

from models.desk import Desk
from models.errors import Unread
from models.fields.base import FieldType
from models.fields.references import Reference
from models.fields.times import Day
from models.form import shown
from models.named import NamedTuple
from models.record import Record, Slot, field_words, once
from models.text import fold
from models.tokens import Token, tokens, unquote


Document = Mapping[str, Any]
Test = Callable[[Document, str], bool]


MOST_WORDS = 60
"""Different words of a filter that are asked: a document may have been pasted there."""


class Asked(NamedTuple):
    """What one word of a filter asks.

    Attributes:
        raw: the word.
        test: whether a record, with its folded text, is to be shown.
        part: the word folded, where it is only looked for in what is shown.
        by_text: whether the test needs the text; most records are never read for one that doesn't.
    """

    raw: str
    test: Test
    part: str = ""
    by_text: bool = False


class Query:
    """A filter over the records of one kind; total for any text, and empty text shows all."""

    def __init__(self, text: str, kind: type[Record], desk: Desk) -> None:
        """Read the filter's words once."""
        self.kind, self.desk = kind, desk
        words = {token.raw: token for token in tokens(text)}
        self.asked = tuple(_asked(each, kind, desk) for each in islice(words.values(), MOST_WORDS))

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return bool(self.asked)

    @property
    def plain(self) -> bool:
        """Whether it only looks for parts of what is shown of a record."""
        return all(each.part for each in self.asked)

    def narrows(self, before: Query) -> bool:
        """Whether it surely shows no record that another query over the kind does not."""
        return self.kind is before.kind and all(
            any(_implies(now, then) for now in self.asked) for then in before.asked
        )

    def shows(self, document: Document, text: str | None = None) -> bool:
        """Whether a record is to be shown; `text` is its folded text, where that is at hand."""
        if not self.asked:
            return True
        searched = text if text is not None else haystack(self.kind, document, self.desk)
        return all(each.test(document, searched) for each in self.asked)

    def among(
        self, documents: Iterable[Document], text_of: Callable[[Document], str]
    ) -> list[Document]:
        """Those of the records that are to be shown, given how to have each one's folded text."""
        by_text = [each for each in self.asked if each.by_text]
        others = [each.test for each in self.asked if not each.by_text]
        left = [each for each in documents if all(test(each, "") for test in others)]
        if not by_text:
            return left
        found = [(each, text_of(each)) for each in left]
        for each in by_text:
            if part := each.part:
                found = [pair for pair in found if part in pair[1]]
            else:
                found = [pair for pair in found if each.test(*pair)]
        return [document for document, _ in found]


def _implies(now: Asked, then: Asked) -> bool:
    return now.raw == then.raw or bool(then.part and now.part and then.part in now.part)


def haystack(kind: type[Record], document: Document, desk: Desk) -> str:
    """All that is shown of a record, folded, for loose words to be looked for in."""
    fields = (
        shown(each, document, desk) for each in kind.slots().values() if document.get(each.name)
    )
    return fold(" ".join((str(document.get("number") or ""), *fields)))


def _asked(token: Token, kind: type[Record], desk: Desk) -> Asked:
    if token.sign == "-" and token.body:
        inner = _asked(Token(token.start + 1, token.end, token.raw[1:]), kind, desk)
        test = inner.test
        turned: Test = lambda document, text: not test(document, text)  # noqa: E731
        return Asked(token.raw, turned, by_text=inner.by_text)
    name, raw = token.named
    each = kind.slots().get(field_words(kind).get(name, ""))
    if each is not None:
        return Asked(token.raw, _field(each, unquote(raw), desk))
    if token.raw.startswith("#") and len(token.raw) > 1:
        return Asked(token.raw, _tag(fold(unquote(token.raw[1:]))))
    if token.sign == "+" and token.body:
        return Asked(token.raw, _named(kind, token.body, desk))
    return _loose(token, kind, desk)


def _tag(wanted: str) -> Test:
    return lambda document, _: any(
        fold(str(tag)).startswith(wanted) for tag in document.get("tags") or ()
    )


def _named(kind: type[Record], name: str, desk: Desk) -> Test:
    """Records that hold any of the people, places or vehicles a name may mean."""
    meant, fields = _meant(name, desk, loose=True), _pointing(kind)
    return lambda document, _: any(_holds(document.get(field), meant) for field in fields)


def _holds(held: Any, wanted: set[str]) -> bool:
    if isinstance(held, str):
        return held in wanted
    return any(each in wanted for each in held) if isinstance(held, dict | list) else False


def _loose(token: Token, kind: type[Record], desk: Desk) -> Asked:
    """What a word without a sign asks: a range, a day, somebody, or to be somewhere in it."""
    raw, text = token.raw, token.text
    for each in kind.slots().values():
        between = _between(text, each.type, desk) if each.bare else None
        if between is not None:
            return Asked(raw, _in_range(each, between, desk))
    wanted = fold(text)
    days = _days(text, kind, desk)
    if days:
        return Asked(raw, lambda record, _: any(record.get(field) == day for field, day in days))
    meant, fields = _meant(text, desk, loose=False), _pointing(kind)
    if not (meant and fields):
        return Asked(raw, lambda _, searched: wanted in searched, wanted, by_text=True)

    def test(document: Document, searched: str) -> bool:
        return wanted in searched or any(_holds(document.get(field), meant) for field in fields)

    return Asked(raw, test, by_text=True)


def _meant(text: str, desk: Desk, *, loose: bool) -> set[str]:
    """The people, places and vehicles a word may mean, as on a line."""
    return {
        each
        for kind in ("person", "place", "vehicle")
        for each in desk.directory.find(kind, text, loose=loose)
    }


@once
def _pointing(kind: type[Record]) -> tuple[str, ...]:
    """The fields of a kind that point to another record."""
    slots = kind.slots().values()
    return tuple(each.name for each in slots if isinstance(each.type.element, Reference))


def _days(text: str, kind: type[Record], desk: Desk) -> list[tuple[str, Any]]:
    """The days a word means (`fri`, `d3`), for each of the kind's fields that hold one."""
    return [
        (each.name, day)
        for each in kind.slots().values()
        if isinstance(each.type, Day)
        for day in each.type.candidates(text, desk, early=True, loose=False)
    ]


def _field(each: Slot, text: str, desk: Desk) -> Test:
    if not text:
        return lambda document, _: not document.get(each.name)
    between = _between(text, each.type, desk)
    if between is not None:
        return _in_range(each, between, desk)
    wanted = fold(text)
    exact = _read(text, each.type, desk)
    return lambda document, _: (
        (exact is not None and _holds_value(document.get(each.name), exact))
        or wanted in fold(shown(each, document, desk))
    )


def _holds_value(held: Any, exact: Any) -> bool:
    return exact in held if isinstance(held, dict) else bool(held == exact)


def _read(text: str, kind: FieldType, desk: Desk) -> Any:
    try:
        return kind.element.read(text, desk)
    except Unread:
        return None


def _between(text: str, kind: FieldType, desk: Desk) -> tuple[Any, Any] | None:
    first, dash, last = text.partition("-")
    if not dash or not first or not last or kind.many or kind.ordered:
        return None
    low, high = (_read(part, kind, desk) for part in (first, last))
    usable = low is not None and high is not None and type(low) is type(high)
    return (low, high) if usable and kind.ranged else None


def _in_range(each: Slot, between: tuple[Any, Any], desk: Desk) -> Test:
    low, high = (each.type.rank(value, desk) for value in between)
    return lambda document, _: (
        document.get(each.name) is not None
        and low <= each.type.rank(document[each.name], desk) <= high
    )
