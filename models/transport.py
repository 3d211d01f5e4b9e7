"""Getting people there: vehicles, places, the minutes between them, and runs."""

from typing import Annotated

from models.fields import (
    Count,
    Date,
    Degrees,
    Kilometres,
    Minutes,
    People,
    PersonId,
    Phones,
    PlaceId,
    PlaceIds,
    Time,
    VehicleId,
    Words,
    ZoneName,
)
from models.fields.base import Choice
from models.record import Lapse, Need, Record, slot


class Vehicle(Record):
    """Something that drives, with its seats beside the driver's."""

    word, plural, pane = "vehicle", "vehicles", "transport"
    aliases = ("car", "van", "truck")
    needs = (Need(("name",), "a vehicle needs a name (Van 2)"),)
    example = '"Van 2" seats:8 driver:tom reg:"ZH 412 907"'

    name: Words | None = slot(
        title=True, column=1, headers=("name", "vehicle", "fahrzeug", "véhicule")
    )
    type: Words | None = slot(column=3, headers=("type", "typ"))
    seats: Count | None = slot(column=1, headers=("seats", "plätze", "places"))
    driver: PersonId | None = slot("drv", column=2, headers=("driver", "fahrer", "chauffeur"))
    registration: Words | None = slot(
        "reg", "plate", column=2, headers=("registration", "reg", "kennzeichen", "plaque")
    )
    company: Words | None = slot("from", column=5)


class Place(Record):
    """Somewhere people are brought to, work, sleep or eat."""

    word, plural, pane = "place", "places", "transport"
    aliases = ("location",)
    needs = (Need(("name",), "a place needs a name"),)
    example = (
        '"Farm base" short:base address:"Chaltenbodenstr. 9, Ebmatingen" phone:"+41 44 555 01 80"'
    )

    name: Words | None = slot(
        title=True, column=1, headers=("name", "location", "place", "motiv", "ort", "lieu")
    )
    short: Words | None = slot("called", column=2)
    type: (
        Annotated[
            str,
            Choice(
                base=("unit base",),
                set=(),
                hotel=(),
                office=(),
                hospital=("a&e",),
                airport=(),
                station=(),
                parking=(),
                other=(),
            ),
        ]
        | None
    ) = slot(column=2)
    address: Words | None = slot("addr", column=3, headers=("address", "adresse"))
    zone: ZoneName | None = slot(column=6)
    lat: Degrees | None = slot(label="latitude")
    lon: Degrees | None = slot(label="longitude")
    phones: Phones = slot(
        "phone", "tel", label="phone", column=4, headers=("phone", "telefon", "téléphone")
    )
    hospital: PlaceId | None = slot(label="nearest hospital")
    parking: Words | None = slot(headers=("parking", "parken", "parkplatz", "stationnement"))
    directions: Words | None = slot("route", headers=("directions", "anfahrt", "accès"))
    what3words: Words | None = slot("w3w", headers=("what3words", "w3w"))
    contact: Words | None = slot(headers=("contact", "kontakt"))


class Leg(Record):
    """The minutes from one place to another, in one direction, in a band of the day."""

    word, plural, pane = "leg", "legs", "transport"
    route = ("origin", "", "to")
    needs = (
        Need(("origin",), "a leg needs the place it begins (hotel>base 35m)"),
        Need(("to",), "a leg needs the place it ends (hotel>base 35m)"),
        Need(("minutes",), "a leg needs its minutes (35m)"),
    )
    same = ("origin", "to", "from_time", "to_time")
    example = "hotel>base 35m from_time:0630 to_time:0900"

    origin: PlaceId | None = slot("from", label="from", column=1)
    to: PlaceId | None = slot(column=1)
    minutes: Minutes | None = slot("min", bare=True, label="time", column=1)
    from_time: Time | None = slot("after", label="from time", column=2)
    to_time: Time | None = slot("before", label="to time", column=2)
    km: Kilometres | None = slot(label="km", column=3)


class Run(Record):
    """One drive of a vehicle on a production day, with the people in it."""

    word, plural, pane = "run", "runs", "transport"
    aliases = ("pickup", "drive")
    route = ("origin", "stops", "to")
    needs = (
        Need(("leave", "by"), "a run needs a time to leave (0540) or to arrive (by 0640)"),
        Need(("to", "origin"), "a run needs a place (hotel>base)"),
    )
    lapses = (
        Lapse(
            "status",
            "planned",
            ("day", "leave", "by", "origin", "to", "stops", "vehicle", "driver"),
        ),
    )
    example = "0540 van2 hotel>base anna ben"

    day: Date | None = slot("on", bare=True, view_day=True, column=5)
    leave: Time | None = slot("at", "dep", bare=True, moves=True, column=1)
    by: Time | None = slot("arr", label="arrive by", moves=True, column=1)
    vehicle: VehicleId | None = slot("veh", bare=True, column=2)
    origin: PlaceId | None = slot("from", label="from", column=1)
    stops: PlaceIds | None = slot("via", column=5)
    to: PlaceId | None = slot(bare=True, column=1)
    driver: PersonId | None = slot("drv", column=2)
    passengers: People = slot("pax", bare=True, plus=True, column=2)
    status: (
        Annotated[
            str,
            Choice(
                planned=(),
                told=("sent",),
                out=("away",),
                aboard=("on board",),
                done=("dropped",),
                no_show=("noshow", "missed"),
            ),
        ]
        | None
    ) = slot(column=1)
    luggage: Words | None = slot("bags", column=6, headers=("luggage", "gepäck", "bagages"))
    back: Words | None = slot("return", "returns", label="return", column=6)
