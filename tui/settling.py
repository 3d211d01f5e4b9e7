"""Settling a conflict: one change that has seen all its values, so that one of them is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.words import words
from store.merge import GONE
from tui.conflicts import conflicts_of, key_of


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Base
    from tui.conflicts import Choice, Dispute
    from tui.office import Office


def settle(office: Office, asked: Dispute, choice: Choice, base: Base) -> str:
    """Take one of the values; what was done in words. Raises NotSaved or ReadOnly.

    `base` is what was known when the values were shown: one that came since stays beside it.
    """
    did = f"settled {asked.record}: {chosen_words(office, asked, choice.value)}"
    office.set({asked.aimed: {asked.conflict.field: choice.value}}, did, base=base)
    return did


def chosen_words(office: Office, asked: Dispute, value: JSON) -> str:
    """What it means for the record that a value is chosen: `leave 05:40`, `kept`, `-Anna`."""
    field = asked.conflict.field
    if field == GONE:
        return "removed" if value else "kept"
    if value is None and "/" not in field:
        return f"{asked.field} left empty"
    return ", ".join(words(asked.conflict.kind, {}, {field: value}, office.desk))


def still_open(office: Office, asked: Dispute) -> bool:
    """Whether the field is in conflict again: somebody's value came after the others were read."""
    return asked.key in map(key_of, conflicts_of(office, asked.aimed))
