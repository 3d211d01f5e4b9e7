"""Clock times on the nights the clocks change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.desk import Desk
from models.errors import Unread
from models.kinds import KINDS
from models.line import draft, read
from models.when import LAST_MINUTE, clock
from models.zones import known, moment, wall_time
from tests.models.nightfall import MONDAY, SATURDAY


FORWARD = "the clocks go forward that night"


@pytest.mark.parametrize(
    ("day", "time", "zone", "instant"),
    [
        ("2026-11-23", "06:30", "Europe/Zurich", "2026-11-23T06:30:00+01:00"),
        ("2026-11-23", "25:30", "Europe/Zurich", "2026-11-24T01:30:00+01:00"),
        ("2026-12-31", "24:00", "Europe/Zurich", "2027-01-01T00:00:00+01:00"),
        ("2027-03-28", "01:59", "Europe/Zurich", "2027-03-28T01:59:00+01:00"),
        ("2027-03-28", "03:00", "Europe/Zurich", "2027-03-28T03:00:00+02:00"),
        ("2027-03-27", "27:00", "Europe/Zurich", "2027-03-28T03:00:00+02:00"),
        ("2027-03-28", "02:30", "UTC", "2027-03-28T02:30:00+00:00"),
        ("2027-03-28", "02:30", "America/New_York", "2027-03-28T02:30:00-04:00"),
        ("2026-10-25", "02:30", "Europe/Zurich", "2026-10-25T02:30:00+02:00"),
        ("2026-11-01", "01:30", "America/New_York", "2026-11-01T01:30:00-04:00"),
        ("9999-12-31", "23:59", "America/New_York", "9999-12-31T23:59:00-05:00"),
    ],
)
def test_a_time_is_an_instant(day: str, time: str, zone: str, instant: str) -> None:
    assert instant == moment(day, time, zone).isoformat()


@pytest.mark.parametrize(
    ("day", "time", "zone", "sentence"),
    [
        (
            "2027-03-28",
            "02:30",
            "Europe/Zurich",
            f"02:30 does not exist on Sun 28 Mar 2027 in Europe/Zurich: {FORWARD}",
        ),
        (
            "2027-03-27",
            "26:30",
            "Europe/Zurich",
            f"02:30 does not exist on Sun 28 Mar 2027 in Europe/Zurich: {FORWARD}",
        ),
        (
            "2027-03-14",
            "02:00",
            "America/New_York",
            f"02:00 does not exist on Sun 14 Mar 2027 in America/New_York: {FORWARD}",
        ),
        (
            "2026-10-04",
            "02:15",
            "Australia/Lord_Howe",
            f"02:15 does not exist on Sun 4 Oct 2026 in Australia/Lord_Howe: {FORWARD}",
        ),
        ("2026-11-23", "06:30", "Mars/Base", "Mars/Base is not a time zone (write Europe/Zurich)"),
        ("9999-12-31", "24:00", "UTC", "1 day from 9999-12-31 is past every calendar"),
    ],
)
def test_a_time_nobody_can_keep_is_told(day: str, time: str, zone: str, sentence: str) -> None:
    with pytest.raises(Unread) as caught:
        moment(day, time, zone)

    assert sentence == str(caught.value)


@pytest.mark.parametrize("name", ["", "Zurich", "../etc/passwd", "/etc/passwd", "Europe", "a\0b"])
def test_a_zone_that_is_none_is_told(name: str) -> None:
    with pytest.raises(Unread, match="is not a time zone"):
        known(name)


@given(st.dates().map(str), st.integers(0, LAST_MINUTE - 24 * 60).map(clock))
def test_a_time_of_the_first_day_is_on_that_day(day: str, time: str) -> None:
    date, wall = wall_time(day, time)

    assert (day, time) == (date.isoformat(), clock(wall))


@pytest.mark.parametrize(
    ("kind", "line", "sentences"),
    [
        ("call", "all 28/3 0230", 1),
        ("call", "all 28/3 0200 set 0245 hmu 0330", 2),
        ("run", "27/3 2630 =base", 1),
        ("run", "27/3 2700 =base", 0),
        ("day", "28/3 0230", 1),
        ("event", "28/3 0230 clocks forward", 1),
        ("call", "all 25/10/2026 0230", 0),
    ],
)
def test_a_call_in_the_hour_that_is_skipped_cannot_be_saved(
    kind: str, line: str, sentences: int
) -> None:
    zurich = Desk(SATURDAY, MONDAY, zone="Europe/Zurich")
    text = line.replace(" =base", " to:=base")

    found = draft(read(text, KINDS[kind], zurich), zurich)

    assert sentences == len(found.wrong)
    assert all(FORWARD in each.words for each in found.wrong)
