"""Documents that stay bytes until they are asked for are the same as any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import given

from store.shelf import Bundle, Live, Shelf, ShelfRow


if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = ("2026-11-21", "2026-11-22", None, "", 7, ["2026-11-21"])
DOCUMENT = st.fixed_dictionaries(
    {"id": st.sampled_from("abcdef")},
    optional={
        "day": st.sampled_from(DAYS),
        "leave": st.sampled_from(("05:40", "06:00")),
        "gone": st.just(value=True),
    },
)
DEED = st.one_of(
    st.tuples(st.just("put"), DOCUMENT),
    st.tuples(st.just("keep"), st.none()),
    st.tuples(st.just("ask"), st.sampled_from("abcdef")),
    st.tuples(st.just("ask for a day"), st.sampled_from(DAYS[:3])),
    st.tuples(st.just("ask for all"), st.none()),
)


def kept_and_restored(shelf: Shelf) -> Shelf:
    row, bundles = shelf.kept()
    return Shelf.restored(ShelfRow(*row), memoryview(b"".join(bundles)))


def unread(shelf: Shelf) -> set[str | None]:
    return {made.day for made in shelf._at.values() if isinstance(made, Bundle)}


@given(deeds=st.lists(DEED, max_size=30))
def test_a_shelf_kept_and_read_at_any_moment_is_a_plain_dictionary(
    deeds: Sequence[tuple[str, object]],
) -> None:
    shelf, plain = Shelf(), {}
    for what, about in deeds:
        if what == "put":
            shelf.put(about["id"], about)  # type: ignore[index]
            plain[about["id"]] = about  # type: ignore[index]
        elif what == "keep":
            shelf = kept_and_restored(shelf)
        elif what == "ask":
            assert shelf.get(str(about)) == plain.get(str(about))
        elif what == "ask for a day":
            shelf.on(about)  # type: ignore[arg-type]
        else:
            shelf.live()
        live = {key: made for key, made in plain.items() if "gone" not in made}
        assert list(shelf.ids()) == list(plain)
        assert len(Live(shelf)) == len(live)
        assert list(Live(shelf)) == list(live)
    for day in DAYS[:3]:
        on_it = [key for key, made in live_of(plain).items() if real_day(made) == day]
        assert sorted(made["id"] for made in shelf.on(day)) == sorted(on_it)
    assert dict(Live(shelf)) == live_of(plain)
    assert {key: shelf.get(key) for key in shelf.ids()} == plain


def live_of(plain: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    return {key: made for key, made in plain.items() if "gone" not in made}


def real_day(made: dict[str, object]) -> object:
    day = made.get("day")
    return day if isinstance(day, str) and day else None


@pytest.fixture
def three_days() -> Shelf:
    """Six runs on three days, as a checkpoint kept them."""
    shelf = Shelf()
    for number in range(6):
        shelf.put(f"r{number}", {"id": f"r{number}", "day": f"2026-11-2{number % 3}"})
    return kept_and_restored(shelf)


def test_asking_for_one_day_leaves_the_others_unread(three_days: Shelf) -> None:
    assert [made["id"] for made in Live(three_days).on("2026-11-21")] == ["r1", "r4"]
    assert unread(three_days) == {"2026-11-20", "2026-11-22"}


def test_what_was_not_asked_for_is_kept_as_the_bytes_it_was(three_days: Shelf) -> None:
    before = {made.day: made.data for made in three_days._at.values() if isinstance(made, Bundle)}
    three_days.put("r7", {"id": "r7", "day": "2026-11-20"})
    row, bundles = three_days.kept()
    days = [day for day, _ in row.bundles]
    assert sorted(days) == ["2026-11-20", "2026-11-21", "2026-11-22"]
    assert all(bundles[days.index(day)] is before[day] for day in ("2026-11-21", "2026-11-22"))


def test_a_record_moved_off_a_day_nobody_read_is_on_one_day_only(three_days: Shelf) -> None:
    three_days.put("r1", {"id": "r1", "day": "2026-11-20"})
    again = kept_and_restored(three_days)
    assert {made["id"] for made in again.on("2026-11-20")} == {"r0", "r1", "r3"}
    assert [made["id"] for made in again.on("2026-11-21")] == ["r4"]
    assert again.get("r1") == {"id": "r1", "day": "2026-11-20"}


def test_asking_for_a_record_made_anew_does_not_bring_back_its_old_self(three_days: Shelf) -> None:
    three_days.put("r1", {"id": "r1", "day": "2026-11-21", "leave": "05:40"})
    three_days.get("r4")
    assert three_days.get("r1") == {"id": "r1", "day": "2026-11-21", "leave": "05:40"}


def test_a_day_is_the_very_same_until_one_of_its_own_changes(three_days: Shelf) -> None:
    before = three_days.on("2026-11-20")
    three_days.put("r1", {"id": "r1", "day": "2026-11-21", "leave": "05:40"})
    assert three_days.on("2026-11-20") is before
    three_days.put("r1", {"id": "r1", "day": "2026-11-20"})
    assert [made["id"] for made in three_days.on("2026-11-20")] == ["r0", "r3", "r1"]


def test_bundles_that_are_not_all_there_are_refused(three_days: Shelf) -> None:
    row, bundles = three_days.kept()
    with pytest.raises(ValueError, match="bundles"):
        Shelf.restored(row, memoryview(b"".join(bundles)[:-1]))
