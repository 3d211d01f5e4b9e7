from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from models.cast_numbers import cast_number
from models.stripboard import cast_numbers
from store.change import Edit
from store.imports.fountain.reader import read_fountain
from store.imports.taking import plan, take
from store.imports.uss.reader import read_uss
from tests.store.imports.uss.schedules import Body, feature, mark, small, written


if TYPE_CHECKING:
    from collections.abc import Callable

    from store.change import JSON, Change
    from store.imports.plan import Plan
    from store.production import Production

    Bring = Callable[[Body], tuple[Plan, Change | None]]


@pytest.fixture
def bring(mia: Production) -> Bring:
    def bring(schedule: Body) -> tuple[Plan, Change | None]:
        planned = plan(mia, read_uss(written(schedule), "winter.uss"))
        return planned, take(mia, planned)

    return bring


def scene(production: Production, number: str) -> dict[str, JSON]:
    scenes = production.view.records("scene").values()
    (found,) = [each for each in scenes if each.get("scene") == number]
    return dict(found)


def order(production: Production, day: str | None) -> list[str]:
    """The strips of a day in the order of the board, by number or title."""
    strips = [
        *production.view.records("scene").values(),
        *(each for each in production.view.records("event").values() if each.get("order")),
    ]
    of_day = sorted(
        (each for each in strips if each.get("day") == day), key=lambda each: str(each["order"])
    )
    return [str(each.get("scene") or each.get("title")) for each in of_day]


def strips_of(schedule: Body) -> list[list[str]]:
    found: list[list[str]] = schedule["universalScheduleStandard"]["stripboards"][0]["boards"][0][
        "breakdownIds"
    ]
    return found


def test_a_schedule_comes_in_with_its_strips_in_order(mia: Production, bring: Bring) -> None:
    bring(small())

    assert ["1", "LUNCH", "2A"] == order(mia, "2026-11-26")
    assert ["3"] == order(mia, "2026-11-30")
    assert ["NIGHTFALL schedule"] == order(mia, None)


def test_what_a_scene_points_to_are_records(mia: Production, bring: Bring) -> None:
    bring(small())
    found = scene(mia, "1")
    view = mia.view

    assert ["MIRA"] == [view.get("person", each)["character"] for each in found["cast"]]
    assert ["Lantern"] == [view.get("element", each)["name"] for each in found["elements"]]
    assert "Huber farm" == view.get("place", found["place"])["name"]


@pytest.mark.parametrize("schedule", [small, feature])
def test_the_same_schedule_again_changes_nothing(
    bring: Bring, schedule: Callable[[], Body]
) -> None:
    bring(schedule())
    planned, change = bring(schedule())

    assert (None, ()) == (change, planned.items)


def test_a_moved_strip_is_all_that_changes(mia: Production, bring: Bring) -> None:
    schedule = feature()
    bring(schedule)
    days = strips_of(schedule)
    moved = days[3].pop(0)
    days[9].insert(2, moved)
    before = {day: order(mia, day) for day in ("2026-12-02", "2026-12-10")}
    planned, change = bring(schedule)
    number = str(int(moved[4:], 16))

    assert [f"scene {number}"] == [item.words for item in planned.items]
    assert change is not None
    assert {"day", "order"} == set(change.edits[0].set)
    assert before["2026-12-02"][1:] == order(mia, "2026-12-02")
    assert number == order(mia, "2026-12-10")[2]


def numbered(board: str) -> Body:
    """The small schedule, MIRA under another board id."""
    schedule = small()
    mira = schedule["universalScheduleStandard"]["elements"][8]
    assert "MIRA" == mira.pop("name")
    mira |= {"name": "MIRA", "elementId": board}
    return schedule


def test_a_board_id_that_is_no_number_stands_where_cast_numbers_stand(
    mia: Production, bring: Bring
) -> None:
    bring(numbered("7A"))
    people = mia.view.records("person")
    assert {"7A", "2"} == {cast_number(each) for each in people.values()}
    assert "7A" == cast_numbers(scene(mia, "1"), people)
    assert "2,7A" == cast_numbers(scene(mia, "2A"), people)

    assert bring(numbered("7A"))[1] is None
    bring(numbered("8"))
    assert {"8", "2"} == {cast_number(each) for each in mia.view.records("person").values()}
    bring(numbered("8B"))
    assert {"8B", "2"} == {cast_number(each) for each in mia.view.records("person").values()}


def test_a_script_that_counts_its_cast_leaves_a_board_id_alone(
    mia: Production, bring: Bring
) -> None:
    bring(numbered("7A"))
    script(mia)

    assert {"7A", "2"} == {cast_number(each) for each in mia.view.records("person").values()}


