"""No text of any length or script makes the line language raise, and nothing it says is off it."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.crew import Person
from models.kinds import KINDS
from models.line import complete, draft, kind_of, read, write
from models.line.drafting import Document, same_records, typed
from models.record import Record
from models.schedule import Event, Scene
from models.tokens import tokens
from models.transport import Run
from tests.examples import few
from tests.models.documents import MARKS, WORDS, texts
from tests.models.nightfall import desk, records


DESK = desk()
RECORDS = records()
KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(st.sampled_from((*MARKS, *WORDS)), texts()), max_size=12).map(" ".join),
    st.lists(st.sampled_from((*MARKS, *WORDS, " ")), max_size=20).map("".join),
)


def test_a_name_of_which_nothing_is_left_is_not_doubted() -> None:
    reading = read("seats:8 d12 12/3", Person, DESK)
    assert reading.problems


@KIND
@given(line=LINES, whole=st.booleans())
@few(15)
def test_any_text_is_read_and_drafted(kind: type[Record], line: str, whole: bool) -> None:  # noqa: FBT001 - hypothesis fills it
    reading = read(line, kind, DESK, whole=whole)
    before = next(iter(RECORDS[kind.word].values()))
    found = draft(reading, DESK, None if whole else before, whole=whole)
    same_records(reading, DESK)

    stretches = [(each.start, each.end) for each in reading.pieces]
    stretches += [(each.start, each.end) for each in found.problems]
    assert all(0 <= start <= end <= len(line) for start, end in stretches)
    apart = sorted({(each.start, each.end) for each in reading.pieces})
    assert all(first[1] <= second[0] for first, second in pairwise(apart))


@KIND
@given(line=LINES)
@few(12)
def test_what_a_line_makes_of_a_new_record_can_be_written(kind: type[Record], line: str) -> None:
    record = draft(read(line, kind, DESK), DESK).after

    again = draft(read(write(kind, record, DESK), kind, DESK), DESK).after

    assert on_a_line(kind, record) == again


def on_a_line(kind: type[Record], record: Document) -> dict[str, object]:
    """A record without its running notes, which a line adds to and never lists."""
    named = {each.name for each in typed(kind)}
    return {field: value for field, value in record.items() if field in named}


@KIND
@given(line=LINES, place=st.floats(0, 1))
@few(10)
def test_any_text_is_completed_at_any_cursor(kind: type[Record], line: str, place: float) -> None:
    cursor = round(place * len(line))

    found = complete(line, cursor, kind, DESK)

    assert all(0 <= each.start <= cursor <= each.end <= len(line) for each in found)
    assert len(found) <= 8


@given(line=LINES)
def test_any_text_is_of_some_kind(line: str) -> None:
    which = kind_of(line, tuple(KINDS.values()))

    assert 0 <= which.start <= len(line)
    read(line, which.kind, DESK, start=which.start)


@given(line=LINES, commas=st.booleans())
def test_tokens_and_spaces_are_the_whole_line(line: str, commas: bool) -> None:  # noqa: FBT001 - hypothesis fills it
    found = tokens(line, commas=commas)

    left = line
    for each in reversed(found):
        assert line[each.start : each.end] == each.raw
        left = left[: each.start] + left[each.end :]
    assert left.replace(",", "").strip() == ""


LONG = ("a" * 5_000, "ab " * 1_666, '"' * 5_000, '" ' * 2_500, "a>" * 2_500, "a > " * 1_250)
LONGER = (
    "+a " * 1_666,
    "x:y " * 1_250,
    "1,2 " * 1_250,
    "0600 " * 1_000,
    "due " * 1_250,
    "," * 5_000,
)


@pytest.mark.parametrize("line", [*LONG, *LONGER, "note: " + "é " * 2_500, "李雷 " * 1_666])
def test_a_line_of_5000_characters_is_read_well_under_a_second(line: str) -> None:
    for kind in (Run, Event, Scene, Person):
        for whole in (True, False):
            begun = process_time()
            draft(read(line, kind, DESK, whole=whole), DESK)
            assert process_time() - begun < 1, (kind, whole)
        complete(line, len(line), kind, DESK)
