"""When the cast came, worked, ate and went, as the time reports of their unions ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, department_of, first_wanted
from models.cast_numbers import by_number, cast_number
from models.drive import shown_times, times
from models.papers.call_sheet.background import count
from models.papers.held import held, said, text
from models.papers.paper import Column, Row, Table
from models.papers.production_report.cast_meals import cast_meals
from models.papers.production_report.reported import Reported, as_called
from models.papers.roles import name_of
from models.when import clock


Document = Mapping[str, Any]

COMING = ("P/U", "In", "ND meal", "On set", "Meal", "2nd meal")
GOING = ("Off set", "Out", "Home")
CAST = (
    Column("No."),
    Column("Artist", 3),
    Column("Status"),
    *(Column(each, right=True, kind="time") for each in COMING),
    Column("To meal", right=True),
    *(Column(each, right=True, kind="time") for each in GOING),
)
MINOR = ("", " (K)")
BACKGROUND = (
    Column("Qty", right=True, kind="number"),
    Column("Description"),
    Column("In", right=True, kind="time"),
    Column("Out", right=True, kind="time"),
)


def cast_times(day: Reported) -> Table:
    """A row for each artist called or in the day's scenes; times nobody logged are in brackets."""
    rows = tuple(_artist(day, each) for each in _cast(day))
    title = (
        "CAST TIMES (in brackets: as called, not logged; meals: out and in; to meal: 6h allowed)"
    )
    return Table("cast", CAST, rows, title, always=("No.", "Artist", "In", "On set", "Out"))


def _cast(day: Reported) -> list[str]:
    calls = (str(each["person"]) for each in day.on("call") if each.get("person"))
    known = [each for each in calls if department_of(day.record("person", each)) == "Cast"]
    return sorted(dict.fromkeys((*day.cast, *known)), key=lambda each: _place(day, each))


def _place(day: Reported, person: str) -> tuple[object, ...]:
    document = day.record("person", person)
    return (*by_number(document), text(document, "name"))


def _artist(day: Reported, person: str) -> Row:
    document, call = day.record("person", person), _own_call(day, person)
    minute = first_wanted(call)
    arrived = day.said_of(person, "in") or as_called("" if minute is None else clock(minute))
    out = day.said_of(person, "out") or as_called(text(call, "wrap"))
    name = f"{name_of(document)}{MINOR[bool(document.get('minor'))]}"
    meals = cast_meals(day, person, arrived, out)
    cells = (
        cast_number(document),
        said(name, text(document, "character"), between="\n"),
        day.status(person),
        _drive(day, person, 0),
        arrived,
        meals.nondeductible,
        day.said_of(person, "on-set") or as_called(text(call, "onset")),
        meals.first,
        meals.second,
        meals.worked,
        day.said_of(person, "off-set"),
        out,
        _drive(day, person, -1),
    )
    return Row(cells, key=f"person/{person}")


def _own_call(day: Reported, person: str) -> Document:
    return next((each for each in day.on("call") if each.get("person") == person), {})


def _drive(day: Reported, person: str, which: int) -> str:
    """When the first run of the day picked somebody up, or the last one brought them home."""
    legs = tuple(day.source.of("leg").values())
    runs = [
        run
        for run in day.on("run")
        if person in held(run, "passengers") and run.get("status") != "no-show"
    ]
    runs.sort(key=lambda each: next((at for at in times(each, legs) if at is not None), 0))
    first, last = shown_times(runs[which], legs) if runs else ("", "")
    return (first if which == 0 else last) if len(runs) > 1 or which == 0 else ""


def background(day: Reported) -> Table:
    """How many there were, when they came and went."""
    many = day.log.total("background") or count(day)
    call = next((each for each in day.on("call") if each.get("department") == "Background"), {})
    minute = first_wanted(call)
    came = _department(day, "in") or as_called("" if minute is None else clock(minute))
    named = _named(day)
    rows = [Row((str(many), "Background", came, _department(day, "out")))] if many else []
    return Table("background", BACKGROUND, (*rows, *named), "BACKGROUND", always=("Qty",))


def _named(day: Reported) -> Iterator[Row]:
    """Extras called by name."""
    for person, document in day.source.of("person").items():
        whose, call = called(person, day.desk)
        if document.get("category") != "extra" or whose != "own":
            continue
        minute = first_wanted(call)
        came = day.said_of(person, "in") or as_called("" if minute is None else clock(minute))
        cells = ("1", name_of(document), came, day.said_of(person, "out"))
        yield Row(cells, key=f"person/{person}")


def _department(day: Reported, what: str) -> str:
    lines = (each for each in day.log.lines if each.get("department") == "Background")
    return next((text(each, "at") for each in lines if each.get("what") == what), "")
