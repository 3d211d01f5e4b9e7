"""Columns of a table that are there only where something stands in them."""

from __future__ import annotations

from dataclasses import replace

from models.papers.paper import Row, Table


def filled(table: Table) -> Table:
    """The table as it is set: without its empty columns, but for those that always stand there."""
    full = [row for row in table.rows if len(row.cells) == len(table.columns)]
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column.heading in table.always or any(row.cells[at] for row in full)
    ]
    if not kept or len(kept) == len(table.columns):
        return table
    rows = tuple(_cut(row, kept, len(table.columns)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[at] for at in kept), rows=rows)


def _cut(row: Row, kept: list[int], count: int) -> Row:
    if len(row.cells) != count:
        return row
    return row._replace(cells=tuple(row.cells[at] for at in kept))
