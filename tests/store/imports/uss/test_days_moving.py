"""A schedule whose days move comes again: each day goes with its work, and what hangs on it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from store.change import Edit
from store.imports.listing import what_becomes
from store.imports.taking import take
from store.production import Production
from tests.examples import few
from tests.store.imports.uss.moving import (
    Planned,
    Schedule,
    bring,
    day,
    planned,
    scenes_by_date,
    shoot_days,
)


if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from store.change import JSON
    from store.imports.plan import Item, Plan

FIELDS: tuple[dict[str, JSON], ...] = (
    {"call": "05:15", "wrap": "16:40"},
    {"weather": "snow in the pass"},
    {"shooting": "07:00", "call": "06:00"},
)


def typed(
    production: Production, chance: Random, days: Sequence[Planned]
) -> dict[str, dict[str, JSON]]:
    """Something typed on most days."""
    found = {each.id: dict(chance.choice(FIELDS)) for each in days if chance.random() < 0.8}
    production.commit([Edit("day", key, values) for key, values in found.items()], "typed")
    return found


def moved_days(found: Plan) -> dict[str, tuple[object, object]]:
    """The days the list calls moved, and from which date to which."""
    moved = (each for each in found.items if (each.kind, each.sort) == ("day", "moved"))
    return {
        each.id: (way.was, way.now)
        for each in moved
        for way in each.differences
        if way.field == "date"
    }


def change_at_random(schedule: Schedule, chance: Random) -> None:
    """One or two of what an assistant director does to the days of a schedule."""
    ways: list[Callable[[], None]] = [
        lambda: schedule.start_later(chance.randint(-9, 21)),
        lambda: schedule.holiday(f"2026-12-{chance.randint(1, 9):02}"),
        lambda: schedule.insert_a_day(chance.randint(0, len(schedule.days) - 1)),
        lambda: schedule.lose_a_day(chance.randrange(len(schedule.days))),
        lambda: schedule.swap(*chance.sample(range(len(schedule.days)), 2)),
    ]
    for way in chance.sample(ways, chance.randint(1, 2)):
        way()


@few(20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_what_was_typed_on_a_day_goes_where_its_work_goes_and_the_list_names_those_days(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = Random(seed)
    mia = new_one(tmp_path_factory)
    schedule = Schedule(seed)
    bring(mia, schedule)
    before = shoot_days(mia)
    fields = typed(mia, chance, before)
    change_at_random(schedule, chance)
    again = bring(mia, schedule)

    now = scenes_by_date(mia)
    days = mia.view.records("day")
    expected = {}
    for each in before:
        date = next((date for date, strips in now.items() if each.strips & strips), None)
        assert fields.get(each.id, {}).items() <= days[each.id].items()
        assert (date is None) == bool(days[each.id].get("parked"))
        if date:
            assert date == days[each.id]["date"]
        if date and date != each.date:
            expected[each.id] = (each.date, date)
    assert expected == moved_days(again)
    assert not [each for each in again.items if (each.kind, each.sort) == ("scene", "moved")]
    assert [*range(1, len(schedule.days) + 1)] == [
        days[each.id]["shoot"] for each in shoot_days(mia)
    ]
    assert () == planned(mia, schedule).items


@few(6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**9))
def test_one_undo_puts_every_day_back_with_what_is_on_it(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = Random(seed)
    mia = new_one(tmp_path_factory)
    schedule = Schedule(seed)
    bring(mia, schedule)
    typed(mia, chance, shoot_days(mia))
    hang_something(mia)
    before = everything(mia)
    change_at_random(schedule, chance)
    if bring(mia, schedule).items:
        mia.undo()

    assert before == everything(mia)


def new_one(folders: pytest.TempPathFactory) -> Production:
    return Production.create(
        folders.mktemp("days") / "p", title="P", zone="Europe/Zurich", as_user="mia"
    )


def everything(production: Production) -> dict[str, dict[str, Mapping[str, JSON]]]:
    kinds = ("day", "scene", "event", "call", "run", "log")
    return {kind: dict(production.view.records(kind)) for kind in kinds}


def hang_something(production: Production) -> dict[str, str]:
    """A call, a run, a meeting, a banner and a strip of the coordinator's own on day 2; by kind."""
    date = day(production, 2)["date"]
    new: dict[tuple[str, str], dict[str, JSON]] = {
        ("call", "call"): {"day": date, "call": "06:10", "told": "told"},
        ("run", "run"): {"day": date, "leave": "05:20", "status": "told"},
        ("event", "meeting"): {"day": date, "title": "Notes", "type": "meeting"},
        ("event", "move"): {"day": date, "title": "To the lake", "type": "move"},
        ("scene", "own"): {"day": date, "scene": "901X"},
    }
    ids = {name: production.mint() for _, name in new}
    production.commit(
        [Edit(kind, ids[name], values) for (kind, name), values in new.items()], "typed"
    )
    return ids


