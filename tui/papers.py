"""The papers of an open production: which ones a pane shows first, and about what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from models.fields.references import Reference
from models.kinds import KINDS
from models.papers.papers import PAPERS
from models.papers.source import Source


if TYPE_CHECKING:
    import datetime as dt

    from models.edits import Aimed
    from models.papers.source import PaperKind
    from tui.office import Office


FIRST = {
    "schedule": (
        *("call-sheet", "one-liner", "day-out-of-days"),
        *("production-report", "first-shot", "lunch", "wrap-text"),
    ),
    "crew": ("contact-sheet", "crew-list", "cast-list", "appointments"),
    "transport": ("transport-order", "movement-order"),
    "issues": ("issue-report",),
}
"""What each pane's rows are mostly wanted as; the other papers come after these."""


class Wanted(NamedTuple):
    """A paper that can be shown: which, and the one record it is to be about, if any."""

    kind: PaperKind
    about: Aimed | None = None


def source_of(office: Office, day: dt.date | None = None) -> Source:
    """What a paper of a day, or of the day in view, is made from, as the production is now."""
    desk = office.desk.on(day) if day else office.desk
    now = office.now()

    def given_at(kind: str, id: str, field: str) -> dt.datetime | None:
        return _moment(office.production.view.given_at(kind, id, field), now)

    return Source(office.records, desk, now, given_at)


def _moment(at: str, now: dt.datetime) -> dt.datetime | None:
    """A moment of the files in the zone of now."""
    from datetime import datetime

    try:
        return datetime.fromisoformat(at).astimezone(now.tzinfo)
    except ValueError:
        return None


def wanted(office: Office, pane: str, pointed: Aimed | None) -> tuple[Wanted, ...]:
    """All papers, those of the pane first; of these the one about the row before the whole."""
    own = [PAPERS[word] for word in FIRST.get(pane, ()) if word in PAPERS]
    others = [kind for kind in PAPERS.values() if kind not in own]
    about = (_about(office, kind, pointed) for kind in own)
    mine = (each for kind, found in zip(own, about, strict=True) for each in _both(kind, found))
    return (*mine, *map(Wanted, others))


def _both(kind: PaperKind, about: Aimed | None) -> Iterator[Wanted]:
    if about:
        yield Wanted(kind, about)
    yield Wanted(kind)


def _about(office: Office, kind: PaperKind, pointed: Aimed | None) -> Aimed | None:
    """The record a paper may be about: the row's own, or one it names as a run does a vehicle."""
    from models.edits import Aimed

    if pointed is None:
        return None
    if pointed.kind in kind.about:
        return pointed
    document = office.document(pointed)
    for name, slot in KINDS[pointed.kind].slots().items():
        held = document.get(name)
        of = slot.type
        if isinstance(of, Reference) and of.kind in kind.about and isinstance(held, str):
            return Aimed(of.kind, held)
    return None
