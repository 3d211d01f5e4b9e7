"""How columns share the width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.columns import Column, laid_out


RUN = (
    Column("no", "No", 4, priority=2),
    Column("leave", "Leave", 5),
    Column("route", "From > to", 10, flex=2),
    Column("who", "Who", 6, flex=1, priority=1),
    Column("note", "Note", 8, priority=3),
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, [("no", 4), ("leave", 5), ("route", 26), ("who", 13), ("note", 8)]),
        (37, [("no", 4), ("leave", 5), ("route", 10), ("who", 6), ("note", 8)]),
        (36, [("no", 4), ("leave", 5), ("route", 16), ("who", 8)]),
        (27, [("leave", 5), ("route", 13), ("who", 7)]),
        (22, [("leave", 5), ("route", 16)]),
        (16, [("leave", 5), ("route", 10)]),
        (9, [("leave", 5), ("route", 3)]),
        (3, [("leave", 3)]),
        (0, []),
    ],
)
def test_columns_go_by_priority_and_the_flexible_take_the_rest(
    width: int, expected: list[tuple[str, int]]
) -> None:
    assert expected == [(place.column.key, place.width) for place in laid_out(RUN, width)]


def test_of_equal_priority_the_right_one_goes_first() -> None:
    columns = [Column(key, key, 5, priority=1) for key in "abc"]

    assert ["a", "b"] == [place.column.key for place in laid_out(columns, 12)]


@given(
    st.lists(
        st.builds(
            Column, st.just("k"), st.just("K"), st.integers(0, 20), st.integers(0, 3),
            st.integers(0, 3),
        ),
        max_size=8,
    ),
    st.integers(0, 120),
)  # fmt: skip
def test_columns_never_take_more_than_there_is(columns: list[Column], width: int) -> None:
    places = laid_out(columns, width)

    assert sum(place.width for place in places) + max(0, len(places) - 1) <= max(width, 0)
