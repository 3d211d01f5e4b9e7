"""Where a table of people starts in a sheet, and what its columns hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.text import tidy
from store.imports.dates import is_month_first
from store.imports.grid import Grid
from store.imports.headers import NAMES, NOTHING_SAID, fields_of, is_header
from store.imports.intake import Column


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of one table.

    Attributes:
        fields: The field of each column that is used, by the column's place.
        headers: The header of every column, used or not.
        month_first: The columns whose dates are written the American way.
        rows: The rows of the sheet the header takes, counted from 0.
        shouted: Whether names are written in capitals, so capitals are no sign of a heading.
    """

    fields: Mapping[int, str]
    headers: tuple[str, ...]
    month_first: frozenset[int]
    rows: frozenset[int]
    shouted: bool

    def columns(self, sheet: str) -> list[Column]:
        """Which header went where."""
        return [
            Column(tidy(header), self.fields.get(at), sheet)
            for at, header in enumerate(self.headers)
            if header
        ]


def header_row(grid: Grid, said: Mapping[str, str] = NOTHING_SAID) -> int | None:
    """The first row that names columns; failing that, a `Name` alone over a single column."""
    for at, cells in enumerate(grid.rows):
        if any(cells) and is_header(cells, said):
            return at
    lone = (
        at
        for at, cells in enumerate(grid.rows)
        if sum(map(bool, cells)) == 1 and NAMES & set(fields_of(cells, said).values())
    )
    return next(lone, None)


def table_at(grid: Grid, start: int, said: Mapping[str, str] = NOTHING_SAID) -> Table:
    """The table whose header is in this row; a second header row right under it is read with it."""
    headers = list(grid.rows[start])
    rows = {start}
    below = grid.rows[start + 1] if start + 1 < len(grid.rows) else ()
    if _is_second_header(headers, below):
        headers = _joined(headers, below)
        rows.add(start + 1)
    fields = fields_of(headers, said)
    under = [row for at, row in enumerate(grid.rows[start:], start) if at not in rows]
    month_first = frozenset(at for at in fields if is_month_first(_column(under, at)))
    return Table(fields, tuple(headers), month_first, frozenset(rows), _shouted(under, fields))


def _is_second_header(headers: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row names columns the row above only grouped: Phone | E-mail under Contact."""
    fields = fields_of(below)
    new = [at for at in fields if at >= len(headers) or not fields_of([headers[at]])]
    said = sum(map(bool, below))
    return len(new) >= 2 and len(fields) == said and not NAMES & set(fields.values())


def _joined(headers: Sequence[str], below: Sequence[str]) -> list[str]:
    width = max(len(headers), len(below))
    upper = [*headers, *[""] * (width - len(headers))]
    lower = [*below, *[""] * (width - len(below))]
    return [low or up for up, low in zip(upper, lower, strict=True)]


def _column(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row)]


def _shouted(rows: Sequence[Sequence[str]], fields: Mapping[int, str]) -> bool:
    named = [row for row in rows if sum(map(bool, row)) > 1]
    names = [cell for at, field in fields.items() if field == "name" for cell in _column(named, at)]
    return 2 * sum(name.isupper() for name in names) > sum(map(bool, names))
