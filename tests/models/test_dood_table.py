"""A season's day-out-of-days, held against one worked out by hand, cell by cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.dood_table import day_out_of_days
from models.shoot_days import shoot_days


if TYPE_CHECKING:
    from models.dood_table import Member

BY_HAND = Path(__file__).parents[1] / "data" / "dood" / "season.txt"
FIRST = dt.date(2026, 11, 2)
PLAN = "pp sss oo sssss oo sssss oo sshss oo sssss oo stsss oo sssss oo sss".replace(" ", "")
TYPES = {"p": "prep", "s": "shoot", "o": "off", "h": "holiday", "t": "travel"}
DATES = [(FIRST + dt.timedelta(days=at)).isoformat() for at in range(len(PLAN))]
SHOT = [date for date, each in zip(DATES, PLAN, strict=True) if each == "s"]
STRIPS_A_DAY = 5


def shoot_day(number: int) -> str:
    """The date of a shoot day, from 1 to 34."""
    return SHOT[number - 1]


def day_before(date: str) -> str:
    return (dt.date.fromisoformat(date) - dt.timedelta(days=1)).isoformat()


def works(number: int) -> set[int]:
    """The shoot days a member of the cast works on: a rule for each ten of them."""
    ten, k = divmod(number - 1, 10)
    return {
        0: set(range(1 + k, 35, 3)),
        1: set(range(1 + k, 35, 4)),
        2: set(range(1 + k, 35, 9)),
        3: {1 + 2 * k, 2 + 2 * k, 3 + 2 * k, 31 - k, 32 - k},
        4: {2 + 3 * k},
        5: {1 + 3 * k, 4 + 3 * k},
    }[ten]


def terms(number: int) -> dict[str, Any]:
    """Leads are held; the third ten held and dropped over 12 days, the fourth over 14."""
    ten, k = divmod(number - 1, 10)
    own_day_off = {"off": {shoot_day(2 + 3 * k): True}} if ten == 5 else {}
    return {
        0: {"held": True},
        1: {},
        2: {"held": True, "drop_after": 12},
        3: {"drop_after": 14},
        4: {},
        5: {"held": True, **own_day_off},
    }[ten]


def own_events() -> list[dict[str, Any]]:
    """The fifth ten are fitted together and travel in the day before; the last ten are tested."""
    fitted = {f"c{number}": True for number in range(41, 51)}
    travels = [
        {"type": "travel", "day": day_before(shoot_day(2 + 3 * k)), "people": {f"c{41 + k}": True}}
        for k in range(10)
    ]
    tests = [
        {"type": "test", "day": shoot_day(3 + 3 * k), "people": {f"c{51 + k}": True}}
        for k in range(10)
    ]
    return [{"type": "fitting", "day": DATES[0], "people": fitted}, *travels, *tests]


def season() -> dict[str, dict[str, dict[str, Any]]]:
    """The documents: 170 strips, 60 cast, the days and the events."""
    cast = {f"c{number}": {"cast": number, **terms(number)} for number in range(1, 61)}
    strips = {
        f"s{day}x{at}": {
            "scene": str((day - 1) * STRIPS_A_DAY + at + 1),
            "day": shoot_day(day),
            "cast": {
                f"c{number}": True
                for number in range(1, 61)
                if day in works(number) and number % STRIPS_A_DAY == at
            },
        }
        for day in range(1, len(SHOT) + 1)
        for at in range(STRIPS_A_DAY)
    }
    days = {
        f"d{at}": {"date": date, "type": TYPES[each]}
        for at, (date, each) in enumerate(zip(DATES, PLAN, strict=True))
    }
    events = {f"e{at}": each for at, each in enumerate(own_events())}
    plain = {"day": days, "scene": strips, "person": cast, "event": events}
    return {
        kind: {key: {"id": key, **each} for key, each in documents.items()}
        for kind, documents in plain.items()
    }


def written(member: Member, dates: tuple[str, ...]) -> str:
    """A row as the table by hand has it."""
    found = member.totals
    ends = (f"{date[8:]}.{date[5:7]}" for date in (found.start, found.finish))
    counts = (found.travel, found.rehearse, found.work, found.hold, found.holiday)
    cells = (member.cells.get(date, ".") for date in dates)
    return " ".join((member.number, *cells, "|", *map(str, counts), *ends, str(found.total)))


def by_hand() -> list[str]:
    """The rows of the table by hand."""
    lines = BY_HAND.read_text(encoding="utf-8").splitlines()
    return [" ".join(line.split()) for line in lines if line[:2].strip().isdecimal()]


def test_a_season_of_170_strips_and_60_cast_is_right_to_the_cell() -> None:
    made = season()
    table = day_out_of_days(made, shoot_days(made["day"]))

    assert (170, 60, 52) == (len(made["scene"]), len(made["person"]), len(table.dates))
    assert by_hand() == [written(each, table.dates) for each in table.members]


def test_who_has_no_code_has_no_row_and_crew_have_none() -> None:
    made = season()
    made["person"] |= {
        "extra": {"id": "extra", "cast": 99},
        "gaffer": {"id": "gaffer", "name": "Anna"},
    }
    made["event"]["recce"] = {"type": "test", "day": DATES[0], "people": {"gaffer": True}}

    table = day_out_of_days(made, shoot_days(made["day"]))

    assert not {"extra", "gaffer"} & {each.id for each in table.members}


def test_elements_have_rows_of_their_own_by_category_and_board_number() -> None:
    made = season()
    made["element"] = {
        "dog": {"id": "dog", "name": "Sheepdog", "category": "animal", "held": True},
        "car": {"id": "car", "name": "Hero car", "category": "vehicle", "board": "2"},
        "van": {"id": "van", "name": "Van", "category": "vehicle", "board": "10"},
    }
    for key, wanted in (("dog", (1, 3)), ("car", (2,)), ("van", (2, 3))):
        for day in wanted:
            made["scene"][f"s{day}x0"].setdefault("elements", {})[key] = True

    rows = dict(day_out_of_days(made, shoot_days(made["day"])).by_category())

    assert ["cast", "vehicle", "animal"] == list(rows)
    assert ["Hero car", "Van"] == [each.name for each in rows["vehicle"]]
    assert ["SW", "H", "WF"] == [rows["animal"][0].cells[shoot_day(day)] for day in (1, 2, 3)]


def test_a_day_with_strips_that_is_not_planned_is_shot_and_has_a_column() -> None:
    made = season()
    made["element"] = {"dog": {"id": "dog", "name": "Dog", "category": "animal", "held": True}}
    del made["day"][f"d{DATES.index(shoot_day(2))}"]
    for day in (1, 3):
        made["scene"][f"s{day}x0"]["elements"] = {"dog": True}

    table = day_out_of_days(made, shoot_days(made["day"]))

    assert shoot_day(2) in table.dates
    assert "H" == table.members[-1].cells[shoot_day(2)]
