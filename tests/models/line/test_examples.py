"""What coordinators type is understood as they mean it."""

from __future__ import annotations

import pytest

from models.kinds import KINDS
from models.line import draft, read, write
from models.record import Record
from tests.models.line.written import DESK, Written, drafted, sets_of, written


TABLES = ("schedule", "crew", "transport", "issues", "production")
EXAMPLES = [each for table in TABLES for each in written(table)]


def name_of(example: Written) -> str:
    return f"{example.kind} {example.record}|{example.text}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_a_line_means(example: Written) -> None:
    found = drafted(example.kind, example.record, example.text)

    assert [] == [each.words for each in found.problems]
    assert sets_of(example.said) == found.sets


@pytest.mark.parametrize("example", [each for each in EXAMPLES if not each.record], ids=name_of)
def test_a_line_written_back_is_the_same_record(example: Written) -> None:
    kind = KINDS[example.kind]
    record = drafted(example.kind, "", example.text).after

    line = write(kind, record, DESK)

    assert record == draft(read(line, kind, DESK), DESK).after


def test_there_are_examples_of_every_kind_in_both_ways_of_typing() -> None:
    assert set(KINDS) == {each.kind for each in EXAMPLES if not each.record}
    assert set(KINDS) == {each.kind for each in EXAMPLES if each.record}
    assert len(EXAMPLES) >= 130


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_example_of_a_kind_can_be_saved(kind: type[Record]) -> None:
    reading = read(kind.example.replace("eva", "ben"), kind, DESK)

    assert [] == [each.words for each in draft(reading, DESK).problems]
