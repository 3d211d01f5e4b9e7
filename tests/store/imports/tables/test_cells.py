from __future__ import annotations

import datetime as dt

import pytest

from models.desk import Desk
from models.kinds import KINDS
from store.imports.tables.cells import Reader
from store.imports.tables.clocks import read_length, read_time
from store.imports.tables.days import read_day
from store.imports.tables.naming import Names
from store.imports.tables.pages import is_decimal, read_pages
from tests.models.nightfall import desk


NOBODY = Desk(dt.date.min, dt.date.min)

TIMES = {
    "0540": "05:40",
    "540": "05:40",
    "6:30": "06:30",
    "06:30:00": "06:30",
    "06:30 Uhr": "06:30",
    "6h30": "06:30",
    "6 h 30": "06:30",
    "18.30": "18:30",
    "6:30 AM": "06:30",
    "5:15 p.m.": "17:15",
    "7pm": "19:00",
    "ca. 7:00": "07:00",
    "ab 7": "07:00",
    "25:30": "25:30",
    "01:30 (+1)": "25:30",
    "0.270833333": "06:30",
    "0,25": "06:00",
    "1.0625": "25:30",
    "0.25": "06:00",
    "6.3": "06:30",
    "6,30": "06:30",
}


@pytest.mark.parametrize("cell", TIMES)
def test_a_time_is_read_however_a_table_writes_it(cell: str) -> None:
    assert TIMES[cell] == read_time(cell).value


NO_TIMES = {
    "n. Ansage": "n. Ansage is not a time (write 0630, 6:30 or 25:30)",
    "30": "30 is not a time (00:30 or 30:00?)",
    "6:75": "6:75 is not a time (minutes go to 59)",
    "48:00": "48:00 is not a time (a production day runs to 47:59)",
}


@pytest.mark.parametrize("cell", NO_TIMES)
def test_what_is_no_time_is_said_as_it_stands_there(cell: str) -> None:
    assert (None, NO_TIMES[cell]) == read_time(cell)[:2]


@pytest.mark.parametrize("cell", ["TBC", "O/C", "offen", "SR"])
def test_a_time_that_is_not_known_yet_is_no_fault(cell: str) -> None:
    told = read_time(cell)

    assert (None, "", f"{cell} is no time yet") == told[:3]


ALSO = {
    "2026-11-23 06:30": ("06:30", {"day": "2026-11-23"}),
    "06:30-07:15": ("06:30", {"length": 45}),
    "6:30 – 8:00 am": ("06:30", {"length": 90}),
    "22:00 bis 01:00": ("22:00", {"length": 180}),
}


@pytest.mark.parametrize("cell", ALSO)
def test_a_time_may_say_the_day_or_the_length_too(cell: str) -> None:
    told = read_time(cell)

    assert ALSO[cell] == (told.value, told.also)


LENGTHS = {
    "45": 45,
    "45 min": 45,
    "45'": 45,
    "1h30": 90,
    "1:30": 90,
    "01:30:00": 90,
    "1.5 h": 90,
    "2 Std.": 120,
    "0.03125": 45,
}


@pytest.mark.parametrize("cell", LENGTHS)
def test_a_length_is_read_however_a_table_writes_it(cell: str) -> None:
    assert LENGTHS[cell] == read_length(cell).value


# the desk stands on Saturday 21 November 2026
DAYS = {
    "2026-11-23": "2026-11-23",
    "23.11.2026": "2026-11-23",
    "Mo 23.11.": "2026-11-23",
    "Mo., 23. Nov": "2026-11-23",
    "Montag, 23. November 2026": "2026-11-23",
    "Mon 23 Nov": "2026-11-23",
    "lundi 23 novembre": "2026-11-23",
    "Nov 23": "2026-11-23",
    "November 23, 2026": "2026-11-23",
    "23/11": "2026-11-23",
    "46349": "2026-11-23",
    "Drehtag 1": "2026-11-16",
    "Day 1 of 10": "2026-11-16",
    "d1": "2026-11-16",
    "Mittwoch": "2026-11-25",
    "tmr": "2026-11-22",
}


@pytest.mark.parametrize("cell", DAYS)
def test_a_day_is_read_in_three_languages(cell: str) -> None:
    assert (DAYS[cell], "", "") == read_day(cell, desk())[:3]