def items_of(found: Plan, kind: str) -> list[Item]:
    return [each for each in found.items if each.kind == kind]


def test_calls_runs_and_strips_of_ones_own_go_with_the_day_and_a_meeting_is_a_row_of_its_own(
    mia: Production,
) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    ids = hang_something(mia)
    schedule.start_later(4)
    again = planned(mia, schedule)
    [second] = [each for each in items_of(again, "day") if each.words == "day 2"]
    [meeting] = [each for each in items_of(again, "event") if each.sort == "moved"]

    assert "Mon 30 Nov → Tue 1 Dec, with 6 scenes, 2 events, 1 call, 1 run" == what_becomes(second)
    assert ("Notes", "with its day", True) == (meeting.words, meeting.where, meeting.ticked)

    take(mia, again)
    date = day(mia, 2)["date"]
    view = mia.view
    assert [date] * 4 == [
        view.records(kind)[ids[name]]["day"]
        for kind, name in (("call", "call"), ("run", "run"), ("event", "move"), ("scene", "own"))
    ]
    assert date == view.records("event")[ids["meeting"]]["day"]


def test_a_day_that_is_not_ticked_stays_with_all_that_is_on_it(mia: Production) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    ids = hang_something(mia)
    before = day(mia, 2)
    strips = scenes_by_date(mia)[before["date"]]
    schedule.start_later(4)
    again = planned(mia, schedule)
    at = next(at for at, each in enumerate(again.items, 1) if each.id == before["id"])
    take(mia, again.only(again.ticked - {at}))

    assert before["date"] == mia.view.records("day")[before["id"]]["date"]
    assert before["date"] == mia.view.records("call")[ids["call"]]["day"]
    assert {before["date"]} == {mia.view.records("scene")[each]["day"] for each in strips}


def test_who_was_told_is_to_be_told_again(mia: Production) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    ids = hang_something(mia)
    told = mia.view.records("run")[ids["run"]]["status"]
    schedule.start_later(4)
    bring(mia, schedule)

    assert ("told", "planned") == (told, mia.view.records("run")[ids["run"]]["status"])


@pytest.mark.parametrize("kind", ["log", "scene"])
def test_what_has_happened_stays_on_its_day(mia: Production, kind: str) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    date = day(mia, 2)["date"]
    told: dict[str, dict[str, JSON]] = {
        "log": {"day": date, "type": "first-shot"},
        "scene": {"day": date, "scene": "901X", "state": "shot"},
    }
    own = mia.mint()
    mia.commit([Edit(kind, own, told[kind])], "typed")
    schedule.start_later(4)
    bring(mia, schedule)

    assert date == mia.view.records(kind)[own]["day"]


