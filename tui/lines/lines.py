"""The lines that can be typed at the foot of the board: add, edit, change, filter.

Each says what its prompt is, how a text looks while it is typed, and what Enter does. What had
been seen when the line was begun goes into what is saved, so that an edit never silently
replaces what somebody else saved meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from models.errors import Unread
from models.line import kind_of
from models.record import Record
from tui.lines.look import Look, look_at
from tui.office import Office
from tui.proposal import Proposal


if TYPE_CHECKING:
    from store.change import Change


class Line:
    """A line while it is typed; the base of the kinds of line."""

    name = ""
    """What earlier lines of the same kind are kept under."""

    def __init__(self, office: Office, prompt: str) -> None:
        """Begin the line now: what is known at this moment is what it is typed against."""
        self.office = office
        self.prompt = prompt
        self.base = office.production.base()
        self._insisted = ""

    def look(self, text: str, cursor: int) -> Look:
        """How the line is shown while it stands so."""
        raise NotImplementedError

    def done(self, text: str) -> str:
        """Do what the line says; a sentence for the board. Raises CallboardError where it can't."""
        raise NotImplementedError

    def left(self) -> None:
        """The line is given up."""


class ProposingLine(Line):
    """A line that adds or changes records."""

    def propose(self, text: str) -> Proposal:
        """What the text would do."""
        raise NotImplementedError

    def start(self, text: str) -> int:
        """Where the record's own words begin, behind the word of its kind."""
        return 0

    def look(self, text: str, cursor: int) -> Look:
        """The proposal as it is shown."""
        return look_at(self.propose(text), self.office, text, cursor, self.start(text))

    def done(self, text: str) -> str:
        """Save the proposal; what is doubted is kept at the second Enter."""
        proposal = self.propose(text)
        if proposal.wrong:
            raise Unread(proposal.wrong[0].words)
        if proposal.doubts and self._insisted != text:
            self._insisted = text
            raise Unread(proposal.doubts[0].words)
        change = self.office.save([proposal], base=self.base)
        return self.said(change) if change else "Nothing changes."

    def said(self, change: Change) -> str:
        """The sentence after saving: what was done, with the number it was given."""
        numbers = [str(edit.set["number"]) for edit in change.edits if edit.set.get("number")]
        number = f" ({numbers[0]})" if len(numbers) == 1 else ""
        return f"{change.did[:1].upper()}{change.did[1:]}{number}."


class AddLine(ProposingLine):
    """Adds a record of one of the pane's kinds."""

    name = "add"

    def __init__(
        self,
        office: Office,
        kinds: Sequence[type[Record]],
        prompt: str = "",
        also: dict[str, Any] | None = None,
    ) -> None:
        """Take the kinds the line may be of, the likeliest first, and fields it need not say."""
        super().__init__(office, prompt or f"add {kinds[0].word}")
        self.kinds = tuple(kinds)
        self.also = also
        self.added: Aimed | None = None

    def start(self, text: str) -> int:
        """Behind the kind's word, where the line begins with one."""
        return kind_of(text, self.kinds).start

    def propose(self, text: str) -> Proposal:
        """A new record; or a change of the one the line turns out to be about."""
        which = kind_of(text, self.kinds)
        return self.office.adding(text, which.kind, start=which.start, also=self.also)

    def said(self, change: Change) -> str:
        """Remember what was added, for the cursor to go there."""
        self.added = Aimed(change.edits[0].kind, change.edits[0].id)
        return super().said(change)


class EditLine(ProposingLine):
    """Replaces a record by its line, which is there to begin with."""

    name = "edit"

    def __init__(self, office: Office, aimed: Aimed) -> None:
        """Take the record."""
        super().__init__(
            office, f"edit {aimed.kind} {office.document(aimed).get('number') or ''}".strip()
        )
        self.aimed = aimed

    def propose(self, text: str) -> Proposal:
        """The record as the line has it."""
        return self.office.editing(text, self.aimed)


class ChangeLine(ProposingLine):
    """Changes one record or all that are marked by a few words."""

    name = "change"

    def __init__(self, office: Office, aimed: Sequence[Aimed]) -> None:
        """Take the records."""
        one = len(aimed) == 1
        number = office.document(aimed[0]).get("number") or "" if one else ""
        super().__init__(
            office, f"change {aimed[0].kind} {number}".strip() if one else f"change {len(aimed)}"
        )
        self.aimed = tuple(aimed)

    def propose(self, text: str) -> Proposal:
        """The records with the words applied to each."""
        return self.office.changing(text, self.aimed)


class FilterLine(Line):
    """Shows only what has the words, while they are typed."""

    name = "filter"

    def __init__(self, office: Office, show: Callable[[str], int], before: str) -> None:
        """Take what shows the rows for a filter and counts them, and the filter there was."""
        super().__init__(office, "filter")
        self._show = show
        self._before = before

    def look(self, text: str, cursor: int) -> Look:
        """Nothing stands under it; the pane itself shows what it finds."""
        self._show(text)
        return Look()

    def done(self, text: str) -> str:
        """Keep the filter."""
        count = self._show(text)
        return f"{count} shown; / and Enter shows all." if text.strip() else ""

    def left(self) -> None:
        """Go back to the filter there was."""
        self._show(self._before)


class PastedLines(Line):
    """Several lines at once, each a record; all are saved as one change."""

    name = "paste"

    def __init__(self, office: Office, kinds: Sequence[type[Record]], lines: Sequence[str]) -> None:
        """Read every line."""
        super().__init__(office, f"add {len(lines)} lines: Enter saves, Esc leaves")
        self.lines = tuple(lines)
        self.kinds = tuple(kinds)

    def _proposals(self) -> list[tuple[int, str, Proposal]]:
        found = []
        for number, text in enumerate(self.lines, 1):
            which = kind_of(text, self.kinds)
            found.append((number, text, self.office.adding(text, which.kind, start=which.start)))
        return found

    def look(self, text: str, cursor: int) -> Look:
        """How many lines are good, and what is wrong with the others."""
        from tui.widgets.preview import Problem, Reading

        read = self._proposals()
        wrong = [(number, line, each) for number, line, each in read if each.problems]
        said = [
            Problem(0, 0, f"line {number}: {each.problems[0].words}  [{line}]", not each.wrong)
            for number, line, each in wrong
        ]
        return Look(
            reading=Reading(
                "", ((f"{len(read) - len(wrong)} of {len(read)}", "good"),), tuple(said)
            )
        )

    def done(self, text: str) -> str:
        """Save all lines; where some are wrong, a second Enter saves the others."""
        read = self._proposals()
        good = [each for _, _, each in read if not each.wrong]
        bad = [f"line {number}: {each.wrong[0].words}" for number, _, each in read if each.wrong]
        if bad and self._insisted != "good":
            self._insisted = "good"
            raise Unread(f"{bad[0]} ({len(bad)} wrong; Enter again saves the {len(good)} others)")
        change = (
            self.office.save(good, did=f"added {len(good)} pasted lines", base=self.base)
            if good
            else None
        )
        return f"{change.did[:1].upper()}{change.did[1:]}." if change else "Nothing was added."
