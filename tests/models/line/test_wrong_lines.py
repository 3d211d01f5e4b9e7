"""What cannot be understood is said in one sentence, and pointed at."""

from __future__ import annotations

import pytest

from models.kinds import KINDS
from models.line import Problem
from models.line.reading import MOST_WORDS, TOO_MANY
from tests.models.line.test_examples import name_of
from tests.models.line.written import Written, drafted, written


LINES = written("wrong")


def expected(line: Written) -> tuple[str, Problem]:
    """The text without its marks, and the problem the row says it has."""
    start, end = line.text.index("⟨"), line.text.index("⟩") - 1
    doubt = line.said.startswith("doubt: ")
    text = line.text.replace("⟨", "").replace("⟩", "")
    return text, Problem(start, end, line.said.removeprefix("doubt: "), doubt)


@pytest.mark.parametrize("line", LINES, ids=name_of)
def test_a_wrong_line_is_told(line: Written) -> None:
    text, problem = expected(line)

    assert (problem,) == drafted(line.kind, line.record, text).problems


def test_there_are_wrong_lines_of_every_kind() -> None:
    assert set(KINDS) - {"leg"} <= {each.kind for each in LINES}
    assert len(LINES) >= 65


@pytest.mark.parametrize("line", LINES, ids=name_of)
def test_a_sentence_is_short_enough_to_be_read(line: Written) -> None:
    assert len(line.said) <= 100


@pytest.mark.parametrize(
    ("kind", "text", "sentences"),
    [
        (
            "leg",
            "35m",
            [
                "a leg needs the place it begins (hotel>base 35m)",
                "a leg needs the place it ends (hotel>base 35m)",
            ],
        ),
        (
            "run",
            "0600 bob hotel>bse",
            [
                "no person, vehicle or place is called 'bob'",
                "no place is called 'bse': base?",
            ],
        ),
        ("run", "bob", ["no person, vehicle or place is called 'bob'"]),
    ],
)
def test_what_is_missing_is_said_once_the_rest_is_right(
    kind: str, text: str, sentences: list[str]
) -> None:
    assert sentences == [each.words for each in drafted(kind, "", text).problems]


def test_a_document_pasted_as_one_line_is_read_no_further_than_a_line_goes() -> None:
    text = "word " * 1000

    assert (Problem(MOST_WORDS * 5, len(text), TOO_MANY),) == drafted("issue", "", text).problems


def test_a_long_text_in_quotes_is_one_word() -> None:
    assert () == drafted("issue", "", f'late note:"{"word " * 1000}"').problems
