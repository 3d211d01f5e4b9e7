"""Schedules in the Universal Schedule Standard, made up from a seed: a feature with its cast."""

from __future__ import annotations

import random
from typing import Any, TypeAlias

import orjson


Body: TypeAlias = dict[str, Any]

CATEGORIES = (
    ("Set", 0),
    ("INT/EXT", 1),
    ("Day/Night", 2),
    ("Script Day", 3),
    ("Unit", 4),
    ("Sequence", 5),
    ("Location", 6),
    ("Cast Members", 100),
    ("Background Actors", 101),
    ("Vehicles", 103),
    ("Props", 104),
    ("Wardrobe", 106),
)
HEAD = {
    "project": "Nightfall",
    "company": "Nordlicht",
    "schedColor": "Blue",
    "schedDate": "2026-11-02T08:00:00.000Z",
    "scriptColor": "Pink",
    "scriptDate": "2026-10-30",
    "ussVersion": "1.0.0",
}
SETS = (
    "BARN",
    "FARMHOUSE KITCHEN",
    "ROAD",
    "POLICE STATION",
    "CHAPEL",
    "LAKE",
    "BUS STOP",
    "ATTIC",
)
FIRST = ("MIRA", "BEN", "HARALD", "VERA", "JO", "LENA", "TOMAS", "ADA", "KURT", "ELSA")
LAST = ("VOSS", "KELLER", "BRAND", "NOLL", "ARP", "HEIM")


def mark(kind: str, count: int) -> str:
    """An id of 24 letters, as the standard asks for."""
    return f"{kind:0<4.4}{count:020x}"


def element(name: str, category: str, count: int, **more: Any) -> Body:
    return {
        "id": mark(category[:3].lower(), count),
        "category": mark("cat", [each for each, _ in CATEGORIES].index(category)),
        "name": name,
        "elementId": "",
        "isDood": True,
        "isHold": False,
        "isDrop": True,
        "dropDayCount": 10,
        "isIdLock": False,
        "daysOff": [],
        "linkedElements": [],
        "events": [],
        **more,
    }


