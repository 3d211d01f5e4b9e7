"""Text measured in cells."""

from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from wcwidth import wcwidth

from models import measure
from models.measure import cut, fit, is_single, shown, width_of, wrap


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("van 2", 8, "van 2   "),
        ("Grand Hotel", 6, "Grand…"),
        ("Grand Hotel", 1, "…"),
        ("Grand Hotel", 0, ""),
        ("張偉 Zhāng", 4, "張… "),
        ("張偉", 4, "張偉"),
        ("Zoë", 3, "Zoë"),
        ("", 3, "   "),
    ],
)
def test_text_fills_its_place_exactly(text: str, width: int, expected: str) -> None:
    assert expected == fit(text, width)


def test_numbers_may_stand_on_the_right() -> None:
    assert "   7" == fit("7", 4, right=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call [note] x", "call [note] x"),
        ("a\x1b[31mb", "a·[31mb"),
        ("tab\there", "tab·here"),
        ("evil\u202etxt", "evil·txt"),
        ("\u061cmark", "·mark"),
        ("👨\u200d👩\u200d👧", "👨👩👧"),
        ("👍🏽", "👍"),
        ("❤\ufe0f", "❤"),
        ("محمد", "محمد"),
        ("Zoe\u0308", "Zoë"),
        ("\u1112\u1161\u11ab", "한"),
        ("मोहन", "मोहन"),
        ("🇨🇭 Bern", "CH Bern"),
        ("blank\u3164name", "blankname"),
        ("\u2630 menu", "· menu"),
    ],
)
def test_nothing_reaches_the_terminal_that_it_could_obey(text: str, expected: str) -> None:
    assert expected == shown(text)


@given(st.text(), st.integers(0, 40))
def test_fitted_text_is_as_wide_as_asked(text: str, width: int) -> None:
    assert width == cell_len(fit(shown(text), width))


@given(st.text())
def test_text_that_counts_as_single_is_as_wide_as_long(written: str) -> None:
    text = shown(written)
    assert not is_single(text) or cell_len(text) == len(text)
    assert cell_len(text) == width_of(text)


@given(st.text(), st.integers(2, 30))
def test_wrapping_loses_no_character_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(shown(text), width)

    assert "".join(shown(text).split()) == "".join("".join(lines).split())
    assert all(width_of(line) <= width for line in lines)


def test_a_book_without_blanks_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    monkeypatch.setattr(measure, "cell_len", lambda text: looks.append(len(text)) or 2 * len(text))
    assert 2000 == len(wrap("日" * 2000, 1))
    assert sum(looks) < 10 * 2000


@given(st.text(max_size=60), st.integers(0, 20))
def test_cutting_what_is_cut_changes_nothing(text: str, width: int) -> None:
    once = cut(shown(text), width)

    assert once == cut(once, width)


def test_all_that_is_shown_is_as_wide_as_terminals_draw_it_or_known_not_to_be() -> None:
    told_apart = [
        mark
        for mark in map(chr, range(0x20, 0x110000))
        if category(mark) not in ("Cn", "Co", "Cs", "Cc")
        for seen in [shown(mark)]
        if width_of(seen) != sum(map(wcwidth, seen))
    ]

    assert [] == told_apart
