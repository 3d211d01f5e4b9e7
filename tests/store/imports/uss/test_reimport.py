"""A feature's schedule changed where it is made and taken in again, from its bytes to the list."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from models.said import disagreeing
from store.change import Edit
from store.imports.taking import plan, take
from store.imports.uss.reader import read_uss
from tests.store.imports.uss.schedules import Body, feature, written


if TYPE_CHECKING:
    from store.imports.plan import Plan
    from store.production import Production


def planned(production: Production, schedule: Body, source: str = "blue.uss") -> Plan:
    return plan(production, read_uss(written(schedule), source))


def listed(found: Plan) -> dict[str, tuple[str, frozenset[str]]]:
    """What the list says of each scene: what became of it, and the fields it names."""
    return {
        item.words.removeprefix("scene "): (
            item.sort,
            frozenset(each.field for each in item.differences),
        )
        for item in found.items
    }


class Schedule:
    """A schedule's file in the hands of the assistant director."""

    def __init__(self, seed: int) -> None:
        self.body = feature(seed)
        self._random = Random(seed)
        inside = self.body["universalScheduleStandard"]
        self._breakdowns: list[Body] = inside["breakdowns"]
        lists = inside["stripboards"][0]["boards"]
        self._days, self._bones = (each["breakdownIds"] for each in lists)
        self._strips = {each["id"]: each for each in self._breakdowns}
        self._free = [day for day in range(len(self._days)) if len(self._scenes(day)) > 3]
        self._random.shuffle(self._free)

    def _scenes(self, day: int) -> list[str]:
        return [each for each in self._days[day] if self._strips[each]["type"] == "scene"]

    def _take(self) -> tuple[int, Any]:
        """The first scene of a day nothing was done to yet."""
        day = self._free.pop()
        return day, self._strips[self._scenes(day)[0]]

    def move_to_another_day(self) -> str:
        day, strip = self._take()
        other = self._free.pop()
        self._days[day].remove(strip["id"])
        self._days[other].append(strip["id"])
        return str(strip["scene"])

    def move_down_its_day(self) -> str:
        day, strip = self._take()
        self._days[day].remove(strip["id"])
        self._days[day].append(strip["id"])
        return str(strip["scene"])

    def put_into_the_boneyard(self) -> str:
        day, strip = self._take()
        self._days[day].remove(strip["id"])
        self._bones.append(strip["id"])
        return str(strip["scene"])

    def lose(self) -> str:
        day, strip = self._take()
        self._days[day].remove(strip["id"])
        self._breakdowns.remove(strip)
        return str(strip["scene"])

    def lengthen(self) -> str:
        _, strip = self._take()
        strip["pages"] += 0.125
        return str(strip["scene"])

    def renumber(self) -> str:
        _, strip = self._take()
        before, strip["scene"] = strip["scene"], f"9{strip['scene']}A"
        return str(before)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_list_says_exactly_what_was_changed_in_the_schedule(mia: Production, seed: int) -> None:
    schedule = Schedule(seed)
    take(mia, planned(mia, schedule.body))
    assert () == planned(mia, schedule.body).items

    expected = {
        schedule.move_to_another_day(): ("moved", frozenset({"day", "order"})),
        schedule.move_down_its_day(): ("moved", frozenset({"order"})),
        schedule.put_into_the_boneyard(): ("moved", frozenset({"day", "order"})),
        schedule.lose(): ("gone", frozenset({"day"})),
        schedule.lengthen(): ("changed", frozenset({"pages"})),
        schedule.renumber(): ("changed", frozenset({"scene"})),
    }
    again = planned(mia, schedule.body, "pink.uss")

    assert expected == listed(again)
    assert "imported pink.uss: 3 moved, 2 changed, 1 gone" == again.did
    take(mia, again)
    assert () == planned(mia, schedule.body, "pink.uss").items


def test_what_was_typed_between_two_schedules_is_all_there(mia: Production) -> None:
    schedule = Schedule(1)
    take(mia, planned(mia, schedule.body))
    scenes = sorted(mia.view.records("scene").items(), key=lambda each: str(each[1]["scene"]))
    typed: dict[str, dict[str, Any]] = {
        scenes[0][0]: {"pages": 77},
        scenes[1][0]: {"day": "2026-12-24", "order": "m", "note": "with the mayor"},
        scenes[2][0]: {"synopsis": "typed", "place": None},
        scenes[3][0]: {f"cast/{next(iter(scenes[3][1]['cast']))}": None},
    }
    mia.commit([Edit("scene", key, values) for key, values in typed.items()], "typed")
    schedule.move_to_another_day()
    schedule.lengthen()
    take(mia, planned(mia, schedule.body, "pink.uss"))
    now = mia.view.records("scene")

    assert 77 == now[scenes[0][0]]["pages"]
    assert ("2026-12-24", "m", "with the mayor") == tuple(
        now[scenes[1][0]][field] for field in ("day", "order", "note")
    )
    assert "typed" == now[scenes[2][0]]["synopsis"]
    assert len(now[scenes[3][0]].get("cast", {})) == len(scenes[3][1]["cast"]) - 1  # type: ignore[arg-type]
    assert {"pages", "day", "order"} <= {
        said.field for key in typed for said in disagreeing(now[key])
    }
