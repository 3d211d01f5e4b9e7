"""Each type of field: read from typed text, checked from files, shown, written and sorted."""

from __future__ import annotations

from typing import Annotated, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import fields
from models.errors import Unread
from models.fields.base import Choice, FieldType
from models.kinds import KINDS
from models.tokens import tokens, unquote
from tests.examples import few
from tests.models.documents import texts, values
from tests.models.nightfall import desk


DESK = desk()
TYPES = {name: _type for name, hint in vars(fields).items() for _type in get_args(hint)[1:2]}
UNTYPED = {"RunningNotes", *(name for name, each in TYPES.items() if not each.typed)}
SIZE = Choice(INT=("i", "inside"), no_show=("missed", "no show"), SAME=("same time",))
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.lists(st.text(max_size=4), max_size=2),
    st.dictionaries(st.text(max_size=4), st.one_of(st.booleans(), st.text(max_size=4)), max_size=2),
)


def of(name: str) -> FieldType:
    """A field type by the name it is declared with."""
    return SIZE if name == "Size" else TYPES[name]


@pytest.mark.parametrize(
    ("name", "typed", "kept", "shown", "written"),
    [
        ("Words", " two  words ", "two words", "two words", '"two words"'),
        ("Words", 'say "hi"', 'say "hi"', 'say "hi"', '"say ""hi"""'),
        ("SceneNumber", "12A", "12A", "12A", "12A"),
        ("DepartmentName", "lighting", "Electric", "Electric", "Electric"),
        ("DepartmentName", "Puppets", "Puppets", "Puppets", "Puppets"),
        ("ZoneName", "Europe/Zurich", "Europe/Zurich", "Europe/Zurich", "Europe/Zurich"),
        ("Yes", "y", True, "yes", "yes"),
        ("Yes", "nein", False, "no", "no"),
        ("Time", "630", "06:30", "06:30", "0630"),
        ("Time", "25:30", "25:30", "25:30", "2530"),
        ("Minutes", "1h30", 90, "1h30", "1h30"),
        ("Minutes", "45", 45, "45m", "45m"),
        ("Date", "d12", "2026-12-01", "Tue 1 Dec", "2026-12-01"),
        ("Date", "1/1", "2027-01-01", "Fri 1 Jan 2027", "2027-01-01"),
        ("Count", "8", 8, "8", "8"),
        ("Pages", "2 3/8", 19, "2 3/8", '"2 3/8"'),
        ("Pages", "19/8", 19, "2 3/8", '"2 3/8"'),
        ("Pages", "2.3", 19, "2 3/8", '"2 3/8"'),
        ("Pages", "2", 16, "2", '"2"'),
        ("Pages", "3/8", 3, "3/8", "3/8"),
        ("Pages", "0", 0, "0", "0/8"),
        ("PriorityLevel", "p1", 1, "p1", "p1"),
        ("PriorityLevel", "2", 2, "p2", "p2"),
        ("Degrees", "47.3512", 47.3512, "47.3512", "47.3512"),
        ("Degrees", "-8,5", -8.5, "-8.5", "-8.5"),
        ("Kilometres", "31", 31.0, "31", "31"),
        ("PersonId", "anna", "anna", "Anna Keller", "Anna"),
        ("PersonId", "=ghost", "ghost", "(person ghost is not here)", "=ghost"),
        ("PlaceIds", "school, farm", ["school", "farm"], "Old School, Farm", '"Old School",Farm'),
        ("AnyRecord", "run M7", "run/run7", "run M7", '"run M7"'),
        ("AnyRecord", "m7", "run/run7", "run M7", '"run M7"'),
        ("AnyRecord", "run/ghost", "run/ghost", "(run ghost is not here)", "run/ghost"),
        ("Size", "missed", "no-show", "no-show", "no-show"),
        ("Size", "INT.", "INT", "INT", "INT"),
        ("Size", "same t", "SAME", "SAME", "SAME"),
    ],
)
def test_typed_text_is_kept_shown_and_written(
    name: str, typed: str, kept: Any, shown: str, written: str
) -> None:
    each = of(name)
    found = each.read(typed, DESK)

    assert (kept, shown, written) == (found, each.show(found, DESK), each.write(found, DESK))
    assert kept == each.check(kept)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Words", "  ", "nothing is written there"),
        ("Yes", "maybe", "maybe is none of yes, no"),
        ("Size", "EXT", "EXT is none of INT, no-show, SAME"),
        ("Size", "", "nothing is none of INT, no-show, SAME"),
        ("Time", "noon", "noon is not a time (write 0630, 6:30 or 25:30)"),
        ("Minutes", "long", "long is not a length of time (write 45m or 1h30)"),
        ("Count", "8.5", "8.5 is not a whole number"),
        ("Count", "-1", "-1 is not between 0 and 1000000"),
        ("Degrees", "200", "200 is not between -180 and 180"),
        ("Degrees", "north", "north is not a number (write 47.35)"),
        ("Pages", "2 3/7", "2 3/7 is not a number of pages (write 2 3/8)"),
        ("PriorityLevel", "p9", "p9 is not a priority (p1 is now, p4 is some time)"),
        ("PersonId", "bob", "no one is called 'bob'"),
        ("PersonId", "ana", "no one is called 'ana': Anna Keller or Anna Moser?"),
        ("PersonId", "eva", "more than one person is called 'eva': Eva Lang or Eva Roth?"),
        (
            "PersonId",
            "m",
            "more than one person is called 'm': Anna Moser or Ann Moss or Mark Farmer or others?",
        ),
        ("VehicleId", "bike", "no vehicle is called 'bike'"),
        ("Cast", "44", "there is no cast number 44"),
        ("AnyRecord", "X1", "nothing has the number X1"),
        ("Phones", "12", "12 is not a phone number (write +41 79 555 01 22)"),
        ("Emails", "a@b", "a@b is not an e-mail address (write anna@example.org)"),
        ("Tags", "##", "a tag needs a word (#power)"),
        ("ZoneName", "Zurich", "Zurich is not a time zone (write Europe/Zurich)"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, typed: str, sentence: str) -> None:
    with pytest.raises(Unread) as caught:
        of(name).read(typed, DESK)

    assert sentence == str(caught.value)


