"""What a line typed at the desk of an office would do: add a record, replace one, change some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from models.carrying import carried
from models.desk import Desk
from models.edits import Aimed, applied
from models.kinds import kind
from models.line import Draft, Reading, draft, read
from models.line.drafting import is_for_all, same_records
from models.record import Record
from models.when import as_date
from tui.proposal import Part, Proposal, shifts_only


if TYPE_CHECKING:
    from tui.office import Office

Document = Mapping[str, Any]

NEW = "new"
"""Stands for the id of a record that is still to be made."""


def adding(
    office: Office, line: str, of: type[Record], *, start: int = 0, also: Document | None = None
) -> Proposal:
    """What adding the line as a record of a kind would do.

    Where the line is about a record there already is (a call for someone called already), it
    changes that one. `also` are fields the line need not say.
    """
    desk = _desk(office, of)
    reading = read(line, of, desk, start=start)
    aimed = same_records(reading, desk)
    if aimed:
        swept = is_for_all(reading)
        parts = [
            _moved(office, shifts_only(reading, each) if swept else reading, each, desk)
            for each in aimed
        ]
        return _proposed(office, reading, parts)
    new = draft(reading, desk)
    given = also or {}
    made = replace(new, sets={**given, **new.sets}, after={**given, **new.after})
    return _proposed(office, reading, [Part(Aimed(of.word, ""), made)])


def _desk(office: Office, of: type[Record]) -> Desk:
    """The desk a new record's line is read at; with the time now where the kind asks for it."""
    if not any(each.now for each in of.slots().values()):
        return office.desk
    from models.tonight import at_moment

    return at_moment(office.desk, office.now())


def _moved(office: Office, reading: Reading, each: Aimed, desk: Desk) -> Part:
    return Part(each, draft(reading, desk, office.document(each), whole=False))


def _proposed(office: Office, reading: Reading, parts: Sequence[Part]) -> Proposal:
    """The proposal of its parts, with what follows from them."""
    after = {
        part.aimed.id or NEW: {**part.draft.after, "id": part.aimed.id or NEW} for part in parts
    }
    follows = carried(kind(parts[0].aimed.kind), after, office.desk)
    also = tuple(_carried(office, each, sets) for each, sets in follows.items())
    return Proposal(reading, tuple(parts), office.production.base(), also)


def _carried(office: Office, each: Aimed, sets: Mapping[str, Any]) -> Part:
    before = office.document(each)
    return Part(each, Draft(kind(each.kind), before, sets, applied(before, sets), ()))


def editing(office: Office, line: str, aimed: Aimed) -> Proposal:
    """What replacing a record by its whole line would do."""
    reading = read(line, kind(aimed.kind), office.desk)
    part = Part(aimed, draft(reading, office.desk, office.document(aimed)))
    return _proposed(office, reading, [part])


def changing(office: Office, line: str, aimed: Sequence[Aimed]) -> Proposal:
    """What a few words would change on one record, or on several; `+1d` is from its own day."""
    documents = [office.document(each) for each in aimed]
    days = [as_date(each.get("day") or each.get("date")) for each in documents]
    desks = {day: office.desk.on(day) if day else office.desk for day in days}
    # One reading for all records of a kind and day: hundreds may be marked while somebody types.
    readings = {
        (word, day): read(line, kind(word), desks[day], whole=False)
        for word, day in {(each.kind, day) for each, day in zip(aimed, days, strict=True)}
    }
    parts = [
        Part(each, draft(readings[each.kind, day], desks[day], document, whole=False))
        for each, document, day in zip(aimed, documents, days, strict=True)
    ]
    reading = read(line, kind(aimed[0].kind), office.desk, whole=False)
    return _proposed(office, reading, parts)
