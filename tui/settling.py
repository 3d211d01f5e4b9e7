"""Settling a conflict: one change that has seen all its values, so that one of them is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.edits import value_at
from models.line import Problem
from models.named import NamedTuple
from models.words import words
from store.merge import GONE, same
from tui.conflict_words import element, field_slot
from tui.conflicts import conflicts_of, key_of


if TYPE_CHECKING:
    from models.line import Draft, Reading
    from store.change import JSON
    from store.production import Base
    from tui.conflicts import Choice, Dispute
    from tui.office import Office
    from tui.proposal import Proposal


class Settled(NamedTuple):
    """What was done in words, and whether another value is shown now.

    Only then does undo have something to put back: a settled conflict is not opened again.
    """

    did: str
    moved: bool

    def said(self, undo: str) -> str:
        """The sentence to say; `undo` is what takes a change back here."""
        sentence = f"{self.did[:1].upper()}{self.did[1:]}."
        return f"{sentence} {undo} takes that back." if self.moved else sentence


def settle(office: Office, asked: Dispute, choice: Choice, base: Base) -> Settled:
    """Take one of the values. Raises NotSaved or ReadOnly.

    `base` is what was known when the values were shown: one that came since stays beside it.
    """
    return _save(office, asked, {asked.conflict.field: choice.value}, base)


def settle_typed(office: Office, asked: Dispute, proposal: Proposal, base: Base) -> Settled:
    """Set what a line proposes, which is right. Raises as settle does."""
    return _save(office, asked, proposal.parts[0].draft.sets, base)


def _save(office: Office, asked: Dispute, sets: Mapping[str, Any], base: Base) -> Settled:
    value = sets[asked.conflict.field]
    shown = next(each.value for each in asked.choices if each.is_shown)
    did = f"settled {asked.record}: {_chosen(office, asked, value)}"
    office.set({asked.aimed: sets}, did, base=base)
    return Settled(did, not same(value, shown))


def _chosen(office: Office, asked: Dispute, value: JSON) -> str:
    """What a value means for the record: `leave 05:40`, `kept`, `-Anna Keller`."""
    field = asked.conflict.field
    if field == GONE:
        return "removed" if value else "kept"
    if value is None and not element(asked.conflict):
        return f"{asked.field} left empty"
    return ", ".join(words(asked.conflict.kind, {}, {field: value}, office.desk))


def still_open(office: Office, asked: Dispute) -> bool:
    """Whether the field is in conflict again: somebody's value came after the others were read."""
    return asked.key in map(key_of, conflicts_of(office, asked.aimed))


def no_other(asked: Dispute) -> str:
    """Why there is no other value than those listed; empty where one can be typed."""
    numbers = " or ".join(str(each.number) for each in asked.choices)
    if asked.conflict.field == GONE or element(asked.conflict):
        return f"There is nothing between the two: {numbers}."
    if field_slot(asked.conflict) is None:
        return f"Only a later version of Callboard knows this field: {numbers}."
    return ""


def proposed(office: Office, asked: Dispute, text: str) -> Proposal:
    """What a typed line would do to the field; what it says of other fields is wrong here."""
    found = office.changing(text, (asked.aimed,))
    stray = tuple(_stray(asked, found.reading))
    parts = (each._replace(draft=_forced(each.draft, asked, stray)) for each in found.parts)
    return replace(found, parts=tuple(parts))


def _forced(found: Draft, asked: Dispute, stray: tuple[Problem, ...]) -> Draft:
    """The draft that sets the field, also to what is shown: the values beside it go."""
    field = asked.conflict.field
    before = {name: value for name, value in found.before.items() if name != field}
    sets = found.sets if stray else {**found.sets, field: value_at(found.after, field)}
    return replace(found, before=before, sets=sets, problems=(*stray, *found.problems))


def _stray(asked: Dispute, reading: Reading) -> Iterator[Problem]:
    field = asked.conflict.field
    wanted = f"only {asked.field} is settled here ({field}:VALUE, in quotes if it has spaces)"
    others = [each for each in reading.pieces if each.field not in ("", field)]
    yield from (Problem(each.start, each.end, wanted) for each in others)
    named = {*reading.values, *reading.shifts, *reading.cleared}
    if not others and not reading.wrong and field not in named:
        yield Problem(len(reading.text), len(reading.text), wanted)
