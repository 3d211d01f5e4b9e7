"""The rows of the list a person accepts or leaves: what becomes of each record, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.kinds import KINDS, counted
from store.imports.in_words import points
from store.imports.parking import PARKED
from store.imports.plan import KEPT, NEW, SORTS, VANISHED
from store.imports.preview import field_words, value_words


if TYPE_CHECKING:
    from store.imports.differences import Difference
    from store.imports.plan import Item, Plan

_ORDER, _DAY, _DATE = "order", "day", "date"
_UNSAID = (_ORDER, "uid", "scene", "name", "title", "synopsis", "note")


def what_becomes(item: Item) -> str:
    """What becomes of a record: `Wed 25 Nov → Thu 26 Nov; pages 2/8 → 3/8`.

    Of a new one what it is; of a kept one what was typed and what the file has; of one that is
    gone that it is parked.
    """
    if item.sort == NEW:
        return " ".join(_gist(item)) or "as it was when it was taken back"
    words = _kept if item.sort == KEPT else _changed
    said = "; ".join(filter(None, (words(item, each) for each in item.differences)))
    if item.sort == VANISHED:
        return f"parked, {said}" if said else "parked"
    return f"{said}, with {along}" if (along := _along(item)) else said


def _along(item: Item) -> str:
    """What else accepting it moves: `4 scenes, 2 calls`."""
    others = Counter(each.kind for each in item.edits if each.id != item.id)
    return ", ".join(counted(kind, count) for kind, count in others.items())


def numbered(plan: Plan) -> Iterator[str]:
    """A line an item, with its number, whether it is accepted, and what it is.

    Behind them what was refused and what there is to know.
    """
    sorts = max(map(len, SORTS))
    width = len(str(len(plan.items)))
    for at, item in enumerate(plan.items, 1):
        tick = "x" if item.ticked else "-"
        said = what_becomes(item)
        about = f": {said}" if said else f" ({item.where})" if item.where else ""
        yield f"{at:>{width}} {tick} {item.sort:<{sorts}} {item.words}{about}"
    blank = " " * (width + 3)
    yield from (f"{blank}{'refused':<{sorts}} {where}: {why}" for where, why in plan.refused)
    yield from (f"{blank}{'note':<{sorts}} {each}" for each in plan.notes)


def _gist(item: Item) -> Iterator[str]:
    """The first values of a new record that say anything without their field's name."""
    slots = KINDS[item.kind].slots()
    told = {field: value for each in item.edits for field, value in each.set.items()}
    for field in [each for each in told if each in slots and each not in _UNSAID]:
        if told[field] is not True and not points(slots[field]):
            yield value_words(field, told[field])


def _changed(item: Item, found: Difference) -> str:
    field, was, now = found
    if field == PARKED and now is None:
        return "no longer parked"
    if field == _ORDER:
        return "" if _moves_days(item) else "to another place on the board"
    if field in (_DAY, _DATE):
        return _moved(was, now)
    heading, before, after = field_words(field), value_words(field, was), value_words(field, now)
    if now is None:
        return f"{heading} without {before}"
    return f"{heading} {before} → {after}" if before else f"{heading} {after}"


def _moves_days(item: Item) -> bool:
    return any(each.field == _DAY for each in item.differences)


def _moved(was: object, now: object) -> str:
    before, after = value_words(_DAY, was), value_words(_DAY, now)
    if not after:
        return f"off {before}"
    return f"{before} → {after}" if before else f"onto {after}"


def _kept(item: Item, found: Difference) -> str:
    field, typed, told = found
    if not field:
        return f"removed by hand; {item.where} still has it"
    if field == _ORDER:
        return "" if _moves_days(item) else "moved by hand; the file has it elsewhere on the board"
    heading, mine, theirs = field_words(field), value_words(field, typed), value_words(field, told)
    return f"{heading} {mine or 'blank'} as typed; the file has {theirs or 'nothing'}"
