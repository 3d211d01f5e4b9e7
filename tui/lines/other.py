"""The line that names the folder to exchange with."""

from __future__ import annotations

from collections.abc import Callable

from tui.lines.line import Line
from tui.lines.look import Look
from tui.office import Office
from tui.widgets.footer import Hint
from tui.widgets.preview import Reading


class OtherLine(Line):
    """Names another production folder, and begins the exchange."""

    name = "sync"
    hints = (Hint("Enter", "sync"), Hint("Esc", "leave"))

    def __init__(self, office: Office, begin: Callable[[str], str]) -> None:
        """Take what begins the exchange and says so, or refuses the name."""
        super().__init__(office, "sync with")
        self._begin = begin

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """What may be named."""
        examples = "/media/stick/nightfall, or mia@unit-2:nightfall by rsync over ssh"
        return Look(reading=Reading(text, (("for example", examples),)))

    def done(self, text: str) -> str:
        """Begin; the board goes on meanwhile."""
        return self._begin(text.strip())
