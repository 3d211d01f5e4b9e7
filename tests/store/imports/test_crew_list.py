from __future__ import annotations

from pathlib import Path

import pytest

from models.errors import ImportRefused
from store.imports.formats import read
from store.imports.headers import field_of, fields_of
from store.imports.intake import Intake
from tests.store.imports.spreadsheets import Day, far_cells, workbook


DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return tmp_path / "crew.csv"


def people(intake: Intake, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(row.values.get(field) for field in fields) for row in intake.rows]


def read_rows(listed: Path, *rows: str, encoding: str = "utf-8") -> Intake:
    listed.write_bytes("\n".join(rows).encode(encoding))
    return read(listed)


HEADERS = {
    "Tel. / Mobile": "phones",
    "E-Mail": "emails",
    "e-mail 2": "emails",
    "Phone (home)": "phones",
    "Mobile\nNumber": "phones",
    "Portable": "phones",
    "Natel": "phones",
    "Agent Phone": "agent",
    "Emergency contact phone": None,
    "Passport No": None,
    "Funktion": "role",
    "FONCTION": "role",
    "Poste": "role",
    "Abteilung": "department",
    "Département": "department",
    "Dept.": "department",
    "Charakter/Figur": "character",
    "Personnage": "character",
    "Cast No.": "cast",
    "Rollen-Nr.": "cast",
    "Ernährung": "diet",
    "Régime": "diet",
    "Diet / Allergies": "diet",
    "Wrap/Finish": "finish",
    "Start date": "start",
    "Check in / out": None,
    "Bemerkungen": "note",
    "Straße": "address",
    "Sprachen": "languages",
    "T-Shirt": None,
    "": None,
    "x" * 1000: None,
}


@pytest.mark.parametrize("header", HEADERS, ids=lambda header: header[:30] or "blank")
def test_a_header_is_known_by_what_people_call_it(header: str) -> None:
    assert HEADERS[header] == field_of(header)


ROWS_OF_HEADERS = {
    "Vorname;Name": ["first name", "name"],
    "#;Role;Artist": ["cast", "character", "name"],
    "No.;Name;Position": [None, "name", "role"],
    "Cast;Character": ["name", "character"],
    "Cast;Character;Artist": ["cast", "character", "name"],
    "Firma;Kontakt;Tel": ["company", "name", "phones"],
    "Name;Contact;Phone": ["name", None, "phones"],
    "Name;Mobile;Phone;Phone 2": ["name", "phones", "phones", "phones"],
    "Name;Role;Position": ["name", "role", None],
}


@pytest.mark.parametrize("row", ROWS_OF_HEADERS)
def test_some_headers_mean_what_their_neighbours_make_of_them(row: str) -> None:
    cells = row.split(";")
    fields = fields_of(cells)

    assert ROWS_OF_HEADERS[row] == [fields.get(at) for at in range(len(cells))]


CELLS = {
    ("Mobile", "+41 79 555 01 22"): ("phones", ["+41 79 555 01 22"]),
    ("Mobile", "+41795550122 / 044 123 45 67"): ("phones", ["+41795550122", "044 123 45 67"]),
    ("Mobile", "079/555 01 22"): ("phones", ["079/555 01 22"]),
    ("Mobile", "M: +41 (0)79 555 01 22; office 044 123 45 67 ext. 12"): (
        "phones",
        ["+41 (0)79 555 01 22", "044 123 45 67 ext 12"],
    ),
    ("Mobile", "'+41 79 555 01 22"): ("phones", ["+41 79 555 01 22"]),
    ("Mobile", "n/a"): ("phones", None),
    ("E-mail", "Anna <anna@x.org>, a.keller@y.ch"): ("emails", ["anna@x.org", "a.keller@y.ch"]),
    ("E-mail", "mailto:anna@x.org"): ("emails", ["anna@x.org"]),
    ("Languages", "Deutsch, English / français"): ("languages", ["Deutsch", "English", "français"]),
    ("Start", "23.11.2026"): ("start", "2026-11-23"),
    ("Start", "Mon 23 Nov 2026"): ("start", "2026-11-23"),
    ("Start", "November 23, 2026"): ("start", "2026-11-23"),
    ("Start", "23. März 2026"): ("start", "2026-03-23"),
    ("Start", "1er février 2026"): ("start", "2026-02-01"),
    ("Start", "2026-11-23"): ("start", "2026-11-23"),
    ("Start", "3/4/26"): ("start", "2026-04-03"),
    ("Dept", "KAMERA"): ("department", "Camera"),
    ("Dept", "Puppets"): ("department", "Puppets"),
    ("Notes", "'=1+1"): ("note", "=1+1"),
    ("Notes", "two   spaces\x1b[31m"): ("note", "two spaces[31m"),
    ("Category", "Lieferant"): ("category", "vendor"),
}


