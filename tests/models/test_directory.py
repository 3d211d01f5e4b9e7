"""Who a name means: the surest match wins, and two matches are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.by_day import Documents
from models.directory import Directory, quoted
from models.fields.references import Reference
from models.tokens import tokens, unquote
from tests.models.documents import texts
from tests.models.nightfall import desk, records


DIRECTORY = Directory(records())


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("person", "P1", {"anna"}),  # its number
        ("person", "anna", {"anna"}),  # a whole name, though another begins with it
        ("person", "ANNA KELLER", {"anna"}),
        ("person", "Ann", {"ann"}),  # a word, though others begin with it
        ("person", "moser", {"annam"}),
        ("person", "anna moser", {"annam"}),
        ("person", "annamoser", {"annam"}),
        ("person", "eva", {"eval", "evar"}),
        ("person", "van dijk", {"dijk"}),  # its last words
        ("person", "dijk", {"dijk"}),
        ("person", "annam", {"annam"}),  # the start of a name without its space
        ("person", "kel", {"anna"}),  # the start of a word
        ("person", "eva r", {"evar"}),
        ("person", "jj", {"jj"}),
        ("person", "jjbell", {"jj"}),
        ("person", "rb", {"reto"}),  # initials
        ("person", "elle", {"anna"}),  # part of a word
        ("person", "zoe", {"zoe"}),
        ("person", "Muller", {"zoe"}),
        ("person", "julia", {"mia"}),  # the character
        ("person", "miller", {"zoe"}),
        ("person", "李雷", {"lilei"}),
        ("person", "雷", {"lilei"}),
        ("person", "שרה", {"sarah"}),
        ("person", "o'neill", {"oneill"}),
        ("person", "oneill", {"oneill"}),
        ("person", "red", {"oneill"}),
        ("person", "and", set()),  # never across two words: Noah v|an d|ijk
        ("person", "done", set()),
        ("person", "ell", set()),  # three letters inside a word are too few
        ("person", "", set()),
        ("person", "[]", set()),
        ("vehicle", "van2", {"van2"}),
        ("vehicle", "van 2", {"van2"}),
        ("vehicle", "2", {"van2"}),
        ("vehicle", "van", {"van2", "van12"}),
        ("vehicle", "ZH 412 907", {"van2"}),
        ("vehicle", "zh412907", {"van2"}),
        ("place", "hotel", {"hotel"}),
        ("place", "krone", {"hotel"}),
        ("place", "zurich hb", {"hb"}),
        ("place", "park", {"wpark", "epark"}),
        ("place", "e park", set()),
        ("nothing", "hotel", set()),
    ],
)
def test_a_name_finds(kind: str, text: str, found: set[str]) -> None:
    assert found == set(DIRECTORY.find(kind, text))


@pytest.mark.parametrize(
    ("text", "found"),
    [("anna", {"anna"}), ("moser", {"annam"}), ("mos", set()), ("rb", set()), ("elle", set())],
)
def test_beside_a_title_only_whole_words_name_anyone(text: str, found: set[str]) -> None:
    assert found == set(DIRECTORY.find("person", text, loose=False))


@pytest.mark.parametrize(
    ("kind", "record", "handle", "shown"),
    [
        ("person", "anna", "Anna", "Anna Keller"),
        ("person", "annam", '"Anna Moser"', "Anna Moser"),
        ("person", "ann", "Ann", "Ann Moss"),
        ("person", "evar", "EvaRoth", "Eva Roth"),
        ("person", "lilei", "李雷", "李雷"),
        ("person", "oneill", "Sheila", 'Sheila "Red" O\'Neill'),
        ("vehicle", "van2", "Van2", "Van 2"),
        ("vehicle", "truck", "ZH88100", "Grip truck"),
        ("place", "school", '"Old School"', "Old School"),
        ("place", "base", "base", "base"),
        ("person", "ghost", "=ghost", "(person ghost is not here)"),
    ],
)
def test_a_record_has_a_short_text_that_names_it(
    kind: str, record: str, handle: str, shown: str
) -> None:
    assert (handle, shown) == (DIRECTORY.handle(kind, record), DIRECTORY.show(kind, record))


def test_two_of_one_name_are_told_apart_by_their_numbers() -> None:
    twins = Directory(
        {
            "person": {
                "one": {"name": "Kim Lee", "number": "M1"},
                "two": {"name": "Kim Lee", "number": "M2"},
                "new": {"name": "Kim Lee"},
            }
        }
    )

    assert ["M1", "M2", "=new"] == [twins.handle("person", each) for each in ("one", "two", "new")]


NAMES = st.dictionaries(
    st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    st.fixed_dictionaries({"name": texts()}, optional={"short": texts(), "number": texts()}),
    max_size=8,
)


@given(NAMES, NAMES)
def test_what_names_a_record_names_no_other(people: Documents, places: Documents) -> None:
    here = Directory({"person": people, "place": places})
    at = desk()
    for kind, documents in here.records.items():
        for record in documents:
            handle = here.handle(kind, record)
            (token,) = tokens(handle)
            assert handle == token.raw
            by_id = handle == f"={record}"
            assert by_id or (record,) == here.find(kind, unquote(handle))
    assert Reference("person").read("=ghost", at) == "ghost"


@given(st.text(min_size=1, max_size=30))
def test_quoted_text_is_one_token_that_means_itself(text: str) -> None:
    (token,) = tokens(quoted(text))

    assert text == token.text


@pytest.mark.parametrize(
    ("kinds", "text", "others", "found"),
    [
        (("person",), "ana", (), ("Anna Keller", "Anna Moser")),
        (("person",), "kellar", (), ("Anna Keller",)),
        (("place",), "bse", (), ("base",)),
        (("person", "place"), "fram", (), ("Farm",)),
        (("person",), "electirc", ("Electric", "Grip"), ("Electric",)),
        (("person", "vehicle"), "van", (), ("Noah van Dijk", "Van 2")),
        (("person",), "told", (), ()),
        (("person",), "xyz", (), ()),
        (("nothing",), "anna", (), ()),
    ],
)
def test_a_misspelt_name_is_nearest_to(
    kinds: tuple[str, ...], text: str, others: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert found == DIRECTORY.nearest(kinds, text, others=others)