def test_a_weekday_that_is_not_the_dates_is_said() -> None:
    told = read_day("Tue 23 Nov 2026", desk())

    assert "2026-11-23" == told.value
    assert "Tue 23 Nov 2026 says Tue, but it is Mon 23 Nov 2026" == told.odd


def test_the_month_comes_first_where_the_column_says_so() -> None:
    slot = KINDS["run"].slots()["day"]
    reader = Reader.of(slot, ["11/5/2026", "11/25/2026"], Names(desk(), NOBODY))

    assert "2026-11-05" == reader.read("11/5/2026").value


PAGES = {
    "2 3/8": 19,
    "2-3/8": 19,
    "3/8": 3,
    "2⅜": 19,
    "½": 4,
    "1/2": 4,
    "1 1/4": 10,
    "2 pgs": 16,
    "2.3": 19,
    "2.375": 19,
    "0.125": 1,
    "2026-03-08": 3,
    "2026-08-03": 3,
    "2026-08-12": 12,
    "2026-08-08": 8,
    "2026-01-04": 2,
    "2026-02-01": 4,
    "08. Mrz": 3,
    "8-Mar": 3,
    "Mar-08": 3,
}


@pytest.mark.parametrize("cell", PAGES)
def test_eighths_are_read_also_where_a_spreadsheet_made_dates_of_them(cell: str) -> None:
    assert PAGES[cell] == read_pages(cell).value


def test_what_a_spreadsheet_did_is_said() -> None:
    said = "2026-03-08 was 3/8 before a spreadsheet made it a date"

    assert said == read_pages("2026-03-08").odd
    assert "2026-05-03 is a date, not a number of pages (write 2 3/8)" == (
        read_pages("2026-05-03").wrong
    )


def test_a_column_of_parts_of_a_page_is_no_column_of_eighths() -> None:
    assert (True, False) == (is_decimal(["2.5", "1.375"]), is_decimal(["2.5", "1.3"]))
    assert (20, 21) == (read_pages("2.5", decimal=True).value, read_pages("2.5").value)


NAMES = {
    # field of a run, what stands in the cell, who is meant, what is said
    ("passengers", "Keller, Anna; Okafor, Ben"): (["anna", "ben"], ""),
    ("passengers", "Anna Keller, Ben Okafor"): (["anna", "ben"], ""),
    ("passengers", "Anna Keller und Ben Okafor"): (["anna", "ben"], ""),
    ("passengers", "Anna Keller\nBen Okafor (2 Koffer)"): (["anna", "ben"], ""),
    ("passengers", "1,3"): (["mia", "zoe"], ""),
    ("passengers", "1-3"): (["mia", "ben", "zoe"], ""),
    ("passengers", "Anna Keller + 1"): (["anna"], "`1` beside names names nobody"),
    ("passengers", "JULIA / FRANK"): (["mia", "ben"], ""),
    ("passengers", "Anna Keller, Somebody New"): (
        ["anna"],
        "no one is called 'Somebody New'",
    ),
    ("passengers", "Eva"): (None, "more than one person is called 'Eva': Eva Lang or Eva Roth?"),
    ("driver", "Tom Frei +41 79 555 01 22"): ("tom", ""),
    ("driver", "Tomm Frei"): (None, "no one is called 'Tomm Frei': Tom Frei?"),
    ("vehicle", "Van 2 (ZH 412 907)"): ("van2", ""),
    ("vehicle", "ZH 88 100"): ("truck", ""),
    ("vehicle", "Van 9"): (None, "no vehicle is called 'Van 9'"),
    ("origin", "Hotel Krone, Bahnhofstr. 3"): ("hotel", ""),
    ("stops", "Old School > Farm"): (["school", "farm"], ""),
    ("driver", "=tom"): ("tom", ""),
}


@pytest.mark.parametrize(("field", "cell"), NAMES)
def test_names_are_found_as_on_the_entry_line_and_never_invented(field: str, cell: str) -> None:
    told = Reader(KINDS["run"].slots()[field], Names(desk(), NOBODY)).read(cell)

    value, wrong = NAMES[field, cell]
    assert value == told.value
    assert told.wrong.startswith(wrong) if wrong else not told.wrong


def test_what_was_found_only_loosely_is_said() -> None:
    told = Reader(KINDS["run"].slots()["driver"], Names(desk(), NOBODY)).read("Okaf")

    assert ("ben", "`Okaf` was read as Ben Okafor") == (told.value, told.odd)