@pytest.mark.parametrize(("header", "cell"), CELLS)
def test_a_cell_is_read_as_its_column_says(listed: Path, header: str, cell: str) -> None:
    field, value = CELLS[header, cell]
    intake = read_rows(listed, f"Name\t{header}", f"Anna Keller\t{cell}")

    assert [("Anna Keller", value)] == people(intake, "name", field)


COMPLAINTS = {
    ("Mobile", "ask Tom"): "the phone `ask Tom` has no digits",
    ("Mobile", "4.17956E+10"): "the phone 4.17956E+10 lost its digits in a spreadsheet",
    ("E-mail", "anna(at)x.org"): "the e-mail `anna(at)x.org` has no @",
    ("E-mail", "anna@home"): "the e-mail `anna@home` is not complete",
    ("Start", "soon"): "`soon` is not a date with a year",
    ("Start", "23.11."): "`23.11.` is not a date with a year",
    ("Start", "31.2.2026"): "`31.2.2026` is not a date with a year",
    ("Cast no", "one"): "`one` is not a cast number",
}


@pytest.mark.parametrize(("header", "cell"), COMPLAINTS)
def test_a_cell_that_cannot_be_read_costs_the_field_and_not_the_row(
    listed: Path, header: str, cell: str
) -> None:
    intake = read_rows(listed, f"Name\t{header}", f"Anna Keller\t{cell}")

    assert [("Anna Keller",)] == people(intake, "name")
    assert (f"row 2: {COMPLAINTS[header, cell]}; left out.",) == intake.notes


def test_one_american_date_makes_the_column_american(listed: Path) -> None:
    intake = read_rows(listed, "Name,Start", "Anna,3/4/2026", "Ben,12/31/2026")

    assert [("2026-03-04",), ("2026-12-31",)] == people(intake, "start")


NAMES = {
    ("Name", "Keller, Anna"): "Anna Keller",
    ("Name", "Tom Berg, BSC"): "Tom Berg, BSC",
    ("Name", "Martin Short, Jr."): "Martin Short, Jr.",
    ("Vorname\tNachname", "Anna\tKeller"): "Anna Keller",
    ("Vorname\tName", "Anna\tKeller"): "Anna Keller",
    ("Nom\tPrénom", "Keller\tAnna"): "Anna Keller",
    ("First name\tFull name", "Anna\tAnna Keller"): "Anna Keller",
    ("Firma\tKontakt", "Panalux\t"): "Panalux",
}


@pytest.mark.parametrize(("headers", "cells"), NAMES)
def test_a_name_is_put_together(listed: Path, headers: str, cells: str) -> None:
    intake = read_rows(listed, f"{headers}\tPhone", f"{cells}\t123 45 67")

    assert [(NAMES[headers, cells],)] == people(intake, "name")


@pytest.mark.parametrize("name", ["", "TBC", "n.n.", "???", "-"])
def test_a_row_without_a_name_is_refused_with_its_number(listed: Path, name: str) -> None:
    intake = read_rows(listed, "Position,Name,Phone", "DoP,Anna,1234567", f"Gaffer,{name},1234568")

    assert [("row 3", "no name (Gaffer)")] == [tuple(each) for each in intake.refused]
    assert [("Anna",)] == people(intake, "name")


def test_a_unit_list_with_headings_and_titles_is_read_where_it_starts() -> None:
    intake = read(DATA / "unit_list.csv")

    assert [
        ("Anna Keller", "DoP", "Camera", "crew", "row 8"),
        ("Ben Moß", "1st AC", "Camera", "crew", "row 9"),
        ("Tom Berg", "Gaffer", "Electric", "crew", "row 12"),
        ("Ida Roy", "Puppeteer", "Puppets", "crew", "row 15"),
        ("Eva Lang", None, None, "cast", "row 18"),
    ] == [
        (*map(row.values.get, ("name", "role", "department", "category")), row.where)
        for row in intake.rows
    ]
    assert ["T-Shirt"] == [column.header for column in intake.columns if column.field is None]
    assert [("row 13", "no name (Best boy, Electric)")] == [tuple(each) for each in intake.refused]


