"""The crew list, or unit list: everybody by department, then cast, suppliers, places, emergency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import department_of, is_crew
from models.cast_numbers import cast_number
from models.departments import department_order
from models.edits import Aimed
from models.papers.cast_list import artists
from models.papers.head import Head, of_production
from models.papers.held import held, text
from models.papers.paper import Block, Column, Fact, Facts, Paper, Row, Table
from models.papers.roles import NURSE, holders, name_of, phones_of, standing, with_phone
from models.papers.source import PaperKind, Source
from models.text import fold, natural, tidy
from models.when import show_short_day


Document = Mapping[str, Any]

HEAD = Head("crew-list", "CREW LIST")
UK_TITLE = "UNIT LIST"
CREW = (
    Column("Position", 3),
    Column("Name", 3),
    Column("Mobile", 2),
    Column("E-mail", 4),
    Column("From"),
)
CAST = (
    Column("No.", right=True, kind="number"),
    Column("Artist", 3),
    Column("Character", 3),
    Column("Agent", 4),
)
SUPPLIERS = (
    Column("Supplies", 2),
    Column("Company", 3),
    Column("Contact", 3),
    Column("Phone", 2),
    Column("E-mail", 3),
)
PLACES = (Column("Place", 3), Column("Address", 4), Column("Contact", 3), Column("Phone", 2))
NO_LOCATION = ("hospital", "airport", "station")
EMERGENCY = {"us": "911"}
ELSEWHERE = "112"
"""Rings the emergency services all over Europe, the United Kingdom included."""


def crew_list(source: Source, about: Aimed | None = None) -> Paper:
    """Everybody to be rung, in the order of a unit list; the cast without their own numbers."""
    blocks: tuple[Block, ...] = (
        Facts("office", tuple(_office(source))),
        Table("crew", CREW, tuple(_crew(source)), always=("Position", "Name", "Mobile")),
        Table("cast", CAST, tuple(_cast(source)), "CAST"),
        Table("suppliers", SUPPLIERS, tuple(_suppliers(source)), "SUPPLIERS"),
        Table("places", PLACES, tuple(_places(source)), "LOCATIONS"),
        Facts("emergency", tuple(_emergency(source)), "EMERGENCY"),
    )
    return of_production(HEAD if source.is_us else HEAD._replace(title=UK_TITLE), source, blocks)


def _office(source: Source) -> Iterator[Fact]:
    for label, field in (("Production office", "office"), ("Phone", "phone")):
        words = source.settings.get(field)
        if isinstance(words, str):
            yield Fact(label, tidy(words))


def _crew(source: Source) -> Iterator[Row]:
    found = [(each, doc) for each, doc in source.of("person").items() if is_crew(doc)]
    before = None
    for person, document in sorted(found, key=lambda pair: _place(pair[1])):
        if document.get("parked"):
            continue
        department = department_of(document)
        if department != before:
            yield Row((department.upper(),), "head", f"department/{department}")
            before = department
        start = document.get("start")
        cells = (
            text(document, "role"),
            name_of(document),
            "\n".join(phones_of(document)),
            "\n".join(held(document, "emails")),
            show_short_day(start) if isinstance(start, str) else "",
        )
        yield Row(cells, key=f"person/{person}")


def _place(person: Document) -> tuple[object, ...]:
    department, role = department_of(person), text(person, "role")
    order = (department_order(department), fold(department), standing(role), natural(role))
    return (*order, fold(name_of(person)))


def _cast(source: Source) -> Iterator[Row]:
    for person, document in artists(source):
        cells = (
            cast_number(document),
            name_of(document),
            text(document, "character"),
            text(document, "agent"),
        )
        yield Row(cells, key=f"person/{person}")


def _suppliers(source: Source) -> Iterator[Row]:
    for person, document in source.of("person").items():
        if document.get("category") != "vendor" or document.get("parked"):
            continue
        company = text(document, "company")
        cells = (
            text(document, "role") or text(document, "department"),
            company or name_of(document),
            name_of(document) if company else "",
            "\n".join(phones_of(document)),
            "\n".join(held(document, "emails")),
        )
        yield Row(cells, key=f"person/{person}")


def _places(source: Source) -> Iterator[Row]:
    places = source.of("place").items()
    for place, document in sorted(places, key=lambda pair: fold(text(pair[1], "name"))):
        if document.get("type") in NO_LOCATION:
            continue
        phones = "\n".join(phones_of(document))
        cells = (*(text(document, each) for each in ("name", "address", "contact")), phones)
        yield Row(cells, key=f"place/{place}")


def _emergency(source: Source) -> Iterator[Fact]:
    habits = str(source.settings.get("habits") or "")
    yield Fact("Emergency services", EMERGENCY.get(habits, ELSEWHERE))
    for nurse in holders(NURSE, source):
        yield Fact(text(nurse, "role"), with_phone(nurse))
    for document in source.of("place").values():
        if document.get("type") == "hospital":
            words = (text(document, "name"), text(document, "address"), *phones_of(document))
            yield Fact("Hospital", "\n".join(filter(None, words)))


CREW_LIST = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="everybody by department, with phones and e-mail; the cast without their own",
    make=crew_list,
    daily=False,
    sheets=True,
)
