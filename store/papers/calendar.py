"""The appointments of a paper as a calendar (RFC 5545), for any program that keeps one.

An appointment keeps its UID from paper to paper, and each paper has a higher SEQUENCE than the
one before: what was taken in is moved, not taken in twice.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.errors import NoSuch
from models.papers.source import Appointment, Source
from models.text import clean
from store.papers.order import Order


if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Callboard//Callboard//EN"
FIRST = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def paper_ics(order: Order) -> bytes:
    """The calendar of a paper, in the production's zone. Raises NoSuch where nothing is in it."""
    from icalendar import Calendar

    make = order.kind.appointments
    found = make(order.source, order.about) if make else ()
    if not found:
        raise NoSuch(f"there is nothing with a time for a calendar: {order.paper.about}")
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    title = (order.source.settings.get("title"), order.kind.title.capitalize())
    calendar.add("x-wr-calname", clean(" ".join(str(each) for each in title if each)))
    for each in found:
        calendar.add_component(_event(each, order.source))
    year = order.source.desk.view.year
    calendar.add_missing_timezones(dt.date(year - 1, 1, 1), dt.date(year + 2, 1, 1))
    return bytes(calendar.to_ical())


def _event(each: Appointment, source: Source) -> Event:
    from icalendar import Event, vCalAddress

    event = Event()
    event.add("uid", f"{each.key.replace('/', '-')}@callboard")
    event.add("sequence", sequence(source.now))
    event.add("dtstamp", source.now.astimezone(dt.UTC))
    event.add("summary", clean(each.title))
    event.add("dtstart", each.starts)
    if each.ends > each.starts:
        event.add("dtend", each.ends)
    if each.place:
        event.add("location", clean(each.place))
    if each.note:
        event.add("description", clean(each.note))
    for address in each.people:
        event.add("attendee", vCalAddress(f"mailto:{clean(address)}"))
    return event


def sequence(now: dt.datetime) -> int:
    """The minutes since 2020: a calendar made later has the higher number, at whichever desk."""
    return max(0, int((now - FIRST).total_seconds() // 60))
