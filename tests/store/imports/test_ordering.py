from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.ranks import evenly
from store.imports.ordering import placed


FIVE = evenly(5)


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        ([0, 1, 2, 3, 4], []),
        ([1, 2, 3, 4, 0], [0]),
        ([0, 1, 3, 2, 4], [3]),
        ([4, 0, 1, 2, 3], [4]),
        ([0, None, 1, 2, 3, 4], [None]),
        ([0, 1, 4], []),
        ([4, 3, 2, 1, 0], [4, 3, 2, 1]),
    ],
)
def test_only_a_strip_that_moved_gets_another_rank(
    order: list[int | None], moved: list[int | None]
) -> None:
    held = [None if each is None else FIVE[each] for each in order]
    ranks = placed(held)

    assert ranks == sorted(set(ranks))
    assert len(moved) == sum(rank != before for rank, before in zip(ranks, held, strict=True))


@given(st.integers(0, 40), st.randoms(use_true_random=False))
def test_any_order_gets_ranks_that_rise(count: int, chance: random.Random) -> None:
    held: list[str | None] = [*evenly(count), *[None] * (count // 3)]
    chance.shuffle(held)
    ranks = placed(held)

    assert ranks == sorted(set(ranks))
    assert len(held) == len(ranks)
