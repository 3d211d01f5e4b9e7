"""The line that settles a conflict with a value of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from models.edits import value_at
from models.line import Problem
from tui.conflict_words import field_slot
from tui.conflicts import Dispute
from tui.lines.change import ChangeLine
from tui.office import Office
from tui.settling import chosen_words


if TYPE_CHECKING:
    from models.line import Reading
    from store.production import Base
    from tui.proposal import Proposal


class SettleLine(ChangeLine):
    """Sets the disputed field of one record, and no other."""

    name = "settle"
    key = "e"

    def __init__(self, office: Office, asked: Dispute, base: Base) -> None:
        """Take the conflict and what was known when its values were shown."""
        super().__init__(office, (asked.aimed,))
        self.prompt = f"{self.prompt.removeprefix('change ')} {asked.field}"
        self.asked = asked
        self.base = base
        self.field = asked.conflict.field

    @property
    def begins(self) -> str:
        """The text to begin with: the field and the value shown."""
        slot, held = field_slot(self.asked.conflict), self._held()
        if slot is None or held is None or not slot.fits(held):
            return f"{self.field}:"
        return f"{self.field}:{slot.type.write(held, self.office.desk)}"

    def _held(self) -> object:
        return value_at(self.office.document(self.asked.aimed), self.field)

    def propose(self, text: str) -> Proposal:
        """What the line would do; what it says of other fields is wrong here."""
        found = super().propose(text)
        stray = tuple(self._stray(found.reading))
        parts = (
            part._replace(draft=replace(part.draft, problems=(*stray, *part.draft.problems)))
            for part in found.parts
        )
        return replace(found, parts=tuple(parts))

    def _stray(self, reading: Reading) -> Iterator[Problem]:
        wanted = f"here only {self.asked.field} is settled: {self.field}:VALUE"
        others = (each for each in reading.pieces if each.field not in ("", self.field))
        strays = [Problem(each.start, each.end, wanted) for each in others]
        yield from strays
        named = {*reading.values, *reading.shifts, *reading.cleared}
        if not strays and not reading.wrong and self.field not in named:
            yield Problem(len(reading.text), len(reading.text), wanted)

    def done(self, text: str) -> str:
        """Save the value, also where it is the one shown: the others are then no longer beside."""
        proposal = self.checked(text)
        draft = proposal.parts[0].draft
        value = value_at(draft.after, self.field)
        did = f"settled {self.asked.record}: {chosen_words(self.office, self.asked, value)}"
        sets = {**draft.sets, self.field: value}
        self.office.set({self.asked.aimed: sets}, did, base=self.base)
        return f"{did[:1].upper()}{did[1:]}. u takes that back."
