"""What a typed line would do to the production, before it is saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.edits import Aimed
from models.kinds import kind
from models.line import Draft, Problem, Reading
from models.named import NamedTuple
from models.record import noted
from store.change import Edit


if TYPE_CHECKING:
    from store.production import Base


class Part(NamedTuple):
    """What happens to one record; its id is empty while it is still to be made."""

    aimed: Aimed
    draft: Draft


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line as it was read, what it would do to each record, and what had been seen by then."""

    reading: Reading
    parts: tuple[Part, ...]
    base: Base
    carried: tuple[Part, ...] = ()
    """What else is so by what the parts say: the scene that was logged as done is shot."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is not right, each sentence once."""
        found = {each.words: each for part in self.parts for each in part.draft.problems}
        return tuple(found.values())

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What keeps it from being saved."""
        return tuple(each for each in self.problems if not each.doubt)

    @property
    def doubts(self) -> tuple[Problem, ...]:
        """What a second Enter would keep as it is."""
        return tuple(each for each in self.problems if each.doubt)

    def edits(self, mint: Callable[[], str], at: dt.datetime, who: str) -> list[Edit]:
        """The edits to commit; a new record gets an id, and its number when it is saved.

        Running notes are kept under when and by whom.
        """
        every = (*self.parts, *self.carried)
        found = (edit for part in every if (edit := _edit(part, mint)))
        return [edit._replace(set=noted(kind(edit.kind), edit.set, at, who)) for edit in found]


def _edit(part: Part, mint: Callable[[], str]) -> Edit | None:
    if not part.draft.sets:
        return None
    if part.aimed.id:
        return Edit(part.aimed.kind, part.aimed.id, dict(part.draft.sets))
    return Edit(part.aimed.kind, mint(), {"number": "", **part.draft.sets})


def shifts_only(reading: Reading, aimed: Aimed) -> Reading:
    """The shifts of a line about all calls, for one record of any kind that moves with them."""
    of = kind(aimed.kind)
    return replace(reading, kind=of, values={}, cleared=frozenset(), problems=())