def test_a_renumbered_scene_keeps_its_record(mia: Production, bring: Bring) -> None:
    bring(small())
    before = scene(mia, "2A")["id"]
    schedule = small()
    schedule["universalScheduleStandard"]["breakdowns"][1]["scene"] = "14"
    bring(schedule)

    assert before == scene(mia, "14")["id"]


def test_scenes_that_swap_their_numbers_keep_their_records(mia: Production, bring: Bring) -> None:
    bring(small())
    before = {number: scene(mia, number)["id"] for number in ("1", "3")}
    schedule = small()
    strips = schedule["universalScheduleStandard"]["breakdowns"]
    strips[0]["scene"], strips[2]["scene"] = "3", "1"
    bring(schedule)

    assert (before["1"], before["3"]) == (scene(mia, "3")["id"], scene(mia, "1")["id"])


def test_a_strip_moved_by_hand_stays_where_it_was_put(mia: Production, bring: Bring) -> None:
    bring(small())
    found = scene(mia, "1")
    mia.commit([Edit("scene", str(found["id"]), {"day": "2026-11-30", "order": "z"})], "moved")
    planned, _ = bring(small())

    assert ["kept"] == [item.sort for item in planned.items]
    assert ("2026-11-30", "z") == (scene(mia, "1")["day"], scene(mia, "1")["order"])


def test_a_strip_of_the_boneyard_loses_its_day(mia: Production, bring: Bring) -> None:
    bring(small())
    schedule = small()
    lists = schedule["universalScheduleStandard"]["stripboards"][0]["boards"]
    lists[0]["breakdownIds"][0].remove(mark("scn", 1))
    lists[1]["breakdownIds"].append(mark("scn", 1))
    bring(schedule)

    assert "day" not in {field for field, value in scene(mia, "1").items() if value is not None}


def test_ids_that_are_new_in_each_export_cost_no_scene_its_record(
    mia: Production, bring: Bring
) -> None:
    bring(small())
    before = {each["scene"]: each["id"] for each in mia.view.records("scene").values()}
    raw = written(small()).replace(b'"scn0', b'"new0').replace(b'"cas0', b'"neu0')
    planned = plan(mia, read_uss(raw, "winter.uss"))
    take(mia, planned)

    assert before == {each["scene"]: each["id"] for each in mia.view.records("scene").values()}
    assert () == planned.items


def test_two_meals_of_one_day_are_two(mia: Production, bring: Bring) -> None:
    schedule = small()
    body = schedule["universalScheduleStandard"]
    body["breakdowns"].append(copy.deepcopy(body["breakdowns"][3]) | {"id": mark("ban", 9)})
    strips_of(schedule)[0].append(mark("ban", 9))
    bring(schedule)

    assert ["1", "LUNCH", "2A", "LUNCH"] == order(mia, "2026-11-26")


def test_a_title_that_is_there_stays_and_the_colours_of_the_schedule_come(
    mia: Production, bring: Bring
) -> None:
    title = mia.view.get("production", "production")["title"]
    bring(small())
    found = mia.view.get("production", "production")

    assert (title, "Pink", "Blue") == tuple(
        map(found.get, ("title", "script_colour", "schedule_colour"))
    )


def test_one_undo_takes_the_whole_schedule_back(mia: Production, bring: Bring) -> None:
    bring(small())
    mia.undo()

    kinds = ("scene", "person", "element", "place", "day", "event")
    assert [0] * 6 == [len(mia.view.records(kind)) for kind in kinds]


SCRIPT = "INT. BARN - DAY #1#\n\nMIRA\nWho is there?\n"


def script(production: Production, text: str = SCRIPT) -> Plan:
    planned = plan(production, read_fountain(text.encode(), "nightfall.fountain"))
    take(production, planned)
    return planned


def test_pages_the_schedule_has_measured_are_not_estimated_again(
    mia: Production, bring: Bring
) -> None:
    script(mia)
    bring(small())
    planned = script(mia, SCRIPT + "\nIt burns, and burns, and burns.\n" * 30)

    assert () == planned.items
    assert (11, None) == tuple(map(scene(mia, "1").get, ("pages", "estimated")))


def test_a_script_that_says_nothing_new_leaves_what_the_schedule_says(
    mia: Production, bring: Bring
) -> None:
    script(mia)
    schedule = small()
    schedule["universalScheduleStandard"]["elements"][2]["name"] = "BARN LOFT"
    bring(schedule)
    again = script(mia)
    assert ((), "BARN LOFT") == (again.items, scene(mia, "1")["set"])

    script(mia, SCRIPT.replace("BARN", "BARN CELLAR"))
    assert "BARN CELLAR" == scene(mia, "1")["set"]
    bring(schedule)
    assert "BARN CELLAR" == scene(mia, "1")["set"]
