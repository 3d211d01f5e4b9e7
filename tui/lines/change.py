"""Lines that change records: the whole line of one, or a few words for one or many."""

from __future__ import annotations

from collections.abc import Sequence

from models.edits import Aimed
from tui.lines.line import ProposingLine
from tui.office import Office
from tui.proposal import Proposal


class EditLine(ProposingLine):
    """Replaces a record by its line, which is there to begin with."""

    name = "edit"
    key = "e"

    def __init__(self, office: Office, aimed: Aimed) -> None:
        """Take the record."""
        super().__init__(office, f"edit {_short(office, aimed)}")
        self.aimed = (aimed,)

    def propose(self, text: str) -> Proposal:
        """The record as the line has it."""
        return self.office.editing(text, self.aimed[0])


class ChangeLine(ProposingLine):
    """Changes one record or all that are marked by a few words."""

    name = "change"
    key = "c"
    repeats = True

    def __init__(self, office: Office, aimed: Sequence[Aimed]) -> None:
        """Take the records."""
        many = f"{len(aimed)} rows"
        super().__init__(office, f"change {_short(office, aimed[0]) if len(aimed) == 1 else many}")
        self.aimed = tuple(aimed)

    def propose(self, text: str) -> Proposal:
        """The records with the words applied to each."""
        return self.office.changing(text, self.aimed)


def _short(office: Office, aimed: Aimed) -> str:
    return f"{aimed.kind} {office.document(aimed).get('number') or ''}".strip()
