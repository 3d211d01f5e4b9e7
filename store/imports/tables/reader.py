"""A file of tables to rows: people to the reader of crew lists, all other kinds here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.desk import Desk
from models.directory import Directory
from models.errors import ImportRefused
from models.kinds import KINDS
from store.imports.asked import Asked
from store.imports.crewlist import read_crew_list
from store.imports.grid import Grid
from store.imports.intake import Column, Intake, Refused, Row
from store.imports.tables.naming import Names
from store.imports.tables.own import own_kind
from store.imports.tables.sheets import Sheet
from store.imports.tables.telling import PERSON, Header, header_of, kind_columns, nearest


if TYPE_CHECKING:
    from models.by_day import Document
    from store.imports.tables.telling import Fit

_FAR = 2
"""So many columns more another kind must understand for a list not to be what it could be."""

_NAMED = ("place", "person", "vehicle", "element")
"""The kinds others are named by: their sheets are read first."""


def read_tables(grids: Sequence[Grid], source: str, notes: Sequence[str], asked: Asked) -> Intake:
    """Read every sheet whose columns fit some kind; `ImportRefused` where none does."""
    filled = [grid for grid in grids if any(map(any, grid.rows))]
    headers = [(grid, _header(grid, source, asked)) for grid in filled]
    people = [grid for grid, header in headers if header and header.kind == PERSON]
    prefixed = len(filled) > 1
    sheets = [
        Sheet(grid, header, asked.of_sheet(grid.sheet), f"{grid.sheet}, " if prefixed else "")
        for grid, header in headers
        if header and (header.kind != PERSON or own_kind(grid.rows[header.at], PERSON))
    ]
    own = {sheet.grid.sheet for sheet in sheets}
    people = [grid for grid in people if grid.sheet not in own]
    if not sheets:
        return read_crew_list(filled, source, notes, asked)
    found = Intake(source, (), notes=tuple(notes))
    if people:
        found = read_crew_list(people, source, notes, asked, several=prefixed)
    unread = [grid.sheet for grid, header in headers if header is None]
    found = replace(
        found,
        notes=(
            *found.notes,
            *(f"The sheet {name} has no header row and was not read." for name in unread),
        ),
    )
    sheets.sort(
        key=lambda sheet: _NAMED.index(sheet.header.kind) if sheet.header.kind in _NAMED else 9
    )
    for sheet in sheets:
        found = _with(found, sheet.read(Names(asked.desk, _fellows(found.rows, asked.desk))))
    return found


def _header(grid: Grid, source: str, asked: Asked) -> Header | None:
    """The header of a grid; the one our own exports have is known at once."""
    first = next(at for at, cells in enumerate(grid.rows) if any(cells))
    called = source.rpartition(".")[0].lower()
    if own := own_kind(grid.rows[first], called):
        return Header(first, own.word)
    told = asked.of_sheet(grid.sheet)
    found = header_of(grid, source, told)
    near = nearest(grid, told)
    known = kind_columns(grid, found, told) if found else 0
    if near and near.lacks and near.known >= known + _FAR:
        raise ImportRefused(_lacking(source, near))
    return found


def _lacking(source: str, near: Fit) -> str:
    """What to say of a list that has most columns of a kind and not the one that matters."""
    kind = KINDS[near.kind]
    field = next(need.fields[0] for need in kind.needs if need.words == near.lacks)
    return (
        f"{source} looks like a list of {kind.plural}, but {near.lacks}, and no column says that. "
        f"Say which does: --map HEADER={field}. Or say what the list is of: --as event"
    )


def _with(intake: Intake, read: Iterable[Row | Refused | Column | str]) -> Intake:
    """The intake with what one more sheet gave."""
    rows, refused = list(intake.rows), list(intake.refused)
    notes, columns = list(intake.notes), list(intake.columns)
    for each in read:
        if isinstance(each, Row):
            rows.append(each)
        elif isinstance(each, Refused):
            refused.append(each)
        elif isinstance(each, str):
            notes.append(each)
        elif each not in columns:
            columns.append(each)
    return Intake(intake.source, tuple(rows), tuple(refused), tuple(notes), tuple(columns))


def _fellows(rows: Sequence[Row], desk: Desk) -> Desk:
    """A desk that knows the records the file itself brings, by the places of their rows."""
    records: dict[str, dict[str, Document]] = {}
    for at, row in enumerate(rows):
        if row.kind in _NAMED:
            records.setdefault(row.kind, {})[str(at)] = row.values
    return Desk(desk.today, desk.view, Directory(records))
