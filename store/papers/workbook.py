"""A paper as a spreadsheet: each of its tables a sheet that can be sorted and printed.

Times, dates, numbers and pages are values; all else is text and nothing but text, so that no
`=1+1` in a name is reckoned and no address becomes a link.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from models.papers.columns import filled
from models.papers.paper import Column, Facts, Paper, Row, Table, Words
from models.text import clean
from models.when import as_date, as_minutes
from store.papers.issued import issue_words
from store.papers.order import LETTER, Order
from store.papers.widths import cell, is_whole, lines_of, natural


if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DAY_MINUTES = 24 * 60
LONGEST_CELL = 32_000
"""Letters a cell of a spreadsheet may hold; the programs cut the file at more than 32,767."""
NARROW, WIDE = 6, 60
SIZES = {"a4": 9, "letter": 1}
GROUP, CHANGED = "Group", "Changed"

_EIGHTHS = re.compile(r"(?:(\d+) )?(\d)/8|(\d+)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_NO_NAME = re.compile(r"[\[\]:*?/\\']")

FORMATS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True, "valign": "top"},
    "time": {"num_format": "[hh]:mm", "valign": "top", "align": "right"},
    "date": {"num_format": "ddd d mmm yyyy", "valign": "top", "align": "left"},
    "number": {"num_format": "General", "valign": "top", "align": "right"},
    "pages": {"num_format": "# ?/8", "valign": "top", "align": "right"},
    "strong": {"bold": True, "valign": "top"},
    "head": {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"},
}
KEYWORD = "callboard"
Formats = dict[str, "Format"]


def paper_xlsx(order: Order) -> bytes:
    """The paper as the bytes of an .xlsx file."""
    from xlsxwriter import Workbook

    paper, written = order.paper, io.BytesIO()
    plain = {f"strings_to_{what}": False for what in ("formulas", "urls", "numbers")}
    book = Workbook(written, {"in_memory": True, **plain})
    book.set_properties(
        {
            "title": clean(f"{paper.production} {paper.title}".strip()),
            "subject": clean(paper.about),
            "company": clean(paper.company),
            "comments": clean(paper.foot),
            "keywords": KEYWORD,
            "created": order.source.now.replace(tzinfo=None),
        }
    )
    formats = {name: book.add_format(ways) for name, ways in FORMATS.items()}
    for block in paper.blocks:
        if isinstance(block, Table) and block.rows:
            _sheet(_new(book, block.title or paper.title, order), filled(block), formats)
    _about(_new(book, "About", order), paper, formats)
    book.close()
    return written.getvalue()


def is_ours(content: bytes) -> bool:
    """Whether the bytes are a spreadsheet a paper was set in."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return KEYWORD.encode() in book.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return False


def _new(book: Workbook, title: str, order: Order) -> Worksheet:
    """A sheet with a name no other has, ready to be printed."""
    there = {each.get_name().lower() for each in book.worksheets()}
    plain = " ".join(_NO_NAME.sub(" ", clean(title)).split())[:28].strip() or "Sheet"
    name = plain.capitalize() if plain.isupper() else plain
    count = 1
    while name.lower() in there:
        count += 1
        name = f"{plain[:25]} {count}"
    sheet = book.add_worksheet(name)
    paper = order.paper
    sheet.set_paper(SIZES[LETTER if order.size == LETTER else "a4"])
    if paper.wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    about = paper.about.replace("\n", ", ")
    sheet.set_header(f"&L&B{_code(paper.production)}&B  {_code(paper.title)}&R{_code(about)}")
    sheet.set_footer(f"&L{_code(paper.foot)}&R&P / &N")
    return sheet


def _code(text: str) -> str:
    """Text in the head of a printed sheet, where an ampersand begins a code; 255 letters in all."""
    return clean(text)[:70].replace("&", "&&")


def _sheet(sheet: Worksheet, table: Table, formats: Formats) -> None:
    """The table from the first line on; the heads between its rows become a column of their own."""
    grouped = any(row.role == "head" and is_whole(row, table) for row in table.rows)
    marked = any(row.changed for row in table.rows)
    added = [Column(GROUP)] * grouped + [Column(CHANGED)] * marked
    columns = (*added, *table.columns)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, clean(column.heading), formats["head"])
    count, group = 0, ""
    for row in table.rows:
        if row.role == "head" and is_whole(row, table):
            group = row.cells[0]
            continue
        count += 1
        marks = [group] * grouped + ["*" if row.changed else ""] * marked
        _row(sheet, count, marks, row, table, formats)
    widths = (*[12] * len(added), *natural(table))
    for at, wide in enumerate(widths):
        sheet.set_column(at, at, min(WIDE, max(NARROW, wide) + 2))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, max(1, count), len(columns) - 1)


def _row(
    sheet: Worksheet, at: int, marks: list[str], row: Row, table: Table, formats: Formats
) -> None:
    for place, mark in enumerate(marks):
        _put(sheet, (at, place), mark, "text", formats)
    strong = row.role in ("banner", "total", "head")
    for place, column in enumerate(table.columns):
        whole = is_whole(row, table)
        text = (row.cells[0] if not place else "") if whole else cell(row, place)
        kind = "strong" if strong else column.kind
        _put(sheet, (at, len(marks) + place), text, kind, formats)


def _put(sheet: Worksheet, place: tuple[int, int], text: str, kind: str, formats: Formats) -> None:
    value = typed(text, kind)
    if isinstance(value, dt.date):
        sheet.write_datetime(*place, dt.datetime.combine(value, dt.time()), formats[kind])
    elif isinstance(value, float):
        sheet.write_number(*place, value, formats[kind])
    elif value:
        sheet.write_string(*place, value[:LONGEST_CELL], formats.get(kind, formats["text"]))


def typed(text: str, kind: str) -> Any:
    """What a cell of a kind is to a spreadsheet: a date, a number, or its text as it is.

    A time is a part of a day, `25:30` more than one; pages are pages and parts of them.
    """
    plain = "\n".join(lines_of(text))
    if kind == "time" and (minutes := as_minutes(plain)) is not None:
        return minutes / DAY_MINUTES
    if kind == "date" and (date := as_date(plain)) is not None:
        return date
    if kind == "number" and _NUMBER.fullmatch(plain):
        return float(plain)
    if kind == "pages" and (match := _EIGHTHS.fullmatch(plain)):
        return int(match[1] or match[3] or 0) + int(match[2] or 0) / 8
    return plain


def _about(sheet: Worksheet, paper: Paper, formats: Formats) -> None:
    """What the paper says beside its tables: whose it is, which issue, its facts and words."""
    said = [
        ("", paper.company),
        ("", paper.production),
        ("", paper.title),
        ("", paper.about),
        ("Issue", issue_words(paper.issue)),
        *(("Changed", each) for each in paper.changes),
    ]
    for block in paper.blocks:
        if isinstance(block, Facts):
            said += [(fact.label, fact.value) for fact in block.facts]
        elif isinstance(block, Words):
            said += [(block.title, line) for line in block.lines]
    said.append(("", paper.foot))
    for at, (label, value) in enumerate(each for each in said if each[1]):
        sheet.write_string(at, 0, clean(label), formats["strong"])
        sheet.write_string(at, 1, "\n".join(lines_of(value))[:LONGEST_CELL], formats["text"])
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 80)
