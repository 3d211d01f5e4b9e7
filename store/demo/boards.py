"""The three invented writers at their boards, doing again what is told of them.

What they do is read and saved as a user's typing is; only the clock is not the wall's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from models.desk import Desk, desk_of
from models.errors import CallboardError, Unread
from models.kinds import KINDS
from models.record import noted
from store.demo.calendar import date_of, dated
from store.demo.entries import Entry, text
from store.demo.verbs import Deed, deed, follows
from store.production import Base, Production


TITLE = "Low Water"
ZONE = "Europe/Zurich"
FIRST_WRITER = "mia"
WRITERS = (FIRST_WRITER, "reto", "jana")
MADE = ("d1-30", dt.time(9, 0))


class Boards:
    """The three writers at their boards, all on one folder."""

    def __init__(self, path: Path, now: dt.datetime, spare: Path) -> None:
        """Make the production and open it for each writer. Raises FolderError or NotSaved."""
        self._now = now
        self._spare = spare
        day, clock = MADE
        self._at = dt.datetime.combine(date_of(day, now.date()), clock, now.tzinfo)
        Production.create(path, title=TITLE, zone=ZONE, as_user=FIRST_WRITER, clock=self._clock)
        self._boards = {
            name: Production.open(path, as_user=name, clock=self._clock) for name in WRITERS
        }
        self._missed = self._bases()

    def _clock(self) -> dt.datetime:
        """The moment that is being told of."""
        return self._at

    def tell(self, entry: Entry) -> None:
        """Do what an entry says, at its time. Raises Unread where it cannot be read."""
        bases = self._bases()
        seen = (self._missed if entry.unseen else bases)[entry.writer]
        board = self._boards[entry.writer]
        self._at = entry.at
        try:
            self._do(board, entry.lines, seen)
        except CallboardError as error:
            raise Unread(f"{entry.where}: {entry.lines[0]}: {error}") from error
        self._missed = bases

    def _bases(self) -> dict[str, Base]:
        """What each writer has seen, everything on the disk being read."""
        for board in self._boards.values():
            board.refresh()
        return {name: board.base() for name, board in self._boards.items()}

    def _do(self, board: Production, lines: tuple[str, ...], seen: Base) -> None:
        word, _, rest = lines[0].partition(" ")
        if word == "import":
            self._import(board, rest)
        elif word == "undo":
            board.undo()
        else:
            desk = self._desk(board)
            deeds = [deed(line, desk) for line in lines]
            who, _, _ = board.writer.partition("@")
            edits = [
                each._replace(set=noted(KINDS[each.kind], each.set, self._at, who))
                for each in (*(done.edit for done in deeds), *follows(deeds, desk))
            ]
            board.commit(edits, _did(deeds), base=seen)

    def _desk(self, board: Production) -> Desk:
        return desk_of({word: board.view.records(word) for word in KINDS}, self._at.date())

    def _import(self, board: Production, name: str) -> None:
        from store.imports import taking
        from store.imports.formats import read  # a board that is only opened needs no readers

        copy = self._spare / name
        copy.write_text(dated(text(name), self._now.date()), "utf-8")
        taking.take(board, taking.plan(board, read(copy)))


def _did(deeds: Sequence[Deed]) -> str:
    """What the history calls a change: one deed by its name, many by their kind and count."""
    if len(deeds) == 1:
        return deeds[0].did
    verb = deeds[0].did.partition(" ")[0]
    return f"{verb} {len(deeds)} {KINDS[deeds[0].edit.kind].plural}"
