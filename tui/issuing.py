"""Issuing a paper: it is kept as it is, and everybody's next draft says what is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orjson import dumps

from store.change import Edit
from tui.papers import source_of


if TYPE_CHECKING:
    import datetime as dt

    from models.edits import Aimed
    from models.papers.paper import Paper
    from models.papers.source import PaperKind
    from tui.office import Office


def issue(
    office: Office,
    kind: PaperKind,
    about: Aimed | None,
    wanted: str = "",
    *,
    day: dt.date | None = None,
) -> Paper:
    """Issue a paper of a day, or of the day in view, in the stage that follows or the one wanted.

    Raises NoSuch where nothing is planned or nothing is different, NotSaved and ReadOnly.
    """
    from models.papers.issues import to_issue
    from models.papers.making import made
    from store.versions import version_of

    production, source = office.production, source_of(office, day)
    by, _, _ = production.writer.partition("@")
    version = version_of(production)
    draft = made(kind, source, about)
    found = to_issue(draft, source, about, wanted, by=by, version=version.words)
    numbers = dumps(version.numbers).decode()
    record = {"number": "", "numbers": numbers, **found.record}
    production.commit(
        [Edit("document", production.mint(), record)], f"issued {issue_words(found.paper)}"
    )
    return found.paper


def issue_words(paper: Paper) -> str:
    """An issue in words: `call sheet of Day 3 of 30, Wed 25 Nov 2026: revised Blue, no. 3`."""
    issue = paper.issue
    which = " ".join(filter(None, (issue.stage, issue.colour)))
    return f"{paper.title.lower()} of {paper.about}: {which}, no. {issue.number}"