def test_one_number_of_two_kinds_needs_the_kind() -> None:
    with pytest.raises(Unread) as caught:
        of("AnyRecord").read("E1", DESK)
    assert "nothing has the number E1" == str(caught.value)

    with pytest.raises(Unread) as caught:
        of("AnyRecord").read("P1", DESK)
    sentence = "P1 is Anna Keller (person) or hotel (place): write the kind too (run P1)"
    assert sentence == str(caught.value)


@pytest.mark.parametrize("name", [name for name in TYPES if name not in UNTYPED])
@given(data=st.data())
@few(8)
def test_a_kept_value_is_written_as_one_word_that_reads_back(
    name: str, data: st.DataObject
) -> None:
    each = TYPES[name]
    one = each.element if each.many else each
    value = data.draw(values(one))

    (token,) = tokens(one.write(value, DESK))

    read = one.read(token.raw if one.ordered else unquote(token.raw), DESK)
    assert value == read


@pytest.mark.parametrize("name", TYPES)
@given(value=JUNK)
@few(8)
def test_whatever_a_file_holds_is_kept_or_refused(name: str, value: Any) -> None:
    each = TYPES[name]
    try:
        kept = each.check(value)
    except Unread:
        return
    assert kept == each.check(kept)
    each.load(value)
    assert isinstance(each.show(kept, DESK), str)
    each.rank(kept, DESK)


@pytest.mark.parametrize("name", TYPES)
@given(typed=st.one_of(st.text(max_size=12), texts()))
@few(8)
def test_any_text_is_read_or_refused(name: str, typed: str) -> None:
    each = TYPES[name]
    if name == "RunningNotes":
        return
    for loose in (True, False):
        for value in each.candidates(typed, DESK, early=loose, loose=loose):
            assert value == each.element.check(value)
    list(each.complete(typed, DESK))
    try:
        value = each.read(typed, DESK)
    except Unread:
        return
    assert value == (each if each.ordered else each.element).check(value)


@pytest.mark.parametrize(
    ("name", "unsorted", "in_order"),
    [
        ("Time", ["25:30", "06:30", "18:00"], ["06:30", "18:00", "25:30"]),
        ("SceneNumber", ["b", "A", "c"], ["A", "b", "c"]),
        ("Size", ["SAME", "INT", "no-show"], ["INT", "no-show", "SAME"]),
        ("Pages", [19, 3, 8], [3, 8, 19]),
        ("PersonId", ["zoe", "anna", "ben"], ["anna", "ben", "zoe"]),
        ("Date", ["2027-01-01", "2026-11-23"], ["2026-11-23", "2027-01-01"]),
    ],
)
def test_values_sort_as_people_expect(name: str, unsorted: list[Any], in_order: list[Any]) -> None:
    assert in_order == sorted(unsorted, key=lambda value: of(name).rank(value, DESK))


def test_every_field_of_every_kind_says_what_may_be_typed() -> None:
    for kind in KINDS.values():
        assert [] == [name for name, each in kind.slots().items() if not each.type.words]


def test_a_field_without_a_type_is_refused() -> None:
    from models.record import Record, slot

    class Odd(Record):
        word, plural = "odd", "odds"
        plain: Annotated[str, "no type"] | None = slot()

    with pytest.raises(TypeError, match="is not declared with a field type"):
        Odd.slots()
