"""The call sheet: on its front the day, its scenes and its cast; on its back the crew.

Each block is a file of its own. What a sheet should say and nobody has entered yet is said on a
draft, and left off what is issued.
"""

from __future__ import annotations

from models.edits import Aimed
from models.papers.appointments import day_appointments
from models.papers.call_sheet.background import background
from models.papers.call_sheet.cast import cast
from models.papers.call_sheet.crew import crew
from models.papers.call_sheet.header import header
from models.papers.call_sheet.locations import locations
from models.papers.call_sheet.missing import missing
from models.papers.call_sheet.requirements import happenings, requirements
from models.papers.call_sheet.scenes import advance, scenes
from models.papers.call_sheet.services import catering, contacts, signing, transport
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.head import Head, of_day
from models.papers.paper import Break, Paper
from models.papers.source import PaperKind, Source


HEAD = Head("call-sheet", "CALL SHEET")


def call_sheet(source: Source, about: Aimed | None = None) -> Paper:
    """The call sheet of the day in view."""
    day = ShootingDay(source)
    front = (
        missing(day),
        *header(day),
        locations(day),
        scenes(day),
        cast(day),
        background(day),
        requirements(day),
        happenings(day),
        advance(day),
        signing(day),
    )
    back = (crew(day), transport(day), catering(day), contacts(day))
    return of_day(_numbered(day), source, (*front, Break(), *back))


def _numbered(day: ShootingDay) -> Head:
    """In the UK a call sheet has the number of its shooting day."""
    if day.is_us or day.number is None:
        return HEAD
    return HEAD._replace(title=f"{HEAD.title} {day.number}")


CALL_SHEET = PaperKind(
    word=HEAD.name,
    title=HEAD.title,
    words="who and what is wanted on a day, when and where",
    make=call_sheet,
    sheets=True,
    appointments=day_appointments,
)
