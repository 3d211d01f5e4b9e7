"""What a change sets, laid over a document."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.edits import applied, differing, value_at


RUN = {"leave": "05:40", "passengers": {"anna": True, "ben": True}, "note": "x"}


@pytest.mark.parametrize(
    ("sets", "after"),
    [
        ({}, RUN),
        ({"leave": "06:00"}, {**RUN, "leave": "06:00"}),
        ({"note": None}, {"leave": "05:40", "passengers": {"anna": True, "ben": True}}),
        ({"to": None}, RUN),
        ({"passengers/zoe": True}, {**RUN, "passengers": {"anna": True, "ben": True, "zoe": True}}),
        ({"passengers/anna": None}, {**RUN, "passengers": {"ben": True}}),
        (
            {"passengers/anna": None, "passengers/ben": None},
            {"leave": "05:40", "note": "x"},
        ),
        ({"passengers/nobody": None}, RUN),
        ({"tags/a/b": True}, {**RUN, "tags": {"a/b": True}}),
        ({"note/odd": True}, {**RUN, "note": {"odd": True}}),
    ],
)
def test_sets_are_laid_over_a_document(sets: dict[str, Any], after: dict[str, Any]) -> None:
    before = {**RUN, "passengers": {"anna": True, "ben": True}}

    assert after == applied(before, sets)
    assert before == RUN


def test_an_element_is_added_behind_the_others() -> None:
    after = applied(RUN, {"passengers/anna": None, "passengers/zoe": True})

    assert ["ben", "zoe"] == list(after["passengers"])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("leave", "05:40"),
        ("to", None),
        ("passengers/ben", True),
        ("passengers/zoe", None),
        ("leave/x", None),
    ],
)
def test_a_value_is_found_under_its_key(key: str, value: object) -> None:
    assert value == value_at(RUN, key)


SETS = st.dictionaries(
    st.sampled_from(["leave", "note", "passengers/anna", "passengers/zoe", "tags/x"]),
    st.one_of(st.none(), st.just("y")),
)


@given(SETS)
def test_only_what_differs_is_a_change(sets: dict[str, Any]) -> None:
    less = differing(RUN, sets)

    assert applied(RUN, sets) == applied(RUN, less)
    assert {} == differing(applied(RUN, sets), sets)
    assert less.items() <= sets.items()
