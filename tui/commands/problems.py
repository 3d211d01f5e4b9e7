"""What is wrong with a line, under the words it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.measure import width_of
from models.text import clean
from tui.commands.speaking import Refusal


if TYPE_CHECKING:
    from models.line import Problem
    from tui.proposal import Proposal


INDENT = "  "
_KEYS = re.compile(r" \(?Enter again\b[^()]*\)?")
"""What a problem says of the board's keys."""


def refuse(proposal: Proposal, *, as_is: bool) -> None:
    """Raise a refusal that shows what is wrong with the line, or doubtful and not insisted on."""
    problems = against(proposal, as_is=as_is)
    if problems:
        raise Refusal("NOT saved", *pointed(proposal.reading.text, problems), *_way_out(problems))


def against(proposal: Proposal, *, as_is: bool) -> tuple[Problem, ...]:
    """What keeps a line from being saved."""
    return proposal.wrong if as_is else proposal.problems


def pointed(line: str, problems: Sequence[Problem]) -> Iterator[str]:
    """The line with marks under each part that is not right, and the words for it below."""
    yield INDENT + clean(line)
    for each in sorted(problems, key=lambda problem: problem.start):
        before = width_of(clean(line[: each.start]))
        marked = max(1, width_of(clean(line[each.start : each.end])))
        yield f"{INDENT}{' ' * before}{'^' * marked}"
        yield INDENT + _KEYS.sub("", each.words)


def _way_out(problems: Sequence[Problem]) -> Iterator[str]:
    if all(each.doubt for each in problems):
        yield "Mend it, or add --as-is to keep it as it stands."
