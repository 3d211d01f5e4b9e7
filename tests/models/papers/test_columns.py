"""Which columns of a table are set: those something stands in, and those that always stand."""

from __future__ import annotations

import pytest

from models.papers.columns import filled
from models.papers.paper import Column, Row, Table


@pytest.mark.parametrize(
    ("rows", "always", "headings"),
    [
        ((("R1", "", "x"),), (), ["Run", "Notes"]),
        ((("R1", "", ""), ("", "hotel", "")), (), ["Run", "Via"]),
        ((("R1", "", ""),), ("Via",), ["Run", "Via"]),
        ((("R1", "a", "b"),), (), ["Run", "Via", "Notes"]),
        ((("", "", ""),), (), ["Run", "Via", "Notes"]),
        ((("COMPANY MOVE",), ("R1", "", "")), (), ["Run"]),
        ((("COMPANY MOVE",),), (), ["Run", "Via", "Notes"]),
    ],
)
def test_a_column_stands_where_it_is_filled_in_any_row_or_always(
    rows: tuple[tuple[str, ...], ...], always: tuple[str, ...], headings: list[str]
) -> None:
    columns = (Column("Run"), Column("Via"), Column("Notes"))

    found = filled(Table("runs", columns, tuple(map(Row, rows)), always=always))

    assert headings == [each.heading for each in found.columns]
    assert all(len(row.cells) in (1, len(headings)) for row in found.rows)
    assert [[c for c in row if c] for row in rows] == [
        [cell for cell in row.cells if cell] for row in found.rows
    ]
