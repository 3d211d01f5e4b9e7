from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from models.desk import Desk, desk_of
from models.rules import findings
from models.rules.calls import before_pickup, called_twice
from models.rules.finding import Rule
from models.rules.runs import nobody_drives, seats, two_at_once


DAY = "2026-11-23"
Records = dict[str, list[dict[str, Any]]]

PEOPLE = [
    {"id": "anna", "name": "Anna"},
    {"id": "ben", "name": "Ben"},
    {"id": "tom", "name": "Tom", "role": "Driver"},
]
PLACES = [{"id": "hotel", "name": "Hotel"}, {"id": "base", "name": "Base"}]
LEGS = [{"id": "leg", "origin": "hotel", "to": "base", "minutes": 30}]
VANS = [
    {"id": "van1", "name": "Van 1", "seats": 1, "driver": "tom"},
    {"id": "van2", "name": "Van 2", "seats": 8},
]


def desk(records: Records) -> Desk:
    given: Records = {"person": PEOPLE, "place": PLACES, "leg": LEGS, "vehicle": VANS, **records}
    by_id = {kind: {each["id"]: each for each in found} for kind, found in given.items()}
    day = dt.date.fromisoformat(DAY)
    return desk_of(by_id, day, day)


def run(id: str, leave: str | None = "06:00", **fields: Any) -> dict[str, Any]:
    riding = dict.fromkeys(fields.pop("riding", ()), True)
    own = {"id": id, "day": DAY, "origin": "hotel", "to": "base", "passengers": riding}
    return {**own, **({"leave": leave} if leave else {}), **fields}


def call(id: str, **fields: Any) -> dict[str, Any]:
    return {"id": id, "day": DAY, **fields}


TABLE: list[Any] = [
    pytest.param(
        two_at_once,
        {"run": [run("r1", vehicle="van2"), run("r2", "06:29", vehicle="van2")]},
        ["Van 2 is on two runs at once: run 06:00 Hotel>Base and run 06:29 Hotel>Base"],
        id="a van on two runs that overlap",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", vehicle="van2"), run("r2", "06:30", vehicle="van2")]},
        [],
        id="the second leaves when the first arrives",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", riding=["anna"]), run("r2", "06:10", riding=["anna", "ben"])]},
        ["Anna is on two runs at once: run 06:00 Hotel>Base and run 06:10 Hotel>Base"],
        id="a passenger in two vans",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", driver="tom"), run("r2", riding=["tom"])]},
        ["Tom is on two runs at once: run 06:00 Hotel>Base and run 06:00 Hotel>Base"],
        id="a driver rides elsewhere",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", vehicle="van2"), run("r2", vehicle="van2", status="no-show")]},
        [],
        id="a run that did not happen",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", vehicle="van2"), run("r2", vehicle="van2", day="2026-11-24")]},
        [],
        id="the same van the day after",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", None, vehicle="van2"), run("r2", vehicle="van2")]},
        [],
        id="a run whose time nobody knows",
    ),
    pytest.param(
        two_at_once,
        {"run": [run("r1", "25:50", vehicle="van2"), run("r2", "26:10", vehicle="van2")]},
        ["Van 2 is on two runs at once: run 25:50 Hotel>Base and run 26:10 Hotel>Base"],
        id="after midnight",
    ),
    pytest.param(
        seats,
        {"run": [run("r1", vehicle="van1", riding=["anna", "ben"])]},
        ["run 06:00 Hotel>Base: 2 people, and Van 1 seats 1"],
        id="one too many",
    ),
    pytest.param(seats, {"run": [run("r1", vehicle="van1", riding=["anna"])]}, [], id="just full"),
    pytest.param(seats, {"run": [run("r1", riding=["anna", "ben"])]}, [], id="no vehicle yet"),
    pytest.param(
        nobody_drives,
        {"run": [run("r1")]},
        ["run 06:00 Hotel>Base has no vehicle"],
        id="no vehicle",
    ),
    pytest.param(
        nobody_drives,
        {"run": [run("r1", vehicle="van2")]},
        ["run 06:00 Hotel>Base has no driver"],
        id="a vehicle without a driver of its own",
    ),
    pytest.param(
        nobody_drives, {"run": [run("r1", vehicle="van1")]}, [], id="the vehicle's driver"
    ),
    pytest.param(
        nobody_drives,
        {"run": [run("r1", vehicle="van2", driver="ben")]},
        [],
        id="a driver for once",
    ),
    pytest.param(
        before_pickup,
        {"run": [run("r1", riding=["anna"])], "call": [call("c1", person="anna", hmu="06:10")]},
        ["Anna is called at 06:10 and the run arrives at 06:30"],
        id="make-up before the van is there",
    ),
    pytest.param(
        before_pickup,
        {"run": [run("r1", riding=["anna"])], "call": [call("c1", person="anna", call="06:30")]},
        [],
        id="just in time",
    ),
    pytest.param(
        before_pickup,
        {
            "run": [run("r1", riding=["anna"]), run("r2", "08:00", riding=["anna"])],
            "call": [call("c1", person="anna", hmu="06:45", onset="08:00")],
        },
        [],
        id="the second run of the day takes her on to the set",
    ),
    pytest.param(
        before_pickup,
        {
            "run": [run("r1", "19:00", riding=["anna"])],
            "call": [call("c1", person="anna", call="07:00")],
        },
        [],
        id="a run home",
    ),
    pytest.param(
        before_pickup,
        {
            "run": [run("r1", riding=["anna"], by="soon")],
            "call": [call("c1", person="anna", hmu="x")],
        },
        [],
        id="times a file damaged",
    ),
    pytest.param(
        called_twice,
        {
            "call": [
                call("c1", person="anna", call="06:00"),
                call("c2", person="anna", call="06:30"),
            ]
        },
        ["Anna has 2 calls"],
        id="two calls from two boards",
    ),
    pytest.param(
        called_twice,
        {"call": [call("c1", department="Grip"), call("c2", department="Grip")]},
        ["Grip has 2 calls"],
        id="a department twice",
    ),
    pytest.param(
        called_twice,
        {"call": [call("c1", person="anna"), call("c2", person="anna", day="2026-11-24")]},
        [],
        id="on two days",
    ),
]


@pytest.mark.parametrize(("rule", "records", "expected"), TABLE)
def test_a_rule_says_what_it_finds(rule: Rule, records: Records, expected: list[str]) -> None:
    assert expected == [finding.words for finding in rule(desk(records), DAY)]


def test_a_finding_names_the_records_it_is_about() -> None:
    records = {"run": [run("r1", vehicle="van2"), run("r2", vehicle="van2")]}
    [finding, *_] = two_at_once(desk(records), DAY)

    assert [("run", "r1"), ("run", "r2")] == list(finding.about)


def test_findings_are_of_the_day_in_view_unless_another_is_named() -> None:
    there = desk({"run": [run("r1")]})

    assert (1, 0) == (len(findings(there)), len(findings(there, "2026-11-24")))
