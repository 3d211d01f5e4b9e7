"""Documents as the rest of Callboard may rely on them: every known field in its shape.

A file may hold anything: another version's idea of a field, or damage. What is not even a text
where texts are, or a set where sets are, stands under its name with a question mark, where a
form still shows it and nothing trips over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.kinds import KINDS
from models.record import Record, Slot


Document = Mapping[str, Any]
NO_TYPES: frozenset[type] = frozenset()
TEXT: frozenset[type] = frozenset((str,))

_USUAL: dict[type[Record], Mapping[str, frozenset[type]]] = {}


def shaped(word: str, document: Document) -> Document:
    """The same document where every field has its shape; else a new one that says which lack it."""
    if word not in KINDS:
        return document
    if _is_usual(document, _usual_types(KINDS[word])):
        return document
    slots = KINDS[word].slots()
    odd = {name for name, value in document.items() if not _fits(name, slots.get(name), value)}
    if not odd:
        return document
    return {f"{name}?" if name in odd else name: value for name, value in document.items()}


def _is_usual(document: Document, types: Mapping[str, frozenset[type]]) -> bool:
    """Whether no value needs a second look: thousands of documents are looked at."""
    for name, value in document.items():  # noqa: SIM110 - a third faster than all()
        if type(value) not in types.get(name, NO_TYPES):
            return False
    return True


def _usual_types(kind: type[Record]) -> Mapping[str, frozenset[type]]:
    if kind not in _USUAL:
        slots = kind.slots().items()
        found = {name: frozenset(each.type.json) for name, each in slots if not each.type.ordered}
        _USUAL[kind] = {"id": TEXT, "number": TEXT, **found}
    return _USUAL[kind]


def _fits(name: str, slot: Slot | None, value: Any) -> bool:
    if slot is None:
        return name not in ("id", "number") or isinstance(value, str)
    return slot.fits(value)
