from __future__ import annotations

import pytest

from models.edits import Aimed
from models.moving_strips import one_down, one_up, onto
from models.places import rank
from models.ranks import evenly
from models.running import shown_time
from models.stripboard import BONEYARD, cast_numbers, overlaps
from tests.models.boards import (
    board,
    date,
    open_dates,
    records,
    said,
    scenes,
    with_moves,
)


LUNCH = {"title": "Lunch", "type": "meal", "day": date("2"), "start": "08:00", "length": 60}


def test_strips_nobody_placed_stand_by_time_then_by_number_and_the_boneyard_is_last() -> None:
    made = records("10@2", "9A@2", "9@2", "2@3", "30", "7")
    made["scene"]["s10"]["start"] = "09:00"

    assert ["2: 10 9 9A", "3: 2", "4: ", ": 7 30"] == said(made)


def test_placed_strips_stand_before_those_nobody_placed_and_equal_ranks_by_id() -> None:
    made = records("1@2", "2@2", "3@2", "4@2")
    made["scene"]["s4"]["order"] = made["scene"]["s3"]["order"] = "V"

    assert "2: 3 4 1 2" == said(made)[0]


@pytest.mark.parametrize(
    ("pressed", "moving", "expected"),
    [
        (one_down, "1", ["2: 2 1 3", "3: 4", "4: ", ": 9"]),
        (one_down, "3", ["2: 1 2", "3: 3 4", "4: ", ": 9"]),
        (one_down, "4", ["2: 1 2 3", "3: ", "4: 4", ": 9"]),
        (one_up, "1", ["2: 1 2 3", "3: 4", "4: ", ": 9"]),
        (one_up, "3", ["2: 1 3 2", "3: 4", "4: ", ": 9"]),
        (one_up, "4", ["2: 1 2 3 4", "3: ", "4: ", ": 9"]),
        (one_up, "9", ["2: 1 2 3", "3: 4", "4: 9", ": "]),
        (one_down, "9", ["2: 1 2 3", "3: 4", "4: ", ": 9"]),
        (one_down, "1 2", ["2: 3 1 2", "3: 4", "4: ", ": 9"]),
        (one_up, "2 3", ["2: 2 3 1", "3: 4", "4: ", ": 9"]),
        (one_down, "1 3", ["2: 2", "3: 1 3 4", "4: ", ": 9"]),
        (one_up, "2 4", ["2: 2 4 1 3", "3: ", "4: ", ": 9"]),
    ],
)
def test_a_key_moves_strips_one_place_and_across_day_breaks(
    pressed: object, moving: str, expected: list[str]
) -> None:
    made = records("1@2", "2@2", "3@2", "4@3", "9")

    moves = pressed(board(made), scenes(*moving.split()), open_dates(made))  # type: ignore[operator]

    assert expected == said(with_moves(made, moves))


def test_days_off_are_passed_over_unless_strips_are_on_them() -> None:
    made = records("1@2", "2@4", days="2 3:off 4 5:holiday")

    one, two = (
        with_moves(made, one_down(board(made), scenes(each), open_dates(made))) for each in "12"
    )

    assert ("4: 1 2", ": 2") == (said(one)[2], said(two)[-1])


@pytest.mark.parametrize(
    ("day", "after", "expected"),
    [
        ("3", None, ["2: 2 3", "3: 4 1", "4: ", ": 9"]),
        ("2", "2", ["2: 2 1 3", "3: 4", "4: ", ": 9"]),
        ("4", "4", ["2: 2 3", "3: 4", "4: 1", ": 9"]),
        ("20", None, ["2: 2 3", "3: 4", "4: ", "20: 1", ": 9"]),
        ("", None, ["2: 2 3", "3: 4", "4: ", ": 1 9"]),
    ],
)
def test_strips_go_onto_a_day_behind_a_strip_or_into_the_boneyard(
    day: str, after: str | None, expected: list[str]
) -> None:
    made = records("1@2", "2@2", "3@2", "4@3", "9")
    behind = Aimed("scene", f"s{after}") if after else None

    moves = onto(board(made), scenes("1"), date(day) if day else BONEYARD, behind)

    assert expected == said(with_moves(made, moves))


def test_a_move_sets_nothing_of_any_strip_that_stays() -> None:
    made = records("1@2", "2@2", "3@2", "4@2")

    moves = one_up(board(made), scenes("3"), open_dates(made))

    assert {Aimed("scene", "s3"): ["order"]} == {each: list(sets) for each, sets in moves.items()}


