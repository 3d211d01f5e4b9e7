"""Making a paper, or saying why there is none."""

from __future__ import annotations

from models.edits import Aimed
from models.errors import NoSuch
from models.papers.issues import since_last
from models.papers.paper import Paper
from models.papers.source import PaperKind, Source
from models.when import as_date, show_day


PLANNED = ("scene", "event", "call", "run")
"""The kinds of which one record is enough to make a day a planned one."""


def made(kind: PaperKind, source: Source, about: Aimed | None = None) -> Paper:
    """The paper of the day in view, or about one record; what is different since it was issued.

    Raises NoSuch where nothing is planned on the day a daily paper is for, with the day that
    comes next.
    """
    if kind.daily and not is_planned(source):
        raise NoSuch(f"nothing is planned on {show_day(source.desk.day)}{_next(source)}")
    paper = kind.make(source, about)
    return paper if paper.issue.number else since_last(paper, source, about)


def is_planned(source: Source) -> bool:
    """Whether the day in view is a production day, or anything is on it."""
    dates = (each.get("date") for each in source.of("day").values())
    on = source.desk.directory.on
    return source.desk.day in dates or any(on(kind, source.desk.day) for kind in PLANNED)


def _next(source: Source) -> str:
    """The planned day that comes next, or else the last one; nothing where there is none."""
    found = (as_date(each.get("date")) for each in source.of("day").values())
    days = sorted(each for each in found if each)
    later = [each for each in days if each > source.desk.view]
    if not days:
        return " (no production day is planned yet)"
    word, day = ("next is", later[0]) if later else ("the last one planned is", days[-1])
    return f" ({word} {show_day(day.isoformat())})"
