"""XLSX, XLS and ODS to grids, cell text as a person would read it in the spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from models.text import tidy
from store.imports.cells import cell_text
from store.imports.grid import Grid


if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_MOST_UNPACKED = 400_000_000
_MOST_CELLS = 5_000_000
_LAST_CELL = re.compile(rb'\br="([A-Z]{1,7})([0-9]{1,9})"')
_REPEATED = re.compile(rb'number-(?:columns|rows)-repeated="[0-9]{8,}"')
_TALLEST_MERGE = 5_000
_YEAR_NOUGHT = 1900
"""Dates of this year and before are times: a spreadsheet counts days from its end of 1899."""


def read_workbook(raw: bytes, source: str) -> tuple[list[Grid], list[str]]:
    """The visible sheets of a workbook; `ImportRefused` if locked, damaged or made to hurt."""
    # Loaded here: a script or a CSV file has no need of it.
    from python_calamine import CalamineError, PasswordError

    _refuse_bombs(raw, source)
    try:
        return _sheets(raw)
    except PasswordError:
        raise ImportRefused(
            f"{source} is locked with a password. Save it without one, then import it again."
        ) from None
    except (CalamineError, OSError, ValueError) as error:
        why = f" ({tidy(str(error))})" if str(error) else ""
        raise ImportRefused(
            f"{source} cannot be read as a spreadsheet{why}. Open it in a spreadsheet program "
            "and save it as .xlsx or .csv."
        ) from error


def _sheets(raw: bytes) -> tuple[list[Grid], list[str]]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grids: list[Grid] = []
    notes: list[str] = []
    with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as book:
        for meta in book.sheets_metadata:
            if meta.typ != SheetTypeEnum.WorkSheet:
                continue
            if meta.visible == SheetVisibleEnum.Visible:
                grids.append(_grid(book.get_sheet_by_name(meta.name)))
            else:
                notes.append(f"The sheet {cell_text(meta.name)} is hidden and was not read.")
    return grids, notes


def _refuse_bombs(raw: bytes, source: str) -> None:
    """Refuse what would fill the memory: the reader lays every sheet out as one full rectangle."""
    if not raw.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
                raise ImportRefused(f"{source} unpacks to more than a list of people can need.")
            for part in parts.infolist():
                if part.filename.startswith("xl/worksheets/") or part.filename == "content.xml":
                    _refuse_far_cells(parts.read(part), source)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ImportRefused(f"{source} is damaged and cannot be unpacked ({error}).") from error


def _refuse_far_cells(sheet: bytes, source: str) -> None:
    columns = rows = 0
    for letters, digits in _LAST_CELL.findall(sheet):
        columns = max(columns, _column(letters))
        rows = max(rows, int(digits))
    if columns * rows > _MOST_CELLS or _REPEATED.search(sheet):
        raise ImportRefused(
            f"A sheet of {source} reaches down to row {rows}, column {columns}: far more than a "
            "list. Copy the list into a new file, or save it as .csv."
        )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _grid(sheet: CalamineSheet) -> Grid:
    top, left = sheet.start or (0, 0)
    rows = [[_text(cell) for cell in row] for row in sheet.to_python()]
    for (first, column), (last, right) in sheet.merged_cell_ranges or ():
        if column == right and 0 <= first - top < len(rows) and last - first < _TALLEST_MERGE:
            _fill(rows, column - left, first - top, last - top)
    return Grid(cell_text(sheet.name), tuple(map(tuple, rows)), top + 1)


def _fill(rows: list[list[str]], column: int, first: int, last: int) -> None:
    """A cell merged downwards says the same in each of its rows."""
    if 0 <= column < len(rows[first]):
        for row in rows[first + 1 : last + 1]:
            row[column] = rows[first][column]


def _text(cell: object) -> str:
    """A cell as text: whole numbers without `.0` or exponent, dates as ISO."""
    if isinstance(cell, str):
        return cell_text(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.timedelta | dt.time) or getattr(cell, "year", 9999) <= _YEAR_NOUGHT:
        return _clock(cell)
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time()
        return cell.date().isoformat() if midnight else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)


def _clock(cell: object) -> str:
    """A time of day, also one past midnight (25:30), which is kept as a date at the epoch."""
    if isinstance(cell, dt.timedelta):
        seconds = cell.total_seconds()
    elif isinstance(cell, dt.time):
        seconds = cell.hour * 3600 + cell.minute * 60 + cell.second + cell.microsecond / 1e6
    elif isinstance(cell, dt.datetime):
        seconds = (cell - dt.datetime(1899, 12, 31)).total_seconds()  # noqa: DTZ001 - no zone there
    elif isinstance(cell, dt.date):
        seconds = (cell - dt.date(1899, 12, 31)).total_seconds()
    else:
        return str(cell)
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{rest:02d}" if rest else "")
