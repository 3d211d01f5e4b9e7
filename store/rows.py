"""Merged records as rows of JSON, for a checkpoint, and back.

A row says what its record's document does not. Of most records the document holds the fields,
and the row is the number of a stamp.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from models.named import NamedTuple
from store.cell import GONE, Cell, Op
from store.merge import Record


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.change import JSON
    from store.seen import Stamp
    from store.stamps import SeenRow, Stamps

Row: TypeAlias = "int | list[Any]"
OpRow: TypeAlias = "tuple[JSON, int, int]"
NOT_FIELDS = ("id", GONE)


class CellRow(NamedTuple):
    """A cell as JSON. What is None is as the heads have it; `removals` None is nothing seen."""

    heads: Sequence[OpRow]
    context: SeenRow = None
    adds: Sequence[OpRow] | None = None
    removals: SeenRow = None


class RecordRow(NamedTuple):
    """A record as JSON, its stamps by number.

    What is None is as in a record that was touched once: `fields` are those of the document,
    `stamps` and `cells` there are none, `touched` is by the origin alone.
    """

    origin: int
    fields: Mapping[str, JSON] | None = None
    stamps: Mapping[str, int] | None = None
    touched: Sequence[int] | None = None
    cells: Mapping[str, list[Any]] | None = None


def row(record: Record, stamps: Stamps) -> Row:
    """A record as JSON; its stamps go into the table. To be written at once: values are shared."""
    origin = stamps.number(record.origin)
    touched = [stamps.number(edit) for edit in record.touched]
    kept = RecordRow(
        origin,
        None if record.plain else record.values,
        _numbered(record.stamps, stamps),
        None if touched == [origin] else touched,
        {field: _cell_row(field, cell, stamps) for field, cell in record.cells.items()} or None,
    )
    short = _shortened(kept)
    return short if len(short) > 1 else origin


def record_of(kind: str, id: str, row: Row, document: Mapping[str, JSON], stamps: Stamps) -> Record:
    """The record of a row that was read back, with its document and the table it refers to."""
    read = RecordRow(row) if isinstance(row, int) else RecordRow(*row)
    fields = _fields_of(document) if read.fields is None else {**read.fields}
    record = Record(kind, id, stamps.stamp(read.origin), fields)
    if read.stamps is not None:
        record.stamps = {field: stamps.stamp(number) for field, number in read.stamps.items()}
    if read.touched is not None:
        record.touched = tuple(stamps.stamp(number) for number in read.touched)
    if read.cells is not None:
        cells = read.cells.items()
        record.cells = {field: _cell_of(field, cell, stamps) for field, cell in cells}
    return record


def _fields_of(document: Mapping[str, JSON]) -> dict[str, JSON]:
    return {field: value for field, value in document.items() if field not in NOT_FIELDS}


def _numbered(set_by: Mapping[str, Stamp] | None, stamps: Stamps) -> dict[str, int] | None:
    if set_by is None:
        return None
    return {field: stamps.number(stamp) for field, stamp in set_by.items()}


def _shortened(values: Sequence[object]) -> list[Any]:
    """The values without the Nones at their end."""
    short = list(values)
    while short[-1] is None:
        short.pop()
    return short


def _cell_row(field: str, cell: Cell, stamps: Stamps) -> list[Any]:
    context = None if cell.context == cell.shown.stamp.seen else stamps.seen_row(cell.context)
    adds = None if cell.adds == _adds(field, cell.heads) else _op_rows(cell.adds, stamps)
    removals = stamps.seen_row(cell.removals)
    return _shortened(CellRow(_op_rows(cell.heads, stamps), context, adds, removals))


def _cell_of(field: str, row: list[Any], stamps: Stamps) -> Cell:
    read = CellRow(*row)
    heads = _ops_of(read.heads, stamps)
    context = heads[0].stamp.seen if read.context is None else stamps.seen(read.context)
    adds = _adds(field, heads) if read.adds is None else _ops_of(read.adds, stamps)
    return Cell(heads, context, adds, stamps.seen(read.removals))


def _adds(field: str, heads: tuple[Op, ...]) -> tuple[Op, ...]:
    """The addings of an element nobody has taken off or changed; none for other fields."""
    return tuple(op for op in heads if op.value is not None) if "/" in field else ()


def _op_rows(ops: Sequence[Op], stamps: Stamps) -> list[OpRow]:
    return [(op.value, stamps.number(op.stamp), op.place) for op in ops]


def _ops_of(rows: Sequence[OpRow], stamps: Stamps) -> tuple[Op, ...]:
    return tuple(Op(value, stamps.stamp(number), place) for value, number, place in rows)
