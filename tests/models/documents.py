"""Hypothesis strategies: a document of any kind, each field filled by its type.

Texts are of any script and full of what the line language gives a meaning to: quotes, colons,
commas, arrows, signs, hashes, brackets, numbers, words that are fields, choices and names.
Each strategy is made once: Hypothesis looks a new one through before the first draw, every time.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from models.departments import DEPARTMENTS
from models.fields.base import Choice, Department, Email, FieldType, Flag, Phone, Tag, Text, Zone
from models.fields.kept import ForeignId, PackedText, Rank
from models.fields.numbers import Eighths, Number, Real
from models.fields.references import CastNumber, Link, Reference, Stops
from models.fields.shooting import Roll, ScreenTime
from models.fields.times import Clock, Day, Span
from models.kinds import KINDS
from models.ranks import evenly
from models.record import field_words
from models.text import tidy
from models.when import LAST_MINUTE, clock
from tests.models.nightfall import records


if TYPE_CHECKING:
    from collections.abc import Callable

    from models.record import Record

MARKS = [*"\"'“”„«»:,;>+-@#[](){}/|=.!?*~\\&%", "->", "→", '""', " - ", "://"]
WORDS = (
    *(word for kind in KINDS.values() for word in field_words(kind)),
    *("INT.", "DAY", "told", "done", "risk:", "d12", "fri", "tmr", "3 dec", "+30", "-15", "+2d"),
    *("0630", "6:30", "25:30", "1,4,7", "2 3/8", "45m", "1400-1530", "p1", "M7", "=anna"),
    *("anna", "van2", "farm", "Mark Farmer", "hotel>base", "+anna", "@ben", "#power", "and", "at"),
    *("Zoë", "李雷", "שרה", "العربية", "Ωμέγα", "İstanbul", "ﬁ", "👩🏽‍🎤", "e\u0301", "ß", "ǆ"),
)
RECORDS = records()
IDS = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)


@cache
def texts() -> st.SearchStrategy[str]:
    """One line of text as it is kept, of any script, often awkward."""
    parts = st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(MARKS),
        st.text(max_size=6),
        st.sampled_from(sorted(each for doc in RECORDS["person"].values() for each in named(doc))),
    )
    joined = st.tuples(st.lists(parts, min_size=1, max_size=5), st.sampled_from(["", " "]))
    return joined.map(lambda made: tidy(made[1].join(made[0]))).filter(bool)


def named(document: Any) -> list[str]:
    """The texts a record of the production holds."""
    return [value for value in document.values() if isinstance(value, str) and tidy(value)]


@cache
def _references(each: Reference) -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(sorted(RECORDS[each.kind])), IDS)


@cache
def _links() -> st.SearchStrategy[str]:
    here = [f"{kind}/{each}" for kind, documents in RECORDS.items() for each in documents]
    return st.one_of(
        st.sampled_from(here), st.tuples(st.sampled_from(list(KINDS)), IDS).map("/".join)
    )


def _kept(each: FieldType, found: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return found.filter(lambda text: _holds(each, text)).map(each.check)


def _holds(each: FieldType, value: Any) -> bool:
    from models.errors import Unread

    try:
        each.check(value)
    except Unread:
        return False
    return True


PHONES = st.from_regex(r"\+?[0-9][0-9 ()./-]{2,12}[0-9]( ext [0-9]{1,3})?", fullmatch=True).map(
    tidy
)
EMAILS = st.from_regex(r"[a-z.+é]{1,8}@[a-z]{1,8}\.(org|ch|中国)", fullmatch=True)
ROLLS = st.from_regex(r"[A-Za-z]{0,4}[-_]?[0-9]{1,6}", fullmatch=True)
ZONES = st.sampled_from(["Europe/Zurich", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)).map(dt.date.isoformat)
REALS = st.decimals(-99, 99, places=6).map(float)

# the first type a field's type is an instance of says how its values are made
VALUES: tuple[tuple[type[FieldType], Callable[[Any], st.SearchStrategy[Any]]], ...] = (
    (ForeignId, lambda _: texts()),
    (PackedText, lambda _: st.from_regex(r"[0-9A-Za-z!#;]{1,20}", fullmatch=True)),
    (Rank, lambda _: st.integers(1, 400).map(lambda count: evenly(count)[-1])),
    (Flag, lambda _: st.booleans()),
    (Choice, lambda each: st.sampled_from(each.options)),
    (Clock, lambda _: st.integers(0, LAST_MINUTE).map(clock)),
    (Span, lambda _: st.integers(0, 9_999)),
    (Day, lambda _: DAYS),
    (Eighths, lambda _: st.integers(0, 9_999)),
    (ScreenTime, lambda _: st.integers(0, ScreenTime.LONGEST)),
    (Number, lambda each: st.integers(each.least, each.most)),
    (Real, lambda each: REALS.filter(lambda value: each.least <= value <= each.most)),
    (CastNumber, _references),
    (Reference, _references),
    (Stops, lambda each: st.lists(_references(each.place), min_size=1, max_size=3)),
    (Link, lambda _: _links()),
    (Zone, lambda _: ZONES),
    (Department, lambda each: _kept(each, st.one_of(st.sampled_from(list(DEPARTMENTS)), texts()))),
    (Phone, lambda each: _kept(each, st.one_of(PHONES, texts()))),
    (Email, lambda each: _kept(each, EMAILS)),
    (Roll, lambda _: ROLLS),
    (Tag, lambda each: _kept(each, texts())),
    (Text, lambda _: texts()),
)


def values(each: FieldType) -> st.SearchStrategy[Any]:
    """Kept values of a field type; of a set, a mapping of elements to true."""
    if each.many:
        element = values(each.element)
        return st.lists(element, min_size=1, max_size=3, unique=True).map(
            lambda found: dict.fromkeys(found, True)
        )
    return next(make(each) for type_, make in VALUES if isinstance(each, type_))


@cache
def documents(kind: type[Record]) -> st.SearchStrategy[dict[str, Any]]:
    """Documents of a kind: any of the fields that belong on its line."""
    typed = {
        name: each.type
        for name, each in kind.slots().items()
        if each.type.typed and not each.type.running
    }
    return st.fixed_dictionaries({}, optional={name: values(each) for name, each in typed.items()})
