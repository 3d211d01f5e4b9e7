"""The production the tests speak of: names that are alike, in many scripts, and full of marks.

Ids are readable words here, so that a table can say `"passengers/ben": True`.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from models.desk import Desk, desk_of


if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.by_day import Documents

SATURDAY = dt.date(2026, 11, 21)
MONDAY = dt.date(2026, 11, 23)

# id: name, and what else there is to know
PEOPLE: dict[str, dict[str, Any]] = {
    "anna": {"name": "Anna Keller", "short": "Anna", "role": "gaffer", "department": "Electric"},
    "annam": {"name": "Anna Moser", "role": "focus puller", "department": "Camera"},
    "ann": {"name": "Ann Moss", "role": "script supervisor"},
    "eval": {"name": "Eva Lang", "role": "location manager"},
    "evar": {"name": "Eva Roth", "role": "make-up artist"},
    "reto": {"name": "Reto Bär", "role": "transport captain"},
    "tom": {"name": "Tom Frei", "role": "driver"},
    "farmer": {"name": "Mark Farmer", "role": "best boy"},
    "oneill": {"name": 'Sheila "Red" O\'Neill', "role": "grip"},
    "mia": {"name": "Mia Sutter", "character": "JULIA", "cast": 1},
    "ben": {"name": "Ben Okafor", "character": "FRANK", "cast": 2},
    "zoe": {"name": "Zoë Müller", "character": "THE MILLER", "cast": 3},
    "jj": {"name": "Jo [JJ] Bell", "cast": 4},
    "lilei": {"name": "李雷", "cast": 5},
    "sarah": {"name": "שרה כהן", "cast": 6},
    "dijk": {"name": "Noah van Dijk", "cast": 7},
}
VEHICLES: dict[str, dict[str, Any]] = {
    "van2": {"name": "Van 2", "seats": 8, "driver": "tom", "registration": "ZH 412 907"},
    "van12": {"name": "Van 12", "seats": 8},
    "truck": {"name": "Grip truck", "registration": "ZH 88 100"},
    "bus": {"name": "Minibus", "seats": 16},
}
PLACES: dict[str, dict[str, Any]] = {
    "hotel": {"name": "Hotel Krone", "short": "hotel"},
    "base": {"name": "Unit base Ebmatingen", "short": "base"},
    "farm": {"name": "Farm"},
    "school": {"name": "Old School"},
    "hb": {"name": "Zürich HB", "type": "station"},
    "t2": {"name": "Airport T2", "short": "airport", "type": "airport"},
    "wpark": {"name": "West car park"},
    "epark": {"name": "East car park"},
    "clinic": {"name": "Spital Uster", "type": "hospital"},
}
SHOOT_DAYS = {
    **{number: f"2026-11-{15 + number}" for number in range(1, 6)},
    **{number: f"2026-11-{17 + number}" for number in range(6, 11)},
    11: "2026-11-30",
    12: "2026-12-01",
}
ELEMENTS: dict[str, dict[str, Any]] = {
    "petals": {"name": "Zuzu's petals", "category": "prop", "number": "M6"},
    "dog": {"name": "Sheepdog", "category": "animal"},
}
DOCUMENTS: dict[str, dict[str, Any]] = {
    "sheet4": {"title": "Call sheet", "day": "2026-11-23", "stage": "final", "number": "M9"},
}
SCENES: dict[str, dict[str, Any]] = {
    "s12": {"scene": "12", "set": "FARM YARD", "ie": "EXT", "tod": "DAY", "pages": 9},
    "s12a": {"scene": "12A", "set": "BARN", "cast": {"mia": True, "jj": True}, "pages": 19},
}
RUNS: dict[str, dict[str, Any]] = {
    "run7": {
        "number": "M7",
        "day": "2026-11-23",
        "leave": "05:40",
        "vehicle": "van2",
        "origin": "hotel",
        "to": "base",
        "passengers": {"mia": True, "ben": True},
        "status": "told",
        "tags": {"early": True},
        "note": "bring the child seat",
    },
    "run8": {"number": "M8", "day": "2026-11-23", "by": "06:40", "to": "base"},
}
CALLS: dict[str, dict[str, Any]] = {
    "electric": {
        "number": "M1",
        "day": "2026-11-23",
        "department": "Electric",
        "call": "06:30",
        "status": "confirmed",
    },
    "miacall": {
        "number": "M2",
        "day": "2026-11-23",
        "person": "mia",
        "hmu": "06:10",
        "costume": "06:50",
        "onset": "07:30",
    },
    "tomorrow": {"number": "M4", "day": "2026-11-24", "department": "Electric", "call": "07:00"},
}
EVENTS: dict[str, dict[str, Any]] = {
    "recce": {
        "number": "M5",
        "day": "2026-11-27",
        "start": "14:00",
        "length": 45,
        "title": "Tech recce",
        "place": "farm",
        "people": {"eval": True, "reto": True},
    },
}
ISSUES: dict[str, dict[str, Any]] = {
    "genny": {
        "number": "M3",
        "title": "generator 2 tripping",
        "priority": 1,
        "owner": "reto",
        "due_day": "2026-11-23",
        "due": "14:00",
        "status": "open",
        "tags": {"power": True, "Farm": True},
    },
}
LOGS: dict[str, dict[str, Any]] = {
    "first": {"number": "M21", "day": "2026-11-23", "at": "08:12", "what": "first-shot"},
    "barn": {"number": "M22", "day": "2026-11-23", "at": "10:52", "scene": "s12a"},
}


def records() -> Mapping[str, Documents]:
    """The live documents of the production, by kind and id."""
    own = {"title": "Nightfall", "zone": "Europe/Zurich"}
    days = {
        f"day{number}": {"shoot": number, "date": date, "type": "shoot"}
        for number, date in SHOOT_DAYS.items()
    }
    days["day6"]["call"] = "07:00"
    plain = {
        "day": days,
        "scene": SCENES,
        "event": EVENTS,
        "element": ELEMENTS,
        "document": DOCUMENTS,
        "person": PEOPLE,
        "call": CALLS,
        "vehicle": VEHICLES,
        "place": PLACES,
        "leg": {"leg1": {"origin": "hotel", "to": "base", "minutes": 35}},
        "run": RUNS,
        "issue": ISSUES,
        "log": LOGS,
    }
    numbered = {
        kind: {
            each: {"id": each, "number": f"{kind[0].upper()}{place}", **fields}
            for place, (each, fields) in enumerate(documents.items(), 1)
        }
        for kind, documents in plain.items()
    }
    return {"production": {"production": {"id": "production", **own}}, **numbered}


def desk() -> Desk:
    """The desk of that production on a Saturday, with the Monday after in view."""
    return desk_of(records(), SATURDAY, MONDAY)