def test_a_heading_with_nobody_under_it_may_have_been_a_name_and_is_told(listed: Path) -> None:
    intake = read_rows(listed, "Name,Phone", "Anna Keller,1234567", "STUNTS,", "TOM BERG,")

    assert [("row 4", "`TOM BERG` was read as a heading, but nobody is under it")] == [
        tuple(each) for each in intake.refused
    ]


def test_a_cast_list_makes_cast(listed: Path) -> None:
    intake = read_rows(listed, "#;Rolle;Darsteller;Handy", "1;Mira;Eva Lang;079 1", "2;BEN;;")

    assert [(1, "MIRA", "Eva Lang", "cast"), (2, "BEN", "Ben", "cast")] == people(
        intake, "cast", "character", "name", "category"
    )
    assert frozenset({"name"}) == intake.rows[1].tentative
    assert ("character:mira", "phone:0791", "name:eva lang") == intake.rows[0].key


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_separator_and_encoding_reads_the_same(
    listed: Path, separator: str, encoding: str
) -> None:
    rows = [separator.join(row) for row in (["Name", "Téléphone"], ["Zoë Müller", "+41 79 1"])]

    assert [("Zoë Müller", ["+41 79 1"])] == people(
        read_rows(listed, *rows, encoding=encoding), "name", "phones"
    )


def test_a_line_break_inside_quotes_stays_in_its_cell(listed: Path) -> None:
    intake = read_rows(listed, 'Name,Address,"Phone', 'No."', 'Anna,"Dock St 1', 'Bern",1234567')

    assert [("Anna", "Dock St 1, Bern", ["1234567"])] == people(intake, "name", "address", "phones")


def test_a_quote_left_open_costs_no_other_row(listed: Path) -> None:
    rows = [f"Anna {number},1" for number in range(500)]
    intake = read_rows(listed, "Name,Note", '"Tom,1', *rows)

    assert 501 == len(intake.rows)
    assert ["row 2: a quotation mark is never closed; none in the file was heeded."] == [
        *intake.notes
    ]


def test_a_spreadsheet_keeps_phones_whole_and_turns_dates_to_iso(tmp_path: Path) -> None:
    book = tmp_path / "crew.xlsx"
    table = [["Name", "Mobile", "Start"], ["Anna Keller", 41795550122, Day(46349)]]
    book.write_bytes(workbook({"Info": [["About this file"]], "Crew": table}, top=4))
    intake = read(book)

    assert [("Anna Keller", ["41795550122"], "2026-11-23")] == people(
        intake, "name", "phones", "start"
    )
    assert ["row 5"] == [row.where for row in intake.rows]
    assert ("The sheet Info has no header row and was not read.",) == intake.notes


def test_a_department_merged_down_the_column_is_everybodys(tmp_path: Path) -> None:
    book = tmp_path / "crew.xlsx"
    rows = [["Dept", "Name", "Phone"], ["Camera", "Anna", "12345"], [None, "Ben", "12346"]]
    book.write_bytes(workbook({"Crew": rows}, merged=["A2:A3"]))

    assert [("Anna", "Camera"), ("Ben", "Camera")] == people(read(book), "name", "department")


def test_a_second_header_row_names_the_columns_the_first_one_groups(tmp_path: Path) -> None:
    book = tmp_path / "crew.xlsx"
    rows = [
        ["Name", "Position", "Details", None],
        [None, None, "Phone", "E-mail"],
        ["Anna", "DoP", "12345", "a@x.org"],
    ]
    book.write_bytes(workbook({"Crew": rows}))

    assert [("Anna", "DoP", ["12345"], ["a@x.org"])] == people(
        read(book), "name", "role", "phones", "emails"
    )


def test_sheets_are_read_together_and_hidden_ones_are_named(tmp_path: Path) -> None:
    book = tmp_path / "all.xlsx"
    sheets = {
        "Crew": [["Name", "Phone"], ["Anna", "12345"]],
        "Cast": [["Name", "Phone"], ["Eva", "12346"]],
        "Pay": [["Name", "Phone"], ["Ida", "12347"]],
    }
    book.write_bytes(workbook(sheets, hidden=["Pay"]))
    intake = read(book)

    assert [("Anna", "crew"), ("Eva", "cast")] == people(intake, "name", "category")
    assert ["Crew, row 2", "Cast, row 2"] == [row.where for row in intake.rows]
    assert ("The sheet Pay is hidden and was not read.",) == intake.notes


def test_two_cells_worlds_apart_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    book = tmp_path / "far.xlsx"
    book.write_bytes(far_cells())

    with pytest.raises(ImportRefused, match="reaches down to row 1048576, column 16384"):
        read(book)
