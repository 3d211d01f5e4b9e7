"""The one-liner: the schedule with a line for each strip, and what each day adds up to."""

from __future__ import annotations

from collections.abc import Iterator

from models.board_words import (
    day_banner,
    day_or_night,
    inside_or_out,
    set_words,
    span,
)
from models.edits import Aimed
from models.fields.numbers import show_pages
from models.papers.head import Head, of_production
from models.papers.held import said, text
from models.papers.paper import Column, Paper, Row, Table, Words
from models.papers.source import PaperKind, Source
from models.places import is_placed
from models.running import Item
from models.stripboard import BoardDay, board_days, cast_numbers
from models.when import show_day


HEAD = Head("one-liner", "ONE-LINE SCHEDULE", wide=True)
COLUMNS = (
    Column("Scene", stays=True),
    Column("I/E"),
    Column("Set and synopsis", 10),
    Column("D/N"),
    Column("Script day"),
    Column("Pages", right=True, kind="pages"),
    Column("Est.", right=True),
    Column("Cast", 3),
    Column("Location", 3),
)
ALWAYS = ("Scene", "I/E", "Set and synopsis", "D/N", "Pages", "Cast")


def one_liner(source: Source, about: Aimed | None = None) -> Paper:
    """All days with strips or a plan, or those from one day on; the boneyard is not on it."""
    first = str(source.desk.directory.document("day", about.id).get("date")) if about else ""
    days = [
        each
        for each in board_days(source.desk.directory, source.desk.shoot_days)
        if each.date and each.date >= first
    ]
    rows = tuple(row for day in days for row in _day(source, day))
    table = Table("strips", COLUMNS, rows, empty="No scene is on a day yet.", always=ALWAYS)
    from_day = f"From {show_day(first)}" if first else ""
    sums = Words("sums", (_sums(days),))
    return of_production(HEAD, source, (table, sums), from_day)


def _day(source: Source, day: BoardDay) -> Iterator[Row]:
    """The strips of a day and the banner behind them; meals only where somebody placed them."""
    for strip in day.strips:
        if strip.document.get("type") != "meal" or is_placed(strip.document):
            yield _strip(source, strip)
    yield Row((day_banner(day, source.desk, with_year=True),), "banner", f"date/{day.date}")


def _strip(source: Source, strip: Item) -> Row:
    document, key = strip.document, f"{strip.kind}/{strip.document.get('id')}"
    estimate = span(strip.length) if strip.length else ""
    if strip.kind == "event":
        return Row((said(set_words(strip, source.desk), estimate, between=" - "),), "head", key)
    place, pages = document.get("place"), document.get("pages")
    cells = (
        text(document, "scene"),
        inside_or_out(document),
        said(set_words(strip, source.desk), text(document, "synopsis"), between="\n"),
        day_or_night(document),
        text(document, "script_day"),
        show_pages(pages) if type(pages) is int else "",
        estimate,
        # Blanks, so that a crowd takes a second line and not the synopsis its room.
        cast_numbers(document, source.of("person")).replace(",", ", "),
        source.desk.directory.show("place", str(place)) if place else "",
    )
    return Row(cells, "" if strip.counts else "faint", key)


def _sums(days: list[BoardDay]) -> str:
    scenes, eighths = sum(each.scenes for each in days), sum(each.eighths for each in days)
    shot = sum(bool(each.scenes) for each in days)
    return f"{_many(scenes, 'scene')}, {show_pages(eighths)} pages on {_many(shot, 'day')}."


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


ONE_LINER = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="the schedule, a line for each strip; about a day, from that day on",
    make=one_liner,
    daily=False,
    about=("day",),
    sheets=True,
)
