"""A filter takes any text, and finds what it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kinds import KINDS
from models.query import MOST_WORDS, Query
from models.record import Record
from tests.examples import few
from tests.models.documents import MARKS, WORDS, documents, texts
from tests.models.nightfall import desk, records


DESK = desk()
RECORDS = records()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
@few(8)
def test_any_text_filters_any_record(kind: type[Record], data: st.DataObject) -> None:
    parts = st.one_of(st.sampled_from((*MARKS, *WORDS)), texts(), st.text(max_size=20))
    text = " ".join(data.draw(st.lists(parts, max_size=5)))
    document = data.draw(documents(kind))

    assert Query(text, kind, DESK).shows(document) in (True, False)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("run", "", {"run7", "run8"}),
        ("run", "+mia", {"run7"}),
        ("run", "-+mia", {"run8"}),
        ("run", "hotel", {"run7"}),
        ("run", "van2", {"run7"}),
        ("run", "van 2", {"run7"}),
        ("run", "status:told", {"run7"}),
        ("run", "status:", {"run8"}),
        ("run", "#early", {"run7"}),
        ("run", "0500-0600", {"run7"}),
        ("run", "0700-0800", set()),
        ("issue", "genera p1", {"genny"}),
        ("issue", "p2-p4", set()),
        ("call", "+mia", {"miacall"}),
        ("call", "electric -tue", {"electric"}),
        ("person", "zoe", {"zoe"}),
        ("person", "muller", {"zoe"}),
        ("person", "[jj]", {"jj"}),
        ("person", "dept:camera", {"annam"}),
    ],
)
def test_a_filter_shows(kind: str, text: str, found: set[str]) -> None:
    query = Query(text, KINDS[kind], DESK)

    assert found == {each for each, doc in RECORDS[kind].items() if query.shows(doc)}


def test_a_document_pasted_as_a_filter_asks_its_first_words_once_each() -> None:
    text = " ".join(f"word{at % 90}" for at in range(3_000))

    asked = Query(text, KINDS["run"], DESK).asked

    assert [f"word{at}" for at in range(MOST_WORDS)] == [each.raw for each in asked]
