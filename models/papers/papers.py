"""Every paper there is. Adding one is a file of its own and a line here."""

from __future__ import annotations

from collections.abc import Mapping

from models.errors import NoSuch
from models.papers.appointments import APPOINTMENTS
from models.papers.call_sheet import CALL_SHEET
from models.papers.cast_list import CAST_CONTACTS, CAST_LIST
from models.papers.contact_sheet import CONTACT_SHEET
from models.papers.crew_list import CREW_LIST
from models.papers.day_out_of_days import DAY_OUT_OF_DAYS
from models.papers.issue_report import ISSUE_REPORT
from models.papers.messages import MESSAGES
from models.papers.movement_order import MOVEMENT_ORDER
from models.papers.one_liner import ONE_LINER
from models.papers.production_report import PRODUCTION_REPORT
from models.papers.source import PaperKind
from models.papers.transport_order import TRANSPORT_ORDER


ALL: tuple[PaperKind, ...] = (
    CALL_SHEET,
    CONTACT_SHEET,
    CREW_LIST,
    CAST_LIST,
    CAST_CONTACTS,
    TRANSPORT_ORDER,
    MOVEMENT_ORDER,
    PRODUCTION_REPORT,
    *MESSAGES,
    ISSUE_REPORT,
    APPOINTMENTS,
    ONE_LINER,
    DAY_OUT_OF_DAYS,
)

PAPERS: Mapping[str, PaperKind] = {each.word: each for each in ALL}


def paper_kind(word: str) -> PaperKind:
    """The paper a word means; `NoSuch` with those there are otherwise."""
    found = PAPERS.get(word.lower())
    if found is None:
        raise NoSuch(f"'{word}' is no paper (there are {', '.join(PAPERS)})")
    return found
