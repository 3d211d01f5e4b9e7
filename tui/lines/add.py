"""Lines that add a record: of the pane's kinds, or an issue from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from models.kinds import KINDS
from models.line import kind_of
from models.record import Record
from models.tonight import at_moment
from models.when import show_short_day
from tui.lines.line import ProposingLine
from tui.office import Office
from tui.proposal import Proposal


if TYPE_CHECKING:
    from store.change import Change


class AddLine(ProposingLine):
    """Adds a record of one of the pane's kinds."""

    name = "add"
    key = "a"
    also: dict[str, Any] | None = None
    """Fields the line need not say."""

    def __init__(self, office: Office, kinds: Sequence[type[Record]], prompt: str = "") -> None:
        """Take the kinds the line may be of, the likeliest first."""
        super().__init__(office, prompt or "add")
        self.kinds = tuple(kinds)
        self.added: Aimed | None = None

    @property
    def goes_to(self) -> Aimed | None:
        """What was added."""
        return self.added

    def start(self, text: str) -> int:
        """Behind the kind's word, where the line begins with one."""
        return kind_of(text, self.kinds).start

    def propose(self, text: str) -> Proposal:
        """A new record; or a change of the one the line turns out to be about."""
        which = kind_of(text, self.kinds)
        return self.office.adding(text, which.kind, start=which.start, also=self.also)

    def said(self, change: Change) -> str:
        """What was added, and on which day where that is not the one in view."""
        self.added = Aimed(change.edits[0].kind, change.edits[0].id)
        day = self.office.document(self.added).get("day")
        said = super().said(change)
        if isinstance(day, str) and day != self.office.desk.day:
            return f"{said[:-1]} on {show_short_day(day)}."
        return said


class IssueLine(AddLine):
    """Logs an issue about the record under the cursor."""

    name = "issue"
    key = "!"

    def __init__(self, office: Office, about: Aimed | None) -> None:
        """Take the record; an issue is about no other issue."""
        linked = about if about and about.kind != "issue" else None
        prompt = f"issue about {office.called(linked)}" if linked else "issue"
        super().__init__(office, (KINDS["issue"],), prompt)
        self.aimed = (linked,) if linked else ()
        link = {"about": f"{linked.kind}/{linked.id}"} if linked else {}
        self.also = {"status": "open", **link}

    @property
    def goes_to(self) -> None:
        """The board stays with what the issue is about."""
        return None


class LogLine(AddLine):
    """Logs what happened, now where no time is said, in the log of the day in view."""

    name = "log"
    key = "L"

    def __init__(self, office: Office) -> None:
        """The day is the one in view; last night's where that is still going on."""
        day = at_moment(office.desk, office.now()).day
        super().__init__(office, (KINDS["log"],), f"log {show_short_day(day)}")

    @property
    def goes_to(self) -> None:
        """The board stays where it was: a log is written beside other work."""
        return None
