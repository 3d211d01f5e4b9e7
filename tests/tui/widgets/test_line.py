"""A line of the screen as a value."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.line import changed_cells, line_of


ROLES = st.sampled_from(["", "strong", "cursor", "alarm"])
PIECES = st.lists(st.tuples(st.text(max_size=12), ROLES), max_size=6)


@given(PIECES, st.integers(0, 40))
def test_a_line_is_as_wide_as_its_place(pieces: list[tuple[str, str]], width: int) -> None:
    assert width == cell_len(line_of(pieces, width).text)


@given(PIECES, st.integers(0, 40))
def test_neighbours_in_a_line_always_look_different(
    pieces: list[tuple[str, str]], width: int
) -> None:
    roles = [role for _, role in line_of(pieces, width).runs]

    assert all(one != other for one, other in pairwise(roles))


def test_blanks_take_the_ink_of_their_neighbour() -> None:
    line = line_of([("!", "alarm"), (" ", ""), ("M1", "")], 6)

    assert (("! ", "alarm"), ("M1  ", "")) == line.runs


def test_blanks_under_the_cursor_stay_reversed() -> None:
    line = line_of([("M1", "cursor"), ("  ", "cursor"), ("x", "")], 8, "cursor")

    assert (("M1  ", "cursor"), ("x", ""), ("   ", "cursor")) == line.runs


@given(PIECES, PIECES, st.integers(1, 30))
def test_what_is_right_of_the_changed_cells_is_equal(
    old: list[tuple[str, str]], new: list[tuple[str, str]], width: int
) -> None:
    before, after = line_of(old, width), line_of(new, width)
    count = changed_cells(before, after)

    assert 0 <= count <= width
    assert (count == 0) or before != after
    if len(before.text) == len(after.text) == width:
        assert before.text[count:] == after.text[count:]


def test_an_equal_end_is_not_sent_again() -> None:
    before = line_of([("05:40 van 2", ""), ("  told", "")], 40)
    after = line_of([("05:50 van 2", ""), ("  told", "")], 40)

    assert 4 == changed_cells(before, after)


def test_a_change_of_ink_counts_as_a_change() -> None:
    assert 4 == changed_cells(line_of([("told", "")], 9), line_of([("told", "good")], 9))


def test_a_line_with_wide_characters_is_sent_whole() -> None:
    assert 9 == changed_cells(line_of([("張a", "")], 9), line_of([("張b", "")], 9))
