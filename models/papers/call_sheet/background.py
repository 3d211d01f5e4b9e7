"""Stand-ins and background of a call sheet: how many of whom, when and where they report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, first_wanted
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.columns import filled
from models.papers.held import held, text
from models.papers.paper import Column, Row, Table
from models.papers.roles import STAND_IN, name_of
from models.when import clock


Document = Mapping[str, Any]

DEPARTMENT = "Background"
COLUMNS = (
    Column("Qty", right=True, kind="number"),
    Column("Description", 3),
    Column("Report", right=True, kind="time"),
    Column("Place", 2),
    Column("Scenes", 1),
    Column("Notes", 3),
)


def background(day: ShootingDay) -> Table:
    """A row for each stand-in, each extra called by name, and each group the day's scenes need."""
    rows = (*_people(day), *_groups(day))
    return filled(
        Table("background", COLUMNS, rows, "STAND-INS AND BACKGROUND"), ("Qty", "Description")
    )


def count(day: ShootingDay) -> int:
    """How many there are, for holding and catering; a group without a number counts as one."""
    return len(tuple(_people(day))) + sum(_many(each) or 1 for each in _elements(day).values())


def _people(day: ShootingDay) -> Iterator[Row]:
    for person, document in day.source.of("person").items():
        doubles = bool(STAND_IN.search(text(document, "role")))
        if not doubles and document.get("category") != "extra":
            continue
        whose, call = called(person, day.desk)
        minute = first_wanted(call)
        if minute is None or (whose not in ("own", "department")):
            continue
        name = f"{name_of(document)}{' (K)' if document.get('minor') else ''}"
        role = text(document, "role")
        cells = ("1", f"{name}, {role}" if role else name, clock(minute), "", "")
        yield Row((*cells, text(call, "remark")), key=f"person/{person}")


def _groups(day: ShootingDay) -> Iterator[Row]:
    called_for = next((e for e in day.on("call") if e.get("department") == DEPARTMENT), {})
    for element, document in _elements(day).items():
        report = next((e for e in day.events if element in held(e, "elements")), {})
        minute = first_wanted(called_for)
        time = text(report, "start") or ("" if minute is None else clock(minute))
        many = _many(document)
        cells = (
            str(many) if many else "",
            text(document, "name"),
            time,
            day.show("place", report.get("place") or day.document.get("base")) if time else "",
            ", ".join(_scenes(day, element)),
            text(document, "note"),
        )
        yield Row(cells, key=f"element/{element}")


def _elements(day: ShootingDay) -> Mapping[str, Document]:
    """The background the day's scenes need, in their order."""
    named = dict.fromkeys(each for scene in day.scenes for each in held(scene, "elements"))
    found = {each: day.record("element", each) for each in named}
    return {each: doc for each, doc in found.items() if doc.get("category") == "background"}


def _scenes(day: ShootingDay, element: str) -> Iterator[str]:
    return (text(each, "scene") for each in day.scenes if element in held(each, "elements"))


def _many(element: Document) -> int:
    found = element.get("count")
    return found if isinstance(found, int) else 0
