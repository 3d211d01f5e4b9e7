"""Stand-ins and background of a call sheet: how many of whom, when and where they report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, department_call, first_wanted
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held, text
from models.papers.paper import Column, Row, Table
from models.papers.roles import STAND_IN, name_of
from models.when import LAST_MINUTE, as_minutes, clock


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
    always = ("Qty", "Description")
    return Table("background", COLUMNS, rows, "STAND-INS AND BACKGROUND", always=always)


def count(day: ShootingDay, until: int = LAST_MINUTE) -> int:
    """How many report by a minute of the day; a group without a number counts as one.

    Those who report at no known time are counted too: they have to be fed.
    """
    people = sum(minute <= until for _, _, minute in _called(day))
    groups = (
        _many(document) or 1
        for element, document in _elements(day).items()
        if (as_minutes(_report(day, element)[0]) or 0) <= until
    )
    return people + sum(groups)


def _called(day: ShootingDay) -> Iterator[tuple[str, Document, int]]:
    """Stand-ins and extras who are called by name or by their department, with the minute."""
    for person, document in day.source.of("person").items():
        doubles = bool(STAND_IN.search(text(document, "role")))
        whose, call = called(person, day.desk)
        minute = first_wanted(call)
        is_meant = doubles or document.get("category") == "extra"
        if is_meant and minute is not None and whose in ("own", "department"):
            yield person, call, minute


def _people(day: ShootingDay) -> Iterator[Row]:
    for person, call, minute in _called(day):
        document = day.record("person", person)
        name = f"{name_of(document)}{' (K)' if document.get('minor') else ''}"
        role = text(document, "role")
        cells = ("1", f"{name}, {role}" if role else name, clock(minute), "", "")
        yield Row((*cells, text(call, "remark")), key=f"person/{person}")


def _groups(day: ShootingDay) -> Iterator[Row]:
    for element, document in _elements(day).items():
        time, place = _report(day, element)
        many = _many(document)
        cells = (
            str(many) if many else "",
            text(document, "name"),
            time,
            place,
            ", ".join(_scenes(day, element)),
            text(document, "note"),
        )
        yield Row(cells, key=f"element/{element}")


def _report(day: ShootingDay, element: str) -> tuple[str, str]:
    """When and where a group reports: by its own event, else by the call of all background."""
    own = next((each for each in day.events if element in held(each, "elements")), {})
    minute = first_wanted(department_call(DEPARTMENT, day.desk) or {})
    time = text(own, "start") or ("" if minute is None else clock(minute))
    return time, day.show("place", own.get("place") or day.document.get("base")) if time else ""


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
