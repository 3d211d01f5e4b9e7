"""Several lines pasted at once."""

from __future__ import annotations

from collections.abc import Sequence

from models.desk import Desk
from models.errors import Unread
from models.line import kind_of
from models.record import Record
from tui.lines.line import Line
from tui.lines.look import Look
from tui.office import Office
from tui.proposal import Proposal
from tui.widgets.footer import Hint
from tui.widgets.preview import Problem, Reading


class PastedLines(Line):
    """Several lines at once, each a record; all are saved as one change."""

    name = "paste"
    may_be_empty = True
    hints = (Hint("Enter", "save all"), Hint("Esc", "leave"))

    def __init__(self, office: Office, kinds: Sequence[type[Record]], lines: Sequence[str]) -> None:
        """Take the lines and the kinds they may be of."""
        super().__init__(office, f"add {len(lines)} lines")
        self.lines = tuple(lines)
        self.kinds = tuple(kinds)
        self._read: tuple[Desk | None, list[tuple[int, str, Proposal]]] = (None, [])

    def _proposals(self) -> list[tuple[int, str, Proposal]]:
        """What each line would do; read once, and again where something else was saved."""
        desk = self.office.desk
        if self._read[0] is not desk:
            self._read = (desk, [self._proposed(*each) for each in enumerate(self.lines, 1)])
        return self._read[1]

    def _proposed(self, number: int, text: str) -> tuple[int, str, Proposal]:
        which = kind_of(text, self.kinds)
        return number, text, self.office.adding(text, which.kind, start=which.start)

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """How many lines are good, and what is wrong with the others."""
        read = self._proposals()
        wrong = [(number, line, each) for number, line, each in read if each.problems]
        said = [
            Problem(-1, -1, f"line {number}: {each.problems[0].words}  [{line}]", not each.wrong)
            for number, line, each in wrong
        ]
        good = f"{len(read) - len(wrong)} of {len(read)}"
        return Look(reading=Reading("", ((good, "can be saved as they are"),), tuple(said)))

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

    def kept(self, text: str) -> str:
        """The lines, as they were pasted."""
        return "\n".join(self.lines)
