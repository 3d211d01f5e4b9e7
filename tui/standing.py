"""A production as it stands: its records, the desk, what the rules find, what filters look through.

All of it is worked out when it is first asked for and kept until a change touches it, so that a
key costs what it changes, not what the production holds.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from models.desk import Desk, desk_of
from models.directory import Directory
from models.kept import Kept
from models.texts import Texts
from store.shaped import ShapedView


if TYPE_CHECKING:
    from models.rules import Finding
    from store.production import Production


class Standing:
    """What is known of a production at this moment."""

    def __init__(self, production: Production) -> None:
        """Take an open production."""
        self._production = production
        self._shaped = ShapedView(production.view)
        self._at = -1
        self._directory = Directory({})
        self._desk: Desk | None = None
        self._texts, self._year = Texts(), 0
        self._disputed: frozenset[str] = frozenset()
        self._names = object()
        self.kept = Kept()

    @property
    def directory(self) -> Directory:
        """The live documents, by name and by day; the same one until a change comes."""
        if self._at != self._production.view.version:
            self._catch_up()
        return self._directory

    @property
    def names(self) -> object:
        """The very same for as long as every record is called what it was called."""
        _ = self.directory
        return self._names

    @property
    def disputed(self) -> frozenset[str]:
        """The records with values made without knowing of one another, as `kind/id`."""
        _ = self.directory
        return self._disputed

    def desk(self, today: dt.date, view: dt.date) -> Desk:
        """The desk of these days; the same one until a change or other days come."""
        known, directory = self._desk, self.directory
        if known is None or (directory, today, view) != (known.directory, known.today, known.view):
            known = self._desk = desk_of(directory.records, today, view, directory)
        return known

    def findings(self, desk: Desk) -> tuple[Finding, ...]:
        """What the rules find on the day in view of a desk."""
        from models.rules import findings, looked_at

        return self.kept.of("findings", looked_at(desk, desk.day), lambda: findings(desk))

    def texts(self, desk: Desk) -> Texts:
        """All that is shown of each record, folded, for a filter."""
        if self._year != desk.view.year:  # a day of another year is shown with its year
            self._year, self._texts = desk.view.year, Texts()
        return self._texts

    def _catch_up(self) -> None:
        """Go on where the production is now, with what its changes since then touched."""
        view, before = self._production.view, self._directory
        touched = view.touched.after(self._at)
        records = {word: self._shaped.records(word) for word in view.kinds()}
        if touched is None:
            self._directory = Directory(records)
            self._names, self._texts = object(), Texts()
        else:
            self._directory = before.later(records)
            renamed = self._directory.renamed(touched)
            self._names = object() if renamed else self._names
            self._texts.forget(touched, renamed)
        self._disputed = frozenset(f"{each.kind}/{each.id}" for each in view.conflicts())
        self._at = view.version
