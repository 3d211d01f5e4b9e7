"""Records and values in the words people use for them, new ones of the same file included."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from models.desk import Desk
from models.directory import Directory
from models.fields.references import Link, Reference
from models.fields.times import Span
from models.form import called
from models.kinds import KINDS
from models.record import Slot
from models.when import show_short_day
from store.imports.differences import Difference


if TYPE_CHECKING:
    from models.by_day import Documents
    from store.change import JSON


_NAMES = ("name", "character", "title", "date")
_NOBODYS = Desk(dt.date.min, dt.date.min)


def points(slot: Slot) -> bool:
    """Whether a field's values name other records."""
    return isinstance(slot.type.element, Reference)


def desk_with(records: Mapping[str, Documents], new: Mapping[str, Documents]) -> Desk:
    """A desk that knows the records there are, and those that are about to be."""
    both = {kind: {**held, **new.get(kind, {})} for kind, held in records.items()}
    only = {kind: held for kind, held in new.items() if kind not in records}
    return Desk(dt.date.min, dt.date.min, Directory(both | only))


def words_for(kind: str, values: Mapping[str, JSON], desk: Desk | None = None) -> str:
    """A record in words: `scene 12A`, `day 5`, `Anna Keller`, `run 05:40 hotel>base`.

    A day that is not shot is known by its date; the settings are `the production`.
    """
    if kind == "scene":
        return f"scene {values.get('scene') or values.get('set') or ''}"
    if kind == "production":
        return "the production"
    if kind == "day":
        shoot, date = values.get("shoot"), str(values.get("date") or "")
        return f"day {shoot}" if shoot else show_short_day(date)
    if name := next(filter(None, map(values.get, _NAMES)), None):
        return str(name)
    return called(kind, {**values, "number": ""}, desk or _NOBODYS)


def difference_in_words(kind: str, found: Difference, desk: Desk) -> Difference:
    """A difference with its values as people read them."""
    was, now = (value_in_words(kind, found.field, each, desk) for each in (found.was, found.now))
    return Difference(found.field, was, now)


def value_in_words(kind: str, field: str, value: JSON, desk: Desk) -> JSON:
    """A value as people read it where it points to a record or is a length; others as kept."""
    slot = KINDS[kind].slots().get(field) if kind in KINDS else None
    if value is None or slot is None or not isinstance(slot.type.element, Reference | Link | Span):
        return value
    each = slot.type if slot.type.ordered and isinstance(value, list) else slot.type.element
    return each.show(value, desk)