def test_a_strip_that_moves_loses_the_time_of_its_old_place_and_is_no_longer_parked() -> None:
    made = records("1@2", "2@3")
    made["scene"]["s1"] |= {"start": "09:00", "parked": "gone from schedule 4"}

    sets = dict(onto(board(made), scenes("1"), date("3"))[Aimed("scene", "s1")])

    order = sets.pop("order")
    assert order > rank(made["scene"]["s2"])
    assert {"day": date("3"), "start": None, "parked": None} == sets


def test_a_strip_that_moves_past_lunch_stays_behind_it() -> None:
    made = records("1@2", "2@2", lunch=LUNCH)
    assert "2: 1 Lunch 2" == said(made)[0]

    moved = with_moves(made, one_down(board(made), scenes("1"), open_dates(made)))
    back = with_moves(moved, one_up(board(moved), scenes("1"), open_dates(moved)))

    assert ("2: Lunch 1 2", "2: 1 Lunch 2") == (said(moved)[0], said(back)[0])


def test_two_strips_put_to_the_same_place_apart_can_be_moved_apart_again() -> None:
    made = records("1@2", "2@2", "3@2")
    for scene, order in zip(("s1", "s2", "s3"), ("V", "V", "V"), strict=True):
        made["scene"][scene]["order"] = order

    moved = with_moves(made, one_up(board(made), scenes("3"), open_dates(made)))

    assert "2: 1 3 2" == said(moved)[0]


def test_two_people_reorder_a_day_apart_and_both_moves_hold() -> None:
    made = records(*(f"{number}@2" for number in range(1, 9)))
    mia = one_down(board(made), scenes("2"), open_dates(made))
    reto = one_up(board(made), scenes("7", "8"), open_dates(made))

    assert not set(mia) & set(reto)
    assert "2: 1 3 2 4 5 7 8 6" == said(with_moves(made, mia, reto))[0]
    assert said(with_moves(made, mia, reto)) == said(with_moves(made, reto, mia))


def test_a_day_is_as_long_as_its_strips_without_what_is_omitted() -> None:
    made = records("1@2", "2@2", "3@2", lunch=LUNCH)
    made["scene"]["s2"]["state"] = "omitted"
    made["scene"]["s3"]["length"] = 20
    day = board(made)[0]

    assert (8, 60 + 60 + 20, 2) == (day.eighths, day.minutes, day.scenes)


def test_a_parked_scene_is_in_the_boneyard_whatever_its_day() -> None:
    made = records("1@2", "2@2")
    made["scene"]["s1"]["parked"] = "gone from schedule 4"

    assert ["2: 2", ": 1"] == [said(made)[0], said(made)[-1]]


def test_a_scene_that_was_shot_and_is_parked_stays_on_the_day_it_was_shot() -> None:
    made = records("1@2", "2@2")
    made["scene"]["s1"] |= {"parked": "gone from schedule 4", "state": "shot"}

    assert ["2: 1 2", ": "] == [said(made)[0], said(made)[-1]]
    assert 8 == board(made)[0].eighths


def test_a_placed_meal_adds_its_time_and_one_at_its_own_time_interrupts() -> None:
    made = records("1@2", "2@2", "3@2", lunch=LUNCH)
    made["event"]["move"] = {"id": "move", "title": "To farm", "type": "move", "length": 30}
    made["event"]["move"] |= {"day": date("2"), "order": f"{rank(made['scene']['s2'])}V"}

    times = [shown_time(each) for each in board(made)[0].strips]

    assert "2: 1 Lunch 2 To farm 3" == said(made)[0]
    assert ["~07:00", "08:00", "~09:00", "~10:00", "~10:30"] == times


def test_a_typed_time_before_the_strip_above_is_over_is_seen() -> None:
    made = records("1@2", "2@2")
    for scene, order in zip(("s1", "s2"), evenly(2), strict=True):
        made["scene"][scene]["order"] = order
    made["scene"]["s2"]["start"] = "07:30"

    assert ["2"] == [each.document["scene"] for each in overlaps(board(made)[0].strips)]


def test_cast_are_told_by_number_and_those_without_one_by_character() -> None:
    people = {"a": {"cast": 11}, "b": {"cast": 2}, "c": {"character": "A COP", "name": "Jo"}}

    assert "2,11,A COP" == cast_numbers({"cast": dict.fromkeys("abc", True)}, people)
