"""Moments of the past as people say them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from models.errors import Unread
from models.when import Calendar
from tui.commands.moment import read_moment


ZURICH = ZoneInfo("Europe/Zurich")
NOW = dt.datetime(2026, 11, 21, 14, 30, 20, tzinfo=ZURICH)  # a Saturday
CALENDAR = Calendar(NOW.date(), NOW.date(), {3: dt.date(2026, 11, 18)})

MOMENTS = {
    "now": "2026-11-21 14:30:20",
    "today": "2026-11-21 14:30:20",
    "yesterday 18:00": "2026-11-20 18:00:00",
    "yesterday": "2026-11-20 23:59:59",
    "0630": "2026-11-21 06:30:00",
    "6": "2026-11-21 06:00:00",
    "14:30:05": "2026-11-21 14:30:05",
    "fri 0630": "2026-11-20 06:30:00",
    "Friday 6 pm": "2026-11-20 18:00:00",
    "sat 0630": "2026-11-21 06:30:00",
    "sat 1800": "2026-11-14 18:00:00",
    "sun": "2026-11-15 23:59:59",
    "yesterday 25:30": "2026-11-21 01:30:00",
    "20/11 1800": "2026-11-20 18:00:00",
    "20 nov 18.00": "2026-11-20 18:00:00",
    "d3 0700": "2026-11-18 07:00:00",
    "2026-11-20": "2026-11-20 23:59:59",
    "2026-11-20 18:00": "2026-11-20 18:00:00",
    "2026-11-20T18:00": "2026-11-20 18:00:00",
    "2026-11-20T18:00:00+00:00": "2026-11-20 19:00:00",
    "2 hours ago": "2026-11-21 12:30:20",
    "an hour ago": "2026-11-21 13:30:20",
    "90m ago": "2026-11-21 13:00:20",
    "3 days ago": "2026-11-18 14:30:20",
    "1 week ago": "2026-11-14 14:30:20",
}
REFUSED = {
    "tomorrow": "has not happened yet",
    "18:00": "'18:00' is Sat 21 Nov 2026 18:00, which has not happened yet",
    "blah": "'blah' is not a moment (write 'yesterday 18:00'",
    "": "no moment is given",
    "2 fortnights ago": "is not a moment",
    "yesterday 99:99": "is not a moment",
    "d9": "there is no shoot day 9",
    "2026-13-45T10:00": "is not a moment",
    "9999 weeks ago and more": "is not a moment",
}


@pytest.mark.parametrize(("text", "wanted"), MOMENTS.items())
def test_a_moment_is_read_as_people_say_it(text: str, wanted: str) -> None:
    found = read_moment(text, NOW, CALENDAR).astimezone(ZURICH)

    assert wanted == f"{found:%Y-%m-%d %H:%M:%S}"


@pytest.mark.parametrize(("text", "words"), REFUSED.items())
def test_what_is_no_moment_is_said_in_words(text: str, words: str) -> None:
    with pytest.raises(Unread) as refused:
        read_moment(text, NOW, CALENDAR)

    assert words in str(refused.value)
