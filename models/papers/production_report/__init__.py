"""The daily production report: what the day was to be, what it was, and what is left of the film.

It is made from the day's log, its calls, scenes and schedule whenever it is looked at, so there is
nothing to rebuild when one of them is put right.
"""

from __future__ import annotations

from models.edits import Aimed
from models.papers.call_sheet.services import signing
from models.papers.head import Head, of_day
from models.papers.paper import Break, Paper
from models.papers.production_report.cast_times import background, cast_times
from models.papers.production_report.crew_times import crew_times, meals, notes
from models.papers.production_report.days import dates, days_by_type, people
from models.papers.production_report.reported import Reported
from models.papers.production_report.shot import covered, not_shot, rolls, scenes_shot
from models.papers.production_report.times import key_times
from models.papers.source import PaperKind, Source


HEAD = Head("production-report", "DAILY PRODUCTION REPORT")


def production_report(source: Source, about: Aimed | None = None) -> Paper:
    """The production report of the day in view."""
    day = Reported(source)
    front = (
        people(day),
        dates(day),
        key_times(day),
        days_by_type(day),
        covered(day),
        scenes_shot(day),
        not_shot(day),
        rolls(day),
        cast_times(day),
        background(day),
        meals(day),
    )
    back = (crew_times(day), notes(day), signing(day))
    return of_day(HEAD, source, (*front, Break(), *back))


PRODUCTION_REPORT = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="what the day was: times, scenes, coverage, cast and crew, delays",
    make=production_report,
    sheets=True,
)
