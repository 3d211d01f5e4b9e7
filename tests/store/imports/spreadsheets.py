"""XLSX files made by hand, cell by cell, so that no writer has to be installed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr


Cell = str | int | float | None
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class Day(int):
    """A date as a spreadsheet keeps it: days since the end of 1899, in a date style."""


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    top: int = 1,
    merged: Sequence[str] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    """The bytes of a workbook; the first row of each sheet is row `top`."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as parts:
        parts.writestr("[Content_Types].xml", _content_types(len(sheets)))
        parts.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")}))
        parts.writestr("xl/workbook.xml", _book(list(sheets), hidden))
        targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in _counted(sheets)}
        parts.writestr(
            "xl/_rels/workbook.xml.rels", _relations({**targets, "rId99": ("styles", "styles.xml")})
        )
        parts.writestr("xl/styles.xml", _STYLES)
        for n, rows in enumerate(sheets.values(), 1):
            parts.writestr(f"xl/worksheets/sheet{n}.xml", _sheet(rows, top, merged))
    return raw.getvalue()


def open_document(rows: Sequence[Sequence[str]]) -> bytes:
    """The bytes of an OpenDocument spreadsheet of one sheet called Crew."""
    raw = io.BytesIO()
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell office:value-type='string'>{_p(cell)}" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    with zipfile.ZipFile(raw, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{ODF}m"/>')
        parts.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{ODF}office:1.0" '
            f'xmlns:table="{ODF}table:1.0" xmlns:text="{ODF}text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Crew">{cells}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return raw.getvalue()


def damaged(book: bytes) -> bytes:
    """The same workbook with a sheet that breaks off in the middle of a tag."""
    return _with_sheet(book, lambda sheet: sheet[: len(sheet) // 2])


def _p(text: str) -> str:
    return f"<text:p>{escape(text)}</text:p></table:table-cell>"


def far_cells() -> bytes:
    """A workbook of two cells at opposite ends of the largest sheet there can be."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
    return _with_sheet(
        workbook({"S": [["Name"]]}), lambda sheet: sheet.replace(b"</sheetData>", far)
    )


def _with_sheet(book: bytes, change: Callable[[bytes], bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(raw, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            is_sheet = part.filename.endswith("sheet1.xml")
            new.writestr(part.filename, change(content) if is_sheet else content)
    return raw.getvalue()


_HIDDEN, _SEEN = ' state="hidden"', ""
_STYLES = (
    f'<styleSheet xmlns="{SHEET}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


def _counted(sheets: Mapping[str, object]) -> range:
    return range(1, len(sheets) + 1)


def _content_types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPE}.worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/>{sheets}</Types>'
    )


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'


def _book(names: Sequence[str], hidden: Sequence[str]) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"'
        f"{_HIDDEN if name in hidden else _SEEN}/>"
        for n, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>'


def _sheet(rows: Sequence[Sequence[Cell]], top: int, merged: Sequence[str]) -> str:
    body = "".join(f'<row r="{at}">{_cells(at, row)}</row>' for at, row in enumerate(rows, top))
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merge = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{SHEET}"><sheetData>{body}</sheetData>{merge}</worksheet>'


def _cells(at: int, row: Sequence[Cell]) -> str:
    return "".join(_cell(at, column, value) for column, value in enumerate(row))


def _cell(row: int, column: int, value: Cell) -> str:
    place = f"{chr(65 + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    style = ' s="1"' if isinstance(value, Day) else ""
    return f'<c r="{place}"{style}><v>{value}</v></c>'
