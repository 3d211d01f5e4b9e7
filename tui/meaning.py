"""What a typed line would do if it were saved: the record as it would be, and what would clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.as_if import AsIf
from models.desk import Desk
from models.edits import Aimed, value_at
from models.form import form
from models.rules import LOOKED_AT, findings
from models.words import words
from tui.office import Office
from tui.proposal import Part, Proposal


def meaning(proposal: Proposal, office: Office) -> Iterator[tuple[str, str]]:
    """The labels and values of what would be saved; of several records, what changes in each."""
    parts = proposal.parts
    if len(parts) > 1:
        yield (f"{len(parts)} records", _changes(parts[0], office.desk))
        return
    part = parts[0]
    if part.aimed.id:
        number = str(part.draft.before.get("number") or "")
        yield (f"{part.aimed.kind} {number}", _changes(part, office.desk) or "nothing changes")
        yield from _followed(proposal, office)
        return
    yield ("new", part.aimed.kind)
    for entry in form(part.draft.kind, part.draft.after, office.desk):
        yield (entry.heading, entry.shown)
    yield from _followed(proposal, office)


def _followed(proposal: Proposal, office: Office) -> Iterator[tuple[str, str]]:
    """What is set on other records with it: `scene 42: state shot`."""
    for part in proposal.carried:
        name = office.directory.show(part.aimed.kind, part.aimed.id)
        yield (f"{part.aimed.kind} {name}", _changes(part, office.desk))


def _changes(part: Part, desk: Desk) -> str:
    before = {key: value_at(part.draft.before, key) for key in part.draft.sets}
    return ", ".join(words(part.aimed.kind, before, part.draft.sets, desk))


def clashes(proposal: Proposal, office: Office) -> tuple[str, ...]:
    """What the rules would find if the proposal were saved, and do not find now."""
    parts = [part for part in proposal.parts if part.draft.sets and part.aimed.kind in LOOKED_AT]
    if not parts or proposal.wrong:
        return ()
    day = str(parts[0].draft.after.get("day") or office.desk.day)
    known = {each.words for each in office.findings} if day == office.desk.day else set()
    desk = _as_if(parts, office.desk)
    about = {_as_if_id(part) for part in parts}
    return tuple(
        dict.fromkeys(
            each.words
            for each in findings(desk, day)
            if each.words not in known and about.intersection(each.about)
        )
    )


def _as_if_id(part: Part) -> Aimed:
    return part.aimed if part.aimed.id else Aimed(part.aimed.kind, "new")


def _as_if(parts: list[Part], desk: Desk) -> Desk:
    others: dict[str, dict[str, Mapping[str, Any]]] = {}
    for part in parts:
        each = _as_if_id(part)
        others.setdefault(each.kind, {})[each.id] = {**part.draft.after, "id": each.id}
    now = desk.directory.records
    would_be = {kind: AsIf(now.get(kind, {}), made) for kind, made in others.items()}
    return desk._replace(directory=desk.directory.later({**now, **would_be}))
