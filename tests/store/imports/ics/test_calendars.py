from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from models.desk import Desk
from models.directory import Directory
from models.errors import ImportRefused
from store.imports.asked import Asked
from store.imports.formats import read
from store.imports.ics.reader import read_ics
from store.imports.taking import plan, take


if TYPE_CHECKING:
    from pathlib import Path

    from store.imports.intake import Intake
    from store.production import Production

RECORDS: dict[str, dict[str, dict[str, Any]]] = {
    "day": {"d1": {"date": "2026-11-23"}, "d2": {"date": "2026-12-04"}},
    "place": {"farm": {"name": "Rüti farm", "short": "farm"}},
    "person": {
        "anna": {"name": "Anna Keller", "emails": {"Anna@Example.org": True}},
        "tom": {"name": "Tom Frei", "emails": {"tom@example.org": True}},
    },
}
DESK = Desk(dt.date(2026, 11, 20), dt.date(2026, 11, 23), Directory(RECORDS), "Europe/Zurich")


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of these events, each the lines between BEGIN and END."""
    parts = "".join(f"BEGIN:VEVENT\n{each}\nEND:VEVENT\n" for each in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{parts}END:VCALENDAR\n".encode()


def taken(*events: str, head: str = "") -> Intake:
    return read_ics(calendar(*events, head=head), "c.ics", Asked(DESK))


def told(intake: Intake, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values.get(field) for field in fields) for row in intake.rows]


RECCE = "UID:1\nSUMMARY:Tech recce\nDTSTART:20261124T080000Z\nDTEND:20261124T093000Z"

TIMES = {
    # how the file says it: day, start, length
    "DTSTART:20261124T080000Z\nDTEND:20261124T093000Z": ("2026-11-24", "09:00", 90),
    "DTSTART;TZID=America/New_York:20261124T200000": ("2026-11-25", "02:00", None),
    "DTSTART;TZID=W. Europe Standard Time:20261124T090000": ("2026-11-24", "09:00", None),
    "DTSTART:20261124T090000\nDURATION:PT45M": ("2026-11-24", "09:00", 45),
    "DTSTART:20260724T080000Z": ("2026-07-24", "10:00", None),
    "DTSTART;VALUE=DATE:20261124\nDTEND;VALUE=DATE:20261125": ("2026-11-24", None, None),
    "DTSTART;VALUE=DATE:20261124": ("2026-11-24", None, None),
    "DTSTART:20261125T003000Z\nDTEND:20261125T020000Z": ("2026-11-25", "01:30", 90),
    "DTSTART:20261124T230000Z\nDTEND:20261124T220000Z": ("2026-11-25", "00:00", None),
    "DTSTART:20261025T003000Z\nDTEND:20261025T013000Z": ("2026-10-25", "02:30", 60),
    "DTSTART:20261125T003000Z\nX-CALLBOARD-DAY:2026-11-24": ("2026-11-24", "25:30", None),
    "DTSTART:20261125T003000Z\nX-CALLBOARD-DAY:2026-11-11": ("2026-11-25", "01:30", None),
}


@pytest.mark.parametrize("when", TIMES)
def test_an_event_is_at_the_productions_clock_on_its_calendar_day(when: str) -> None:
    read = taken(f"UID:1\nSUMMARY:Meeting\n{when}")

    assert [TIMES[when]] == told(read, "day", "start", "length")


def test_who_is_invited_is_found_by_e_mail_and_the_others_are_named() -> None:
    read = taken(
        f"{RECCE}\nLOCATION:Rüti farm\\, Ebmatingen\nDESCRIPTION:Bring <b>boots</b>.<br>Meet at 9"
        "\nATTENDEE;CN=A:mailto:ANNA@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:tom@example.org"
        "\nATTENDEE;CN=Guest [x]:mailto:g@example.net\nATTENDEE;CUTYPE=ROOM;CN=Room:mailto:r@x.org"
        "\nORGANIZER:mailto:anna@example.org"
    )

    assert [
        (
            "Tech recce",
            "farm",
            ["anna"],
            "Rüti farm, Ebmatingen · Bring boots. · Meet at 9 · with Guest [x]",
        )
    ] == told(read, "title", "place", "people", "note")


def test_a_place_nobody_knows_goes_to_the_note() -> None:
    read = taken(f"{RECCE}\nLOCATION:The Crown")

    assert [(None, "The Crown")] == told(read, "place", "note")


def test_an_event_of_several_whole_days_is_on_each_of_them() -> None:
    read = taken("UID:1\nSUMMARY:Off\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208")

    assert [
        ("Off (1/3)", "2026-12-05", "1"),
        ("Off (2/3)", "2026-12-06", "1/2"),
        ("Off (3/3)", "2026-12-07", "1/3"),
    ] == told(read, "title", "day", "uid")


SERIES = "UID:s\nSUMMARY:Stand-up\nDTSTART;TZID=Europe/Zurich:20261123T080000"


def test_a_series_is_taken_with_its_exceptions_and_moved_times() -> None:
    read = taken(
        f"{SERIES}\nRRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Zurich:20261124T080000"
        "\nRDATE;TZID=Europe/Zurich:20261130T070000",
        "UID:s\nSUMMARY:Stand-up, late\nRECURRENCE-ID;TZID=Europe/Zurich:20261125T080000"
        "\nDTSTART;TZID=Europe/Zurich:20261125T110000",
    )

    assert [
        ("Stand-up", "2026-11-23", "08:00", "s/20261123T070000Z"),
        ("Stand-up, late", "2026-11-25", "11:00", "s/20261125T070000Z"),
        ("Stand-up", "2026-11-26", "08:00", "s/20261126T070000Z"),
        ("Stand-up", "2026-11-30", "07:00", "s/20261130T060000Z"),
    ] == sorted(told(read, "title", "day", "start", "uid"), key=lambda each: each[1])


def test_an_endless_series_is_taken_for_the_productions_days_only_and_said() -> None:
    read = taken(f"{SERIES}\nRRULE:FREQ=WEEKLY")

    assert ("2026-11-23", "2027-02-01", 11) == (
        read.rows[0].values["day"],
        read.rows[-1].values["day"],
        len(read.rows),
    )
    assert ("Stand-up repeats without end; taken from 2026-09-24 to 2027-02-02.",) == read.notes


NOT_REPEATED = {
    "FREQ=SECONDLY": "it repeats secondly",
    "FREQ=HOURLY;BYMONTH=2": "it repeats hourly",
    "FREQ=DAILY;INTERVAL=0": "it repeats every 0 days",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30": "it repeats on a day that never comes",
    "FREQ=DAILY;BYSETPOS=9": "it repeats on a day that never comes",
    "NONSENSE": "its repetition cannot be read",
}


@pytest.mark.parametrize("rule", NOT_REPEATED)
def test_a_series_that_would_never_end_is_not_worked_out(rule: str) -> None:
    read = taken(f"{SERIES}\nRRULE:{rule}")

    assert 1 == len(read.rows)
    assert any(NOT_REPEATED[rule] in note for note in read.notes)


LEFT_OUT = {
    "UID:2\nSUMMARY:Gone\nDTSTART:20261124T080000Z\nSTATUS:CANCELLED": (
        "1 event is cancelled; left out."
    ),
    "UID:2\nSUMMARY:Old\nDTSTART:20190101T080000Z": (
        "1 event is more than a year from the production's days; left out."
    ),
}


@pytest.mark.parametrize("event", LEFT_OUT)
def test_what_is_left_out_is_said(event: str) -> None:
    read = taken(RECCE, event)

    assert ([("Tech recce",)], (LEFT_OUT[event],)) == (told(read, "title"), read.notes)


ZONES = {
    "DTSTART:20261124T090000": "1 event is without a time zone; taken as in Europe/Zurich.",
    "DTSTART;TZID=Mars/Olympus:20261124T090000": (
        "The time zone Mars/Olympus is not known; the time in it taken as in Europe/Zurich."
    ),
}


@pytest.mark.parametrize("start", ZONES)
def test_a_time_nobody_knows_the_zone_of_is_said(start: str) -> None:
    read = taken(f"UID:1\nSUMMARY:Meeting\n{start}")

    assert ([("2026-11-24", "09:00")], (ZONES[start],)) == (told(read, "day", "start"), read.notes)


def test_floating_times_are_in_the_calendars_own_zone() -> None:
    read = taken(
        "UID:1\nSUMMARY:Meeting\nDTSTART:20261124T090000", head="X-WR-TIMEZONE:Europe/London\n"
    )

    assert [("10:00",)] == told(read, "start")


REFUSED = {
    b"hello": "c.ics is no calendar: nothing in it begins one",
    b"BEGIN:VCARD\nEND:VCARD\n": "c.ics holds contact cards, no events",
    b"BEGIN:VCALENDAR\nEND:VCALENDAR\n": "c.ics holds no event that can be taken in",
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID": "c.ics holds no event that can be taken in",
    b"BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR\n": "c.ics cannot be read as a calendar",
    b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 99: "its parts never end",
    b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 50_001: "has 50001 events, far more",
    calendar("UID:1\nSUMMARY:X\nDTSTART:20190101"): "more than a year from the production's days",
}


@pytest.mark.parametrize("raw", REFUSED, ids=lambda each: each[:30].decode())
def test_a_calendar_that_cannot_be_read_gets_a_sentence(raw: bytes) -> None:
    with pytest.raises(ImportRefused) as refused:
        read_ics(raw, "c.ics", Asked(DESK))
    assert REFUSED[raw] in str(refused.value)


ROWS_REFUSED = {
    "UID:2\nSUMMARY:Bad\nDTSTART:garbage": "`Bad` has no start that can be read",
    "UID:2\nSUMMARY:None": "`None` has no start that can be read",
    "UID:2\nDTSTART:20261124T080000Z": "it has no title, no place and no description",
}


@pytest.mark.parametrize("event", ROWS_REFUSED)
def test_an_event_that_cannot_be_read_is_listed_and_the_others_come(event: str) -> None:
    read = taken(RECCE, event)

    assert ([("Tech recce",)], [ROWS_REFUSED[event]]) == (
        told(read, "title"),
        [each.why for each in read.refused],
    )


def test_a_file_that_breaks_off_is_read_up_to_there() -> None:
    whole = calendar(RECCE, "UID:2\nSUMMARY:Second\nDTSTART:20261124T080000Z")
    read = read_ics(whole[: whole.index(b"Second")], "c.ics", Asked(DESK))

    assert [("Tech recce",)] == told(read, "title")
    assert "The file breaks off in the middle; the events before that were read." in read.notes


def test_no_control_character_of_a_calendar_is_kept() -> None:
    read = taken("UID:1\nSUMMARY:A\x1b[31mB\nDTSTART:20261124T080000Z")

    assert [("A[31mB",)] == told(read, "title")


@pytest.fixture
def planned(mia: Production, tmp_path: Path) -> Any:
    """Take a calendar of this name in, and give the plan."""
    mia.commit([Edit_day()], "added a day")

    def bring(content: bytes, name: str = "c.ics") -> Any:
        (tmp_path / name).write_bytes(content)
        found = plan(mia, read(tmp_path / name, Asked(DESK)))
        take(mia, found)
        return found

    return bring


def Edit_day() -> Any:  # noqa: N802 - reads as the edit it makes
    from store.change import Edit

    return Edit("day", "d1", {"number": "", "date": "2026-11-23"})


def test_the_same_calendar_again_changes_nothing(planned: Any) -> None:
    planned(calendar(RECCE, f"{SERIES}\nRRULE:FREQ=DAILY;COUNT=3"))
    again = planned(calendar(RECCE, f"{SERIES}\nRRULE:FREQ=DAILY;COUNT=3"))

    assert ((), 4) == (again.edits, again.same)


def test_an_event_that_moved_is_the_same_event_and_one_that_is_cancelled_is_parked(
    mia: Production, planned: Any
) -> None:
    second = "UID:2\nSUMMARY:Dinner\nDTSTART:20261124T180000Z"
    planned(calendar(RECCE, second))
    before = set(mia.view.records("event"))
    found = planned(calendar(RECCE.replace("1124T", "1125T"), f"{second}\nSTATUS:CANCELLED"))

    assert before == set(mia.view.records("event"))
    assert [("moved", "Tech recce"), ("gone", "Dinner")] == [
        (each.sort, each.words) for each in found.items
    ]


def test_an_invitation_to_one_meeting_says_nothing_of_the_others(planned: Any) -> None:
    planned(calendar(RECCE, head="METHOD:REQUEST\n"), "invite.ics")
    found = planned(
        calendar("UID:9\nSUMMARY:Other\nDTSTART:20261124T080000Z", head="METHOD:REQUEST\n"),
        "invite.ics",
    )

    assert [("new", "Other")] == [(each.sort, each.words) for each in found.items]
