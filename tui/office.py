"""The production office: one open production, the day in view, and what a typed line would do.

The board and the command line are two faces of this; neither decides what a line means.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from models.by_day import Documents
from models.desk import Desk
from models.directory import Directory
from models.edits import Aimed
from models.form import called
from models.kept import Kept
from models.kinds import kind
from models.record import Record
from models.texts import Texts
from store.change import Edit
from tui.standing import Standing


if TYPE_CHECKING:
    from models.rules import Finding
    from store.change import Change
    from store.production import Base, Production
    from tui.proposal import Proposal


Document = Mapping[str, Any]


class Office:
    """An open production and the day in view; `now` is a clock, so that tests have their own."""

    def __init__(
        self, production: Production, *, now: Callable[[], dt.datetime], view: dt.date | None = None
    ) -> None:
        """Take an open production; the day in view is today where none is given."""
        self.production = production
        self.now = now
        self.view = view or now().date()
        self._standing = Standing(production)

    @property
    def desk(self) -> Desk:
        """The desk lines are read at; the same one until a change or another day comes."""
        return self._standing.desk(self.now().date(), self.view)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find on the day in view."""
        return self._standing.findings(self.desk)

    @property
    def disputed(self) -> frozenset[str]:
        """The records with values made without knowing of one another, as `kind/id`."""
        return self._standing.disputed

    @property
    def records(self) -> Mapping[str, Documents]:
        """The live documents by kind and id, every known field in its shape."""
        return self._standing.directory.records

    @property
    def directory(self) -> Directory:
        """The live documents, by name and by day."""
        return self._standing.directory

    @property
    def names(self) -> object:
        """The very same for as long as every record is called what it was called."""
        return self._standing.names

    @property
    def texts(self) -> Texts:
        """All that is shown of each record, folded, for a filter."""
        return self._standing.texts(self.desk)

    @property
    def kept(self) -> Kept:
        """Where what is worked out from records is kept for as long as they stay the same."""
        return self._standing.kept

    def of(self, word: str) -> Mapping[str, Document]:
        """The live documents of a kind by id."""
        return self.records.get(word, {})

    def on_day(self, word: str) -> Sequence[Document]:
        """The records of a kind on the day in view."""
        return self.directory.on(word, self.view.isoformat())

    def document(self, aimed: Aimed) -> Document:
        """A record's document; empty where it is not here or was removed."""
        return self.of(aimed.kind).get(aimed.id, {})

    def called(self, aimed: Aimed) -> str:
        """What a record is called in a sentence."""
        return called(aimed.kind, self.document(aimed), self.desk)

    def adding(
        self, line: str, of: type[Record], *, start: int = 0, also: Document | None = None
    ) -> Proposal:
        """What adding the line as a record of a kind would do; see `tui.proposing`."""
        from tui.proposing import adding  # who types nothing needs no language

        return adding(self, line, of, start=start, also=also)

    def editing(self, line: str, aimed: Aimed) -> Proposal:
        """What replacing a record by its whole line would do."""
        from tui.proposing import editing

        return editing(self, line, aimed)

    def changing(self, line: str, aimed: Sequence[Aimed]) -> Proposal:
        """What a few words would change on one record, or on all that are marked."""
        from tui.proposing import changing

        return changing(self, line, aimed)

    def line_of(self, aimed: Aimed) -> str:
        """The line of a record, as it would be typed."""
        from models.line import write

        return write(kind(aimed.kind), self.document(aimed), self.desk)

    def save(
        self, proposals: Sequence[Proposal], *, did: str = "", base: Base | None = None
    ) -> Change | None:
        """Save proposals as one change; None where they would change nothing.

        Raises NotSaved or ReadOnly; `base` is what had been seen when the line was begun.
        """
        who, _, _ = self.production.writer.partition("@")
        mint, now = self.production.mint, self.now()
        edits = [edit for each in proposals for edit in each.edits(mint, now, who)]
        if not edits:
            return None
        said = did or self._did(proposals)
        return self.production.commit(edits, said, base=base or proposals[0].base)

    def _did(self, proposals: Sequence[Proposal]) -> str:
        parts = [part for each in proposals for part in each.parts]
        new = sum(not part.aimed.id for part in parts)
        verb = "added" if new == len(parts) else "changed"
        if len(parts) > 1:
            words = {part.aimed.kind for part in parts}
            return (
                f"{verb} {len(parts)} {kind(words.pop()).plural if len(words) == 1 else 'records'}"
            )
        only = parts[0]
        document = only.draft.after if new else only.draft.before
        return f"{verb} {called(only.aimed.kind, document, self.desk)}"

    def set(
        self, sets: Mapping[Aimed, Mapping[str, Any]], did: str, *, base: Base | None = None
    ) -> Change | None:
        """Set fields of records as one change; None where all are so already."""
        edits = [Edit(each.kind, each.id, dict(values)) for each, values in sets.items() if values]
        return self.production.commit(edits, did, base=base) if edits else None

    def remove(self, aimed: Iterable[Aimed]) -> Change | None:
        """Remove records; they are kept, and undo brings them back."""
        wanted = tuple(aimed)
        names = self.called(wanted[0]) if len(wanted) == 1 else f"{len(wanted)} records"
        sets: dict[Aimed, Mapping[str, Any]] = {each: {"gone": True} for each in wanted}
        return self.set({**self._left_behind(wanted), **sets}, f"removed {names}")

    def _left_behind(self, gone: Iterable[Aimed]) -> dict[Aimed, Mapping[str, Any]]:
        """What changes on the records that those which go had said something of."""
        from models.carrying import carried

        found: dict[Aimed, Mapping[str, Any]] = {}
        for word in dict.fromkeys(each.kind for each in gone):
            after: dict[str, Document] = {each.id: {} for each in gone if each.kind == word}
            found |= carried(kind(word), after, self.desk)
        return found


def clock_of(production: Production) -> Callable[[], dt.datetime]:
    """A clock that shows the production's own time; this machine's where its zone is not known."""
    from zoneinfo import ZoneInfo

    named = production.view.records("production").get("production", {}).get("zone")
    try:
        zone = ZoneInfo(str(named))
    except (OSError, ValueError, KeyError):
        return lambda: dt.datetime.now().astimezone()
    return lambda: dt.datetime.now(zone)
