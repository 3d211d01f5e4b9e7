"""The records of a day, and a directory that goes on after a change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.by_day import ByDay
from models.directory import Directory
from tests.models.nightfall import records


DAYS = st.sampled_from(("2026-11-23", "2026-11-24", None))
HELD = st.dictionaries(st.sampled_from("abcdef"), DAYS)


def made(held: dict[str, str | None]) -> dict[str, dict[str, object]]:
    return {key: {"id": key, **({"day": day} if day else {})} for key, day in held.items()}


def told(days: ByDay) -> dict[object, list[str]]:
    return {day: sorted(str(each["id"]) for each in days.on(day)) for day in days}


@given(before=HELD, changes=st.lists(st.dictionaries(st.sampled_from("abcdef"), DAYS)))
def test_days_after_changes_are_the_days_made_anew(
    before: dict[str, str | None], changes: list[dict[str, str | None]]
) -> None:
    held = made(before)
    days = ByDay.of(held)
    for change in changes:
        now = {**held, **made(change)}
        gone = [key for key in change if key in held and len(now) > 3][:1]
        now = {key: each for key, each in now.items() if key not in gone}
        days = days.later(held, now, change)
        held = now
        assert told(ByDay.of(held)) == told(days)


def test_a_day_nothing_happened_on_is_the_very_same() -> None:
    held = made({"a": "2026-11-23", "b": "2026-11-24"})
    days = ByDay.of(held)
    left: dict[str, object] = {"id": "b", "day": "2026-11-24", "leave": "05:40"}
    now = {**held, "b": left}
    later = days.later(held, now, ["b"])
    assert days.on("2026-11-23") is later.on("2026-11-23")
    assert [now["b"]] == list(later.on("2026-11-24"))


def test_a_change_of_a_run_leaves_the_names_of_the_people_as_they_are() -> None:
    held = records()
    before = Directory(held)
    people, shoot = before.names("person"), before.once("day", len)
    runs = {**held["run"], "run7": {**held["run"]["run7"], "status": "out"}}
    later = before.later({**held, "run": runs}, [("run", "run7")])
    assert later.names("person") is people
    assert later.once("day", len) == shoot
    assert "out" == later.document("run", "run7")["status"]


def test_a_new_person_is_found_by_name() -> None:
    held = records()
    before = Directory(held)
    assert () == before.find("person", "Wilhelmina")
    people = {**held["person"], "new": {"id": "new", "name": "Wilhelmina Tell"}}
    later = before.later({**held, "person": people}, [("person", "new")])
    assert ("new",) == later.find("person", "Wilhelmina")
