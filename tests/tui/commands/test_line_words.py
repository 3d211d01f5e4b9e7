"""What the shell has cut into words is one line again."""

from __future__ import annotations

import pytest

from models.kinds import kind
from tui.commands.line_words import filter_of, line_of


LINES = {
    ("event", ("fri", "1400", "Tech recce")): 'fri 1400 "Tech recce"',
    ("event", ('fri 1400 "Tech recce"',)): 'fri 1400 "Tech recce"',
    ("event", ("fri", '"Tech recce"')): 'fri "Tech recce"',
    ("event", ("lunch", "+Anna Keller")): 'lunch +"Anna Keller"',
    ("event", ("lunch", "people:Anna Keller,ben")): 'lunch people:"Anna Keller",ben',
    ("run", ("0540", "grand hotel>base")): '0540 "grand hotel">base',
    ("run", ("0540", "hotel>old school>unit base")): '0540 hotel>"old school">"unit base"',
    ("run", ("-15", "note:two words")): '-15 note:"two words"',
    ("run", ("-Anna Keller", "by", "0640")): '-"Anna Keller" by 0640',
    ("run", ("note:",)): "note:",
    ("issue", ("rain", "#on set")): 'rain #"on set"',
    ("issue", ("what: a day", "p1")): '"what: a day" p1',
    ("person", ("Anna", "Keller,", "gaffer")): "Anna Keller, gaffer",
    ("person", ("Anna Keller", "gaffer", "+41 79 555 01 22")): (
        "Anna Keller, gaffer, +41 79 555 01 22"
    ),
    ("person", ("Anna Keller, gaffer", "note:two words")): 'Anna Keller, gaffer note:"two words"',
}


@pytest.mark.parametrize(("given", "wanted"), LINES.items())
def test_words_with_spaces_go_back_into_quotes(
    given: tuple[str, tuple[str, ...]], wanted: str
) -> None:
    word, words = given

    assert wanted == line_of(words, kind(word))


def test_a_filter_of_one_word_is_taken_as_it_is() -> None:
    assert "anna keller" == filter_of(("anna keller",), kind("person"))
    assert '"anna keller" gaffer' == filter_of(("anna keller", "gaffer"), kind("person"))
