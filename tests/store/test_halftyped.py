"""Half-typed lines of boards that ended: each is kept until a board takes it up."""

from __future__ import annotations

from store.halftyped import HalfTyped, keep, kept, take_up


ONE, OTHER = (HalfTyped("add", "runs", (), text, {}) for text in ("0540 van2", "0610 van3"))


def test_a_line_is_kept_until_it_is_taken_up() -> None:
    keep("01JX", ONE)
    assert ONE == kept("01JX") == take_up("01JX")
    assert None is kept("01JX") is take_up("01JX")


def test_two_boards_that_end_lose_no_line_of_one_another() -> None:
    keep("01JX", ONE)
    keep("01JX", OTHER)
    assert [OTHER, ONE, None] == [take_up("01JX") for _ in range(3)]


def test_a_line_belongs_to_one_production() -> None:
    keep("01JX", ONE)
    assert None is take_up("01JY")
    assert ONE == take_up("01JX")
