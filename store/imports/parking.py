"""What a file no longer has is parked, never deleted; once the file has it again it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from models.kinds import KINDS
from store.imports.plan import MOVES
from store.imports.sources import same_source


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.differences import Past

PARKED = "parked"

_BROUGHT: Mapping[str, tuple[str, ...]] = {
    "scene": ("scene", "set", "day"),
    "person": ("name", "character"),
}
_OTHERS = ("name", "title", "date")
"""The fields of which a file must have given one for the record to be one of its own."""


def brought_by(kind: str) -> tuple[str, ...]:
    """The fields by which a record is one of a file's own."""
    slots = KINDS[kind].slots() if kind in KINDS else {}
    named = _BROUGHT.get(kind, tuple(each for each in _OTHERS if each in slots))
    return named or tuple(name for name, slot in slots.items() if slot.column == 1)


def can_be_parked(kind: str) -> bool:
    """Whether records of a kind can be parked."""
    return kind in KINDS and PARKED in KINDS[kind].slots()


def parking(kind: str, document: Mapping[str, JSON], source: str) -> dict[str, JSON]:
    """The edit that parks a record. A scene loses its day unless it was shot; the others stay."""
    shot = document.get("state") in ("shot", "part")
    loses = MOVES if kind == "scene" and not shot else ()
    lost: dict[str, JSON] = {field: None for field in loses if document.get(field) is not None}
    return {PARKED: f"no longer in {source}", **lost}


class Parked(NamedTuple):
    """How a record came to be parked: by which file, if by one, and what it lost by that."""

    by: str | None
    change: tuple[str, int]
    lost: Mapping[str, JSON]

    def by_source(self, source: str) -> bool:
        """Whether it was this file, or one it follows, that no longer had it."""
        return same_source(self.by, source)


def parked(document: Mapping[str, JSON], past: Past) -> Parked | None:
    """How a record came to be parked; None where it is not."""
    origin = past.latest(PARKED)
    if not document.get(PARKED) or origin is None:
        return None
    lost: dict[str, JSON] = {}
    for field in MOVES:
        now = past.latest(field)
        before = past._replace(without=origin.change).latest(field)
        if now is not None and now.change == origin.change and before is not None:
            lost[field] = before.value
    return Parked(origin.source, origin.change, lost)
