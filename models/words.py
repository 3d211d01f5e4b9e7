"""A change in words: what was added, moved, taken away, from what to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.desk import Desk
from models.errors import Unread
from models.fields.references import Reference
from models.form import shown
from models.kinds import KINDS
from models.record import Slot
from models.said import SAYS, Said, all_said
from models.text import tidy


Values = Mapping[str, Any]


def words(kind: str, before: Values, after: Values, desk: Desk) -> tuple[str, ...]:
    """Say what an edit did, a phrase for each field: `leave 05:40 → 06:10`, `+Anna Keller`.

    Both are by the keys of the edit: fields, or `field/element`.
    """
    if "gone" in after:
        return ("removed",) if after["gone"] else ("brought back",)
    made = ("made",) if after.get("number") and not before.get("number") else ()
    return (*made, *_fields(kind, before, after, desk))


def _fields(kind: str, before: Values, after: Values, desk: Desk) -> Iterator[str]:
    slots = KINDS[kind].slots() if kind in KINDS else {}
    for key, value in after.items():
        field, slash, element = key.partition("/")
        each = slots.get(field)
        if field == "number":
            continue
        if field == SAYS:
            yield from _said(kind, element, value, desk)
            continue
        if slash:
            yield _element(each, field, element, value, desk)
        else:
            yield _scalar(each, field, before.get(key), value, desk)


def _said(kind: str, key: str, value: Any, desk: Desk) -> Iterator[str]:
    """What a file was kept to say; that it is not kept any more is no news."""
    for said in all_said({SAYS: {key: value}}):
        each = KINDS[kind].slots().get(said.field) if kind in KINDS else None
        heading = "" if "/" in said.field else f"{each.heading if each else said.field} "
        yield f"{said.source} says {heading}{said_words(kind, said, desk)}"


def said_words(kind: str, said: Said, desk: Desk) -> str:
    """The value a file has for a field: `2 3/8`, `nothing`, `+Anna Keller`."""
    field, slash, element = said.field.partition("/")
    each = KINDS[kind].slots().get(field) if kind in KINDS else None
    if slash:
        return _element(each, field, element, said.value, desk)
    if each is not None and not each.type.typed:
        return "another"  # a rank says nothing to anybody
    return _show(each, said.value, desk) or "nothing"


def _element(each: Slot | None, field: str, element: str, value: Any, desk: Desk) -> str:
    if isinstance(value, str):
        return f"noted: {tidy(value)}"
    name = _show(each, element, desk, element=True)
    if field == "tags":
        return f"#{name}" if value is not None else f"-#{name}"
    if each is not None and isinstance(each.type.element, Reference):
        return f"{'+' if value is not None else '-'}{name}"
    return f"{each.heading if each else field} {name} {'added' if value is not None else 'removed'}"


def _scalar(each: Slot | None, field: str, old: Any, new: Any, desk: Desk) -> str:
    heading = each.heading if each else field.replace("_", " ")
    was, now = _show(each, old, desk), _show(each, new, desk)
    if old is None:
        return f"{heading} {now}"
    return f"{heading} {was} → {now}" if new is not None else f"{heading} {was} cleared"


def _show(each: Slot | None, value: Any, desk: Desk, *, element: bool = False) -> str:
    if value is None:
        return ""
    if each is None:
        return tidy(str(value))
    try:
        if element:
            return each.type.element.show(each.type.element.check(value), desk)
        return shown(each, {each.name: value}, desk)
    except Unread:
        return tidy(str(value))
