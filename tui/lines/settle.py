"""The line that settles a conflict with a value of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edits import value_at
from tui.conflict_words import field_slot
from tui.conflicts import Dispute
from tui.lines.change import ChangeLine
from tui.office import Office
from tui.settling import proposed, settle_typed


if TYPE_CHECKING:
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

    @property
    def begins(self) -> str:
        """The text to begin with: the field and the value shown."""
        slot, field = field_slot(self.asked.conflict), self.asked.conflict.field
        held = value_at(self.office.document(self.asked.aimed), field)
        if slot is None or held is None or not slot.fits(held):
            return f"{field}:"
        return f"{field}:{slot.type.write(held, self.office.desk)}"

    def propose(self, text: str) -> Proposal:
        """What the line would do; what it says of other fields is wrong here."""
        return proposed(self.office, self.asked, text)

    def done(self, text: str) -> str:
        """Save the value, also where it is the one shown: the others no longer stand beside it."""
        return settle_typed(self.office, self.asked, self.checked(text), self.base).said("u")
