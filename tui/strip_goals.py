"""Where strips go, as people type it, and going there; the same for the board and for a command."""

from __future__ import annotations

from collections.abc import Collection

from models.edits import Aimed
from models.errors import Unread
from models.moving_strips import aimed, onto
from models.named import NamedTuple
from models.stripboard import BONEYARD
from models.text import fold
from tui.office import Office
from tui.strips import board_of, moved, named, strips_among


NO_DAY = ("boneyard", "none", "off")
AFTER = "after"


class Goal(NamedTuple):
    """Where strips go: a date, or the empty one of the boneyard, and the strip they go behind."""

    date: str
    after: Aimed | None = None


def goal_of(office: Office, text: str) -> Goal:
    """Read `d5`, `fri`, `boneyard`, `d5 after 12A`. Raises Unread."""
    words, _, behind = text.strip().partition(f" {AFTER} ")
    if fold(words.strip()) in NO_DAY:
        return Goal(BONEYARD)
    date = office.desk.calendar.read(words)
    return Goal(date, _strip(office, date, behind.strip()) if behind.strip() else None)


def _strip(office: Office, date: str, number: str) -> Aimed:
    """The scene of that number on a day."""
    days = [each for each in board_of(office) if each.date == date]
    for day in days:
        for each in day.strips:
            if fold(str(each.document.get("scene") or "")) == fold(number):
                return aimed(each)
    raise Unread(f"scene {number} is not on that day")


def go_onto(office: Office, chosen: Collection[Aimed], goal: Goal) -> str:
    """Put the strips onto a day as one change; the sentence to say."""
    days = board_of(office)
    wanted = strips_among(days, chosen)
    said = moved(office, wanted, onto(days, wanted, goal.date, goal.after))
    names = named(office, wanted)
    return said or f"{names[:1].upper()}{names[1:]} {'is' if len(wanted) == 1 else 'are'} there."
