"""What stands under the line while it is typed: what it means, what would clash, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from models.desk import Desk
from models.edits import Aimed, value_at
from models.form import form
from models.line import Completion, complete
from models.rules import LOOKED_AT, findings
from models.words import words
from tui.office import Office
from tui.proposal import Part, Proposal
from tui.widgets.preview import Problem, Reading


@dataclass(frozen=True, slots=True)
class Look:
    """A line as it is shown: its coloured stretches, the lines under it, what Tab would take."""

    spans: tuple[tuple[int, int, str], ...] = ()
    reading: Reading = field(default_factory=Reading)
    completions: tuple[Completion, ...] = ()


def look_at(
    proposal: Proposal, office: Office, line: tuple[str, int, int], *, typing: bool
) -> Look:
    """The look of a line that adds or changes records; nothing is said of an empty one.

    `line` is its text, the cursor in it, and where the record's own words begin.
    """
    text, cursor, start = line
    if not text[start:].strip():
        return Look(reading=Reading(text, (("for example", proposal.reading.kind.example),)))
    found = complete(" " * start + text[start:], cursor, proposal.reading.kind, office.desk)
    problems = [
        *_in_sight(proposal, line, typing=typing),
        *(Problem(-1, -1, f"! {each}", doubt=True) for each in clashes(proposal, office)),
    ]
    return Look(
        tuple((piece.start, piece.end, piece.role) for piece in proposal.reading.pieces),
        Reading(
            text,
            tuple(_meaning(proposal, office)),
            tuple(problems),
            tuple(each.text for each in found),
        ),
        found,
    )


def _in_sight(proposal: Proposal, line: tuple[str, int, int], *, typing: bool) -> Iterator[Problem]:
    """Nothing is said of the word being typed; what is still missing is not pointed at."""
    text, cursor, _ = line
    for each in proposal.problems:
        if each.start == each.end == len(text):
            yield Problem(-1, -1, each.words, doubt=typing or each.doubt)
        elif not (typing and each.end == cursor):
            yield Problem(each.start, each.end, each.words, each.doubt)


def _meaning(proposal: Proposal, office: Office) -> Iterator[tuple[str, str]]:
    parts = proposal.parts
    if len(parts) > 1:
        yield (f"{len(parts)} records", _changes(parts[0], office.desk))
        return
    part = parts[0]
    if part.aimed.id:
        number = str(part.draft.before.get("number") or "")
        yield (f"{part.aimed.kind} {number}", _changes(part, office.desk) or "nothing changes")
        return
    yield ("new", part.aimed.kind)
    for entry in form(part.draft.kind, part.draft.after, office.desk):
        yield (entry.heading, entry.shown)


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
    records: dict[str, Mapping[str, Any]] = dict(desk.directory.records)
    about = [_as_if_id(part) for part in parts]
    for part, each in zip(parts, about, strict=True):
        after = {**part.draft.after, "id": each.id}
        records[each.kind] = {**records.get(each.kind, {}), each.id: after}
    return replace(desk, directory=desk.directory.later(records, about))
