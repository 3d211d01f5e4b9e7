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


@given(held=HELD)
def test_every_record_is_on_its_day_and_on_no_other(held: dict[str, str | None]) -> None:
    expected: dict[object, list[str]] = {}
    for key in sorted(held):
        expected.setdefault(held[key], []).append(key)
    assert expected == told(ByDay.of(made(held)))


def test_a_change_of_a_run_leaves_the_names_of_the_people_as_they_are() -> None:
    held = records()
    before = Directory(held)
    people, shoot = before.names("person"), before.once("day", len)
    runs = {**held["run"], "run7": {**held["run"]["run7"], "status": "out"}}
    later = before.later({**held, "run": runs})
    assert later.names("person") is people
    assert later.once("day", len) == shoot
    assert "out" == later.document("run", "run7")["status"]


def test_a_new_person_is_found_by_name() -> None:
    held = records()
    before = Directory(held)
    assert () == before.find("person", "Wilhelmina")
    people = {**held["person"], "new": {"id": "new", "name": "Wilhelmina Tell"}}
    later = before.later({**held, "person": people})
    assert ("new",) == later.find("person", "Wilhelmina")
