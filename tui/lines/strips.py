"""Lines typed on the stripboard: the day strips go to, and what comes to stand among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.board_words import day_banner
from models.edits import Aimed
from models.errors import Unread
from models.kinds import KINDS
from models.line import draft, read
from models.moving_strips import Gap, aimed, free_rank
from models.named import NamedTuple
from models.stripboard import BONEYARD, BoardDay
from models.when import as_date, show_short_day
from tui.lines.line import Line, ProposingLine
from tui.lines.look import Look
from tui.office import Office
from tui.proposal import Part, Proposal
from tui.strip_goals import go_onto, goal_of
from tui.strip_rows import BONEYARD_ROW, BREAK
from tui.strips import board_of, named
from tui.widgets.footer import Hint
from tui.widgets.preview import Problem, Reading


if TYPE_CHECKING:
    from store.change import Change


class OntoDay(Line):
    """Puts the chosen strips onto a day, behind those it has."""

    name = "onto"
    hints = (Hint("Enter", "move"), Hint("Esc", "leave"))

    def __init__(self, office: Office, chosen: Collection[Aimed]) -> None:
        """Take the strips."""
        super().__init__(office, f"move {named(office, chosen)} to")
        self.chosen = frozenset(chosen)

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """What is on that day, or what is wrong with the word."""
        if not text.strip():
            example = "d5   fri   12/3   boneyard   d5 after 12A"
            return Look(reading=Reading(text, (("for example", example),)))
        try:
            goal = goal_of(self.office, text)
        except Unread as error:
            return Look(
                reading=Reading(text, (), (Problem(-1, -1, str(error), doubt=not entered),))
            )
        day = next((each for each in board_of(self.office) if each.date == goal.date), None)
        now = day or BoardDay(goal.date, (), ())
        return Look(reading=Reading(text, (("now", day_banner(now, self.office.desk)),)))

    def done(self, text: str) -> str:
        """Move them. Raises Unread."""
        return go_onto(self.office, self.chosen, goal_of(self.office, text))


class Spot(NamedTuple):
    """A row of the board: its date, and the strip or the break under the cursor."""

    date: str
    row: Aimed


def spot_of(office: Office, row: Aimed) -> Spot:
    """Where a strip is now, or the break behind a day."""
    if row.kind == BREAK:
        return Spot("" if row.id == BONEYARD_ROW else row.id, row)
    days = board_of(office)
    return Spot(next((e.date for e in days if row in map(aimed, e.strips)), BONEYARD), row)


def _behind(office: Office, spot: Spot) -> str:
    """`behind scene 12A`, `on Wed 25 Nov`."""
    if spot.row.kind != BREAK and office.document(spot.row):
        return f"behind {named(office, {spot.row})}"
    return f"on {show_short_day(spot.date)}" if spot.date else "to the boneyard"


_WORD = re.compile(r"\s*banner\s+", re.IGNORECASE)
_GOES_TO = re.compile(r"\bto\s+(.+?)\s*(?:\d.*)?$", re.IGNORECASE)


class AmongStrips(ProposingLine):
    """Adds a company move, a banner or a meal behind the strip under the cursor."""

    name = "add strip"
    key = "a"

    def __init__(self, office: Office, spot: Spot) -> None:
        """Take the place it is to stand at."""
        super().__init__(office, f"add {_behind(office, spot)}")
        self.spot = spot
        self.aimed = (spot.row,)
        self.added: Aimed | None = None

    @property
    def goes_to(self) -> Aimed | None:
        """What was added."""
        return self.added

    def look(self, text: str, cursor: int, *, entered: bool = False) -> Look:
        """What may stand among strips, until something is typed."""
        if text.strip():
            return super().look(text, cursor, entered=entered)
        example = 'move to farm 45m   lunch 1h   banner "Second unit splits"'
        return Look(reading=Reading(text, (("for example", example),)))

    def start(self, text: str) -> int:
        """Behind the word that says it is a banner; the others belong to what it is called."""
        found = _WORD.match(text)
        return found.end() if found else 0

    def propose(self, text: str) -> Proposal:
        """An event at its place among the strips."""
        date = as_date(self.spot.date)
        desk = self.office.desk.on(date) if date else self.office.desk
        reading = read(text, KINDS["event"], desk, start=self.start(text))
        new = draft(reading, desk)
        given = {**self._given(text, new.sets), "day": self.spot.date or None}
        sets = {key: value for key, value in {**new.sets, **given}.items() if value is not None}
        made = replace(new, sets=sets, after={**new.after, **sets})
        base = self.office.production.base()
        return Proposal(reading, (Part(Aimed("event", ""), made),), base)

    def _given(self, text: str, sets: Mapping[str, Any]) -> dict[str, Any]:
        """Its type where the line says none, its place on the board, and where a move goes."""
        found: dict[str, Any] = {"order": self._order()}
        if _WORD.match(text) or not sets.get("type"):
            found["type"] = "banner"
        goes_to = _GOES_TO.search(text) if sets.get("type") == "move" else None
        if goes_to and not sets.get("place"):
            places = self.office.directory.find("place", goes_to[1])
            found["place"] = places[0] if len(places) == 1 else None
        return found

    def _order(self) -> str:
        day = next((each for each in board_of(self.office) if each.date == self.spot.date), None)
        day = day or BoardDay(self.spot.date, (), ())
        rows = [aimed(each) for each in day.strips]
        at = rows.index(self.spot.row) + 1 if self.spot.row in rows else len(rows)
        return free_rank(Gap(day, at))

    def said(self, change: Change) -> str:
        """What was added, and its row under the cursor."""
        self.added = Aimed(change.edits[0].kind, change.edits[0].id)
        return super().said(change)
