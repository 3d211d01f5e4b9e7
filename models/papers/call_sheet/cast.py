"""The cast of a call sheet: who is wanted when, in the order of columns of the UK or the US."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.cast_numbers import by_number, cast_number, is_cast
from models.papers.call_sheet.rides import Ride, pickup, travel
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held, said, text
from models.papers.paper import Column, Row, Table
from models.papers.roles import name_of
from models.when import as_minutes


Document = Mapping[str, Any]

NUMBER, ARTIST, CHARACTER, STATUS = "number", "artist", "character", "status"
UK: Mapping[str, str] = {
    NUMBER: "No.",
    ARTIST: "Artist",
    CHARACTER: "Character",
    STATUS: "SWF",
    "dressing": "D/R",
    "pickup": "P/U",
    "call": "Arr. base",
    "costume": "Costume",
    "hmu": "M/U & hair",
    "travel": "Trav.",
    "lineup": "Line-up",
    "onset": "On set",
    "remark": "Remarks",
}
US: Mapping[str, str] = {
    NUMBER: "#",
    ARTIST: "Artist",
    CHARACTER: "Character",
    STATUS: "Status",
    "pickup": "Pickup",
    "call": "Arrive",
    "hmu": "HMU",
    "costume": "Wardrobe",
    "travel": "Travel",
    "lineup": "Rehearsal",
    "onset": "Set call",
    "remark": "Remarks",
}
SHARES = {ARTIST: 4, CHARACTER: 3, "pickup": 8, "remark": 5}
TIMES = ("call", "costume", "hmu", "travel", "lineup", "onset")
MAY_BE_EMPTY = ("dressing", "travel", "lineup", "remark", STATUS)


def cast(day: ShootingDay) -> Table:
    """A row for each artist in the day's scenes, called or held, by cast number."""
    headings = US if day.is_us else UK
    columns = tuple(
        Column(
            heading,
            SHARES.get(name, 0),
            right=name in TIMES,
            kind="time" if name in TIMES else "text",
        )
        for name, heading in headings.items()
    )
    rows = tuple(
        Row(tuple(cells.get(name, "") for name in headings), key=f"person/{person}")
        for person, cells in _cells(day)
    )
    always = [heading for name, heading in headings.items() if name not in MAY_BE_EMPTY]
    return Table("cast", columns, rows, "CAST", always=tuple(always))


def _cells(day: ShootingDay) -> Iterator[tuple[str, Mapping[str, str]]]:
    calls = {str(each["person"]): each for each in day.on("call") if each.get("person")}
    for person in _wanted(day, calls):
        document, call = day.record("person", person), calls.get(person, {})
        ride = pickup(day, person, call)
        onward = travel(day, person, call)
        yield (
            person,
            {
                NUMBER: cast_number(document),
                ARTIST: f"{name_of(document)}{' (K)' if document.get('minor') else ''}",
                CHARACTER: text(document, "character"),
                STATUS: day.status(person),
                "dressing": text(document, "dressing"),
                "pickup": _pickup_words(day, ride) if call else "",
                "travel": onward.time if onward else "",
                "lineup": _lineup(day, person),
                "remark": text(call, "remark"),
                **{each: text(call, each) for each in ("call", "costume", "hmu", "onset")},
            },
        )


def _wanted(day: ShootingDay, calls: Mapping[str, Document]) -> list[str]:
    """Artists in the day's scenes, called, held or travelling, by number; the unnumbered last."""
    on = [*day.cast, *(each for each in calls if is_cast(day.record("person", each)))]
    on += [
        person
        for person, document in day.source.of("person").items()
        if is_cast(document) and not document.get("parked") and day.status(person)
    ]
    return sorted(dict.fromkeys(on), key=lambda each: _place(day.record("person", each)))


def _place(person: Document) -> tuple[object, ...]:
    return (*by_number(person), text(person, "name"))


def _pickup_words(day: ShootingDay, ride: Ride | None) -> str:
    """`05:40 hotel, Van 2, Tom Aregger`."""
    if ride is None:
        return "SR" if day.is_us else "own transport"
    return said(f"{ride.time} {ride.origin}".strip(), ride.vehicle, ride.driver)


def _lineup(day: ShootingDay, person: str) -> str:
    """The first rehearsal of the day they are wanted at."""
    found = (
        text(each, "start")
        for each in day.events
        if each.get("type") == "rehearsal" and person in held(each, "people")
    )
    return min((each for each in found if as_minutes(each) is not None), default="")
