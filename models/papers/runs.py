"""A run as those who drive it and those who ride on it are told: times, places, people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from models.drive import shown_times, times
from models.named import NamedTuple
from models.papers.held import held, said, text
from models.papers.paper import PART
from models.papers.roles import name_of, phones_of
from models.papers.source import Source
from models.text import tidy
from models.when import LAST_MINUTE


Document = Mapping[str, Any]


class Told(NamedTuple):
    """What a transport order says of one run; line ends keep several lines apart."""

    number: str
    leave: str
    origin: str
    passengers: str
    to: str
    arrive: str
    via: str
    vehicle: str
    driver: str
    back: str
    note: str
    status: str


def in_order(runs: Iterable[Document], source: Source) -> list[Document]:
    """Runs by when they leave, those without any time last."""
    legs = tuple(source.of("leg").values())

    def first(run: Document) -> tuple[int, str]:
        known = [each for each in times(run, legs) if each is not None]
        return (known[0] if known else LAST_MINUTE + 1, str(run.get("number") or ""))

    return sorted(runs, key=first)


def told(run: Document, source: Source) -> Told:
    """One run, in words; a time nobody typed has a `~` before it."""
    leave, arrive = shown_times(run, tuple(source.of("leg").values()))
    return Told(
        number=text(run, "number"),
        leave=leave,
        origin=place_name(run.get("origin"), source),
        passengers="\n".join(_passengers(run, source)),
        to=place_name(run.get("to"), source),
        arrive=arrive,
        via=", ".join(place_name(each, source) for each in stops_of(run)),
        vehicle=_vehicle(run, source),
        driver=_person(driver_of(run, source), source),
        back=text(run, "back"),
        note=said(text(run, "luggage"), text(run, "note"), between=". "),
        status=text(run, "status") or "planned",
    )


def driver_of(run: Document, source: Source) -> str:
    """The driver of the run, or else of its vehicle; empty where nobody is to drive."""
    vehicle = source.desk.directory.document("vehicle", str(run.get("vehicle") or ""))
    return str(run.get("driver") or vehicle.get("driver") or "")


def _passengers(run: Document, source: Source) -> Iterator[str]:
    """In pickup order: name, role or character, and mobile of each, the three parts of a line."""
    for each in held(run, "passengers"):
        person = source.desk.directory.document("person", each)
        role = text(person, "character") or text(person, "role")
        name = name_of(person) or source.desk.directory.show("person", each)
        phone = next(iter(phones_of(person)), "")
        yield PART.join((name + MINOR[bool(person.get("minor"))], role, phone))


MINOR = ("", " (K)")


def _person(person: str, source: Source) -> str:
    if not person:
        return ""
    document = source.desk.directory.document("person", person)
    name = name_of(document) or source.desk.directory.show("person", person)
    return said(name, *phones_of(document)[:1], between="\n")


def stops_of(run: Document) -> list[str]:
    """The places a run calls at between its ends."""
    stops = run.get("stops")
    return [str(each) for each in stops] if isinstance(stops, list) else []


def place_name(place: object, source: Source) -> str:
    """The whole name of a place; empty where none is meant."""
    if not place:
        return ""
    document = source.desk.directory.document("place", str(place))
    return text(document, "name") or tidy(source.desk.directory.show("place", str(place)))


def with_address(place: object, source: Source) -> str:
    """The name of a place, and where it is, a line each."""
    document = source.desk.directory.document("place", str(place or ""))
    where = (text(document, "address"), three_words(document))
    return said(place_name(place, source), *where, between="\n")


def three_words(place: Document) -> str:
    """The square of a map a place is in, as it is written: `///filled.count.soap`."""
    words = text(place, "what3words")
    return f"///{words.lstrip('/')}" if words else ""


def _vehicle(run: Document, source: Source) -> str:
    """`Van 2`, its plate, its type and seats, a line each."""
    if not run.get("vehicle"):
        return ""
    vehicle = source.desk.directory.document("vehicle", str(run["vehicle"]))
    seats = vehicle.get("seats")
    return said(
        source.desk.directory.show("vehicle", str(run["vehicle"])),
        text(vehicle, "registration"),
        said(text(vehicle, "type"), f"{seats} seats" if isinstance(seats, int) else ""),
        between="\n",
    )
