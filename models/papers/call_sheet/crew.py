"""The back of a call sheet: the crew by department, and when each of them is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, department_call, department_of, first_wanted, is_away, is_crew
from models.departments import department_order
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import text
from models.papers.paper import Column, Row, Table
from models.papers.roles import STAND_IN, name_of, standing
from models.text import fold, natural
from models.when import clock


Document = Mapping[str, Any]

ON_CALL = "O/C"
COLUMNS = (
    Column("Position", 3),
    Column("Name", 3),
    Column("Call", right=True, kind="time"),
    Column("Notes", 2),
)


def crew(day: ShootingDay) -> Table:
    """A head for each department with its own note, a row for each of its people."""
    rows = tuple(_rows(day))
    return Table("crew", COLUMNS, rows, "CREW", always=("Position", "Name", "Call"))


def _rows(day: ShootingDay) -> Iterator[Row]:
    before = None
    for person, document in of_the_day(day):
        department = department_of(document)
        if department != before:
            words = text(department_call(department, day.desk) or {}, "remark")
            head = f"{department.upper()}: {words}" if words else department.upper()
            yield Row((head,), "head", f"department/{department}")
            before = department
        whose, call = called(person, day.desk)
        remark = text(call, "remark") if whose == "own" else ""
        cells = (text(document, "role"), name_of(document), call_words(day, person), remark)
        yield Row(cells, key=f"person/{person}")


def of_the_day(day: ShootingDay) -> list[tuple[str, Document]]:
    """The crew who are with the production that day, in the order of a unit list."""
    found = [
        (person, document)
        for person, document in day.source.of("person").items()
        if is_crew(document)
        and not is_away(document, day.day)
        and not STAND_IN.search(text(document, "role"))
    ]
    return sorted(found, key=lambda pair: _place(pair[1]))


def _place(person: Document) -> tuple[object, ...]:
    """Departments in the order of a unit list, within one the heads first."""
    department, role = department_of(person), text(person, "role")
    return (
        department_order(department),
        fold(department),
        standing(role),
        natural(role),
        _name(person),
    )


def _name(person: Document) -> str:
    return fold(name_of(person))


def call_words(day: ShootingDay, person: str) -> str:
    """When somebody of the crew is called: a time, or that they are on call."""
    minute = first_wanted(called(person, day.desk).call)
    return ON_CALL if minute is None else clock(minute)
