"""Papers as spreadsheets, read back with another program's reader."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from models.papers.paper import Column, Issue, Paper, Row, Table
from store.papers.workbook import paper_xlsx, typed
from tests.store.papers.papers import HOSTILE, crowd, order, sheet


COLUMNS = (
    *(Column("Scene"), Column("Time", kind="time"), Column("Day", kind="date")),
    *(Column("Cast", kind="number"), Column("Pages", kind="pages")),
)


def sheets(paper: Paper) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(paper_xlsx(order(paper))))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(paper: Paper, size: str = "a4") -> str:
    """All of the file's XML, one after the other."""
    with zipfile.ZipFile(io.BytesIO(paper_xlsx(order(paper, size=size)))) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def test_each_table_is_a_sheet_and_its_heads_a_column_to_sort_by() -> None:
    found = sheets(sheet("Anna Keller", "Ben Okafor"))

    assert ["Crew", "About"] == list(found)
    seven = dt.timedelta(hours=7)
    assert found["Crew"] == [
        ["Group", "Changed", "Position", "Name", "Phone", "Call"],
        ["GRIP", "*", "grip", "Anna Keller", "+41 79 555 01 22", seven],
        ["GRIP", "", "grip", "Ben Okafor", "+41 79 555 01 22", seven],
        ["GRIP", "", "COMPANY MOVE", "", "", ""],
    ]


def test_times_dates_numbers_and_pages_are_values() -> None:
    row = Row(("12A", "25:30", "2026-11-25", "14", "2 3/8"))
    paper = Paper("x", "X", "", "", "", (Table("t", COLUMNS, (row,)),))

    assert sheets(paper)["X"][1] == [
        *("12A", dt.timedelta(hours=25, minutes=30), dt.date(2026, 11, 25)),
        *(14.0, 2.375),
    ]
    assert "[hh]:mm" in parts(paper)
    assert "# ?/8" in parts(paper)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("O/C", "time", "O/C"),
        ("07:00\n(hotel)", "time", "07:00\n(hotel)"),
        ("Wed", "date", "Wed"),
        ("=1", "number", "=1"),
        ("1e5", "number", "1e5"),
        ("5/8", "pages", 0.625),
        ("3", "pages", 3.0),
        ("a\x07b", "text", "a·b"),
    ],
)
def test_what_is_no_value_stays_text(text: str, kind: str, value: object) -> None:
    assert value == typed(text, kind)


def test_nothing_is_reckoned_and_nothing_is_a_link() -> None:
    xml = parts(sheet(*HOSTILE))
    names = [row[3] for row in sheets(sheet(*HOSTILE))["Crew"][1:-1]]

    assert list(HOSTILE) == names
    assert "<f>" not in xml
    assert "hyperlink" not in xml


def test_a_sheet_is_ready_to_be_sorted_and_printed() -> None:
    xml = parts(crowd(), size="letter")

    for each in ('state="frozen"', "<autoFilter", 'fitToHeight="0"', "Print_Titles"):
        assert each in xml, each
    assert 'paperSize="1"' in xml
    assert 'paperSize="9"' in parts(crowd())


def test_sheets_have_names_a_spreadsheet_takes_and_no_two_the_same() -> None:
    title = "Cast [1]: who/what?* 'x' and a name that goes on and on"
    tables = tuple(Table(f"t{at}", (Column("a"),), (Row(("x",)),), title) for at in range(3))
    names = list(sheets(Paper("x", "X", "", "", "", tables)))

    assert 4 == len({name.lower() for name in names})
    assert all(len(name) <= 31 and not set("[]:*?/\\'") & set(name) for name in names)


def test_what_stands_beside_the_tables_is_on_a_sheet_of_its_own() -> None:
    said = sheets(sheet("Anna", issue=Issue("final", 2), changes=("Call earlier.",)))["About"]

    assert ["Issue", "FINAL 2"] in said
    assert ["Changed", "Call earlier."] in said
    assert ["Unit call", "07:00"] in said
    assert ["NOTES", "Closed set."] in said
