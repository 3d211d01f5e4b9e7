"""Crew, cast and supplier lists to people, wherever the table stands in the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from models.crew import Person
from models.departments import department
from models.errors import ImportRefused
from models.text import squeeze
from store.imports.asked import NOTHING_ASKED, Asked
from store.imports.columns import Table, header_row, table_at
from store.imports.grid import Grid
from store.imports.headers import is_header
from store.imports.intake import Column, Intake, Refused, Row
from store.imports.person_row import read_person
from store.imports.sections import Section, opening_section, section_of
from store.imports.tables.meanings import said_for


def read_crew_list(
    grids: Sequence[Grid],
    source: str,
    notes: Sequence[str] = (),
    asked: Asked = NOTHING_ASKED,
    *,
    several: bool = False,
) -> Intake:
    """Read every sheet that has a header row; `ImportRefused` where none has.

    With `several`, the file has sheets that are read elsewhere, and a row is told with its sheet.
    """
    sheets_asked = {grid.sheet: asked.of_sheet(grid.sheet) for grid in grids}
    said_of = {sheet: said_for(Person, each.columns) for sheet, each in sheets_asked.items()}
    starts = [
        (grid, header_row(grid, said_of[grid.sheet])) for grid in grids if any(map(any, grid.rows))
    ]
    sheets = [(grid, start) for grid, start in starts if start is not None]
    if not sheets:
        raise ImportRefused(
            f"No header row was found in {source}. One row must name the columns: Name, and beside "
            "it Position, Department, Phone, E-mail or the like; of a list of runs, From, To and "
            "Pickup. If they go by other names, say what they mean: --as run --map Abholung=leave"
        )
    said = [*notes]
    said += [
        f"The sheet {grid.sheet} has no header row and was not read."
        for grid, start in starts
        if start is None
    ]
    rows: list[Row] = []
    refused: list[Refused] = []
    columns: list[Column] = []
    for grid, start in sheets:
        prefix = f"{grid.sheet}, " if several or len(sheets) > 1 else ""
        for read in _read_sheet(grid, start, prefix, said_of[grid.sheet]):
            if isinstance(read, Row):
                rows.append(read)
            elif isinstance(read, Refused):
                refused.append(read)
            elif isinstance(read, str):
                said.append(read)
            elif read not in columns:
                known = sheets_asked[grid.sheet].was_remembered
                columns.append(read._replace(remembered=squeeze(read.header) in known))
    return Intake(source, tuple(rows), tuple(refused), tuple(said), tuple(columns))


def _read_sheet(
    grid: Grid, start: int, prefix: str, said: Mapping[str, str]
) -> Iterator[Row | Refused | Column | str]:
    """Everything a sheet gives, in its order; a later header row begins another table."""
    table = table_at(grid, start, said)
    section = opening_section(grid.sheet, grid.rows[:start])
    alone: list[Refused] = []
    yield from table.columns(grid.sheet)
    for at in range(start + 1, len(grid.rows)):
        cells = grid.rows[at]
        where = f"{prefix}row {grid.first + at}"
        if not any(cells) or at in table.rows:
            continue
        if _begins_table(cells, said):
            table = table_at(grid, at, said)
            yield from table.columns(grid.sheet)
        elif opened := _opened(cells, table, section):
            yield from alone
            alone = _unless_known(where, cells, opened) if opened is not section else alone
            section = opened
        else:
            alone = []
            read, complaints = read_person(where, cells, table, section)
            yield read
            yield from complaints
    yield from alone


def _begins_table(cells: Sequence[str], said: Mapping[str, str]) -> bool:
    return sum(map(bool, cells)) > 1 and is_header(cells, said)


def _opened(cells: Sequence[str], table: Table, section: Section) -> Section | None:
    """The section a row opens; a list of a single column has no headings."""
    if sum(map(bool, cells)) > 1 or len(table.fields) < 2:
        return None
    return section_of(cells, table, section)


def _unless_known(where: str, cells: Sequence[str], opened: Section) -> list[Refused]:
    """What to say of a heading if nobody stands under it: it may have been somebody's name."""
    if opened.category or department(opened.department):
        return []
    text = next(filter(None, cells))
    return [Refused(where, f"`{text}` was read as a heading, but nobody is under it")]
