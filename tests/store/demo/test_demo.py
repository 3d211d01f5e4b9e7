from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from models.kinds import KINDS
from store.demo.boards import TITLE, WRITERS, ZONE
from store.demo.build import build, history
from tests.store.demo.conftest import EVENING, ZURICH
from tests.store.demo.looking import CALLED, Looking


if TYPE_CHECKING:
    from pathlib import Path

    from store.production import Production


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("scene", 49),
        ("place", 16),
        ("element", 33),
        ("vehicle", 12),
        ("issue", 25),
        ("person", 77),
        ("day", 15),
        ("leg", 38),
        ("event", 54),
        ("call", 85),
    ],
)
def test_the_demo_is_as_rich_as_it_says(kind: str, count: int, looking: Looking) -> None:
    assert count == len(looking.records(kind))


def test_sixty_are_crew_and_fourteen_cast_with_three_suppliers(looking: Looking) -> None:
    found = Counter(each["category"] for each in looking.records("person"))
    assert {"crew": 60, "cast": 14, "vendor": 3} == dict(found)


def test_the_settings_are_those_of_the_film(demo: Production) -> None:
    settings = demo.view.get("production", "production") or {}
    assert (TITLE, ZONE, "a4") == (settings["title"], settings["zone"], settings["paper"])


def test_every_record_has_a_number_of_its_own(demo: Production) -> None:
    numbered = [kind for kind in KINDS if kind != "production"]
    twice = [
        (kind, number)
        for kind in numbered
        for number, count in Counter(
            each.get("number") for each in demo.view.records(kind).values()
        ).items()
        if count > 1 or not number
    ]
    assert [] == twice


def test_ten_days_are_shot_and_today_is_the_third(looking: Looking) -> None:
    shot = {each["shoot"]: each["date"] for each in looking.records("day") if "shoot" in each}
    assert list(range(1, 11)) == sorted(shot)
    assert EVENING.date().isoformat() == shot[3]


def test_three_days_are_called_with_a_dozen_runs_and_more(looking: Looking) -> None:
    calls = Counter(looking.days[each["day"]] for each in looking.records("call"))
    runs = Counter(looking.days[each["day"]] for each in looking.records("run"))
    assert {2: 29, 3: 27, 4: 29} == dict(calls)
    assert set(CALLED) == set(runs)
    assert all(12 <= count <= 18 for count in runs.values())


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("status", {"open", "waiting", "done", "dropped"}),
        ("type", {"issue", "risk", "decision", "action"}),
        ("priority", {1, 2, 3, 4}),
    ],
)
def test_issues_come_in_every_state(field: str, values: set[object], looking: Looking) -> None:
    assert values == {each[field] for each in looking.records("issue")}


def test_every_issue_has_an_owner_and_a_day_and_those_closed_an_outcome(looking: Looking) -> None:
    issues = looking.records("issue")
    closed = [each for each in issues if each["status"] in ("done", "dropped")]
    assert [] == [each["title"] for each in issues if not each["owner"] or not each["due_day"]]
    assert [] == [each["title"] for each in closed if not each.get("outcome")]


def test_one_conflict_is_waiting_between_mia_and_reto(demo: Production) -> None:
    found = [
        (
            each.kind,
            each.field,
            {(head.value, head.writer.partition("@")[0]) for head in each.heads},
        )
        for each in demo.conflicts()
    ]
    assert [("run", "leave", {("06:35", "mia"), ("06:30", "reto")})] == found


def test_three_writers_made_it_and_nothing_is_wrong_with_their_files(demo: Production) -> None:
    assert sorted(WRITERS) == [each.name.partition("@")[0] for each in demo.writers()]
    assert () == demo.faults()


def test_changes_bear_the_time_they_are_told_at_and_none_is_later_than_now(
    demo: Production,
) -> None:
    times = [dt.datetime.fromisoformat(each.at) for each in demo.chronicle().changes()]
    assert times == sorted(times)
    assert times[-1] <= EVENING
    assert times[0] == EVENING.replace(day=25, month=10, hour=9, minute=0)


def test_what_was_undone_and_removed_is_in_the_history(demo: Production) -> None:
    changes = demo.chronicle().changes()
    assert ["jana"] == [each.writer.partition("@")[0] for each in changes if each.undoes]
    assert 1 == sum(each.did.startswith("removed event") for each in changes)


def test_stock_tinydb_opens_every_file(demo: Production, folder: Path) -> None:
    files = list(folder.glob("**/*.json"))
    tables = []
    for path in files:
        with TinyDB(path, access_mode="r") as opened:
            tables.append(sorted(opened.tables()))
    assert len(files) >= 1 + len(WRITERS)
    assert {("about", "changes"), ("production",)} == {tuple(each) for each in tables}


@pytest.mark.parametrize("clock", ["00:01", "05:45", "12:00", "23:59"])
def test_what_happens_later_today_has_not_happened_yet(clock: str) -> None:
    now = dt.datetime.combine(EVENING.date(), dt.time.fromisoformat(clock), ZURICH)
    told = history(now)
    assert all(each.at <= now for each in told)
    assert {"mia", "reto", "jana"} == {each.writer for each in told}


def test_the_demo_made_before_dawn_has_its_first_runs_still_to_come(tmp_path: Path) -> None:
    before_dawn = EVENING.replace(hour=4, minute=0)
    early = Looking(build(tmp_path / "early", before_dawn).view, before_dawn.date())
    today = [each["status"] for each in early.records("run") if early.days[each["day"]] == 3]
    assert {"told", "planned"} == set(today)


def test_this_user_goes_on_under_a_name_of_their_own(tmp_path: Path) -> None:
    made = build(tmp_path / "mine", EVENING)
    made.commit([], "looked at it")
    assert made.writer.partition("@")[0] not in WRITERS
    assert 4 == len(made.writers())
