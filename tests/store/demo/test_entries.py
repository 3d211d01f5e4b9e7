from __future__ import annotations

import datetime as dt

import pytest

from models.errors import Unread
from store.demo.entries import read_entries, until


NOW = dt.datetime(2026, 11, 25, 12, 0, tzinfo=dt.UTC)


def at(day: int, hour: int, minute: int, second: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, day, hour, minute, second, tzinfo=dt.UTC)


def test_each_line_is_a_change_twenty_seconds_after_the_one_before() -> None:
    found = list(read_entries("a.txt", "== mia @ d2 16:05\none\ntwo\n", NOW))
    assert [(at(24, 16, 5), ("one",)), (at(24, 16, 5, 20), ("two",))] == [
        (each.at, each.lines) for each in found
    ]


def test_a_line_may_begin_with_its_own_clock() -> None:
    found = list(read_entries("a.txt", "== mia @ d2 16:05\n@ 16:40 one\ntwo\n", NOW))
    assert [at(24, 16, 40), at(24, 16, 40, 20)] == [each.at for each in found]


def test_pasted_lines_are_one_change() -> None:
    found = list(
        read_entries("a.txt", "== mia @ d2 16:05 paste\none\ntwo\n== reto @ d2 17:00\nthree", NOW)
    )
    assert [("mia", ("one", "two")), ("reto", ("three",))] == [
        (each.writer, each.lines) for each in found
    ]


def test_comments_and_blank_lines_are_no_lines() -> None:
    found = list(read_entries("a.txt", "; why\n\n== mia @ d2 16:05\n; who\none\n", NOW))
    assert [("one",)] == [each.lines for each in found]


def test_only_a_header_says_what_was_not_seen() -> None:
    found = list(
        read_entries("a.txt", "== mia @ d2 16:05\none\n== reto @ d2 16:06 unseen\ntwo", NOW)
    )
    assert [False, True] == [each.unseen for each in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("one", "a.txt line 1: a line stands under no header"),
        ("== mia d2 16:05\none", "a.txt line 1: == mia d2 16:05 is no header"),
        ("\n== mia @ d2 16:05 sideways", "a.txt line 2: .* is no header"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(text: str, words: str) -> None:
    with pytest.raises(Unread, match=words):
        list(read_entries("a.txt", text, NOW))


def test_what_is_later_than_now_has_not_happened() -> None:
    text = "== mia @ d3 11:59\none\n@ 12:01 two\n== reto @ d1 09:00\nthree"
    assert [("three",), ("one",)] == [
        each.lines for each in until(read_entries("a.txt", text, NOW), NOW)
    ]
