"""The locations of a call sheet: the base, then each place in the order one comes to it."""

from __future__ import annotations

from collections.abc import Iterator

from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import said, text
from models.papers.paper import Column, Row, Table
from models.papers.roles import phones_of
from models.papers.runs import three_words


COLUMNS = (
    Column("No."),
    Column("Location", 4),
    Column("Sets", 3),
    Column("Contact", 4),
    Column("Parking and access", 6),
)


def locations(day: ShootingDay) -> Table:
    """A row for each place, with what is shot there, whom to ring and where to park."""
    return Table("locations", COLUMNS, tuple(_rows(day)), "LOCATIONS")


def _rows(day: ShootingDay) -> Iterator[Row]:
    for place, scenes in day.places.items():
        document = day.record("place", place)
        sets = dict.fromkeys(text(each, "set") for each in scenes)
        access = said(text(document, "parking"), text(document, "note"), between=". ")
        cells = (
            day.place_number(place),
            said(day.show("place", place), text(document, "address"), between="\n"),
            ", ".join(each for each in sets if each),
            said(text(document, "contact"), *phones_of(document), between="\n"),
            said(access, three_words(document), between="\n"),
        )
        yield Row(cells, key=f"place/{place}")
