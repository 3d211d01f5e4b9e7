"""A place in a list can always be found between two others, and sorts there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Unread
from models.fields.kept import Rank
from models.ranks import between, evenly, is_rank
from tests.models.nightfall import desk


RANKS = st.integers(1, 300).flatmap(
    lambda count: st.integers(0, count - 1).map(lambda at: evenly(count)[at])
)


@pytest.mark.parametrize("count", [0, 1, 2, 30, 31, 61, 62, 170, 5_000])
def test_a_whole_list_gets_short_ranks_in_its_order(count: int) -> None:
    ranks = evenly(count)

    assert count == len(set(ranks))
    assert sorted(ranks) == list(ranks)
    assert all(map(is_rank, ranks))
    assert max(map(len, ranks), default=0) <= 3


@given(st.sets(RANKS, max_size=6), st.integers(0, 6), st.integers(1, 40))
def test_some_strips_fit_anywhere(there: set[str], at: int, count: int) -> None:
    ordered: list[str | None] = [None, *sorted(there), None]
    at = min(at, len(ordered) - 2)
    low, high = ordered[at], ordered[at + 1]

    found = between(low, high, count)

    assert count == len(found)
    assert sorted(found) == list(found)
    assert all(map(is_rank, found))
    assert low is None or low < found[0]
    assert high is None or found[-1] < high


@given(st.lists(st.booleans(), max_size=200))
def test_a_strip_fits_also_where_many_were_put_before(sides: list[bool]) -> None:
    low, high = evenly(2)
    for side in sides:
        (middle,) = between(low, high)
        assert low < middle < high
        low, high = (low, middle) if side else (middle, high)


@pytest.mark.parametrize(("low", "high"), [("V", "V"), ("W", "V")])
def test_nothing_fits_between_the_same_or_the_wrong_way_round(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="nothing fits"):
        between(low, high)


def test_a_line_does_not_set_the_order() -> None:
    with pytest.raises(Unread, match="by moving the strip"):
        Rank().read("V", desk())
