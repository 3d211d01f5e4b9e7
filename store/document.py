"""A merged record as the document the rest of Callboard sees, and what in it is in conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.merge import GONE, is_gone, unaware_edits


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from store.change import JSON
    from store.merge import Record
    from store.seen import Stamp

NESTED = frozenset((list, dict))
FLAT = frozenset((str, int, float, bool))


class Head(NamedTuple):
    """One of several values that had not seen one another; `at` is its writer's local time."""

    value: JSON
    writer: str
    n: int
    at: str


class Conflict(NamedTuple):
    """A field with differing values made without knowing of one another, the shown one first.

    `field` is `field/element` for one element of a set, and `gone` for a removed record that
    somebody edited without knowing.
    """

    kind: str
    id: str
    field: str
    heads: tuple[Head, ...]


def document(record: Record) -> dict[str, JSON]:
    """The record as a new JSON document; sets come as a dict of element to value, in order.

    A removed record carries `"gone": True`.
    """
    if record.plain:
        made: dict[str, JSON] = {"id": record.id, **record.values}
    else:
        made = document_of(record.id, dict(record.in_order()))
    if record.cells and is_gone(record):
        made[GONE] = True
    return made


def document_of(id: str, fields: Mapping[str, JSON]) -> dict[str, JSON]:
    """Fields as a document: copies, none of those taken away, sets as dicts at the end."""
    if not FLAT.issuperset(map(type, fields.values())) or "id" in fields or GONE in fields:
        fields = {
            field: copied(value) if type(value) in NESTED else value
            for field, value in fields.items()
            if value is not None and field not in ("id", GONE)
        }
    made: dict[str, JSON] = {"id": id, **fields}
    if "/" in "".join(fields):
        _gather_sets(made)
    return made


def _gather_sets(made: dict[str, JSON]) -> None:
    """Put the elements of each set, which are fields so far, together in a dict at the end."""
    sets: dict[str, dict[str, JSON]] = {}
    for field in [field for field in made if "/" in field]:
        name, _, element = field.partition("/")
        if name in sets:
            sets[name][element] = made.pop(field)
        else:
            sets[name] = {element: made.pop(field)}
    sets.pop("id", None)
    made.update(sets)


def copied(value: JSON) -> JSON:
    """A value that shares nothing that could change with the one it is a copy of."""
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    if isinstance(value, list):
        return [copied(part) for part in value]
    return value


def conflicts(record: Record) -> Iterator[Conflict]:
    """What in this record is in conflict. Equal concurrent values are one value, no conflict."""
    for field, cell in record.cells.items():
        if cell.disputed:
            heads = tuple(_head(op.value, op.stamp) for op in cell.heads)
            yield Conflict(record.kind, record.id, field, heads)
    gone = record.cells.get(GONE)
    if gone is None or any(not head.value for head in gone.heads):
        return
    unaware = sorted(unaware_edits(record), key=lambda edit: (edit.c, edit.writer), reverse=True)
    if unaware:
        heads = tuple(_head(op.value, op.stamp) for op in gone.heads)
        yield Conflict(record.kind, record.id, GONE, (_head(None, unaware[0]), *heads))


def _head(value: JSON, stamp: Stamp) -> Head:
    return Head(value, stamp.writer, stamp.n, stamp.at)


def rowed(conflict: Conflict) -> list[JSON]:
    """A conflict as JSON, but for whose it is."""
    return [conflict.field, [list(head) for head in conflict.heads]]


def unrowed(kind: str, id: str, field: str, heads: Iterable[Iterable[Any]]) -> Conflict:
    """The conflict of such a row. Raises TypeError where it is none."""
    return Conflict(kind, id, field, tuple(Head(*head) for head in heads))
