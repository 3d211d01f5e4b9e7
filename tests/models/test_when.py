"""Clock times, spans, shifts and days as people type them and read them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Unread
from models.when import (
    LAST_MINUTE,
    Calendar,
    as_date,
    as_minutes,
    clock,
    minutes,
    read_clock,
    read_shift,
    read_span,
    show_day,
    show_short_day,
    show_span,
)


SATURDAY, MONDAY = dt.date(2026, 11, 21), dt.date(2026, 11, 23)
SHOOT_DAYS = {1: dt.date(2026, 11, 16), 12: dt.date(2026, 12, 1)}
CALENDAR = Calendar(SATURDAY, MONDAY, SHOOT_DAYS)
AMERICAN = Calendar(SATURDAY, MONDAY, SHOOT_DAYS, month_first=True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("6", "06:00"),
        ("06", "06:00"),
        ("630", "06:30"),
        ("0630", "06:30"),
        ("6:30", "06:30"),
        ("06:30", "06:30"),
        ("18.30", "18:30"),
        ("6h30", "06:30"),
        ("0", "00:00"),
        ("000", "00:00"),
        ("24:00", "24:00"),
        ("25:30", "25:30"),
        ("2530", "25:30"),
        ("0130+", "25:30"),
        ("130+", "25:30"),
        ("1:30+1", "25:30"),
        ("47:59", "47:59"),
        ("6a", "06:00"),
        ("6am", "06:00"),
        ("12am", "00:00"),
        ("12pm", "12:00"),
        ("6PM", "18:00"),
        ("6:30p", "18:30"),
        ("1130pm", "23:30"),
    ],
)
def test_a_time_is_read_as_people_type_it(typed: str, kept: str) -> None:
    assert kept == read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("27:61", "27:61 is not a time (minutes go to 59)"),
        ("0660", "0660 is not a time (minutes go to 59)"),
        ("4800", "4800 is not a time (a production day runs to 47:59)"),
        ("2500+", "2500+ is not a time (a production day runs to 47:59)"),
        ("0am", "0am is not a time (with am or pm, hours go from 1 to 12)"),
        ("13pm", "13pm is not a time (with am or pm, hours go from 1 to 12)"),
        ("noon", "noon is not a time (write 0630, 6:30 or 25:30)"),
        ("", "nothing is not a time (write 0630, 6:30 or 25:30)"),
        ("6:5", "6:5 is not a time (write 0630, 6:30 or 25:30)"),
        ("06300", "06300 is not a time (write 0630, 6:30 or 25:30)"),
        ("-6", "-6 is not a time (write 0630, 6:30 or 25:30)"),
        ("٦:٣٠", "٦:٣٠ is not a time (write 0630, 6:30 or 25:30)"),
    ],
)
def test_what_is_no_time_is_told(typed: str, sentence: str) -> None:
    with pytest.raises(Unread) as caught:
        read_clock(typed)

    assert sentence == str(caught.value)


@given(st.integers(0, LAST_MINUTE))
def test_a_kept_time_is_read_as_itself(count: int) -> None:
    assert count == minutes(clock(count)) == minutes(read_clock(clock(count)))
    assert count == as_minutes(clock(count))


@pytest.mark.parametrize("count", [-1, LAST_MINUTE + 1])
def test_no_time_is_outside_the_production_day(count: int) -> None:
    with pytest.raises(Unread, match="a production day runs from 00:00 to 47:59"):
        clock(count)


@pytest.mark.parametrize(
    ("typed", "count"),
    [("45m", 45), ("90min", 90), ("1h", 60), ("1h30", 90), ("1h30m", 90), ("2H", 120), ("0m", 0)],
)
def test_a_length_is_read_as_people_type_it(typed: str, count: int) -> None:
    assert count == read_span(typed)


@pytest.mark.parametrize("typed", ["45", "h", "m", "1:30", "-5m", "1h-5", "half"])
def test_what_is_no_length_is_told(typed: str) -> None:
    with pytest.raises(Unread) as caught:
        read_span(typed)

    assert f"{typed} is not a length of time (write 45m or 1h30)" == str(caught.value)


@given(st.integers(0, 9_999))
def test_a_length_is_shown_as_it_is_read(count: int) -> None:
    assert count == read_span(show_span(count))


@pytest.mark.parametrize(
    ("typed", "count"), [("+30", 30), ("-15", -15), ("+1h", 60), ("-1h30", -90), ("+5m", 5)]
)
def test_a_shift_is_read_as_people_type_it(typed: str, count: int) -> None:
    assert count == read_shift(typed)


@pytest.mark.parametrize("typed", ["30", "+", "+-5", "+anna", "", "+1d"])
def test_what_is_no_shift_is_refused(typed: str) -> None:
    with pytest.raises(Unread):
        read_shift(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("today", "2026-11-21"),
        ("tmr", "2026-11-22"),
        ("Tomorrow", "2026-11-22"),
        ("yesterday", "2026-11-20"),
        ("mon", "2026-11-23"),
        ("fri", "2026-11-27"),
        ("Friday", "2026-11-27"),
        ("sun", "2026-11-29"),
        ("thurs", "2026-11-26"),
        ("+2d", "2026-11-25"),
        ("-1d", "2026-11-22"),
        ("d1", "2026-11-16"),
        ("D12", "2026-12-01"),
        ("d12+1", "2026-12-02"),
        ("12/3", "2027-03-12"),
        ("23/11", "2026-11-23"),
        ("1/1", "2027-01-01"),
        ("3.12.", "2026-12-03"),
        ("3.12.2027", "2027-12-03"),
        ("3/12/27", "2027-12-03"),
        ("3 dec", "2026-12-03"),
        ("3. December", "2026-12-03"),
        ("3dec", "2026-12-03"),
        ("3 dec 2027", "2027-12-03"),
        ("29/2", "2028-02-29"),
        ("2026-12-03", "2026-12-03"),
        ("2026-1-3", "2026-01-03"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, kept: str) -> None:
    view = dt.date(2027, 5, 1) if typed == "29/2" else MONDAY

    assert kept == Calendar(SATURDAY, view, SHOOT_DAYS).read(typed)


@pytest.mark.parametrize(("typed", "kept"), [("12/3", "2026-12-03"), ("3.12.", "2026-12-03")])
def test_the_month_comes_first_where_the_production_says_so(typed: str, kept: str) -> None:
    assert kept == AMERICAN.read(typed)


@pytest.mark.parametrize(
    ("calendar", "typed", "sentence"),
    [
        (CALENDAR, "someday", "someday is not a day (write fri, tmr, d12, 12/3 or 2026-12-03)"),
        (CALENDAR, "fr", "fr is not a day (write fri, tmr, d12, 12/3 or 2026-12-03)"),
        (CALENDAR, "", "nothing is not a day (write fri, tmr, d12, 12/3 or 2026-12-03)"),
        (CALENDAR, "11/24", "11/24 is not a day (the day comes first here: 24/11)"),
        (AMERICAN, "24/11", "24/11 is not a day (the month comes first here: 11/24)"),
        (CALENDAR, "31/11", "31/11 is not a day (Nov 2026 has 30 days)"),
        (CALENDAR, "0/11", "0/11 is not a day (Nov 2026 has 30 days)"),
        (CALENDAR, "30/2/2027", "30/2/2027 is not a day (Feb 2027 has 28 days)"),
        (CALENDAR, "32/13", "32/13 is not a day (months go from 1 to 12)"),
        (CALENDAR, "2026-13-01", "2026-13-01 is not a day (months go from 1 to 12)"),
        (CALENDAR, "d7", "there is no shoot day 7 (days 1 to 12 are planned)"),
        (Calendar(SATURDAY, MONDAY), "d7", "there is no shoot day 7 (none is planned yet)"),
        (
            Calendar(dt.date.max, dt.date.max),
            "+2d",
            "2 days from 9999-12-31 is past every calendar",
        ),
    ],
)
def test_what_is_no_day_is_told(calendar: Calendar, typed: str, sentence: str) -> None:
    with pytest.raises(Unread) as caught:
        calendar.read(typed)

    assert sentence == str(caught.value)


@given(st.text(max_size=12), st.dates())
def test_any_text_is_a_day_or_is_refused(typed: str, view: dt.date) -> None:
    try:
        read = Calendar(SATURDAY, view, SHOOT_DAYS).read(typed)
    except Unread:
        return
    assert read == dt.date.fromisoformat(read).isoformat()


@pytest.mark.parametrize(
    ("kept", "long", "short"),
    [
        ("2026-11-23", "Mon 23 Nov 2026", "Mon 23 Nov"),
        ("2027-05-01", "Sat 1 May 2027", "Sat 1 May"),
        ("some day", "some day", "some day"),
    ],
)
def test_a_day_is_shown_with_its_weekday(kept: str, long: str, short: str) -> None:
    assert (long, short) == (show_day(kept), show_short_day(kept))


@pytest.mark.parametrize("held", [None, 7, "", "soon", "9:00", "99:00", [], "2026-02-30"])
def test_what_a_file_holds_that_is_no_time_and_no_day_is_none(held: object) -> None:
    assert (None, None) == (as_minutes(held), as_date(held))
