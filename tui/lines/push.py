"""The line that pushes the schedule; what it would move stands under it while it is typed."""

from __future__ import annotations

from models.errors import Unread
from models.when import show_short_day
from tui.lines.line import Line
from tui.lines.look import Look
from tui.office import Office
from tui.pushes import do_push, minded, moving, push_of, words, would
from tui.widgets.footer import Hint
from tui.widgets.preview import Problem, Reading


class PushLine(Line):
    """Moves everything on or after a day by some days, as one change."""

    name = "push"
    hints = (Hint("Enter", "push"), Hint("Esc", "leave"))

    def __init__(self, office: Office, start: str = "") -> None:
        """From a kept date on, else from the day in view, where the line says no other."""
        self.start = start or office.desk.day
        super().__init__(office, f"push from {show_short_day(self.start)}")

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """What would move, and what to mind."""
        if not text.strip():
            example = "2d   -1d (pull)   2d from d5   2d calendar (days off move too)"
            return Look(reading=Reading(text, (("for example", example),)))
        try:
            push = push_of(self.office, text, self.start)
            found = would(self.office, push)
        except Unread as error:
            problem = Problem(-1, -1, str(error), doubt=not entered)
            return Look(reading=Reading(text, (), (problem,)))
        said = words(self.office, push)
        mind = tuple(Problem(-1, -1, f"! {each}", doubt=True) for each in minded(found))
        meaning = ((said, moving(found) or "nothing is on that day or after it"),)
        return Look(reading=Reading(text, meaning, mind))

    def done(self, text: str) -> str:
        """Push. Raises Unread."""
        return do_push(self.office, push_of(self.office, text, self.start))
