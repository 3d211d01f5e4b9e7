"""What stands under the line while it is typed: what it means, what would clash, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.line import Completion, complete
from tui.meaning import clashes, meaning
from tui.office import Office
from tui.proposal import Proposal
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
            tuple(meaning(proposal, office)),
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
