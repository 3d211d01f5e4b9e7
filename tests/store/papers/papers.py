"""Papers to be set: a small one, one of a hundred and twenty people, and one of hostile texts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from models.desk import desk_of
from models.papers.paper import (
    Break,
    Column,
    Fact,
    Facts,
    Issue,
    Paper,
    Row,
    Table,
    Words,
)
from models.papers.source import PaperKind, Source
from store.papers.order import Order


if TYPE_CHECKING:
    from models.by_day import Documents

NOW = dt.datetime(2026, 11, 23, 18, 40, tzinfo=ZoneInfo("Europe/Zurich"))

HOSTILE = (
    "=1+1",
    "#panic() $x$ *b* _i_ `c` @ref <lab> // c",
    "[x] [link=https://example.org]y[/] \\ {{}}",
    "+SUM(A1)",
    "https://example.org/a/very/long/path/that/never/ends/and/ends/and/ends?really=yes",
)
NAMES = (
    "Anna Keller",
    "Zoë Šimůnková-Ångström",
    "Олександр Коваль",
    "Ελένη Παπαδοπούλου",
    "李雷",
    "ليلى حداد",
    "שרה כהן",
    "மீனா",
    "กำพล",
)

PEOPLE = (
    Column("Position", 2),
    Column("Name", 2),
    Column("Phone", 2),
    Column("Call", right=True, kind="time"),
)


DRAFT = Issue()


def sheet(*names: str, issue: Issue = DRAFT, changes: tuple[str, ...] = ()) -> Paper:
    """A call sheet with a row for each name."""
    times = Facts("times", (Fact("Unit call", "07:00", strong=True), Fact("Lunch", "13:00\nBarn")))
    rows = tuple(
        Row(("grip", name, "+41 79 555 01 22", "07:00"), key=f"person/{name}", changed=not at)
        for at, name in enumerate(names)
    )
    head, banner = Row(("GRIP",), "head"), Row(("COMPANY MOVE",), "banner")
    table = Table("crew", PEOPLE, (head, *rows, banner), "CREW")
    return Paper(
        "made-up",
        "CALL SHEET",
        "Lake Pictures",
        "Nightfall",
        "Day 3 of 30, Wed 25 Nov 2026",
        (times, table, Break(), Words("notes", ("Closed set.",), "NOTES")),
        issue=issue,
        day="2026-11-25",
        changes=changes,
        foot="Confidential.",
    )


def crowd(count: int = 120) -> Paper:
    """A sheet of so many people, each with a name of their own."""
    return sheet(*(f"Person Number-{at:03d}" for at in range(count)))


def wide(days: int = 60) -> Paper:
    """A day-out-of-days of so many days."""
    named = (Column("No.", right=True, stays=True), Column("Character", 2, stays=True))
    columns = (*named, *(Column(f"Mon\n{at + 1}") for at in range(days)))
    rows = tuple(
        Row((str(at), f"CHARACTER {at}", *[f"W{day % 9}" for day in range(days)]))
        for at in range(1, 6)
    )
    blocks = (Table("dood", columns, rows),)
    return Paper("dood", "DAY OUT OF DAYS", "", "Nightfall", "", blocks, wide=True)


def coach(count: int = 40) -> Paper:
    """A transport order of one run with so many passengers and columns nobody filled."""
    columns = (Column("Run"), Column("Passengers", 4), Column("To", 2), Column("Via", 2))
    riders = (
        f"Rider Number-{at:03d}\tClapper loader\t+41 79 555 01 {at:02d}" for at in range(count)
    )
    rows = (Row(("R1", "\n".join(riders), "Unit base", "")),)
    return Paper("runs", "TRANSPORT ORDER", "", "Nightfall", "", (Table("runs", columns, rows),))


def order(paper: Paper, *, size: str = "a4", settings: dict[str, object] | None = None) -> Order:
    """The order for a paper that is made already."""
    own = {"id": "production", "title": "Nightfall", **(settings or {})}
    records: dict[str, Documents] = {"production": {"production": own}}
    source = Source(records, desk_of(records, NOW.date(), dt.date(2026, 11, 25)), NOW)
    kind = PaperKind(paper.name, paper.title, "", lambda *_: paper, sheets=True)
    return Order(kind, paper, source, size=size)
