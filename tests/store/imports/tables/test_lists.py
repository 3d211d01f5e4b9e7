"""Whole lists, as other people make them: what kind they are of, and what comes out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from models.errors import ImportRefused
from models.kinds import KINDS
from store.imports.asked import Asked
from store.imports.csv_table import read_csv
from store.imports.tables.meanings import field_of
from store.imports.tables.reader import read_tables
from store.imports.workbook import read_workbook
from tests.models.nightfall import desk
from tests.store.imports.spreadsheets import Day, workbook


if TYPE_CHECKING:
    from store.imports.intake import Intake

TITLES = (["NIGHTFALL - Fahrdispo"], ["Drehtag 8 - Mittwoch, 25. November 2026"], [])


def listed(*rows: str, name: str = "list.csv", **ways: Any) -> Intake:
    """What a CSV list of these lines gives on the desk of the tests' production."""
    grids, notes = read_csv("\n".join(rows).encode(), name)
    return read_tables(grids, name, notes, Asked(desk(), **ways))


def book(sheets: dict[str, Any], name: str = "book.xlsx", **ways: Any) -> Intake:
    grids, notes = read_workbook(workbook(sheets, **ways), name)
    return read_tables(grids, name, notes, Asked(desk()))


def values(intake: Intake) -> list[dict[str, Any]]:
    return [dict(row.values) for row in intake.rows]


HEADERS = {
    "Abholung;Fahrer;Von;Nach;Passagiere": "run",
    "P/U Time;Passenger;From;To;Driver;Vehicle": "run",
    "Heure;Passagers;De;À;Chauffeur": "run",
    "Time;Route;Who": "run",
    "Scene;INT/EXT;Set;D/N;Pages;Cast": "scene",
    "Bild;I/A;Motiv;T/N;Seiten;Rollen": "scene",
    "Séquence;Décor;J/N;Personnages": "scene",
    "Name;Call;HMU;Costume;On Set": "call",
    "Artist;Character;M/U & Hair;Set call;Remarks": "call",
    "Darsteller;Maske;Kostüm;Drehfertig": "call",
    "Subject;Start Date;Start Time;End Time;Location": "event",
    "Termin;Datum;Uhrzeit;Ort;Teilnehmer": "event",
    "Vehicle;Type;Seats;Driver;Registration": "vehicle",
    "Fahrzeug;Kennzeichen;Plätze": "vehicle",
    "Location;Address;Latitude;Longitude": "place",
    "Motiv;Adresse;Telefon": "place",
    "Date;Shoot day;Unit call;Est. wrap;Unit base": "day",
    "Drehtag;Datum;Drehbeginn;Drehschluss": "day",
    "Element;Category;Board ID": "element",
    "Priority;Issue;Owner;Due date;Status": "issue",
    "Problem;Zuständig;Fällig;Priorität": "issue",
    "From;To;Drive time;km": "leg",
    "Name;Position;Department;Phone": "person",
    "Name;Role;Mobile;Start;Finish": "person",
}


@pytest.mark.parametrize("header", HEADERS)
def test_the_kind_is_told_from_the_headers(header: str) -> None:
    grids, notes = read_csv(f"{header}\n".encode(), "x.csv")
    from store.imports.tables.telling import header_of

    found = header_of(grids[0], "x.csv", Asked(desk()))

    assert found is not None
    assert HEADERS[header] == found.kind
    assert () == tuple(notes)


@pytest.mark.parametrize(("sheet", "kind"), [("Locations", "place"), ("Kontakte", "person")])
def test_the_name_of_a_sheet_decides_between_kinds(sheet: str, kind: str) -> None:
    read = book(
        {sheet: [["Name", "Address", "Phone"], ["Red barn", "Dorfstr. 1", "044 555 01 01"]]}
    )

    assert [kind] == [row.kind for row in read.rows]


TRANSPORT = [
    *TITLES,
    ["Nr.", "Abholung", "Fahrzeug", "Fahrer", "Von", "Nach", "Passagiere", "Ankunft"],
    [1, 0.236111111, "Van 2", "Tom Frei", "Hotel Krone", "base", "Keller, Anna; Ben", ""],
    [2, "06:10 Uhr", "Van 12", "", "Zürich HB", "Farm", "1, 3", "06:55"],
    ["Seite 1 von 1"],
]
FIRST = ("05:40", "van2", "tom", "hotel", "base", ["anna", "ben"], None)
SECOND = ("06:10", "van12", None, "hb", "farm", ["mia", "zoe"], "06:55")


def test_a_transport_list_with_titles_above_it() -> None:
    read = book({"Fahrten": TRANSPORT}, merged=["A1:H1"])
    fields = ("leave", "vehicle", "driver", "origin", "to", "passengers", "by")

    assert [FIRST, SECOND] == [tuple(row.get(each) for each in fields) for row in values(read)]
    assert {"2026-11-25"} == {row["day"] for row in values(read)}
    assert ("no column says the day: Wed 25 Nov 2026 is meant.",) == read.notes


def test_an_american_run_sheet_with_the_month_first() -> None:
    read = listed(
        "Date,P/U Time,Passenger,From,To,Driver",
        "11/25/2026,6:30 AM,Anna Keller,Hotel Krone,Base,Tom Frei",
        "12/1/2026,7pm,Ben,Farm,Hotel,Tom Frei",
    )

    assert [("2026-11-25", "06:30"), ("2026-12-01", "19:00")] == [
        (row["day"], row["leave"]) for row in values(read)
    ]