def scene(count: int, elements: list[str], **more: Any) -> Body:
    return {
        "id": mark("scn", count),
        "type": "scene",
        "scene": str(count),
        "description": f"Something happens {count}",
        "bannerText": None,
        "comments": None,
        "scriptPage": str(count * 2 // 3 + 1),
        "pages": 0.125,
        "duration": 2_700_000,
        "elements": elements,
        **more,
    }


def banner(count: int, text: str, **more: Any) -> Body:
    blank = dict.fromkeys(("scene", "description", "comments", "scriptPage", "pages", "duration"))
    return {
        "id": mark("ban", count),
        "type": "banner",
        "bannerText": text,
        **blank,
        "elements": [],
        **more,
    }


def small() -> Body:
    """Three scenes, a meal and a title on two days of a week; two cast, a prop, a farm."""
    things = _things()
    ids = {each["name"]: each["id"] for each in things}
    inside = [ids[each] for each in ("INT", "BARN", "DAY", "D3", "Huber farm", "MIRA", "Lantern")]
    outside = [ids[each] for each in ("EXT", "FIELD", "NIGHT", "MIRA", "BEN", "Second")]
    strips = [
        scene(1, inside, pages=1.375, comments="Smoke in the barn"),
        scene(2, outside, scene="2A"),
        scene(3, [ids["BARN"]]),
        banner(1, "LUNCH", duration=3_600_000),
        banner(2, "NIGHTFALL schedule"),
    ]
    return {
        "universalScheduleStandard": {
            **HEAD,
            "categories": [
                {"id": mark("cat", at), "name": name, "ucid": ucid}
                for at, (name, ucid) in enumerate(CATEGORIES)
            ],
            "elements": things,
            "breakdowns": strips,
            "stripboards": [
                board("Second pass", [["scn1", "ban1", "scn2"], ["scn3"]], bones=["ban2"]),
                board("First pass", [["scn3", "scn2", "scn1"]], bones=["ban1", "ban2"]),
            ],
            "calendars": [calendar()],
        }
    }


def happening(count: int, day: str, kind: str, name: str | None) -> Body:
    return {"id": mark("evt", count), "type": kind, "name": name, "date": f"{day}T08:00:00.000Z"}


def _things() -> list[Body]:
    free = [
        happening(1, "2026-11-12", "event", "fitting"),
        happening(2, "2026-11-27", "dayOff", "dayOff"),
    ]
    mira = {"elementId": "1", "isHold": True, "daysOff": [2], "events": free}
    return [
        element("INT", "INT/EXT", 1),
        element("EXT", "INT/EXT", 2),
        element("BARN", "Set", 1),
        element("FIELD", "Set", 2),
        element("DAY", "Day/Night", 1),
        element("NIGHT", "Day/Night", 2),
        element("D3", "Script Day", 1),
        element("Huber farm", "Location", 1),
        element("MIRA", "Cast Members", 1, **mira),
        element("BEN", "Cast Members", 2, elementId="2", isDrop=False),
        element("Lantern", "Props", 1),
        element("Second", "Unit", 1),
    ]


def board(name: str, days: list[list[str]], bones: list[str]) -> Body:
    """A stripboard; a strip is named by its kind and count, as `scn12`."""
    full = [[mark(each[:3], int(each[3:])) for each in day] for day in days]
    lists = [("stripboard", full), ("boneyard", [mark(each[:3], int(each[3:])) for each in bones])]
    return {
        "id": mark("brd", len(name)),
        "name": name,
        "calendar": mark("cal", 1),
        "boards": [{"id": mark("lst", 1), "name": to, "breakdownIds": of} for to, of in lists],
    }


def calendar() -> Body:
    """It starts on Thursday 26 November; weekends are off, and so is the Friday."""
    return {
        "id": mark("cal", 1),
        "name": "Winter",
        "daysOff": [0, 6],
        "events": [
            happening(11, "2026-11-24", "event", "travel"),
            happening(12, "2026-11-26", "start", None),
            happening(13, "2026-11-27", "dayOff", "holiday"),
            happening(14, "2026-11-20", "event", "Tech recce"),
        ],
    }


def feature(seed: int = 1, strips: int = 170, cast: int = 60, days: int = 35) -> Body:
    """A feature: 170 strips and 60 cast on 35 days, and a banner for each day's lunch."""
    chance = random.Random(seed)
    body = small()["universalScheduleStandard"]
    people, things = _people(cast), _furniture()
    facts: dict[str, list[str]] = {}
    for each in things:
        facts.setdefault(each["category"], []).append(each["id"])
    scenes = [
        scene(
            count,
            [
                *(chance.choice(facts[mark("cat", at)]) for at in (0, 1, 2)),
                *(chance.choice(people[: 1 + count % cast])["id"] for _ in range(3)),
                *(chance.choice(facts[mark("cat", 10)]) for _ in range(2)),
            ],
            pages=chance.randint(1, 24) / 8,
        )
        for count in range(1, strips + 1)
    ]
    order = list(range(1, strips + 1))
    chance.shuffle(order)
    share = [[f"scn{each}" for each in order[at::days]] for at in range(days)]
    for at, day in enumerate(share):
        day.insert(len(day) // 2, f"ban{at + 1}")
    body["elements"] = [*things, *people]
    body["breakdowns"] = [*scenes, *(banner(at + 1, "LUNCH") for at in range(days))]
    body["stripboards"] = [board("Blue", share, bones=[])]
    return {"universalScheduleStandard": body}


def _people(count: int) -> list[Body]:
    """So many cast, numbered; every third is held between work days."""
    return [
        element(
            f"{FIRST[at % 10]} {LAST[at // 10]}",
            "Cast Members",
            at + 1,
            elementId=str(at + 1),
            isHold=at % 3 == 0,
        )
        for at in range(count)
    ]


def _furniture() -> list[Body]:
    return [
        *(element(each, "Set", at) for at, each in enumerate(SETS)),
        *(element(each, "INT/EXT", at) for at, each in enumerate(("INT", "EXT"))),
        *(element(each, "Day/Night", at) for at, each in enumerate(("DAY", "NIGHT"))),
        *(element(f"Prop {at}", "Props", at) for at in range(40)),
    ]


def written(schedule: Body) -> bytes:
    return orjson.dumps(schedule)
