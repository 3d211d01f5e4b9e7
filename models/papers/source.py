"""What a paper is made from, and what is asked of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import NamedTuple

from models.by_day import Documents
from models.desk import Desk
from models.edits import Aimed
from models.papers.paper import Paper


class Source(NamedTuple):
    """Everything a production holds, at a moment.

    Attributes:
        records: The live documents of each kind, by id.
        desk: Names, zone and habits; the day in view is the day the paper is for.
        now: When the paper is made, with its zone.
        given_at: When the value of a record's field (kind, id, field) was given; None where nobody
            knows, or nobody gave it one.
    """

    records: Mapping[str, Documents]
    desk: Desk
    now: dt.datetime
    given_at: Callable[[str, str, str], dt.datetime | None] = lambda *_: None

    def of(self, kind: str) -> Documents:
        """The live documents of a kind."""
        return self.records.get(kind, {})

    @property
    def settings(self) -> Mapping[str, object]:
        """The production's own settings."""
        return self.of("production").get("production", {})

    @property
    def is_us(self) -> bool:
        """Whether papers follow the habits of the US; otherwise those of the UK."""
        return self.settings.get("habits") == "us"

    @property
    def unit_call(self) -> str:
        """What the call of the whole unit is called on papers."""
        return "Crew call" if self.is_us else "Unit call"

    @property
    def unit_base(self) -> str:
        """What the place the unit works from is called on papers."""
        return "Base camp" if self.is_us else "Unit base"


class Appointment(NamedTuple):
    """Something with a time that goes into calendars: a call, a meeting.

    Attributes:
        key: What it is about (`call/k3v9x2mq`); the same appointment keeps it.
        starts: With its zone.
        ends: With its zone; the same as `starts` where no length is known.
    """

    key: str
    title: str
    starts: dt.datetime
    ends: dt.datetime
    place: str = ""
    note: str = ""
    people: tuple[str, ...] = ()
    """The e-mail addresses of those it is for."""


class PaperKind(NamedTuple):
    """One paper that can be made.

    Attributes:
        word: Its name on the command line and in files: `call-sheet`.
        title: What it is called on itself: `CALL SHEET`.
        words: What it is, a phrase for help.
        make: The paper of a source; about one record where that is asked for.
        daily: It is for one production day, the one in view.
        about: The kinds of record it may be about instead of everything: a driver's own order.
        sheets: People sort it, so it can be a spreadsheet.
        appointments: What of it goes into calendars; None where nothing does.
    """

    word: str
    title: str
    words: str
    make: Callable[[Source, Aimed | None], Paper]
    daily: bool = True
    about: tuple[str, ...] = ()
    sheets: bool = False
    appointments: Callable[[Source, Aimed | None], tuple[Appointment, ...]] | None = None
