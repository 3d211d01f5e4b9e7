"""The calls and meetings of a day, by the clock: for the wall, and for everybody's calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from models.calling import EVERYBODY, department_of, first_wanted, is_away, is_crew
from models.edits import Aimed
from models.papers.head import Head, of_day
from models.papers.paper import Column, Fact, Facts, Paper, Row, Table
from models.papers.source import Appointment, PaperKind, Source
from models.when import LAST_MINUTE, as_minutes, clock
from models.whereabouts import CALLED
from models.zones import moment


Document = Mapping[str, Any]

HEAD = Head("appointments", "APPOINTMENTS")
COLUMNS = (
    Column("Time", right=True, kind="time"),
    Column("Until", right=True, kind="time"),
    Column("What", 3),
    Column("Where", 2),
    Column("Who", 3),
)


class Timed(NamedTuple):
    """Something of the day with a time: minutes from its midnight, the ids of place and people."""

    key: str
    begins: int
    ends: int
    title: str
    place: str
    note: str
    people: tuple[str, ...]


def appointments(source: Source, about: Aimed | None = None) -> Paper:
    """The calls and events of the day in view that have a time, the earliest first.

    About a person only theirs.
    """
    rows = tuple(_row(each, source) for each in timed(source, about))
    base = str(_day(source).get("base") or "")
    where = (Fact(source.unit_base, _address(source, base)),) if base else ()
    table = Table("appointments", COLUMNS, rows, empty="There are no calls or meetings that day.")
    name = source.desk.directory.show(*about) if about else ""
    return of_day(HEAD, source, (Facts("day", where), table), name)


def day_appointments(source: Source, about: Aimed | None = None) -> tuple[Appointment, ...]:
    """The same as moments of the world's time, with the addresses of those they are for.

    Raises Unread for a time that the clocks skip that night.
    """
    return tuple(_appointment(each, source) for each in timed(source, about))


def timed(source: Source, about: Aimed | None = None) -> list[Timed]:
    """The calls and events of the day in view that have a time."""
    person = about.id if about else ""
    found = (*_calls(source), *_events(source))
    return sorted(
        (each for each in found if not person or person in each.people),
        key=lambda each: (each.begins, each.title, each.key),
    )


def _calls(source: Source) -> Iterator[Timed]:
    show, base = source.desk.directory.show, _day(source).get("base")
    for call in source.desk.directory.on("call", source.desk.day):
        begins, wrap = first_wanted(call), as_minutes(call.get("wrap"))
        if begins is None:
            continue
        person = str(call.get("person") or "")
        whose = show("person", person) if person else _department(call)
        others = (each for each in CALLED if as_minutes(call.get(each)) not in (None, begins))
        times = (f"{CALLED[field]} {call[field]}" for field in others)
        yield Timed(
            f"call/{call['id']}",
            begins,
            max(begins, wrap or 0),
            f"Call: {whose}",
            str(base or ""),
            ", ".join((*times, *filter(None, (str(call.get("remark") or ""),)))),
            (person,) if person else tuple(_called(source, call)),
        )


def _department(call: Document) -> str:
    department = str(call.get("department") or "")
    return "everybody" if department == EVERYBODY else department


def _called(source: Source, call: Document) -> Iterator[str]:
    """The people of a department with the production that day, or all crew."""
    wanted = call.get("department")
    for person, document in source.of("person").items():
        theirs = is_crew(document) if wanted == EVERYBODY else department_of(document) == wanted
        if theirs and not is_away(document, source.desk.day):
            yield person


def _day(source: Source) -> Document:
    days = source.of("day").values()
    return next((each for each in days if each.get("date") == source.desk.day), {})


def _address(source: Source, place: str) -> str:
    """A place with its address, for somebody who looks at nothing but their calendar."""
    if not place:
        return ""
    document = source.desk.directory.document("place", place)
    name = document.get("name") or source.desk.directory.show("place", place)
    return ", ".join(str(each) for each in (name, document.get("address")) if each)


def _events(source: Source) -> Iterator[Timed]:
    for event in source.desk.directory.on("event", source.desk.day):
        begins, length = as_minutes(event.get("start")), event.get("length")
        if begins is None or event.get("parked"):
            continue
        people = event.get("people")
        yield Timed(
            f"event/{event['id']}",
            begins,
            min(LAST_MINUTE, begins + (length if isinstance(length, int) else 0)),
            str(event.get("title") or "event"),
            str(event.get("place") or ""),
            str(event.get("note") or ""),
            tuple(people) if isinstance(people, dict) else (),
        )


def _row(each: Timed, source: Source) -> Row:
    is_call = each.key.startswith("call/")
    show = source.desk.directory.show
    names = () if is_call else (show("person", person) for person in each.people)
    cells = (
        clock(each.begins),
        clock(each.ends) if each.ends > each.begins else "",
        each.title,
        show("place", each.place) if each.place and not is_call else "",
        ", ".join(names) or each.note,
    )
    return Row(cells, key=each.key)


def _appointment(each: Timed, source: Source) -> Appointment:
    def at(minute: int) -> dt.datetime:
        return moment(source.desk.day, clock(minute), source.desk.zone)

    return Appointment(
        each.key,
        each.title,
        at(each.begins),
        at(each.ends),
        _address(source, each.place),
        each.note,
        tuple(address for person in each.people for address in _mail(source, person)),
    )


def _mail(source: Source, person: str) -> tuple[str, ...]:
    """The first e-mail address of somebody, where they have one."""
    held = source.desk.directory.document("person", person).get("emails")
    return tuple(held)[:1] if isinstance(held, dict) else ()


APPOINTMENTS = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="the calls and meetings of a day, also for calendars",
    make=appointments,
    about=("person",),
    sheets=True,
    appointments=day_appointments,
)
