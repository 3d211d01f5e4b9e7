"""The back of a production report: meals, the crew in and out, what happened, who signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import department_of
from models.daylog import said
from models.log import HAPPENED
from models.papers.call_sheet.crew import call_words, of_the_day
from models.papers.held import text
from models.papers.paper import Column, Row, Table
from models.papers.production_report.cast_meals import LOGGED
from models.papers.production_report.reported import Reported, as_called
from models.papers.roles import name_of
from models.when import as_minutes, show_span


Document = Mapping[str, Any]

MEALS = (
    Column("Meal"),
    Column("Planned", right=True, kind="time"),
    Column("Out", right=True, kind="time"),
    Column("In", right=True, kind="time"),
    Column("Served", right=True, kind="number"),
)
CREW = (
    Column("Position", 2),
    Column("Name", 2),
    Column("Call", right=True, kind="time"),
    Column("In", right=True, kind="time"),
    Column("Out", right=True, kind="time"),
    Column("Hours", right=True),
)
NOTES = (
    Column("Time", right=True, kind="time"),
    Column("What"),
    Column("Lost", right=True),
    Column("", 6),
)


def meals(day: Reported) -> Table:
    """Each meal as planned and as it was, with how many were served."""
    rows = []
    for at, (out, back) in enumerate(LOGGED):
        planned = day.meals[at] if at < len(day.meals) else {}
        if not planned and day.log.at(out) is None:
            continue
        lines = [each for each in day.log.lines if each.get("what") in (out, back)]
        served = [each["meals"] for each in lines if isinstance(each.get("meals"), int)]
        cells = (
            text(planned, "title") or ("Lunch", "Second meal")[at],
            text(planned, "start"),
            str(day.log.at(out) or ""),
            str(day.log.at(back) or ""),
            str(served[-1]) if served else "",
        )
        rows.append(Row(cells, key=f"meal/{out}"))
    return Table("meals", MEALS, tuple(rows), "MEALS", always=("Meal", "Out", "In", "Served"))


def crew_times(day: Reported) -> Table:
    """A head for each department, a row for each of its people."""
    title = "CREW (in brackets: as called, not logged)"
    return Table("crew", CREW, tuple(_crew(day)), title, always=("Call", "In", "Out"))


def _crew(day: Reported) -> Iterator[Row]:
    before = None
    wrap = str(day.log.at("crew-wrap") or day.log.at("wrap") or "")[:5]
    for person, document in of_the_day(day):
        department = department_of(document)
        if department != before:
            yield Row((department.upper(),), "head", f"department/{department}")
            before = department
        call = call_words(day, person)
        is_called = as_minutes(call) is not None
        came = day.said_of(person, "in") or as_called(call if is_called else "")
        out = day.said_of(person, "out") or (as_called(wrap) if is_called else "")
        cells = (text(document, "role"), name_of(document), call, came, out, _hours(came, out))
        yield Row(cells, key=f"person/{person}")


def _hours(came: str, out: str) -> str:
    """From in to out, meals included; in brackets where one of them was not logged."""
    begin, end = (as_minutes(each.strip("()")) for each in (came, out))
    if begin is None or end is None or end < begin:
        return ""
    span = show_span(end - begin)
    return span if came[:1] != "(" and out[:1] != "(" else as_called(span)


def notes(day: Reported) -> Table:
    """Delays, accidents, illness and loss, then every other remark of the day's log."""
    happened = [each for each in day.log.lines if each.get("what") in HAPPENED]
    remarks = [each for each in day.log.lines if not each.get("what") and not each.get("scene")]
    worded = [each for each in remarks if each.get("text")]
    rows = tuple(_note(day, each) for each in (*happened, *worded))
    return Table("notes", NOTES, rows, "NOTES", _nothing(day), always=("Time", "What", ""))


def _nothing(day: Reported) -> str:
    return "No delay, accident, illness or loss was logged." if day.log.lines else ""


def _note(day: Reported, line: Document) -> Row:
    lost = line.get("length")
    cells = (
        text(line, "at"),
        text(line, "what").capitalize() or "Remark",
        show_span(lost) if isinstance(lost, int) else "",
        said(_without_what(line), day.desk),
    )
    return Row(cells, key=f"log/{line.get('id')}")


def _without_what(line: Document) -> Document:
    return {field: value for field, value in line.items() if field != "what"}
