"""A plan in words, for a person who has to say yes to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from models.fields.numbers import show_pages
from models.kinds import KINDS
from models.measure import cut
from models.when import show_short_day
from store.imports.plan import SORTS, VANISHED


if TYPE_CHECKING:
    from store.imports.intake import Column
    from store.imports.plan import Changed, Item, Kept, Plan

_SHOWN = 8
_LONGEST = 60
"""Cells of a value."""

_FIELDS = {
    "ie": "int/ext",
    "tod": "time of day",
    "script_day": "script day",
    "emails": "e-mails",
    "cast": "cast number",
}


def preview(plan: Plan) -> list[str]:
    """The lines of a preview; every refused row is named, of the good ones the first few."""
    return [
        *_columns(plan),
        _counts(plan),
        *_some([f"new: {new.words} ({new.where})" for new in plan.new], "new"),
        *_some([_changed(changed) for changed in plan.changed], "changes"),
        *_some([_gone(item) for item in plan.items if item.sort == VANISHED], "gone"),
        *(_kept(kept) for kept in plan.kept),
        *(f"{where}: {why}." for where, why in plan.refused),
        *plan.notes,
    ]


def _columns(plan: Plan) -> list[str]:
    """Which header was taken as what, kind by kind, and which were not."""
    lines = []
    for kind in dict.fromkeys(column.kind for column in plan.columns):
        of = [column for column in plan.columns if column.kind == kind]
        heading = f"columns of {KINDS[kind].plural}"
        used = [_column(column) for column in of if column.field]
        unused = [column.header for column in of if not column.field]
        lines += [f"{heading}: {', '.join(used)}"] if used else []
        lines += [f"columns not used: {', '.join(unused)}"] if unused else []
    return lines


def _column(column: Column) -> str:
    slot = KINDS[column.kind].slots().get(column.field or "")
    known = field_words(column.field or "")
    words = known if slot is None or column.kind == "person" else slot.heading
    return f"{column.header} as {words}{' (remembered)' if column.remembered else ''}"


def _counts(plan: Plan) -> str:
    parts = {
        **{sort: sum(each.sort == sort for each in plan.items) for sort in SORTS[:-1]},
        "the same": plan.same,
        "kept as typed": len(plan.kept),
        "refused": len(plan.refused),
    }
    said = [f"{count} {words}" for words, count in parts.items() if count]
    return f"{plan.source}: {', '.join(said) or 'nothing in it'}"


def _some(lines: Sequence[str], what: str) -> list[str]:
    more = len(lines) - _SHOWN
    return [*lines[:_SHOWN], *([f"and {more} more {what}"] if more > 0 else [])]


def _changed(changed: Changed) -> str:
    if (changed.field, changed.now is None) == ("date", False) and changed.was:
        was, now = (value_words("date", value) for value in (changed.was, changed.now))
        return f"{changed.words}: {was}, now {now}"
    if changed.field == "order":
        return f"{changed.words}: moved on the board"
    field = field_words(changed.field)
    if changed.now is None:
        return f"{changed.words}: {field} without {value_words(changed.field, changed.was)}"
    if changed.was in (None, ""):
        return f"{changed.words}: {field} {value_words(changed.field, changed.now)}"
    was, now = (value_words(changed.field, value) for value in (changed.was, changed.now))
    return f"{changed.words}: {field} {was}, now {now}"


def _gone(item: Item) -> str:
    day = f", off {value_words('day', item.differences[0].was)}" if item.differences else ""
    return f"gone: {item.words}{day}" + ("" if item.ticked else " (not parked unless accepted)")


def _kept(kept: Kept) -> str:
    if not kept.field:
        return f"{kept.words} was removed by hand and stays so, though {kept.where} has it"
    if kept.field == "order":
        return f"{kept.words} stays where it was moved to by hand; {kept.where} has it elsewhere"
    typed, file = (value_words(kept.field, value) for value in (kept.typed, kept.file))
    field = field_words(kept.field)
    return f"{kept.words}: {field} stays {typed or 'blank'} as typed; {kept.where} has {file}"


def field_words(field: str) -> str:
    """What a field is called in a sentence."""
    return _FIELDS.get(field, field.replace("_", " "))


def value_words(field: str, value: object) -> str:
    """A value as people read it, cut where it is long; empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field == "pages" and isinstance(value, int):
        return show_pages(value)
    if field in ("day", "date", "off"):
        return show_short_day(str(value))
    return cut(str(value), _LONGEST)
