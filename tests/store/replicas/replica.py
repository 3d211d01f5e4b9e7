"""One machine: its folder of the production, its own state and cache, and a clock nobody trusts."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from store.production import Production
from tests.store.replicas.lines import own_lines


if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from store.change import Change, Edit
    from store.production import Base

MORNING = datetime(2026, 11, 21, 5, 40, tzinfo=timezone(timedelta(hours=1)))


class Replica:
    """A user at a machine with a production folder of its own."""

    def __init__(self, name: str, ground: Path) -> None:
        self.name = name
        self.folder = ground / name / "nightfall"
        self.ground = ground / name
        self.off = timedelta()
        self.ticks = 0
        self.forms: list[Base] = []
        self.given: set[str] = set()
        self.saved: dict[str, int] = {}
        self.board: Production

    @property
    def own_folder(self) -> Path:
        return self.folder / "writers" / self.board.writer

    def clock(self) -> datetime:
        self.ticks += 1
        return MORNING + self.off + timedelta(seconds=self.ticks)

    def here(self) -> None:
        """Be at this machine: what is opened or saved next uses its state and cache."""
        os.environ["CALLBOARD_STATE"] = str(self.ground / "state")
        os.environ["CALLBOARD_CACHE"] = str(self.ground / "cache")

    def create(self) -> None:
        self.here()
        self.board = Production.create(
            self.folder, title="Nightfall", zone="UTC", as_user=self.name, clock=self.clock
        )

    def open(self) -> None:
        self.here()
        self.forms = []
        self.board = Production.open(self.folder, as_user=self.name, clock=self.clock)

    def commit(self, edits: Sequence[Edit], base: Base | None = None) -> Change:
        self.here()
        numbered = self.numbers()
        begun = base or self.board.base()
        change = self.board.commit(edits, "changed", base=base)
        self._check_saved(change)
        assert dict(begun.numbers) == change.seen.numbers(), "not what was seen when it was begun"
        given = {
            edit.id: str(edit.set["number"]) for edit in change.edits if edit.set.get("number")
        }
        assert not (numbered | self.given) & set(given.values()), "a number was given out twice"
        self.given |= set(given.values())
        return change

    def revert(self, *, redo: bool) -> Change:
        """Undo or redo. Raises NothingToUndo."""
        self.here()
        change = self.board.redo() if redo else self.board.undo()
        self._check_saved(change)
        return change

    def save_checkpoint(self) -> None:
        self.here()
        self.board.checkpoint()  # type: ignore[attr-defined]
        self.saved = dict(self.board.view.have)

    def numbers(self) -> set[str]:
        """Every number this machine's view knows of, removed records' too."""
        view = self.board.view
        documents = [view.get(*key) or {} for key in view.keys()]  # noqa: SIM118 - no mapping
        return {str(each["number"]) for each in documents if "number" in each}

    def _check_saved(self, change: Change) -> None:
        assert own_lines(self.own_folder).get(change.n) == change.sum, "acknowledged and not there"
