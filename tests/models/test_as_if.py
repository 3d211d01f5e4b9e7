"""Records as if some were otherwise are those they would be made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.as_if import AsIf
from models.by_day import ByDay
from models.directory import Directory


DAYS = st.sampled_from(("2026-11-23", "2026-11-24", None))
HELD = st.dictionaries(st.sampled_from("abcdef"), DAYS)


def made(held: dict[str, str | None], leave: str) -> dict[str, dict[str, object]]:
    return {
        key: {"id": key, "leave": leave, **({"day": day} if day else {})}
        for key, day in held.items()
    }


@given(held=HELD, others=HELD)
def test_they_are_what_a_copy_with_the_others_would_be(
    held: dict[str, str | None], others: dict[str, str | None]
) -> None:
    now, would_be = made(held, "05:40"), made(others, "06:00")
    copy = {**now, **would_be}
    as_if = AsIf(now, would_be)
    assert copy == dict(as_if)
    assert len(copy) == len(as_if)
    directory = Directory({"run": as_if})
    for day in ("2026-11-23", "2026-11-24", None):
        on_it = sorted(str(each["id"]) for each in directory.on("run", day))
        assert sorted(str(each["id"]) for each in ByDay.of(copy).on(day)) == on_it
    assert set(ByDay.of(copy)) <= set(directory.by_day("run"))


def test_what_is_not_there_is_not_made_up() -> None:
    with pytest.raises(KeyError):
        AsIf({}, {})["a"]
