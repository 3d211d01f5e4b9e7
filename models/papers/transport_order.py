"""The transport order: every run of the day, or one driver's or vehicle's own, or a passenger's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.edits import Aimed
from models.papers.head import Head, of_day
from models.papers.held import held, said, text
from models.papers.paper import Block, Column, Fact, Facts, Paper, Row, Table, Words
from models.papers.roles import LOCATIONS, TRANSPORT, Post, holders, phones_of, with_phone
from models.papers.runs import driver_of, in_order, place_name, stops_of, told, with_address
from models.papers.source import PaperKind, Source


Document = Mapping[str, Any]

HEAD = Head("transport-order", "TRANSPORT ORDER", wide=True)
RUNS = (
    Column("Run", stays=True),
    Column("Vehicle", 3),
    Column("Driver", 4),
    Column("Depart", right=True, kind="time", stays=True),
    Column("From", 2),
    Column("Passengers in pickup order", 16),
    Column("To", 2),
    Column("ETA", right=True, kind="time"),
    Column("Return and notes", 4),
    Column("Status"),
)
VEHICLES = (
    Column("Vehicle", 2),
    Column("Registration", 2),
    Column("Type", 2),
    Column("Seats", right=True, kind="number"),
    Column("Company", 3),
    Column("Notes", 4),
)
PLACES = (Column("Place", 2), Column("Address", 3), Column("Phone", 2), Column("Parking", 4))
ALWAYS = ("Run", "Vehicle", "Driver", "Depart", "From", "Passengers in pickup order", "To", "ETA")


def transport_order(source: Source, about: Aimed | None = None) -> Paper:
    """The master order of the day in view, or the order of one driver, vehicle or passenger."""
    runs = runs_of(source, about)
    told_of = _own(source, runs, about) if about else _master(source, runs)
    blocks = (Facts("day", tuple(_facts(source, runs))), *told_of, Words("marks", _marks(runs)))
    return of_day(HEAD._replace(wide=about is None), source, blocks, _called(source, about))


def _master(source: Source, runs: list[Document]) -> Iterator[Block]:
    """All runs in one table, and below it where the places are."""
    rows = tuple(_rows(source, runs))
    yield Table("runs", RUNS, rows, empty="No run is planned.", always=ALWAYS)
    vehicles, places = tuple(_vehicles(source, runs)), tuple(_places(source, runs))
    yield Table("vehicles", VEHICLES, vehicles, "VEHICLES", always=("Seats",))
    yield Table("places", PLACES, places, "PLACES", always=("Address",))


def _own(source: Source, runs: list[Document], about: Aimed) -> Iterator[Block]:
    """Each run by itself, to be read at the wheel or on a telephone; whose it is stands above."""
    for run in runs:
        found = told(run, source)
        is_driver = about.kind == "person" and driver_of(run, source) == about.id
        facts = (
            Fact("Depart", found.leave, strong=True),
            Fact("From", with_address(run.get("origin"), source)),
            Fact("Passengers", found.passengers),
            Fact("Via", found.via),
            Fact("To", with_address(run.get("to"), source)),
            Fact("ETA", found.arrive),
            Fact("Vehicle", "" if about.kind == "vehicle" else found.vehicle.replace("\n", ", ")),
            Fact("Driver", "" if is_driver else found.driver.replace("\n", " ")),
            Fact("Return", found.back),
            Fact("Notes", found.note),
            Fact("Status", found.status),
        )
        title = f"RUN {found.number}".strip()
        yield Facts(f"run-{run.get('id')}", tuple(each for each in facts if each.value), title)
    if not runs:
        yield Words("none", ("No run of this day is theirs.",))


def _vehicles(source: Source, runs: list[Document]) -> Iterator[Row]:
    """What is driven, in the order it first leaves."""
    for vehicle in dict.fromkeys(str(each["vehicle"]) for each in runs if each.get("vehicle")):
        document = source.desk.directory.document("vehicle", vehicle)
        seats = document.get("seats")
        cells = (
            source.desk.directory.show("vehicle", vehicle),
            text(document, "registration"),
            text(document, "type"),
            str(seats) if isinstance(seats, int) else "",
            text(document, "company"),
            text(document, "note"),
        )
        yield Row(cells, key=f"vehicle/{vehicle}")


def _places(source: Source, runs: list[Document]) -> Iterator[Row]:
    """Every place a run begins, stops or ends at, in that order."""
    held_by = ((run.get("origin"), *stops_of(run), run.get("to")) for run in runs)
    for place in dict.fromkeys(str(each) for places in held_by for each in places if each):
        document = source.desk.directory.document("place", place)
        phones = "\n".join(phones_of(document))
        cells = (place_name(place, source), text(document, "address"), phones)
        yield Row((*cells, text(document, "parking")), key=f"place/{place}")


def runs_of(source: Source, about: Aimed | None = None) -> list[Document]:
    """The runs of the day by when they leave: all, or those one driver, vehicle or rider is on."""
    runs = in_order(source.desk.directory.on("run", source.desk.day), source)
    if about is None:
        return runs
    if about.kind == "vehicle":
        return [each for each in runs if each.get("vehicle") == about.id]
    return [
        each
        for each in runs
        if driver_of(each, source) == about.id or about.id in held(each, "passengers")
    ]


def _called(source: Source, about: Aimed | None) -> str:
    if about is None:
        return ""
    document = source.desk.directory.document(about.kind, about.id)
    if about.kind == "person":
        return with_phone(document)
    return said(text(document, "name"), text(document, "registration"))


def _facts(source: Source, runs: list[Document]) -> Iterator[Fact]:
    day = next(
        (each for each in source.of("day").values() if each.get("date") == source.desk.day), {}
    )
    if text(day, "call"):
        yield Fact(source.unit_call, text(day, "call"), strong=True)
    base = source.desk.directory.document("place", str(day.get("base") or ""))
    if base:
        yield Fact(source.unit_base, said(text(base, "name"), text(base, "address"), between="\n"))
    yield Fact("Runs", _counts(source, runs))
    for post in (TRANSPORT, LOCATIONS):
        yield from _post(source, post)


def _counts(source: Source, runs: list[Document]) -> str:
    vehicles = {each["vehicle"] for each in runs if each.get("vehicle")}
    people = {person for each in runs for person in held(each, "passengers")}
    return f"{len(runs)}: {_many(len(vehicles), 'vehicle')}, {_many(len(people), 'passenger')}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


def _post(source: Source, post: Post) -> Iterator[Fact]:
    names = "\n".join(with_phone(each) for each in holders(post, source))
    if names:
        us = source.settings.get("habits") == "us"
        yield Fact(post.us if us else post.uk, names)


def _rows(source: Source, runs: list[Document]) -> Iterator[Row]:
    for run in runs:
        found = told(run, source)
        cells = (
            found.number,
            "\n".join(found.vehicle.split("\n")[:2]) or "no vehicle",
            found.driver or "no driver",
            found.leave,
            found.origin,
            found.passengers,
            said(found.via and f"via {found.via}", found.to, between="\n"),
            found.arrive,
            said(found.back and f"Return: {found.back}", found.note, between="\n"),
            found.status,
        )
        yield Row(cells, key=f"run/{run.get('id')}")


def _marks(runs: list[Document]) -> tuple[str, ...]:
    """What a mark means is said where one may stand."""
    timed = any(not (each.get("leave") and each.get("by")) for each in runs)
    return ("~ worked out from the drive times; nobody gave that time.",) if timed else ()


TRANSPORT_ORDER = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="the runs of a day, all or one driver's, vehicle's or passenger's",
    make=transport_order,
    about=("vehicle", "person"),
    sheets=True,
)
