"""A line that can be typed at the foot of the board; the base of them all.

Each says what its prompt is, how a text looks while it is typed, and what Enter does. What had
been seen when the line was begun goes into what is saved, so that an edit never silently
replaces what somebody else saved meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edits import Aimed
from models.errors import Unread
from tui.lines.look import Look, look_at
from tui.office import Office
from tui.proposal import Proposal
from tui.widgets.footer import Hint


if TYPE_CHECKING:
    from store.change import Change


class Line:
    """A line while it is typed."""

    name = ""
    """What it is called where it is kept, and earlier lines of its sort with it."""

    key = ""
    """The key that opens one; empty where its text is not worth bringing back."""

    hints: tuple[Hint, ...] = (
        Hint("Enter", "save"),
        Hint("Tab", "complete"),
        Hint("↑", "earlier lines"),
        Hint("Esc", "leave"),
    )
    """The keys that do something while it is typed."""

    aimed: tuple[Aimed, ...] = ()
    """The records it is about."""

    bare = False
    """Nothing stands under it."""

    may_be_empty = False
    """Enter on no words at all does something."""

    repeats = False
    """What it did can be done again on other records."""

    @property
    def goes_to(self) -> Aimed | None:
        """The record the cursor goes to once it is done."""
        return None

    def __init__(self, office: Office, prompt: str) -> None:
        """Begin the line now: what is known at this moment is what it is typed against."""
        self.office = office
        self.prompt = prompt
        self.base = office.production.base()
        self._insisted = ""

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """How the line is shown while it stands so; once entered, nothing is held back."""
        raise NotImplementedError

    def done(self, text: str) -> str:
        """Do what the line says; a sentence for the board. Raises CallboardError where it can't."""
        raise NotImplementedError

    def left(self) -> None:
        """The line is given up."""

    def kept(self, text: str) -> str:
        """What of it is kept for the next start if the board ends now."""
        return text if self.key and text.strip() else ""


class ProposingLine(Line):
    """A line that adds or changes records."""

    def propose(self, text: str) -> Proposal:
        """What the text would do."""
        raise NotImplementedError

    def start(self, text: str) -> int:
        """Where the record's own words begin, behind the word of its kind."""
        return 0

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """The proposal as it is shown."""
        typing = cursor == len(text) and not text.endswith(" ") and not entered
        start = self.start(text)
        return look_at(self.propose(text), self.office, (text, cursor, start), typing=typing)

    def done(self, text: str) -> str:
        """Save the proposal; what is doubted is kept at the second Enter."""
        change = self.office.save([self.checked(text)], base=self.base)
        return self.said(change) if change else "Nothing changes."

    def checked(self, text: str) -> Proposal:
        """The proposal where it can be saved. Raises Unread; of what is doubted only once."""
        proposal = self.propose(text)
        if proposal.wrong:
            raise Unread(proposal.wrong[0].words)
        if proposal.doubts and self._insisted != text:
            self._insisted = text
            raise Unread(proposal.doubts[0].words)
        return proposal

    def said(self, change: Change) -> str:
        """The sentence after saving: what was done, with the number it was given."""
        numbers = [str(edit.set["number"]) for edit in change.edits if edit.set.get("number")]
        number = f" ({numbers[0]})" if len(numbers) == 1 else ""
        return f"{change.did[:1].upper()}{change.did[1:]}{number}."
