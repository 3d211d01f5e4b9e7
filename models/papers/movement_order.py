"""The movement order: how the unit gets to where it works, who is where by when, what to mind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import department_call, first_wanted
from models.drive import drive_minutes
from models.edits import Aimed
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.head import Head, of_day
from models.papers.held import held, said, text
from models.papers.paper import Block, Column, Fact, Facts, Paper, Row, Table, Words
from models.papers.roles import LOCATIONS, NURSE, TRANSPORT, Post, holders, phones_of, with_phone
from models.papers.runs import in_order, place_name, three_words, told
from models.papers.source import PaperKind, Source
from models.text import natural
from models.when import as_minutes, clock, show_day, show_span


Document = Mapping[str, Any]

HEAD = Head("movement-order", "MOVEMENT ORDER")
SERVICES = {"hospital": "Nearest hospital", "police": "Police", "garage": "Garage", "fuel": "Fuel"}
FACILITIES = ("bus", "trailer", "honeywagon", "toilet", "generator", "catering", "kitchen", "tent")
"""Words in a vehicle's name or type that make it one of the facilities of a base."""
STOPS = ("move", "meal")
"""The events for which the whole unit goes somewhere."""
GROUPS = (
    ("Facilities and base", ("Locations", "Transport")),
    ("Catering", ("Catering", "Craft")),
    ("Make-up, hair and costume", ("Make-up and hair", "Costume")),
    ("Technical trucks", ("Electric", "Grip", "Camera", "Sound")),
    ("Art department and props", ("Art", "Set decoration", "Props")),
)
PLACES = (Column("No."), Column("Location", 4), Column("Sets", 3), Column("Position"))
TIMINGS = (
    Column("Group"),
    Column("On base", right=True, kind="time"),
    Column("By call of"),
)
RUNS = (
    Column("Run"),
    Column("Depart", right=True, kind="time"),
    Column("From", 3),
    Column("To", 4),
    Column("ETA", right=True, kind="time"),
    Column("Vehicle"),
    Column("Driver", 3),
    Column("Pax", right=True, kind="number"),
)
JOURNEYS = (
    Column("From"),
    Column("To"),
    Column("Minutes", right=True),
    Column("km", right=True),
)


def movement_order(source: Source, about: Aimed | None = None) -> Paper:
    """The movement order of the day in view."""
    day = ShootingDay(source)
    number = day.document.get("shoot")
    head = HEAD._replace(title=f"{HEAD.title} {number}") if isinstance(number, int) else HEAD
    return of_day(head, source, tuple(_blocks(day)))


def _blocks(day: ShootingDay) -> Iterator[Block]:
    yield Facts("unit", tuple(_unit(day)))
    yield Table("locations", PLACES, tuple(_locations(day)), "LOCATIONS", always=("Location",))
    yield from _directions(day)
    yield Table("journeys", JOURNEYS, tuple(_journeys(day)), "JOURNEY TIMES", always=("Minutes",))
    yield Table("timings", TIMINGS, tuple(_timings(day)), "TIMINGS")
    yield Table("runs", RUNS, tuple(_runs(day)), "TRANSPORT RUNS")
    yield Facts("facilities", tuple(_facilities(day)), "FACILITIES ON BASE")
    yield Words("hazards", tuple(_hazards(day)), "HAZARDS AND LOCAL CONSTRAINTS")
    yield Facts("services", tuple(_services(day)), "NEAREST SERVICES AND CONTACTS")
    yield Facts("next", tuple(_next_move(day)), "NEXT MOVE")


def _unit(day: ShootingDay) -> Iterator[Fact]:
    """Unit call, shooting call, breakfast, the base."""
    if text(day.document, "call"):
        yield Fact(day.source.unit_call, text(day.document, "call"), strong=True)
    if text(day.document, "shooting"):
        yield Fact("Shooting call", text(day.document, "shooting"))
    breakfast = day.meal(after_call=False)
    if breakfast:
        yield Fact("Breakfast", said(text(breakfast, "start"), _name(day, breakfast.get("place"))))
    base = day.document.get("base")
    if base:
        place = day.record("place", base)
        lines = (_name(day, base), text(place, "address"), position(place))
        yield Fact(day.source.unit_base, said(*lines, between="\n"))
    if text(day.document, "wrap"):
        yield Fact("Estimated wrap", text(day.document, "wrap"))


def position(place: Document) -> str:
    """How a place is found on a map: its what3words, or its grid reference in degrees."""
    lat, lon = place.get("lat"), place.get("lon")
    grid = f"{lat:.5f}, {lon:.5f}" if isinstance(lat, float) and isinstance(lon, float) else ""
    return said(three_words(place), grid, between="\n")


def _name(day: ShootingDay, place: object) -> str:
    return place_name(place, day.source)


def _places(day: ShootingDay) -> list[str]:
    """The base and the locations of the day; then where its meals and moves are."""
    stops = (each for each in day.events if each.get("type") in STOPS)
    others = (str(each["place"]) for each in stops if each.get("place"))
    return list(dict.fromkeys((*day.places, *others)))


def _locations(day: ShootingDay) -> Iterator[Row]:
    for place in _places(day):
        document = day.record("place", place)
        sets = dict.fromkeys(text(each, "set") for each in day.places.get(place, ()))
        cells = (
            day.place_number(place),
            said(_name(day, place), text(document, "address"), between="\n"),
            ", ".join(filter(None, sets)),
            position(document),
        )
        yield Row(cells, key=f"place/{place}")


def _directions(day: ShootingDay) -> Iterator[Block]:
    """Route directions, and where to park: each place where either is known."""
    for field, title in (("directions", "ROUTE DIRECTIONS"), ("parking", "PARKING")):
        facts = (
            Fact(_name(day, place), text(day.record("place", place), field))
            for place in _places(day)
        )
        yield Facts(field, tuple(each for each in facts if each.value), title)


