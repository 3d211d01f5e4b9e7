"""Styles: one spelling for those that look the same, and the shortest way between two."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.display.sgr import change, shows_on_blanks, style_of


CODES = [
    "1",
    "2",
    "3",
    "4",
    "7",
    "9",
    "31",
    "95",
    "39",
    "44",
    "107",
    "49",
    "38;5;200",
    "48;2;1;2;3",
]
styles = st.lists(st.sampled_from(CODES), max_size=4).map(
    lambda codes: style_of("", ";".join(codes))
)


def look(*sequences: str) -> object:
    screen = pyte.Screen(2, 1)
    pyte.Stream(screen).feed("".join(sequences) + "x")
    return screen.buffer[0][0]


@given(styles, styles)
def test_a_change_of_style_looks_like_the_new_style(before: str, after: str) -> None:
    assert look(f"\x1b[{after}m") == look(f"\x1b[{before}m", change(before, after))


@given(styles, styles)
def test_a_change_is_never_longer_than_a_reset_and_the_style(before: str, after: str) -> None:
    assert len(change(before, after)) <= len(f"\x1b[0;{after}m")


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("1", "1", ""),
        ("1;31", "", "\x1b[m"),
        ("1", "1;31", "\x1b[31m"),
        ("1;31", "31", "\x1b[22m"),
        ("1;2", "1", "\x1b[0;1m"),
        ("31;7", "32;7", "\x1b[32m"),
        ("38;2;1;2;3;48;2;1;2;3", "48;2;1;2;3", "\x1b[39m"),
        ("51", "1", "\x1b[0;1m"),
    ],
)
def test_the_shortest_change_is_taken(before: str, after: str, sent: str) -> None:
    assert sent == change(style_of("", before), style_of("", after))


def test_the_terminals_own_colours_are_no_style() -> None:
    assert "" == style_of("", "39;49")
    assert style_of("", "1;31") == style_of("", "31;49;1") == style_of("31", "1")
    assert "" == style_of("1;31", "0") == style_of("1;31", "")


@pytest.mark.parametrize(
    ("style", "shows"),
    [("", False), ("1;2;3;31", False), ("7", True), ("4;31", True), ("41", True), ("53", True)],
)
def test_styles_that_show_on_blanks(style: str, shows: object) -> None:
    assert shows is shows_on_blanks(style_of("", style))
