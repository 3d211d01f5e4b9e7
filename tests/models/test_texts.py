"""The folded texts that are kept say what would be made anew; a longer filter narrows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.desk import Desk, desk_of
from models.kinds import KINDS
from models.query import Query, haystack
from models.record import Record
from models.texts import Texts
from tests.examples import few
from tests.models.documents import MARKS, WORDS, documents, texts
from tests.models.nightfall import desk, records


DESK = desk()
RECORDS = records()
WORDS_OF_A_FILTER = st.one_of(
    st.sampled_from((*MARKS, *WORDS)), texts(), st.text("abehnotv2- +:#", max_size=4)
)
FILTERS = st.lists(WORDS_OF_A_FILTER, max_size=3).map(" ".join)


def with_changed(kind: str, key: str, **fields: Any) -> Desk:
    """The desk after one record changed, or is new."""
    held = {**RECORDS[kind], key: {**RECORDS[kind].get(key, {"id": key}), **fields}}
    return desk_of({**RECORDS, kind: held}, DESK.today, DESK.view)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
@few(6)
def test_a_text_is_all_that_is_shown_of_the_record(kind: type[Record], data: st.DataObject) -> None:
    made = [data.draw(documents(kind)) | {"id": f"x{at}"} for at in range(3)]
    kept = Texts().kind(kind.word)
    for document in (*made, *made):
        assert haystack(kind, document, DESK) == kept.of(document, DESK)


@pytest.mark.parametrize(
    ("kind", "key", "fields"),
    [
        ("run", "run7", {"status": "aboard"}),
        ("person", "mia", {"name": "Somebody Else"}),
        ("person", "mia", {"phones": {"+41 79 000 00 00": True}}),
        ("vehicle", "van2", {"name": "Bus", "number": "V99"}),
        ("place", "newplace", {"name": "Quarry"}),
        ("run", "run7", {"number": "M999"}),
    ],
)
def test_a_text_is_made_anew_where_what_it_shows_changed(
    kind: str, key: str, fields: dict[str, Any]
) -> None:
    kept, touched = Texts(), {(kind, key): DESK.directory.document(kind, key)}
    after = with_changed(kind, key, **fields)
    every = [(word, each) for word in KINDS for each in RECORDS.get(word, {})]
    for word, each in every:
        kept.kind(word).of(DESK.directory.document(word, each), DESK)
    kept.forget(touched, after.directory.renamed(touched))
    for word, each in every:
        document = after.directory.document(word, each)
        assert haystack(KINDS[word], document, after) == kept.kind(word).of(document, after)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(before=FILTERS, more=WORDS_OF_A_FILTER, apart=st.booleans())
@few(6)
def test_narrowing_finds_what_filtering_anew_finds(
    kind: type[Record], before: str, more: str, *, apart: bool
) -> None:
    text = f"{before}{' ' if apart else ''}{more}"
    every = list(RECORDS.get(kind.word, {}).values())
    first, second = Query(before, kind, DESK), Query(text, kind, DESK)
    of = {id(each): haystack(kind, each, DESK) for each in every}
    anew = second.among(every, lambda each: of[id(each)])
    assert [each for each in every if second.shows(each)] == anew
    if second.narrows(first):
        narrowed = first.among(every, lambda each: of[id(each)])
        assert anew == second.among(narrowed, lambda each: of[id(each)])


@pytest.mark.parametrize(
    ("before", "text", "narrows"),
    [
        ("gen", "gene", True),
        ("gen", "gen p1", True),
        ("gen", "regen", True),
        ("gen", "gem", False),
        ("-", "-gen", False),
        ("+an", "+ann", False),
        ("status:to", "status:told", False),
        ("#po", "#pow", False),
    ],
)
def test_a_filter_narrows_another_where_that_is_sure(
    before: str, text: str, *, narrows: bool
) -> None:
    kind = KINDS["issue"]
    assert narrows is Query(text, kind, DESK).narrows(Query(before, kind, DESK))