def test_a_strip_somebody_put_on_a_day_goes_with_that_day(mia: Production) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    third, second = day(mia, 3), day(mia, 2)
    strip = next(iter(scenes_by_date(mia)[third["date"]]))
    mia.commit([Edit("scene", strip, {"day": second["date"]})], "moved")
    schedule.start_later(4)
    bring(mia, schedule)

    assert day(mia, 2)["date"] == mia.view.records("scene")[strip]["day"]


def test_a_schedule_pushed_by_hand_before_its_file_says_so_goes_on_with_the_file(
    mia: Production,
) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    before = {each.id: each.date for each in shoot_days(mia)}
    push_by_hand(mia, schedule)
    assert () == bring(mia, schedule).items

    schedule.start_later(1)
    again = bring(mia, schedule)
    assert before.keys() == moved_days(again).keys()
    assert not [each for each in again.items if each.sort == "kept"]


def push_by_hand(production: Production, schedule: Schedule) -> None:
    """What the file is about to say, typed: every date as it will be."""
    schedule.start_later(4)
    edits = [edit for item in planned(production, schedule).items for edit in item.edits]
    production.commit(edits, "pushed the schedule")


@pytest.mark.parametrize("gone", [0, 3, 8])
def test_a_day_that_is_cut_is_parked_and_the_others_are_numbered_on(
    mia: Production, gone: int
) -> None:
    schedule = Schedule(2)
    bring(mia, schedule)
    before = shoot_days(mia)
    schedule.lose_a_day(gone)
    bring(mia, schedule)

    kept = [each.id for at, each in enumerate(before) if at != gone]
    assert kept == [each.id for each in shoot_days(mia)]
    assert mia.view.records("day")[before[gone].id].get("parked")


def test_what_stays_on_the_date_of_a_day_that_is_gone_is_said(mia: Production) -> None:
    schedule = Schedule(1)
    bring(mia, schedule)
    hang_something(mia)
    schedule.lose_a_day(1)
    again = bring(mia, schedule)

    said = "Still on Mon 30 Nov, the date of a day that is gone: 1 scene, 2 events, 1 call, 1 run."
    assert said in again.notes


def test_a_day_that_was_gone_comes_back_where_the_file_has_it_now(mia: Production) -> None:
    whole, without = Schedule(1), Schedule(1)
    bring(mia, whole)
    third = day(mia, 3)["id"]
    strips = {key for key, each in mia.view.records("scene").items() if is_on(each, day(mia, 3))}
    without.lose_a_day(2)
    bring(mia, without)
    whole.start_later(4)
    bring(mia, whole)

    assert third == day(mia, 3)["id"]
    assert strips == {
        key for key, each in mia.view.records("scene").items() if is_on(each, day(mia, 3))
    }


def is_on(strip: Mapping[str, Any], day: Mapping[str, Any]) -> bool:
    return bool(strip.get("day") == day["date"])


def test_a_day_whose_strips_are_all_others_is_known_by_the_days_around_it(mia: Production) -> None:
    schedule = Schedule(3)
    bring(mia, schedule)
    before = [each.id for each in shoot_days(mia)]
    schedule.insert_a_day(1)
    schedule.insert_a_day(6)
    schedule.lose_a_day(5)
    bring(mia, schedule)
    now = [each.id for each in shoot_days(mia)]

    assert (before[0], before[1:4], before[5:]) == (now[0], now[2:5], now[6:])
    assert before[4] == now[5]


def test_a_holiday_that_is_put_off_keeps_its_note(mia: Production) -> None:
    schedule = Schedule(1)
    schedule.holiday("2026-12-08")
    bring(mia, schedule)
    [off] = [
        key for key, each in mia.view.records("day").items() if each.get("date") == "2026-12-08"
    ]
    mia.commit([Edit("day", off, {"weather": "office closed"})], "typed")
    schedule._events[-1]["date"] = "2026-12-09T08:00:00.000Z"
    bring(mia, schedule)

    assert ("2026-12-09", "office closed") == tuple(
        map(mia.view.records("day")[off].get, ("date", "weather"))
    )
