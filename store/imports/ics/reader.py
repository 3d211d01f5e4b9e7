"""A calendar to events, by the production's clock and within the days it reaches over."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from models.errors import ImportRefused
from models.text import tidy
from store.imports.asked import Asked
from store.imports.ics.moments import Zones, zones_of
from store.imports.ics.rows import Reading, Unreadable, times_of
from store.imports.ics.scanning import scan
from store.imports.ics.series import happenings, span_of
from store.imports.intake import Intake, Refused, Row


_OTHERS = {"VTODO": "To-dos", "VJOURNAL": "Journal entries", "VFREEBUSY": "Free and busy times"}
_OF_ONE = ("REQUEST", "CANCEL", "REPLY", "COUNTER", "ADD", "REFRESH")
"""Methods of invitations: what they do not speak of is not gone for that."""


def read_ics(raw: bytes, source: str, asked: Asked) -> Intake:
    """The events of a calendar; `ImportRefused` where it cannot be read at all."""
    text, notes = scan(raw, source)
    said = [*notes]
    read: list[Row | Refused] = []
    calendars = _calendars(text, source)
    for calendar in calendars:
        read += _events(calendar, asked, said)
    rows = tuple(each for each in read if isinstance(each, Row))
    refused = tuple(each for each in read if isinstance(each, Refused))
    if not rows and not refused:
        why = f" {' '.join(said)}" if said else ""
        raise ImportRefused(f"{source} holds no event that can be taken in.{why}")
    whole = all(_method(calendar) not in _OF_ONE for calendar in calendars)
    return Intake(source, rows, refused, tuple(said), whole=whole)


def _calendars(text: str, source: str) -> Sequence[Any]:
    from icalendar import Calendar

    try:
        found: Sequence[Any] = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError) as error:
        raise ImportRefused(
            f"{source} cannot be read as a calendar ({tidy(str(error))[:120]}). Export it again."
        ) from error
    return found


def _events(calendar: Any, asked: Asked, notes: list[str]) -> Iterator[Row | Refused]:
    """The rows of one calendar, cancelled events and those of another time left out and said."""
    zones = zones_of(calendar, asked.desk.zone)
    reading = Reading(asked.desk, zones)
    span = span_of(asked.desk)
    parts = list(calendar.walk("VEVENT"))
    live = [part for part in parts if not _is_cancelled(part)]
    far = 0
    for count, found in enumerate(happenings(calendar, live, span, notes), 1):
        where = f"event {count}"
        try:
            start, _ = times_of(found.part)
        except Unreadable:
            start = span.first
        if not span.is_near(zones.moment(start).day):
            far += 1
            continue
        yield from reading.rows(found, where)
    notes += _said(calendar, parts, zones, asked.desk.zone)
    if far:
        notes.append(f"{_events_of(far)} more than a year from the production's days; left out.")


def _said(calendar: Any, parts: Sequence[Any], zones: Zones, zone: str) -> Iterator[str]:
    """What there is to say of a calendar's zones and of what is no event."""
    cancelled = sum(map(_is_cancelled, parts))
    if cancelled:
        yield f"{_events_of(cancelled)} cancelled; left out."
    for name, count in _unknown_zones(parts).items():
        yield f"The time zone {tidy(name)} is not known; {_times(count)} in it taken as in {zone}."
    floating = sum(_is_floating(part) for part in parts)
    if floating:
        yield f"{_events_of(floating)} without a time zone; taken as in {_called(zones, zone)}."
    for kind, words in _OTHERS.items():
        if count := len(calendar.walk(kind)):
            yield f"{words} are not read: there {'is' if count == 1 else 'are'} {count}."


def _is_cancelled(part: Any) -> bool:
    return str(part.get("STATUS") or "").upper() == "CANCELLED"


def _method(calendar: Any) -> str:
    return str(calendar.get("METHOD") or "").upper()


def _unknown_zones(parts: Sequence[Any]) -> Counter[str]:
    """The zones whose times could not be told, with how many there are."""
    return Counter(name for part in parts if (name := _zone_name(part)) and _is_naive(part))


def _is_floating(part: Any) -> bool:
    return not _zone_name(part) and _is_naive(part)


def _zone_name(part: Any) -> str:
    params = getattr(part.get("DTSTART"), "params", {})
    return str(params.get("TZID") or "") if hasattr(params, "get") else ""


def _is_naive(part: Any) -> bool:
    try:
        start, _ = times_of(part)
    except Unreadable:
        return False
    return isinstance(start, dt.datetime) and start.tzinfo is None


def _called(zones: Zones, zone: str) -> str:
    return zone if zones.floating is zones.here else str(zones.floating)


def _events_of(count: int) -> str:
    return "1 event is" if count == 1 else f"{count} events are"


def _times(count: int) -> str:
    return "the time" if count == 1 else f"the {count} times"
