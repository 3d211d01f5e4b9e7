"""The rows on screen, as a value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.window import Window


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("at"), st.tuples(st.integers(-5, 60))),
        st.tuples(st.just("paged"), st.tuples(st.integers(-3, 3))),
        st.tuples(st.just("resized"), st.tuples(st.integers(-1, 30))),
        st.tuples(st.just("refilled"), st.tuples(st.integers(0, 50), st.integers(0, 60))),
    ),
    max_size=20,
)


@given(STEPS)
def test_the_cursor_is_always_on_screen_and_no_line_is_wasted(
    steps: list[tuple[str, tuple[int, ...]]],
) -> None:
    window = Window()
    for name, arguments in steps:
        window = getattr(window, name)(*arguments)

        assert 0 <= window.cursor <= window.last
        assert not window.total or window.cursor in window.rows
        assert len(window.rows) == min(window.total, window.height)


@pytest.mark.parametrize(
    ("cursor", "row", "top"),
    [(0, 9, 0), (9, 10, 5), (9, 99, 90), (50, 0, 0), (40, 39, 34)],
)
def test_a_cursor_leaving_the_screen_turns_half_of_it(cursor: int, row: int, top: int) -> None:
    start = Window(100, 10, 0, 0).at(cursor)
    start = start._replace(top=cursor) if cursor == 40 else start

    assert (top, row) == start.at(row)[2:]


def test_sixty_rows_held_turn_the_list_few_times() -> None:
    window = Window(10_000, 36, 0, 0)
    tops = [(window := window.at(window.cursor + 1)).top for _ in range(60)]

    assert 3 == len(set(tops))


def test_a_page_keeps_one_row_and_the_cursors_line() -> None:
    window = Window(100, 10, 20, 23).paged(1)

    assert Window(100, 10, 29, 32) == window


@pytest.mark.parametrize(("pages", "cursor"), [(1, 99), (-1, 0)])
def test_the_last_page_goes_to_the_end(pages: int, cursor: int) -> None:
    assert cursor == Window(100, 10, 0, 0).paged(11 * pages).cursor


def test_other_rows_leave_the_cursors_line_where_it_is() -> None:
    window = Window(100, 10, 20, 23).refilled(103, 26)

    assert (23, 3) == (window.top, window.line)


def test_a_lower_screen_keeps_the_cursor_in_sight() -> None:
    assert Window(100, 5, 24, 28) == Window(100, 10, 20, 28).resized(5)


@pytest.mark.parametrize(("cursor", "now", "top"), [(15, 16, 10), (15, 12, 10), (15, 40, 31)])
def test_steady_rows_stay_and_the_cursor_goes_with_its_row(cursor: int, now: int, top: int) -> None:
    window = Window(100, 10, 10, cursor).refilled(100, now, steady=True)

    assert (now, top) == (window.cursor, window.top)
