"""What makes one pane different from another, as a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from models.kinds import kinds_of
from models.named import NamedTuple
from models.record import Record
from tui.office import Office
from tui.panes.sections import Section
from tui.widgets.columns import Column


class SectionsOf(Protocol):
    """Gives a pane's rows in sections: for the day in view, or where it is wide for all days."""

    def __call__(self, office: Office, *, wide: bool) -> list[Section]:
        """The sections in the pane's own order."""


class PaneKind(NamedTuple):
    """One of the board's panes.

    `sections` gives its rows; `tell` a few words for
    the pane's heading; `first` the kind a line typed there is of when it does not say;
    `own` the kinds its rows are made for; other kinds of the pane follow as they declare
    themselves; `empty` stands where the day in view has no row, `begin` where nothing of the
    pane's kinds is in the production yet: a line each, the indented ones to be typed as they are.
    """

    name: str
    title: str
    key: str
    columns: Sequence[Column]
    sections: SectionsOf
    tell: Callable[[Office], str]
    first: str
    own: tuple[str, ...]
    empty: str
    begin: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds a line typed in the pane may be, the likeliest first."""
        shown = kinds_of(self.name)
        return tuple(sorted(shown, key=lambda each: each.word != self.first))

    def nothing(self, office: Office) -> str:
        """What stands in the pane where it has no row."""
        if not self.begin or any(office.of(kind.word) for kind in self.kinds):
            return self.empty
        return "\n".join(self.begin).format(folder=office.production.path)
