"""A production folder as one user reads it: the view of all changes, kept up to date."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from store.checkpoint import WORTH_KEEPING, Checkpoint
from store.folder import WRITERS
from store.view import Key, View
from store.writers import Writers


if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from store.change import Change
    from store.fault import Fault
    from store.history import Chronicle
    from store.repair import Lost
    from store.versions import Version

AsOf: TypeAlias = "datetime | Version"

MANY = 1000  # records: they stay, so the collector need not look at them again and again


class Reading:
    """The view of a production and the readers behind it; with `until`, as it was then."""

    def __init__(
        self, path: Path, production: str, user: str, until: AsOf | None, *, afresh: bool
    ) -> None:
        """Stand where this user's checkpoint stood, or `afresh` before the first change."""
        self.view = View()
        self.until = until
        self._folder = path / WRITERS
        self.production = production
        self._checkpoint = Checkpoint(path, production, user)
        self._archive: tuple[Writers, Chronicle] | None = None
        self._unkept = 0
        self.writers = self._readers()
        trusted = until is None and not afresh
        if trusted and not self._checkpoint.resume(self.writers, self.view):
            self.writers = self._readers()
            self.view.forget_all()

    def refresh(self) -> frozenset[Key]:
        """Read what is new on the disk; the (kind, id) of the records it touched."""
        with _collector_paused():
            news = self.writers.read()
            again = self._merged_anew() if self.writers.renamed else frozenset()
            touched = again | self.take(news)
            if len(touched) > MANY:
                gc.freeze()
            return touched

    def take(self, changes: Sequence[Change]) -> frozenset[Key]:
        """Merge changes that were read into the view; the records they touched."""
        if not changes:
            return frozenset()
        self._unkept += sum(len(change.edits) for change in changes)
        self.view.begin(self.writers.begins())
        if self.until is None:
            return self.view.take(changes)
        until = self.until
        return self.view.take([change for change in changes if _is_of(change, until)])

    def chronicle(self) -> Chronicle:
        """All changes and what each replaced; the files are read when it is first asked for."""
        from store.history import Chronicle  # a board may live without

        if self._archive is None:
            self._archive = (self._readers(), Chronicle())
        writers, chronicle = self._archive
        chronicle.take(writers.read(), self.view.have)
        if not chronicle.reaches(self.view.have):
            self.writers.keep()
            chronicle.take(writers.recall(), self.view.have)
        if writers.renamed:
            self._archive = None
            return self.chronicle()
        return chronicle

    def faults(self, now: datetime, me: str) -> list[Fault]:
        """Everything wrong with the files, as sentences to the writer called `me`."""
        from store.faults import faults

        return faults(self.writers, self.view, now, me)

    def keep(self) -> None:
        """Keep what was read, if reading what is new again would cost more than keeping it."""
        self.checkpoint(WORTH_KEEPING + self.view.count() // 100)

    def checkpoint(self, after: int) -> None:
        """Keep what was read, if at least so many changes of records are new to the checkpoint."""
        if self.until is None and self._unkept >= after:
            self._checkpoint.save(self.writers, self.view)
            self._unkept = 0

    def lost(self) -> list[Lost]:
        """What was read before, now or at another time, and is in no file any more."""
        from store.repair import lost

        self.writers.keep()
        return lost(self._folder, self.production, self._checkpoint.shadow)

    def _readers(self) -> Writers:
        return Writers(self._folder, self.production, self._checkpoint.shadow)

    def _merged_anew(self) -> frozenset[Key]:
        """Merge everything once more: changes taken in before go by another name now."""
        before = self.view.keys()
        self.writers.start_again()
        self.view.forget_all()
        self._archive = None
        return before | self.take(self.writers.read())


def _is_of(change: Change, until: AsOf) -> bool:
    """Whether a change was made by then, or is part of the version."""
    if not isinstance(until, datetime):
        return until.holds(change)
    try:
        return datetime.fromisoformat(change.at) <= until
    except (ValueError, TypeError):
        return False


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Loading makes many objects and no garbage: the collector costs a third of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
