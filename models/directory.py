"""Who and what can be named on a line: every person, place and vehicle by any part of its name.

Looking up goes from the surest match to the loosest and stops at the first that finds
anything: number, whole name, a word or the last words of it, start of either, initials, a part
of a word. What a name finds is never guessed between: two matches are two matches, and the
caller says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar, cast

from models.by_day import ByDay, Days, Document, Documents, KnowsDays
from models.text import fold, squeeze, tidy


Made = TypeVar("Made")

SHORTEST_PART = 4
"""Letters a part inside a word needs; fewer are too often a word of their own."""
ALIKE = 0.6
"""How alike a misspelt name must be, from 0 to 1, to be offered."""
NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "person": ("name", "short", "character"),
    "vehicle": ("name", "registration"),
    "place": ("short", "name"),
    "scene": ("scene",),
    "issue": ("title",),
    "event": ("title",),
}
OTHERS_NAMED_BY = ("name", "title")


class Names:
    """The names of one kind of record, indexed once for every way of looking up."""

    def __init__(self, kind: str, documents: Documents) -> None:
        """Index the live records of a kind, given by id."""
        self.documents = documents
        self._guesses: dict[str, tuple[str, ...]] = {}
        self._of: dict[str, tuple[str, ...]] = {}
        self._fields = NAMED_BY.get(kind, OTHERS_NAMED_BY)

    def of(self, record: str) -> tuple[str, ...]:
        """Every name a record goes by, the one to show first."""
        names = self._of.get(record)
        if names is None:
            names = self._of[record] = _named(self.documents.get(record, {}), self._fields)
        return names

    def find(self, text: str, *, loose: bool = True) -> tuple[str, ...]:
        """The ids that text names, at the surest level where it names any.

        With `loose` off only a number, a whole name or a whole word of one counts.
        """
        wanted = squeeze(text)
        for index in (self._numbers, self._wholes, self._words):
            if wanted in index:
                return index[wanted]
        if not loose or not wanted:
            return ()
        if wanted not in self._guesses:
            self._guesses[wanted] = self._loosely(wanted)
        return self._guesses[wanted]

    def _loosely(self, wanted: str) -> tuple[str, ...]:
        starts = _unique(
            i for word, ids in self._words.items() if word.startswith(wanted) for i in ids
        )
        whole = _unique(
            i for name, ids in self._wholes.items() if name.startswith(wanted) for i in ids
        )
        if starts or whole:
            return _unique((*starts, *whole))
        if wanted in self._initials:
            return self._initials[wanted]
        if len(wanted) < SHORTEST_PART and wanted.isascii():
            return ()
        return _unique(i for word, ids in self._parts.items() if wanted in word for i in ids)

    @cached_property
    def spelt(self) -> tuple[tuple[str, str], ...]:
        """Every name, and every longer word of one, as it is compared, with the name to show."""
        return tuple(
            dict.fromkeys(
                (fold(word), names[0])
                for names in map(self.of, self.documents)
                for name in names
                for word in (name, *name.split())
                if word == name or len(word) > 2
            )
        )

    @cached_property
    def _numbers(self) -> Mapping[str, tuple[str, ...]]:
        pairs = (
            (squeeze(str(doc.get("number") or "")), each) for each, doc in self.documents.items()
        )
        return _index(pairs)

    @cached_property
    def _wholes(self) -> Mapping[str, tuple[str, ...]]:
        return _index((squeeze(name), each) for each in self.documents for name in self.of(each))

    @cached_property
    def _words(self) -> Mapping[str, tuple[str, ...]]:
        """Each word of a name, and each tail of it from a word on (`van Dijk`)."""
        return _index(
            pair
            for each in self.documents
            for name in self.of(each)
            for words in (_words(name),)
            for place, word in enumerate(words)
            for pair in ((word, each), ("".join(words[place:]), each))
        )

    @cached_property
    def _parts(self) -> Mapping[str, tuple[str, ...]]:
        """Each word of a name by itself: a part is never looked for across two."""
        return _index(
            (word, each)
            for each in self.documents
            for name in self.of(each)
            for word in _words(name)
        )

    @cached_property
    def _initials(self) -> Mapping[str, tuple[str, ...]]:
        return _index(
            ("".join(squeeze(word)[:1] for word in name.split()), each)
            for each in self.documents
            for name in self.of(each)
            if " " in name
        )


def _named(document: Document, fields: Sequence[str]) -> tuple[str, ...]:
    names = (document.get(field) for field in fields)
    return tuple(name for name in names if isinstance(name, str) and name.strip())


def _called(kind: str, document: Document) -> tuple[object, ...]:
    fields = NAMED_BY.get(kind, OTHERS_NAMED_BY)
    return (bool(document), document.get("number"), *_named(document, fields)[:1])


def _words(name: str) -> list[str]:
    return [squeeze(word) for word in name.replace("-", " ").split()]


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for key, each in pairs:
        if key:
            found[key][each] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))


class Directory:
    """The names of every kind, indexed when first asked for."""

    def __init__(self, records: Mapping[str, Documents]) -> None:
        """Take the live documents by kind and id; nothing is indexed yet."""
        self.records = records
        self._names: dict[str, Names] = {}
        self._days: dict[str, ByDay] = {}
        self._once: dict[tuple[str, Callable[..., object]], object] = {}

    def later(self, records: Mapping[str, Documents]) -> Directory:
        """The directory after a change.

        What was worked out for kinds whose mapping of documents is the very same is kept.
        """
        found = Directory(records)
        same = {kind for kind, held in records.items() if held is self.records.get(kind)}
        found._names = {kind: made for kind, made in self._names.items() if kind in same}
        found._once = {key: made for key, made in self._once.items() if key[0] in same}
        found._days = {kind: days for kind, days in self._days.items() if kind in same}
        return found

    def renamed(self, before: Mapping[tuple[str, str], Document]) -> frozenset[str]:
        """The kinds of records called otherwise now than the documents they had before say."""
        return frozenset(
            kind
            for (kind, key), document in before.items()
            if _called(kind, document) != _called(kind, self.document(kind, key))
        )

    def once(self, kind: str, make: Callable[[Documents], Made]) -> Made:
        """What is made of all the documents of one kind alone; made again when one changed."""
        key = (kind, make)
        if key not in self._once:
            self._once[key] = make(self.records.get(kind, {}))
        return cast("Made", self._once[key])

    def by_day(self, kind: str) -> Days:
        """The records of a kind, day by day."""
        records = self.records.get(kind, {})
        if isinstance(records, KnowsDays):
            return records.by_day
        if kind not in self._days:
            self._days[kind] = ByDay.of(records)
        return self._days[kind]

    def on(self, kind: str, day: str | None) -> Sequence[Document]:
        """The records of a kind on one production day, or with None those without a day."""
        return self.by_day(kind).on(day)

    def names(self, kind: str) -> Names:
        """The index of one kind."""
        if kind not in self._names:
            self._names[kind] = Names(kind, self.records.get(kind, {}))
        return self._names[kind]

    def find(self, kind: str, text: str, *, loose: bool = True) -> tuple[str, ...]:
        """The ids of that kind which text names; see `Names.find`."""
        return self.names(kind).find(text, loose=loose)

    def document(self, kind: str, record: str) -> Document:
        """A record's document, empty where it is not here (yet)."""
        return self.records.get(kind, {}).get(record, {})

    def show(self, kind: str, record: str) -> str:
        """What a reference is shown as: the name, the number, or that it is missing."""
        names = self.names(kind).of(record)
        if names:
            return names[0]
        number = self.document(kind, record).get("number")
        return str(number) if number else f"({kind} {record} is not here)"

    def handle(self, kind: str, record: str) -> str:
        """The shortest text that names just this record, quoted where a line needs it.

        Where none does, its id behind an equals sign, which is always understood.
        """
        for name in self._handles(kind, record):
            if self.find(kind, name) == (record,):
                return quoted(name)
        return f"={record}"

    def _handles(self, kind: str, record: str) -> Iterator[str]:
        names = self.names(kind).of(record)
        short = self.document(kind, record).get("short")
        if isinstance(short, str) and short:
            yield short
        if kind == "person" and names:
            yield names[0].split()[0]
        yield from ("".join(name.split()) for name in names if len(name) <= 9)
        yield from (tidy(name) for name in names)
        number = self.document(kind, record).get("number")
        if isinstance(number, str) and number:
            yield number

    def nearest(
        self, kinds: Sequence[str], text: str, *, others: Iterable[str] = (), limit: int = 2
    ) -> tuple[str, ...]:
        """Names, and others given, that look like the text; the most alike first.

        Words are compared with words and names with names, so that `told` is not thought to
        be most of `Old School`.
        """
        from rapidfuzz import process  # only when something is misspelt
        from rapidfuzz.distance import OSA

        known = [(word, name) for kind in kinds for word, name in self.names(kind).spelt]
        known += [(fold(each), each) for each in others]
        best = process.extract(
            fold(text),
            [word for word, _ in known],
            scorer=OSA.normalized_similarity,
            limit=4 * limit,
            score_cutoff=ALIKE,
        )
        return tuple(dict.fromkeys(known[place][1] for _, _, place in best))[:limit]


def quoted(text: str) -> str:
    """Text as one token of a line: in quotes where it holds a space, a mark or a quote."""
    plain = text and all(mark.isalnum() or mark in "._/&'’" for mark in text) and text[0].isalnum()
    return text if plain else '"' + text.replace('"', '""') + '"'
