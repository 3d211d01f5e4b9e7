"""What a coordinator has before them while typing: the day, the names, the zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from models.by_day import Documents
from models.directory import Directory
from models.named import NamedTuple
from models.shoot_days import ShootDays, shoot_days
from models.when import Calendar


class Desk(NamedTuple):
    """The context a line is read in and a value is shown in.

    `view` is the production day on the board: what a line leaves out is taken from it. `clock` is
    the time now on that day, past midnight if need be (`25:30`); None on any other day.
    """

    today: dt.date
    view: dt.date
    directory: Directory = Directory({})
    zone: str = "UTC"
    month_first: bool = False
    clock: str | None = None

    @property
    def day(self) -> str:
        """The day in view, in its kept form."""
        return self.view.isoformat()

    @property
    def calendar(self) -> Calendar:
        """The calendar day words are read by, with the shoot days of this production."""
        return Calendar(self.today, self.view, self.shoot_days.dates, self.month_first)

    @property
    def shoot_days(self) -> ShootDays:
        """The planned days, with what each is for and which shoot day it is."""
        return self.directory.once("day", shoot_days)

    def on(self, day: dt.date) -> Desk:
        """The same desk with another day in view."""
        return self._replace(view=day)


def desk_of(
    records: Mapping[str, Documents],
    today: dt.date,
    view: dt.date | None = None,
    directory: Directory | None = None,
) -> Desk:
    """The desk of a production's documents, with its own zone and date habits.

    `directory` is the one of these documents, where it has been made already.
    """
    own = records.get("production", {}).get("production", {})
    return Desk(
        today=today,
        view=view or today,
        directory=directory or Directory(records),
        zone=str(own.get("zone") or "UTC"),
        month_first=own.get("dates") == "us",
    )
