"""The appointments of a paper as a calendar, read back."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from models.desk import desk_of
from models.errors import NoSuch
from models.papers.appointments import APPOINTMENTS
from models.papers.source import Source
from store.papers.calendar import paper_ics
from store.papers.order import ordered


ZURICH = ZoneInfo("Europe/Zurich")
NOW = dt.datetime(2026, 11, 23, 18, 40, tzinfo=ZURICH)
DAY = dt.date(2026, 11, 25)


def records() -> dict[str, dict[str, dict[str, Any]]]:
    day = DAY.isoformat()
    return {
        "production": {"production": {"title": "Nightfall", "zone": "Europe/Zurich"}},
        "day": {"d": {"id": "d", "date": day, "base": "base"}},
        "place": {"base": {"id": "base", "name": "Unit base", "address": "Seestr. 1; Uster"}},
        "person": {
            "anna": {"id": "anna", "name": "Anna Keller", "emails": {"anna@example.org": True}},
            "ben": {
                "id": "ben",
                "name": "Ben",
                "department": "Grip",
                "emails": {"ben@example.org": True},
            },
        },
        "call": {
            "c1": {"id": "c1", "day": day, "person": "anna", "hmu": "06:10", "wrap": "25:30"},
            "c2": {"id": "c2", "day": day, "department": "Grip", "call": "06:30"},
        },
        "event": {
            "e1": {
                "id": "e1",
                "day": day,
                "start": "16:30",
                "length": 45,
                "title": "Meeting, [x]\x07",
                "people": {"anna": True},
                "place": "base",
            },
            "e2": {"id": "e2", "day": day, "title": "No time"},
        },
    }


def calendar(held: dict[str, Any], now: dt.datetime = NOW, view: dt.date = DAY) -> Calendar:
    source = Source(held, desk_of(held, now.date(), view), now)
    return Calendar.from_ical(paper_ics(ordered(APPOINTMENTS, source)))


def events(found: Calendar) -> dict[str, Event]:
    return {str(each["uid"]): each for each in found.walk("VEVENT")}


def test_calls_and_meetings_are_there_at_the_productions_own_time() -> None:
    found = events(calendar(records()))
    call, grip, meeting = (found[f"{key}@callboard"] for key in ("call-c1", "call-c2", "event-e1"))

    assert 3 == len(found)
    assert dt.datetime(2026, 11, 25, 6, 10, tzinfo=ZURICH) == call.start
    assert dt.datetime(2026, 11, 26, 1, 30, tzinfo=ZURICH) == call.end
    assert "Europe/Zurich" == call["dtstart"].params["TZID"]
    assert "dtend" not in grip
    assert dt.timedelta(minutes=45) == meeting.end - meeting.start
    assert "Meeting, [x]·" == meeting["summary"]
    assert "Unit base, Seestr. 1; Uster" == meeting["location"]
    assert ["mailto:anna@example.org"] == [str(meeting["attendee"])]
    assert ["mailto:ben@example.org"] == [str(grip["attendee"])]


def test_an_appointment_is_known_again_and_a_later_calendar_wins() -> None:
    moved = records()
    moved["call"]["c1"]["hmu"] = "05:55"
    first = events(calendar(records()))
    later = events(calendar(moved, NOW + dt.timedelta(minutes=1)))

    assert first.keys() == later.keys()
    assert all(first[each]["sequence"] < later[each]["sequence"] for each in first)


def test_the_zone_is_in_the_calendar_for_that_day() -> None:
    zones = calendar(records()).walk("VTIMEZONE")

    assert ["Europe/Zurich"] == [str(zone["tzid"]) for zone in zones]


def test_a_day_without_a_time_has_no_calendar() -> None:
    held = records()
    held["call"], held["event"] = {}, {}

    with pytest.raises(NoSuch, match="nothing with a time for a calendar: Day 1 of 1, Wed 25"):
        calendar(held)
