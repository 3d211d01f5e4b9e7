"""Whose film it is, and where the schedule stands: dates, versions, days by their type."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from models.fields.numbers import show_pages
from models.papers.held import said, text
from models.papers.paper import Block, Column, Fact, Facts, Row, Table
from models.papers.production_report.reported import Reported
from models.papers.roles import (
    COORDINATOR,
    DIRECTOR,
    EXECUTIVE,
    FIRST_AD,
    LINE,
    MANAGER,
    PRODUCERS,
    holders,
    name_of,
)
from models.when import as_date, show_day


PEOPLE = (EXECUTIVE, PRODUCERS, LINE, DIRECTOR, MANAGER, COORDINATOR, FIRST_AD)
TYPES = ("prep", "shoot", "travel", "hold", "off", "holiday", "hiatus", "wrap")
COLUMNS = (
    Column("Days"),
    Column("Scheduled", right=True, kind="number"),
    Column("To date", right=True, kind="number"),
    Column("Remaining", right=True, kind="number"),
)


def people(day: Reported) -> Block:
    """The key people."""
    found = []
    for post in PEOPLE:
        names = ", ".join(name_of(each) for each in holders(post, day.source))
        if names:
            found.append(Fact(post.us if day.is_us else post.uk, names))
    return Facts("people", tuple(found))


def dates(day: Reported) -> Block:
    """Start and finish, and the versions of script and schedule that were in force."""
    return Facts("dates", tuple(_dates(day)))


def _dates(day: Reported) -> Iterator[Fact]:
    shoot = shoot_days(day)
    if shoot:
        yield Fact("Start date", show_day(shoot[0].isoformat()))
        yield Fact("Scheduled finish", show_day(shoot[-1].isoformat()))
        yield Fact("Estimated finish", estimated(day))
    settings = day.source.settings
    for of in ("script", "schedule"):
        since = settings.get(f"{of}_date")
        date = show_day(since) if isinstance(since, str) else ""
        issue = said(text(settings, f"{of}_colour").upper(), date)
        if issue:
            yield Fact(of.capitalize(), issue)


def shoot_days(day: Reported) -> list[dt.date]:
    """The dates of all shooting days, in order."""
    return sorted(day.desk.calendar.shoot_days.values())


def estimated(day: Reported) -> str:
    """The finish at the pace so far: as scheduled, or so many shooting days over."""
    shoot, covered = shoot_days(day), day.coverage
    last = show_day(shoot[-1].isoformat())
    done = sum(each <= day.desk.view for each in shoot)
    left = len(shoot) - done
    if not done or not covered.to_date.pages:
        return last
    needed = -(-covered.remaining.pages * done // covered.to_date.pages)
    pace = f"at {show_pages(covered.to_date.pages // done)} pages a day so far"
    if needed <= left:
        return f"{last}, {pace}"
    over = needed - left
    return f"{over} shooting {'day' if over == 1 else 'days'} after {last}, {pace}"


def days_by_type(day: Reported) -> Table:
    """How many days of each type there are, and how many have been."""
    dated = [
        (str(each.get("type") or ("shoot" if each.get("shoot") else "prep")), date)
        for each in day.source.of("day").values()
        if (date := as_date(each.get("date"))) and not each.get("parked")
    ]
    whole = Counter(kind for kind, _ in dated)
    past = Counter(kind for kind, date in dated if date <= day.desk.view)
    rows = tuple(
        Row(
            (kind.capitalize(), *map(str, (whole[kind], past[kind], whole[kind] - past[kind]))),
            key=f"type/{kind}",
        )
        for kind in TYPES
        if whole[kind]
    )
    return Table("days", COLUMNS, rows, "SCHEDULED AND ACTUAL DAYS")
