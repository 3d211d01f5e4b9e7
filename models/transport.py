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
    lists = "vehicle list, car list, fleet, fahrzeuge, fahrzeugliste, fuhrpark, véhicules"
    example = '"Van 2" seats:8 driver:tom reg:"ZH 412 907"'

    name: Words | None = slot(
        title=True, column=1, headers="name, vehicle, fahrzeug, véhicule, wagen, auto"
    )
    type: Words | None = slot(
        column=3, headers="type, typ, vehicle type, fahrzeugtyp, make, model, modell, marke"
    )
    seats: Count | None = slot(
        column=1, headers="seats, plätze, places, capacity, sitze, sitzplätze, kapazität, sièges"
    )
    driver: PersonId | None = slot(
        "drv", column=2, headers="driver, fahrer, chauffeur, fahrerin, conducteur"
    )
    registration: Words | None = slot(
        "reg",
        "plate",
        column=2,
        headers=(
            "registration, reg, kennzeichen, plaque, registration number, licence "
            "plate, license plate, number plate, plate, nummernschild, "
            "immatriculation"
        ),
    )
    company: Words | None = slot(
        "from", column=5, headers="company, hire company, supplier, firma, vermieter, loueur"
    )


class Place(Record):
    """Somewhere people are brought to, work, sleep or eat."""

    word, plural, pane = "place", "places", "transport"
    aliases = ("location",)
    needs = (Need(("name",), "a place needs a name"),)
    lists = "locations, location list, motive, motivliste, drehorte, lieux, décors"
    example = (
        '"Farm base" short:base address:"Chaltenbodenstr. 9, Ebmatingen" phone:"+41 44 555 01 80"'
    )

    name: Words | None = slot(
        title=True,
        column=1,
        headers="name, location, place, motiv, ort, lieu, location name, drehort, nom",
    )
    short: Words | None = slot("called", column=2, headers="short name, kürzel, kurzname")
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
    ) = slot(column=2, headers="type, art")
    address: Words | None = slot(
        "addr", column=3, headers="address, adresse, street address, anschrift, strasse"
    )
    zone: ZoneName | None = slot(column=6, headers="time zone, zeitzone")
    lat: Degrees | None = slot(label="latitude", headers="lat, breitengrad")
    lon: Degrees | None = slot(label="longitude", headers="lng, long, längengrad")
    phones: Phones = slot(
        "phone",
        "tel",
        label="phone",
        column=4,
        headers="phone, telefon, téléphone, phone number, tel",
    )
    hospital: PlaceId | None = slot(
        label="nearest hospital", headers="hospital, nearest a&e, spital, krankenhaus, hôpital"
    )
    parking: Words | None = slot(headers="parking, parken, parkplatz, stationnement")
    directions: Words | None = slot("route", headers="directions, anfahrt, accès")
    what3words: Words | None = slot("w3w", headers="what3words, w3w")
    contact: Words | None = slot(headers="contact, kontakt")


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
    lists = "drive times, fahrzeiten, distances"
    example = "hotel>base 35m from_time:0630 to_time:0900"

    origin: PlaceId | None = slot("from", label="from", column=1, headers="from, von, de")
    to: PlaceId | None = slot(column=1, headers="to, nach, à")
    minutes: Minutes | None = slot(
        "min",
        bare=True,
        label="time",
        column=1,
        headers="drive, drive time, travel time, fahrzeit, dauer, duration, durée",
    )
    from_time: Time | None = slot("after", label="from time", column=2)
    to_time: Time | None = slot("before", label="to time", column=2)
    km: Kilometres | None = slot(
        label="km", column=3, headers="distance, kilometres, kilometer, distanz"
    )


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
    lists = (
        "transport, transport list, transport order, transportliste, pickups, "
        "fahrdispo, fahrdisposition, fahrliste, fahrten, fahrdienst, fahrplan, "
        "shuttle, courses, trajets"
    )
    example = "0540 van2 hotel>base anna ben"

    day: Date | None = slot(
        "on",
        bare=True,
        view_day=True,
        column=5,
        headers="date, datum, day, tag, jour, drehtag, shoot day, date de tournage",
    )
    leave: Time | None = slot(
        "at",
        "dep",
        bare=True,
        moves=True,
        column=1,
        headers=(
            "pickup, pick up, p/u, pickup time, pick up time, p/u time, time, depart, departure, "
            "leaves, abholung, abholzeit, abfahrt, abfahrtszeit, ab, zeit, uhrzeit, start, "
            "départ, heure, heure de départ, prise en charge"
        ),
    )
    by: Time | None = slot(
        "arr",
        label="arrive by",
        moves=True,
        column=1,
        headers=(
            "arrive, arrives, arrival, eta, ankunft, ankunftszeit, an, arrivée, heure d'arrivée"
        ),
    )
    vehicle: VehicleId | None = slot(
        "veh", bare=True, column=2, headers="vehicle, car, fahrzeug, wagen, auto, véhicule, voiture"
    )
    origin: PlaceId | None = slot(
        "from",
        label="from",
        column=1,
        headers=(
            "from, pickup location, pickup place, pickup address, pick up location, "
            "abholort, abholadresse, von, startort, lieu de départ, de"
        ),
    )
    stops: PlaceIds | None = slot(
        "via", column=5, headers="via, stops, zwischenstopp, zwischenstopps, über, étapes, arrêts"
    )
    to: PlaceId | None = slot(
        bare=True,
        column=1,
        headers=(
            "to, destination, drop off, drop off location, drop, ziel, zielort, "
            "nach, lieu d'arrivée, à"
        ),
    )
    driver: PersonId | None = slot(
        "drv", column=2, headers="driver, fahrer, fahrerin, chauffeur, conducteur"
    )
    passengers: People = slot(
        "pax",
        bare=True,
        plus=True,
        column=2,
        headers=(
            "passengers, passenger, pax, who, name, names, passagiere, passagier, "
            "mitfahrer, fahrgäste, personen, wer, passagers, cast, artist"
        ),
    )
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
    ) = slot(column=1, headers="status, état")
    luggage: Words | None = slot("bags", column=6, headers="luggage, gepäck, bagages")
    back: Words | None = slot(
        "return", "returns", label="return", column=6, headers="return, rückfahrt, rückweg, retour"
    )
