"""Text as it may be kept, compared and shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text import clean, fold, natural, squeeze, tidy


HOSTILE = st.text(st.sampled_from("aé \t\n\x1b\x9b\x00\x7f\u202e\u2066\u200b\ufeff\u061c\ud800[2J"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo [JJ] Bell", "Jo [JJ] Bell"),
        ("red\x1b[31m", "red·[31m"),
        ("C1 \x9b31m", "C1 ·31m"),
        ("two\nlines\r", "two·lines·"),
        ("invoice\u202efdp.exe", "invoice·fdp.exe"),
        ("\u2067hidden\u2069", "·hidden·"),
        ("zero\u200bwidth", "zero·width"),
        ("half\ud800", "half·"),
        ("می\u200cخواهم 👨\u200d👩", "می\u200cخواهم 👨\u200d👩"),
    ],
)
def test_what_a_terminal_would_obey_becomes_a_dot(text: str, expected: str) -> None:
    assert expected == clean(text)


@given(HOSTILE)
def test_clean_text_has_no_control_character_and_its_length_stays(text: str) -> None:
    assert not [mark for mark in clean(text) if unicodedata.category(mark) in ("Cc", "Cs")]
    assert len(text) == len(clean(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Anna \t Keller\n", "Anna Keller"),
        ("Zoe\u0308", "Zoë"),
        ("\ufeffScene\x00 12A", "Scene 12A"),
        ("\u00a0", ""),
    ],
)
def test_text_is_kept_on_one_line_in_one_form(text: str, expected: str) -> None:
    assert expected == tidy(text)


@given(st.one_of(HOSTILE, st.text()))
def test_tidy_text_is_tidy_and_clean(text: str) -> None:
    once = tidy(text)

    assert once == tidy(once) == clean(once)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ÉVA", "eva"), ("Müller", "MULLER"), ("Straße", "STRASSE"), ("Zoë", "Zoe\u0308")],
)
def test_names_are_compared_without_case_and_accents(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_name_meets_its_short_form() -> None:
    assert squeeze("Van 2") == squeeze("van-2") == "van2"


def test_numbers_in_words_sort_as_people_count() -> None:
    scenes = ["12A", "2", "12", "1", "A2", "12B"]

    assert ["1", "2", "12", "12A", "12B", "A2"] == sorted(scenes, key=natural)
