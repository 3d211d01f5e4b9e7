"""The locations of a call sheet: the base, then each place in the order one comes to it."""

from __future__ import annotations

from collections.abc import Iterator

from models.papers.call_sheet.shooting_day import ShootingDay, said, text
from models.papers.columns import filled
from models.papers.paper import Column, Row, Table
from models.papers.roles import phones_of


COLUMNS = (
    Column("No."),
    Column("Location", 3),
    Column("Sets", 3),
    Column("Address", 3),
    Column("Contact", 2),
    Column("Parking and access", 4),
)


def locations(day: ShootingDay) -> Table:
    """A row for each place, with what is shot there and how to get to it."""
    return filled(Table("locations", COLUMNS, tuple(_rows(day)), "LOCATIONS"))


def _rows(day: ShootingDay) -> Iterator[Row]:
    first = 0 if day.document.get("base") else 1
    for number, (place, scenes) in enumerate(day.places.items(), first):
        document = day.record("place", place)
        is_base = place == day.document.get("base")
        sets = dict.fromkeys(text(each, "set") for each in scenes)
        access = (
            text(document, "parking"),
            text(document, "directions"),
            text(document, "what3words"),
            text(document, "note"),
        )
        cells = (
            "Base" if is_base else str(number),
            day.show("place", place),
            ", ".join(each for each in sets if each),
            text(document, "address"),
            said(text(document, "contact"), *phones_of(document), between="\n"),
            said(*access, between=". "),
        )
        yield Row(cells, key=f"place/{place}")
