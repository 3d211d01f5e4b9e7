"""The day-out-of-days: a column for each day, a row for each of the cast and each element."""

from __future__ import annotations

from collections.abc import Iterator

from models.dood import WORDS
from models.dood_table import DayOutOfDays, Member, day_out_of_days
from models.edits import Aimed
from models.papers.head import Head, of_production
from models.papers.paper import Block, Column, Paper, Row, Table, Words
from models.papers.source import PaperKind, Source
from models.when import show_short_day


HEAD = Head("day-out-of-days", "DAY OUT OF DAYS", wide=True)
TOTALS = ("Trv", "Reh", "Work", "Hold", "Hol", "Start", "Finish", "Tot")
BRIEF = {
    "prep": "prep",
    "travel": "trv",
    "hold": "hold",
    "off": "off",
    "hiatus": "hia",
    "holiday": "hol",
    "wrap": "wrap",
}
"""What stands for the types of day in a column that is three letters wide."""


def days_out(source: Source, about: Aimed | None = None) -> Paper:
    """One grid of days, category by category; the codes and what they stand for at its foot."""
    table = day_out_of_days(source.records, source.desk.shoot_days)
    return of_production(HEAD, source, tuple(_blocks(source, table)))


def _blocks(source: Source, table: DayOutOfDays) -> Iterator[Block]:
    if not table.members:
        yield Words("none", ("Nobody is in a scene that is on a day yet.",))
        return
    columns = tuple(_columns(table))
    rows = (_kinds_of_day(source, table), *_members(table))
    yield Table("days", columns, rows, always=tuple(each.heading for each in columns))
    used = {code for each in table.members for code in each.cells.values()}
    yield Words("codes", ("; ".join(_legend(used)) + ".",))


def _members(table: DayOutOfDays) -> Iterator[Row]:
    """A head for each category, a row for each of its members."""
    for category, members in table.by_category():
        yield Row((category.replace("-", " ").upper(),), "head", f"category/{category}")
        yield from (_row(each, table) for each in members)


def _columns(table: DayOutOfDays) -> Iterator[Column]:
    yield Column("No.", stays=True)
    yield Column("Name", 4, stays=True)
    for date in table.dates:
        yield Column("\n".join(show_short_day(date).split()))
    for each in TOTALS:
        yield Column(each, right=each not in ("Start", "Finish"))


def _kinds_of_day(source: Source, table: DayOutOfDays) -> Row:
    """Under the dates: the shoot day's number, or what else the day is."""
    days = source.desk.shoot_days
    cells = (
        BRIEF.get(days.type(date), "") if days.number(date) is None else str(days.number(date))
        for date in table.dates
    )
    return Row(("", "Shoot day", *cells, *("" for _ in TOTALS)), "faint", "days")


def _row(member: Member, table: DayOutOfDays) -> Row:
    found = member.totals
    counts = (found.travel, found.rehearse, found.work, found.hold, found.holiday)
    ends = (show_short_day(each) for each in (found.start, found.finish))
    cells = (member.cells.get(date, "") for date in table.dates)
    sums = (*(str(each or "") for each in counts), *ends, str(found.total))
    return Row((member.number, member.name, *cells, *sums), key=f"{member.kind}/{member.id}")


def _legend(used: set[str]) -> Iterator[str]:
    """The codes of the table with what they stand for; joined ones by their parts."""
    yield from (f"{code} {words}" for code, words in WORDS.items() if code in used)
    joined = sorted(each for each in used if each not in WORDS)
    if joined:
        yield f"{', '.join(joined)}: S start, P picked up, W work, D dropped, F finish"


DAY_OUT_OF_DAYS = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="what the cast and every element are on each day",
    make=days_out,
    daily=False,
    sheets=True,
)
