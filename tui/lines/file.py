"""The line that names a file to be taken in."""

from __future__ import annotations

from collections.abc import Callable

from models.line import Completion
from store.imports.names import beginning_with
from tui.lines.line import Line
from tui.lines.look import Look
from tui.office import Office
from tui.widgets.footer import Hint
from tui.widgets.preview import Reading


class FileLine(Line):
    """Names a script, a schedule or a list, and has it read."""

    name = "import"
    key = "I"
    hints = (
        Hint("Enter", "read it"),
        Hint("Tab", "complete"),
        Hint("↑", "earlier files"),
        Hint("Esc", "leave"),
    )

    def __init__(self, office: Office, begin: Callable[[str], str]) -> None:
        """Take what begins reading and says so."""
        super().__init__(office, "import")
        self._begin = begin

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """What may be named, and the files that begin so."""
        before = text[:cursor]
        start = before.rfind("/") + 1
        names = beginning_with(before) if before.strip() else ()
        found = tuple(Completion(start, cursor, name) for name in names if name != before[start:])
        example = (
            '~/schedule blue.uss   blue.uss --board "First pass"   (nothing is changed before '
            "you have seen what it would do)"
        )
        reading = Reading(text, (("for example", example),), (), tuple(each.text for each in found))
        return Look(reading=reading, completions=found)

    def done(self, text: str) -> str:
        """Begin reading; the board goes on meanwhile."""
        return self._begin(text.strip().strip("\"'"))

    def kept(self, text: str) -> str:
        """A path is not worth keeping for the next start: the last one stands there anyway."""
        return ""
