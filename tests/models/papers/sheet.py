"""A shooting day small enough to say what its call sheet must, and readers of what it says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from models.desk import desk_of
from models.papers.call_sheet import call_sheet
from models.papers.columns import filled
from models.papers.paper import Facts, Paper, Table, Words
from models.papers.source import Source


if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.by_day import Documents

DAY = "2026-11-24"
NOW = dt.datetime(2026, 11, 23, 17, 30, tzinfo=ZoneInfo("Europe/Zurich"))

PRODUCTION = {"title": "Nightfall", "company": "Lake Pictures", "zone": "Europe/Zurich"}
DAYS: dict[str, dict[str, Any]] = {
    "day2": {"date": DAY, "shoot": 2, "call": "07:00", "wrap": "18:00", "base": "base"},
    "off": {"date": "2026-11-25", "type": "off"},
    "day3": {"date": "2026-11-26", "shoot": 3, "call": "08:00", "base": "base"},
}
PEOPLE: dict[str, dict[str, Any]] = {
    "prod": {"name": "Urs Ober", "role": "Producer", "department": "Producers", "oncall": True},
    "dir": {"name": "Aglaia Moreau", "role": "Director", "department": "Director"},
    "first": {"name": "Henrik Lind", "role": "1st AD", "department": "Assistant directors"},
    "anna": {"name": "Anna Keller", "role": "Gaffer", "department": "Electric"},
    "bo": {"name": "Bo Spark", "role": "Electrician", "department": "Electric"},
    "cam": {"name": "Cam Lens", "role": "Director of photography", "department": "Camera"},
    "tom": {"name": "Tom Frei", "role": "Driver", "department": "Transport"},
    "mia": {"name": "Mia Sutter", "character": "JULIA", "cast": 1, "category": "cast"},
    "ben": {"name": "Ben Okafor", "character": "FRANK", "cast": 2, "category": "cast"},
    "lou": {"name": "Lou Steiner", "character": "KID", "cast": 3, "minor": True},
}
PLACES: dict[str, dict[str, Any]] = {
    "base": {"name": "Unit base", "short": "base", "address": "Seestrasse 1", "hospital": "spital"},
    "farm": {"name": "Rüti farm", "short": "farm", "address": "Rütistrasse 12"},
    "hotel": {"name": "Hotel Krone", "short": "hotel"},
    "spital": {"name": "Spital Uster", "address": "Spitalweg 2", "phones": {"044 555 01 00": True}},
}
SCENES: dict[str, dict[str, Any]] = {
    "s12": {
        "scene": "12",
        "ie": "INT",
        "set": "BARN",
        "tod": "NIGHT",
        "pages": 19,
        "day": DAY,
        "place": "farm",
        "cast": {"mia": True, "ben": True},
        "start": "08:00",
        "length": 90,
    },
    "s4": {
        "scene": "4",
        "ie": "EXT",
        "set": "YARD",
        "tod": "DAY",
        "pages": 5,
        "day": DAY,
        "place": "farm",
        "cast": {"mia": True},
        "start": "10:00",
        "length": 60,
    },
    "s7": {"scene": "7", "set": "ROAD", "tod": "DAY", "pages": 8, "day": "2026-11-26"},
}
CALLS: dict[str, dict[str, Any]] = {
    "all": {"day": DAY, "department": "all", "call": "07:00"},
    "electric": {"day": DAY, "department": "Electric", "call": "06:15"},
    "bo": {"day": DAY, "person": "bo", "call": "06:00"},
    "mia": {
        "day": DAY,
        "person": "mia",
        "call": "06:10",
        "hmu": "06:20",
        "costume": "06:50",
        "onset": "07:45",
        "remark": "Left-handed",
    },
    "ben": {"day": DAY, "person": "ben", "call": "06:30", "hmu": "06:40", "onset": "07:45"},
}
RUNS: dict[str, dict[str, Any]] = {
    "in": {
        "day": DAY,
        "leave": "05:40",
        "origin": "hotel",
        "to": "base",
        "vehicle": "van2",
        "passengers": {"mia": True},
    },
    "on": {
        "day": DAY,
        "leave": "07:20",
        "origin": "base",
        "to": "farm",
        "vehicle": "van2",
        "passengers": {"mia": True, "ben": True},
    },
    "home": {
        "day": DAY,
        "leave": "17:30",
        "origin": "farm",
        "to": "hotel",
        "vehicle": "van2",
        "passengers": {"mia": True, "ben": True},
    },
}
EVENTS: dict[str, dict[str, Any]] = {
    "breakfast": {
        "day": DAY,
        "type": "meal",
        "title": "Breakfast",
        "start": "06:15",
        "length": 45,
        "place": "base",
    },
    "lunch": {
        "day": DAY,
        "type": "meal",
        "title": "Lunch",
        "start": "12:00",
        "length": 60,
        "place": "farm",
    },
}
VEHICLES: dict[str, dict[str, Any]] = {"van2": {"name": "Van 2", "seats": 8, "driver": "tom"}}


def records(**others: Mapping[str, Mapping[str, Any]]) -> dict[str, Documents]:
    """The production, with records of some kinds changed or added; None takes one away."""
    held: dict[str, dict[str, dict[str, Any]]] = {
        "production": {"production": PRODUCTION},
        "day": DAYS,
        "person": PEOPLE,
        "place": PLACES,
        "scene": SCENES,
        "call": CALLS,
        "run": RUNS,
        "event": EVENTS,
        "vehicle": VEHICLES,
        **{kind: {} for kind in ("element", "log", "leg", "issue")},
    }
    made: dict[str, Documents] = {}
    for kind, documents in held.items():
        mine = dict(others.get(kind, {}))
        both = {
            key: {**documents.get(key, {}), **mine.get(key, {})} for key in {**documents, **mine}
        }
        made[kind] = {
            key: {"id": key, **{name: value for name, value in each.items() if value is not None}}
            for key, each in both.items()
            if each and not each.get("gone")
        }
    return made


def source(view: str = DAY, /, **others: Mapping[str, Mapping[str, Any]]) -> Source:
    """What a paper is made from, with a day in view."""
    held = records(**others)
    return Source(held, desk_of(held, NOW.date(), dt.date.fromisoformat(view)), NOW)


def sheet(view: str = DAY, /, **others: Mapping[str, Mapping[str, Any]]) -> Paper:
    """The call sheet of a day."""
    return call_sheet(source(view, **others))


def facts(paper: Paper, name: str) -> dict[str, str]:
    """What a block of facts says, by its labels."""
    block = next(each for each in paper.blocks if each.name == name)
    assert isinstance(block, Facts)
    return {fact.label: fact.value for fact in block.facts}


def rows(paper: Paper, name: str) -> list[dict[str, str]]:
    """The rows of a table by their headings; of one with a single cell, that one under `""`."""
    block = table(paper, name)
    headings = [column.heading for column in block.columns]
    return [
        dict(zip(headings, row.cells, strict=True)) if len(row.cells) > 1 else {"": row.cells[0]}
        for row in block.rows
    ]


def headings(paper: Paper, name: str) -> list[str]:
    """The headings of a table, from the left."""
    return [column.heading for column in table(paper, name).columns]


def table(paper: Paper, name: str) -> Table:
    """A table as it is set: without the columns nothing stands in."""
    block = next(each for each in paper.blocks if each.name == name)
    assert isinstance(block, Table)
    return filled(block)


def missing(paper: Paper) -> tuple[str, ...]:
    """What the sheet says is missing."""
    block = next(each for each in paper.blocks if each.name == "missing")
    assert isinstance(block, Words)
    return block.lines