def _journeys(day: ShootingDay) -> Iterator[Row]:
    """The minutes from where people stay and work to the base, and from there to the locations."""
    base = str(day.document.get("base") or "")
    legs = tuple(day.source.of("leg").values())
    sleeps = [each for each, doc in day.source.of("place").items() if doc.get("type") == "hotel"]
    offices = [each for each, doc in day.source.of("place").items() if doc.get("type") == "office"]
    pairs = [(each, base) for each in (*offices, *sleeps)]
    pairs += [(base, each) for each in day.places if each != base]
    at = as_minutes(day.document.get("call"))
    for origin, to in pairs:
        minutes = drive_minutes(legs, origin, to, at) if base else None
        if minutes is not None:
            cells = (_name(day, origin), _name(day, to), show_span(minutes), _km(legs, origin, to))
            yield Row(cells, key=f"leg/{origin}-{to}")


def _km(legs: tuple[Document, ...], origin: str, to: str) -> str:
    found = (
        leg["km"]
        for leg in legs
        if {leg.get("origin"), leg.get("to")} == {origin, to} and leg.get("km") is not None
    )
    return next((f"{each:g}" for each in found), "")


def _timings(day: ShootingDay) -> Iterator[Row]:
    """Each group of vehicles by the earliest call of its departments."""
    for group, departments in GROUPS:
        calls = (
            (minute, each)
            for each in departments
            if (call := department_call(each, day.desk)) is not None
            and (minute := first_wanted(call)) is not None
        )
        first = min(calls, default=None)
        if first:
            yield Row((group, clock(first[0]), first[1]), key=f"group/{group}")


def _runs(day: ShootingDay) -> Iterator[Row]:
    """In short: the transport order says who is in them, and how to reach the driver."""
    for run in in_order(day.on("run"), day.source):
        found = told(run, day.source)
        cells = (
            found.number,
            found.leave,
            found.origin,
            said(found.via and f"via {found.via}", found.to, between=" to "),
            found.arrive,
            found.vehicle.split("\n")[0],
            found.driver.split("\n")[0],
            str(len(held(run, "passengers"))),
        )
        yield Row(cells, key=f"run/{run.get('id')}")


def _facilities(day: ShootingDay) -> Iterator[Fact]:
    """Vehicles that are a room, a kitchen or a socket more than a means of transport."""
    for vehicle in day.source.of("vehicle").values():
        words = f"{text(vehicle, 'name')} {text(vehicle, 'type')}".casefold()
        if any(
            each in words.split() or each in words.replace("-", " ").split() for each in FACILITIES
        ):
            driver = day.record("person", vehicle.get("driver"))
            value = said(text(vehicle, "registration"), text(vehicle, "type"), with_phone(driver))
            yield Fact(text(vehicle, "name"), said(value, text(vehicle, "note"), between=". "))


def _hazards(day: ShootingDay) -> Iterator[str]:
    """What is noted of the day and of its places, and the risks that are still open."""
    if text(day.document, "note"):
        yield text(day.document, "note")
    for place in _places(day):
        note = text(day.record("place", place), "note")
        if note:
            yield f"{_name(day, place)}: {note}"
    for issue in _risks(day):
        yield f"Risk {text(issue, 'number')}: {text(issue, 'title')}"


def _risks(day: ShootingDay) -> list[Document]:
    """Open risks that are about a place of the day, or due on it."""
    about = {f"place/{each}" for each in _places(day)}
    found = [
        each
        for each in day.source.of("issue").values()
        if each.get("type") == "risk"
        and each.get("status") not in ("done", "dropped")
        and (each.get("about") in about or each.get("due_day") == day.day)
    ]
    return sorted(found, key=lambda each: natural(text(each, "number")))


def _services(day: ShootingDay) -> Iterator[Fact]:
    """The hospital, then police, garage and fuel where they are places; whom to ring on site."""
    if day.hospital:
        yield Fact(SERVICES["hospital"], _reached(day.hospital))
    for place in day.source.of("place").values():
        name = SERVICES.get(str(place.get("type")))
        if name and place.get("type") != "hospital":
            yield Fact(name, _reached(place))
    for site in _places(day):
        document = day.record("place", site)
        contact = said(text(document, "contact"), *phones_of(document))
        if contact:
            yield Fact(_name(day, site), contact)
    for post in (LOCATIONS, TRANSPORT, NURSE):
        yield from _post(day, post)


def _reached(place: Document) -> str:
    return said(text(place, "name"), text(place, "address"), *phones_of(place), between="\n")


def _post(day: ShootingDay, post: Post) -> Iterator[Fact]:
    words = "\n".join(with_phone(each) for each in holders(post, day.source))
    if words:
        yield Fact(post.us if day.is_us else post.uk, words)


def _next_move(day: ShootingDay) -> Iterator[Fact]:
    """A company move later the same day, and where the unit is called next."""
    for event in day.events:
        if event.get("type") == "move":
            where = said(text(event, "start"), _name(day, event.get("place")), text(event, "note"))
            yield Fact(text(event, "title"), where)
    later = sorted(
        (str(each["date"]), each)
        for each in day.source.of("day").values()
        if each.get("call") and not each.get("parked") and str(each.get("date") or "") > day.day
    )
    if later:
        date, document = later[0]
        base = _name(day, document.get("base"))
        yield Fact(
            show_day(date), said(f"{day.source.unit_call.lower()} {text(document, 'call')}", base)
        )


MOVEMENT_ORDER = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="how the unit gets there: base, locations, directions, parking, timings, runs, hazards",
    make=movement_order,
    sheets=True,
)