def test_a_breakdown_whose_eighths_became_dates() -> None:
    eighth = Day(46089)  # the 8 March 2026
    read = book(
        {
            "Breakdown": [
                ["Scene", "Set", "Pages", "Cast"],
                ["1", "INT. BARN - DAY", eighth, "1, 2"],
                ["2A", "EXT. FIELD - NIGHT", 1.375, "3"],
                ["END OF DAY 7 - Tuesday, November 24, 2026 - 1 6/8"],
                ["3", "I/E. CAR - DUSK", 2, 1.3],
            ]
        }
    )

    assert [
        ("1", "INT", "BARN", "DAY", 3, ["mia", "ben"], "2026-11-24"),
        ("2A", "EXT", "FIELD", "NIGHT", 11, ["zoe"], "2026-11-24"),
        ("3", "INT/EXT", "CAR", "DUSK", 16, ["mia", "zoe"], None),
    ] == [
        tuple(row.get(each) for each in ("scene", "ie", "set", "tod", "pages", "cast", "day"))
        for row in values(read)
    ]
    assert "row 2: 2026-03-08 was 3/8 before a spreadsheet made it a date." in read.notes


def test_what_cannot_be_read_is_listed_and_the_row_comes_without_it() -> None:
    read = listed(
        "Abholung,Fahrzeug,Von,Nach,Passagiere",
        "0540,Van 99,Hotel Krone,base,Anna Keller und Niemand",
        "früh,Van 2,Hotel Krone,base,Anna Keller",
        "0600,Van 2,Nirgends,Nowhere,Anna Keller",
    )

    assert [{"leave": "05:40", "origin": "hotel", "to": "base", "passengers": ["anna"]}] == [
        {field: value for field, value in row.items() if field != "day"} for row in values(read)
    ]
    assert ["row 3", "row 4"] == [each.where for each in read.refused]
    assert "früh is not a time (write 0630, 6:30 or 25:30); a run needs a time" in (
        read.refused[0].why
    )
    assert any("row 2: no vehicle is called 'Van 99'" in note for note in read.notes)
    assert any("row 2: no one is called 'Niemand'" in note for note in read.notes)


def test_a_call_of_somebody_unknown_is_not_made_the_departments() -> None:
    read = listed("Department,Name,Call,On set", "Camera,Jon Nobody,0630,0700", "Camera,,0600,")

    assert [("row 2", True)] == [
        (each.where, "no one is called 'Jon Nobody'" in each.why) for each in read.refused
    ]
    assert [("Camera", None, "06:00")] == [
        (row.get("department"), row.get("person"), row["call"]) for row in values(read)
    ]


def test_a_calendar_table_has_its_length_from_its_end() -> None:
    read = listed(
        "Subject,Start Date,Start Time,End Date,End Time,Location",
        "Tech recce,11/23/2026,9:00 AM,11/23/2026,11:30 AM,Farm",
        "Pub,11/27/2026,11:30 PM,11/28/2026,1:00 AM,The Crown",
    )

    assert [("09:00", 150, "farm"), ("23:30", 90, None)] == [
        (row["start"], row["length"], row.get("place")) for row in values(read)
    ]


def test_sheets_of_one_file_may_name_one_another() -> None:
    read = book(
        {
            "Runs": [
                ["Pickup", "Driver", "From", "To", "Vehicle"],
                ["0540", "Nina Neu", "Neuhaus", "Farm", "Bus 7"],
            ],
            "Crew": [["Name", "Position"], ["Nina Neu", "driver"]],
            "Locations": [["Location", "Address"], ["Neuhaus", "Seestr. 1"]],
            "Cars": [["Vehicle", "Seats", "Registration"], ["Bus 7", 16, "ZH 7"]],
        }
    )
    (run,) = [dict(row.values) for row in read.rows if row.kind == "run"]

    assert {
        "driver": "name:nina neu",
        "origin": "place:neuhaus",
        "to": "farm",
        "vehicle": "vehicle:bus7",
    } == {field: run[field] for field in ("driver", "origin", "to", "vehicle")}


def test_a_list_that_lacks_the_one_thing_says_what_to_do() -> None:
    with pytest.raises(ImportRefused) as refused:
        listed("Wann,Fahrer,Fahrzeug,Von,Nach,Passagiere", "0540,Tom,Van 2,hotel,base,Anna")

    assert (
        "list.csv looks like a list of runs, but a run needs a time to leave (0540) or to arrive "
        "(by 0640), and no column says that. Say which does: --map HEADER=leave. Or say what the "
        "list is of: --as event"
    ) == str(refused.value)


def test_a_table_nobody_understands_says_how_it_would_be() -> None:
    with pytest.raises(ImportRefused, match=r"say what they mean: --as run --map Abholung=leave"):
        listed("Foo,Bar,Baz", "1,2,3")


def test_a_kind_may_be_named() -> None:
    read = listed("Name,Call", "Anna Keller,0630", kind="call")

    assert [("call", "anna", "06:30")] == [
        (row.kind, row.values["person"], row.values["call"]) for row in read.rows
    ]


def test_every_header_of_a_kind_means_its_field() -> None:
    wrong = [
        (kind.word, header, slot.name)
        for kind in KINDS.values()
        for slot in kind.slots().values()
        if slot.type.typed
        for header in (slot.name, *filter(None, slot.headers.split(", ")))
        if field_of(kind, header) is None
    ]

    assert [] == wrong
    assert all(isinstance(each.headers, str) for k in KINDS.values() for each in k.slots().values())
