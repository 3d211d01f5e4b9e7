"""A production as it stands: its records, the desk, what the rules find, what filters look through.

All of it is worked out when it is first asked for and kept until a change touches it, so that a
key costs what it changes, not what the production holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from models.desk import Desk, desk_of
from models.directory import Directory
from models.kept import Kept
from models.rules import Finding, findings, looked_at
from models.texts import Texts
from store.shaped import ShapedView


if TYPE_CHECKING:
    from store.production import Production


Document = Mapping[str, Any]
Records = Mapping[str, Mapping[str, Document]]


class _Known(NamedTuple):
    """A desk, and the version of the production it is of."""

    version: int
    desk: Desk


class Standing:
    """What is known of a production at this moment."""

    def __init__(self, production: Production) -> None:
        """Take an open production."""
        self._production = production
        self._shaped = ShapedView(production.view)
        self._records: tuple[int, Records] | None = None
        self._known: _Known | None = None
        self._texts: Texts | None = None
        self._disputed: tuple[int, frozenset[str]] | None = None
        self.kept = Kept()

    @property
    def records(self) -> Records:
        """The live documents by kind and id, every known field in its shape."""
        view = self._production.view
        if self._records is None or self._records[0] != view.version:
            found = {word: self._shaped.records(word) for word in view.kinds()}
            self._records = (view.version, found)
        return self._records[1]

    def desk(self, today: dt.date, view: dt.date) -> Desk:
        """The desk of these days; the same one until a change or other days come."""
        version, known = self._production.view.version, self._known
        now = (version, today, view)
        if known is None or now != (known.version, known.desk.today, known.desk.view):
            known = self._known = self._moved(today, view)
        return known.desk

    def findings(self, desk: Desk) -> tuple[Finding, ...]:
        """What the rules find on the day in view of a desk."""
        return self.kept.of("findings", looked_at(desk, desk.day), lambda: findings(desk))

    @property
    def disputed(self) -> frozenset[str]:
        """The records with values made without knowing of one another, as `kind/id`."""
        version = self._production.view.version
        if self._disputed is None or self._disputed[0] != version:
            found = frozenset(f"{each.kind}/{each.id}" for each in self._production.conflicts())
            self._disputed = (version, found)
        return self._disputed[1]

    def texts(self, desk: Desk) -> Texts:
        """All that is shown of each record, folded, for a filter."""
        if self._texts is None:
            self._texts = Texts(desk)
        return self._texts

    def _moved(self, today: dt.date, view: dt.date) -> _Known:
        known, version = self._known, self._production.view.version
        if known is None:
            return _Known(version, desk_of(self.records, today, view))
        touched = self._production.view.touched.after(known.version)
        directory = known.desk.directory
        if touched is None:
            directory = Directory(self.records)
        elif touched:
            directory = directory.later(self.records, touched)
        desk = desk_of(self.records, today, view, directory)
        if self._texts is not None:
            self._texts.move(desk, touched)
        return _Known(version, desk)
