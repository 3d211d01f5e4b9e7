"""A schedule taken in again and again: what is parked, what comes back, what stays as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from models.said import disagreeing, taking
from store.change import Edit
from store.imports.taking import take
from tests.store.imports.bringing import bring, planned, row, scene, strip


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Production

WED, THU, FRI = "2026-11-25", "2026-11-26", "2026-11-27"
BOARD = (
    strip("1", WED, 1, set="BARN", pages=8),
    strip("2", WED, 2, set="FIELD", pages=4),
    strip("3", THU, 3, set="LOFT", pages=12),
    strip("4", None, 4, set="ATTIC"),
)


def without(number: str) -> list[object]:
    return [each for each in BOARD if each.values["scene"] != number]


def type_in(production: Production, number: str, **values: JSON) -> None:
    """Change a scene by hand."""
    which = str(scene(production, number)["id"])
    production.commit([Edit("scene", which, values)], "changed a scene")


def test_a_scene_the_file_no_longer_has_is_parked_without_its_day(mia: Production) -> None:
    bring(mia, BOARD)
    change = bring(mia, without("2"), "pink.uss")
    gone = scene(mia, "2")

    assert change is not None
    assert "imported pink.uss: 1 gone" == change.did
    assert ("no longer in pink.uss", None, None) == (
        gone["parked"],
        gone.get("day"),
        gone.get("order"),
    )
    assert ("FIELD", 4) == (gone["set"], gone["pages"])


def test_a_scene_that_was_shot_is_parked_on_the_day_it_was_shot(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "2", state="shot")
    bring(mia, without("2"), "pink.uss")
    gone = scene(mia, "2")

    assert ("no longer in pink.uss", WED) == (gone["parked"], gone["day"])


def test_a_parked_scene_somebody_put_back_on_a_day_stays_there(mia: Production) -> None:
    bring(mia, BOARD)
    bring(mia, without("2"), "pink.uss")
    type_in(mia, "2", parked=None, day=FRI)

    assert None is bring(mia, without("2"), "green.uss")
    assert FRI == scene(mia, "2")["day"]


def test_a_parked_scene_is_not_parked_again(mia: Production) -> None:
    bring(mia, BOARD)
    bring(mia, without("2"), "pink.uss")

    assert None is bring(mia, without("2"), "green.uss")


def test_a_parked_scene_comes_back_with_what_the_file_says_then(mia: Production) -> None:
    bring(mia, BOARD)
    bring(mia, without("2"), "pink.uss")
    change = bring(mia, [*without("2"), strip("2", THU, 2, set="FIELD", pages=5)], "green.uss")
    back = scene(mia, "2")

    assert change is not None
    assert "imported green.uss: 1 back" == change.did
    assert (None, THU, 5) == (back.get("parked"), back["day"], back["pages"])
    assert back.get("order")


def test_a_day_somebody_typed_is_there_again_when_a_parked_scene_comes_back(
    mia: Production,
) -> None:
    bring(mia, BOARD)
    type_in(mia, "2", day=FRI)
    bring(mia, without("2"), "pink.uss")
    assert None is scene(mia, "2").get("day")
    bring(mia, BOARD, "green.uss")

    assert (None, FRI) == (scene(mia, "2").get("parked"), scene(mia, "2")["day"])


def test_what_one_file_parked_another_does_not_put_on_the_board(mia: Production) -> None:
    bring(mia, BOARD)
    bring(mia, without("2"), "pink.uss")
    bring(mia, [row("scene", scene="2", set="MEADOW", day=WED)], "list.csv")
    found = scene(mia, "2")

    assert ("no longer in pink.uss", None, "MEADOW") == (
        found["parked"],
        found.get("day"),
        found["set"],
    )


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("person", {"name": "Anna Keller"}),
        ("day", {"date": WED, "shoot": 1}),
        ("event", {"title": "Company move", "day": WED}),
        ("element", {"name": "Hero car", "category": "vehicle"}),
    ],
)
def test_everything_else_is_parked_where_it_is(
    mia: Production, kind: str, values: dict[str, JSON]
) -> None:
    bring(mia, [*BOARD, row(kind, **values)])
    bring(mia, BOARD)
    (found,) = mia.view.records(kind).values()
    assert {**values, "parked": "no longer in blue.uss"} == {
        field: found[field] for field in (*values, "parked")
    }

    bring(mia, [*BOARD, row(kind, **values)])
    (found,) = mia.view.records(kind).values()
    assert None is found.get("parked")


def test_what_was_typed_is_in_no_file_and_never_parked(mia: Production) -> None:
    bring(mia, BOARD)
    mia.commit([Edit("scene", "mine", {"scene": "99", "day": WED})], "added a scene")

    assert None is bring(mia, BOARD)
    assert WED == scene(mia, "99")["day"]


def test_a_list_parks_nothing_of_another_list(mia: Production) -> None:
    bring(mia, [row("person", name="Anna Keller")], "crew.xlsx")

    assert (
        "imported camera.xlsx: 1 new"
        == planned(mia, [row("person", name="Ben Moss")], "camera.xlsx").did
    )


def test_a_file_without_most_of_what_was_there_parks_nothing_unasked(mia: Production) -> None:
    board = [strip(str(number), WED, number) for number in range(1, 11)]
    bring(mia, board)
    plan = planned(mia, board[:3])

    assert ((), 7) == (plan.edits, len(plan.items))
    assert plan.notes[0].startswith("7 of 10 scenes are no longer in blue.uss. Is it the right")
    take(mia, plan.only({1}))
    assert [1] == [len([each for each in mia.view.records("scene").values() if each.get("parked")])]


def test_what_was_typed_stays_and_says_what_the_file_has(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    bring(mia, BOARD)
    found = scene(mia, "1")

    assert 11 == found["pages"]
    assert [("pages", 8, "blue.uss")] == [tuple(each) for each in disagreeing(found)]
    assert None is bring(mia, BOARD)


ENDED: dict[str, tuple[dict[str, JSON], list[object]]] = {
    "somebody types the file's value": ({"pages": 8}, []),
    "somebody types yet another": ({"pages": 10}, [8]),
}


@pytest.mark.parametrize("how", ENDED)
def test_a_disagreement_lasts_until_the_two_agree(mia: Production, how: str) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    bring(mia, BOARD)
    values, said = ENDED[how]
    type_in(mia, "1", **values)

    assert said == [each.value for each in disagreeing(scene(mia, "1"))]


def test_a_disagreement_ends_when_the_file_comes_to_say_the_same(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    bring(mia, BOARD)
    bring(mia, [strip("1", WED, 1, set="BARN", pages=11), *without("1")], "pink.uss")

    assert () == disagreeing(scene(mia, "1"))


def test_the_files_value_can_be_taken_from_the_record(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    bring(mia, BOARD)
    (said,) = disagreeing(scene(mia, "1"))
    type_in(mia, "1", **taking(said))

    assert (8, ()) == (scene(mia, "1")["pages"], disagreeing(scene(mia, "1")))


def test_the_files_value_can_be_taken_in_the_list(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    plan = planned(mia, BOARD)
    (item,) = plan.items
    assert ("kept", False) == (item.sort, item.ticked)
    change = take(mia, plan.only({1}))

    assert change is not None
    assert "imported blue.uss: 1 taken from the file" == change.did
    assert (8, ()) == (scene(mia, "1")["pages"], disagreeing(scene(mia, "1")))


def test_one_of_the_cast_taken_away_by_hand_stays_away_and_the_file_says_so(
    mia: Production,
) -> None:
    cast = [row("person", character="MIRA", name="Mira"), row("person", character="BEN", name="B")]
    rows = [*cast, row("scene", scene="1", cast=["character:mira", "character:ben"])]
    bring(mia, rows)
    ben = list(scene(mia, "1")["cast"])[1]  # type: ignore[arg-type]
    type_in(mia, "1", **{f"cast/{ben}": None})
    bring(mia, rows)
    found = scene(mia, "1")

    assert 1 == len(found["cast"])  # type: ignore[arg-type]
    assert [f"cast/{ben}"] == [each.field for each in disagreeing(found)]
    assert None is bring(mia, rows)


def test_only_the_items_that_are_accepted_are_taken_in(mia: Production) -> None:
    bring(mia, BOARD)
    rows = [strip("1", THU, 1, set="BARN", pages=8), *without("1"), strip("5", FRI, 5)]
    plan = planned(mia, rows)
    assert ["new", "moved"] == [item.sort for item in plan.items]
    change = take(mia, plan.only({2}))

    assert change is not None
    assert "imported blue.uss: 1 moved" == change.did
    assert THU == scene(mia, "1")["day"]
    assert 4 == len(mia.view.records("scene"))
    assert "imported blue.uss: 1 new" == planned(mia, rows).did


def test_nothing_points_to_a_record_that_was_not_accepted(mia: Production) -> None:
    person = row("person", character="MIRA", name="Mira")
    plan = planned(mia, [person, row("scene", scene="1", cast=["character:mira"])])
    take(mia, plan.only({2}))

    assert None is scene(mia, "1").get("cast")


def test_one_undo_takes_an_import_back_with_all_it_parked_and_marked(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    before = {key: dict(each) for key, each in mia.view.records("scene").items()}
    bring(mia, [*without("2"), strip("5", FRI, 5)], "pink.uss")
    mia.undo()

    assert before == {key: dict(each) for key, each in mia.view.records("scene").items()}


def test_two_files_that_disagree_apart_are_no_conflict_and_each_has_its_say(
    mia: Production, reto: Production
) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", pages=11)
    reto.refresh()
    plans = [
        planned(who, [strip("1", WED, 1, set="BARN", pages=pages), *without("1")], source)
        for who, pages, source in ((mia, 9, "pink.uss"), (reto, 10, "green.uss"))
    ]
    for who, plan in zip((mia, reto), plans, strict=True):
        take(who, plan)
    mia.refresh()

    assert () == mia.conflicts()
    assert {(9, "pink.uss"), (10, "green.uss")} == {
        (each.value, each.source) for each in disagreeing(scene(mia, "1"))
    }
    bring(mia, BOARD)
    assert [(8, "blue.uss")] == [(each.value, each.source) for each in disagreeing(scene(mia, "1"))]


def test_odd_marks_in_a_record_stop_no_import(mia: Production) -> None:
    bring(mia, BOARD)
    type_in(mia, "1", **{"pages": 11, "file_says/blue.uss/pages": {"value": ["odd"]}})
    bring(mia, BOARD)

    assert [8] == [each.value for each in disagreeing(scene(mia, "1"))]
