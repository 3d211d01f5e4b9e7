"""What a line typed at the desk of an office would do: add a record, replace one, change some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from models.kinds import kind
from models.line import Reading, draft, read
from models.line.drafting import is_for_all, same_records
from models.record import Record
from models.when import as_date
from tui.proposal import Part, Proposal, shifts_only


if TYPE_CHECKING:
    from tui.office import Office

Document = Mapping[str, Any]


def adding(
    office: Office, line: str, of: type[Record], *, start: int = 0, also: Document | None = None
) -> Proposal:
    """What adding the line as a record of a kind would do.

    Where the line is about a record there already is (a call for someone called already), it
    changes that one. `also` are fields the line need not say.
    """
    reading = read(line, of, office.desk, start=start)
    aimed = same_records(reading, office.desk)
    if aimed:
        swept = is_for_all(reading)
        parts = [
            _moved(office, shifts_only(reading, each) if swept else reading, each) for each in aimed
        ]
        return Proposal(reading, tuple(parts), office.production.base())
    new = draft(reading, office.desk)
    given = also or {}
    made = replace(new, sets={**given, **new.sets}, after={**given, **new.after})
    return Proposal(reading, (Part(Aimed(of.word, ""), made),), office.production.base())


def _moved(office: Office, reading: Reading, each: Aimed) -> Part:
    return Part(each, draft(reading, office.desk, office.document(each), whole=False))


def editing(office: Office, line: str, aimed: Aimed) -> Proposal:
    """What replacing a record by its whole line would do."""
    reading = read(line, kind(aimed.kind), office.desk)
    part = Part(aimed, draft(reading, office.desk, office.document(aimed)))
    return Proposal(reading, (part,), office.production.base())


def changing(office: Office, line: str, aimed: Sequence[Aimed]) -> Proposal:
    """What a few words would change on one record, or on several."""
    parts = tuple(_changed(office, line, each) for each in aimed)
    reading = read(line, kind(aimed[0].kind), office.desk, whole=False)
    return Proposal(reading, parts, office.production.base())


def _changed(office: Office, line: str, each: Aimed) -> Part:
    """The words applied to one record; `+1d` counts from the record's own day."""
    document = office.document(each)
    own = as_date(document.get("day") or document.get("date"))
    desk = office.desk.on(own) if own else office.desk
    reading = read(line, kind(each.kind), desk, whole=False)
    return Part(each, draft(reading, desk, document, whole=False))
