"""The contact sheet of a day: who to ring, from the first pickup to the last drop.

Artists are without their own numbers, as on the crew list: it is for everybody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import department_of, is_artist
from models.cast_numbers import by_number
from models.departments import department_order
from models.edits import Aimed
from models.papers.head import Head, of_day
from models.papers.held import text
from models.papers.paper import Block, Column, Fact, Facts, Paper, Row, Table
from models.papers.roles import FIRST_AD, SECOND_AD, holders, name_of, standing, with_phone
from models.papers.source import PaperKind, Source
from models.papers.wanted import called_at, picked_up_at
from models.text import fold
from models.urgency import is_over


Document = Mapping[str, Any]

CAST = "Cast"
HEAD = Head("contact-sheet", "CONTACT SHEET")
PEOPLE = (
    Column("Position", 2),
    Column("Name", 2),
    Column("Phone", 2),
    Column("Call", right=True, kind="time"),
    Column("Pickup", right=True, kind="time"),
)
PLACES = (Column("Place", 2), Column("Address", 3), Column("Phone", 2))
ISSUES = (Column("No."), Column("Issue", 3), Column("Owner", 2), Column("Phone", 2))


def contact_sheet(source: Source, about: Aimed | None = None) -> Paper:
    """Everybody called or carried on the day in view, its places, and who owns what is open."""
    return of_day(HEAD, source, tuple(_blocks(source)))


def _blocks(source: Source) -> Iterator[Block]:
    yield Facts("day", tuple(_facts(source)))
    yield Table("people", PEOPLE, tuple(_people(source)), empty="Nobody is called or carried.")
    yield Table("places", PLACES, tuple(_places(source)), "PLACES")
    yield Table("issues", ISSUES, tuple(_issues(source)), "OPEN ISSUES")


def _day(source: Source) -> Document:
    days = source.of("day").values()
    return next((each for each in days if each.get("date") == source.desk.day), {})


def _facts(source: Source) -> Iterator[Fact]:
    day, settings = _day(source), source.settings
    if day.get("call"):
        yield Fact(source.unit_call, str(day["call"]), strong=True)
    base = str(day.get("base") or "")
    if base:
        yield Fact(source.unit_base, _with_address(source, base))
    office = (settings.get("office"), settings.get("phone"))
    if any(office):
        yield Fact("Production office", "\n".join(str(each) for each in office if each))
    for each in dict.fromkeys(_hospitals(source)):
        yield Fact("Nearest hospital", _with_address(source, each))


def _with_address(source: Source, place: str) -> str:
    document = source.desk.directory.document("place", place)
    name = document.get("name") or source.desk.directory.show("place", place)
    lines = (name, document.get("address"), *_phones(document))
    return "\n".join(str(each) for each in lines if each)


def _hospitals(source: Source) -> Iterator[str]:
    """Those that belong to the day's places; without one, every hospital there is."""
    near = [
        str(found)
        for each in _places_of(source)
        if (found := source.desk.directory.document("place", each).get("hospital"))
    ]
    every = (each for each, doc in source.of("place").items() if doc.get("type") == "hospital")
    yield from near or every


def _people(source: Source) -> Iterator[Row]:
    """A head for each department in the order of a unit list, its heads first."""
    calls, pickups = called_at(source), picked_up_at(source)
    wanted = {**pickups, **calls}
    people = [(each, source.desk.directory.document("person", each)) for each in wanted]
    people.sort(key=lambda pair: _place(pair[1]))
    before = None
    for person, document in people:
        department = department_of(document)
        if department != before:
            words = (department.upper(), _way_to(source) if department == CAST else "")
            yield Row((": ".join(filter(None, words)),), "head", f"department/{department}")
            before = department
        cells = (
            str(document.get("character") or document.get("role") or ""),
            name_of(document) or source.desk.directory.show("person", person),
            reached(document),
            calls.get(person, ""),
            pickups.get(person, ""),
        )
        yield Row(cells, key=f"person/{person}")


def _place(document: Document) -> tuple[object, ...]:
    department = department_of(document)
    return (
        department_order(department),
        fold(department),
        by_number(document),
        standing(str(document.get("role") or "")),
        fold(str(document.get("role") or "")),
        fold(str(document.get("name") or "")),
    )


def _way_to(source: Source) -> str:
    """Whom to ring for an artist on the day: the second AD, or else the first."""
    ads = (*holders(SECOND_AD, source), *holders(FIRST_AD, source))
    return next((f"by way of {with_phone(each)}" for each in ads), "")


def reached(person: Document) -> str:
    """The phones of somebody; of an artist the agent, for this goes to everybody."""
    if is_artist(person):
        return text(person, "agent")
    return "\n".join(_phones(person))


def _phones(document: Document) -> tuple[str, ...]:
    held = document.get("phones")
    return tuple(held) if isinstance(held, dict) else ()


def _places_of(source: Source) -> Iterator[str]:
    """The day's places in the order one comes to them: base, then those of scenes and runs."""
    on = source.desk.directory.on
    held = [_day(source).get("base")]
    held += [each.get("place") for kind in ("scene", "event") for each in on(kind, source.desk.day)]
    for run in on("run", source.desk.day):
        stops = run.get("stops")
        held += [run.get("origin"), *(stops if isinstance(stops, list) else ()), run.get("to")]
    found = {str(each): None for each in held if each}
    yield from (each for each in found if each in source.of("place"))


def _places(source: Source) -> Iterator[Row]:
    for place in dict.fromkeys((*_places_of(source), *_hospitals(source))):
        document = source.desk.directory.document("place", place)
        name = str(document.get("name") or source.desk.directory.show("place", place))
        cells = (name, str(document.get("address") or ""), "\n".join(_phones(document)))
        yield Row(cells, key=f"place/{place}")


def _issues(source: Source) -> Iterator[Row]:
    """What is open and due by that day, or due on no day, with whoever owns it."""
    for each, document in source.of("issue").items():
        if is_over(document) or str(document.get("due_day") or "") > source.desk.day:
            continue
        owner = str(document.get("owner") or "")
        person = source.desk.directory.document("person", owner)
        cells = (
            str(document.get("number") or ""),
            str(document.get("title") or ""),
            source.desk.directory.show("person", owner) if owner else "",
            reached(person),
        )
        yield Row(cells, key=f"issue/{each}")


CONTACT_SHEET = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="whom to ring on a day, with the places",
    make=contact_sheet,
    sheets=True,
)
