"""The history that was asked for, in words and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from models.edits import Aimed
from models.form import called
from models.text import fold
from models.when import show_day
from models.words import words
from tui.when_who import Names, local


if TYPE_CHECKING:
    from models.record import Record
    from store.change import Change, Edit
    from tui.office import Office


class History:
    """The changes that were asked for: of a kind, of one record, by one writer."""

    def __init__(
        self, office: Office, of: type[Record] | None, aimed: Aimed | None, by: str | None
    ) -> None:
        """Read the chronicle of the production."""
        self._office = office
        self._of = of
        self._aimed = aimed
        self._by = fold(by or "")
        self._chronicle = office.production.chronicle()
        self._names = Names(office)

    def changes(self) -> list[Change]:
        """The changes, oldest first."""
        return [
            each
            for each in self._chronicle.changes()
            if fold(each.writer).startswith(self._by)
            and (self._of is None or any(self._parts(each)))
        ]

    def _parts(self, change: Change) -> Iterator[Edit]:
        for edit in change.edits:
            if self._aimed is not None:
                if (edit.kind, edit.id) == self._aimed:
                    yield edit
            elif self._of is None or edit.kind == self._of.word:
                yield edit

    def lines(self, changes: list[Change], *, detailed: bool) -> Iterator[str]:
        """A heading a day, a line a change; with details, what it did to each field."""
        width = max((len(self._names.short(each.writer)) for each in changes), default=0)
        heading = ""
        for change in changes:
            at = local(change.at, self._office)
            day = show_day(at.date().isoformat()) if at else "At a time nobody can read"
            if day != heading:
                yield from ("", day) if heading else (day,)
                heading = day
            clock = f"{at:%H:%M}" if at else "     "
            yield f"{clock}  {self._names.short(change.writer):<{width}}  {change.did}"
            if detailed:
                yield from (f"{' ' * (width + 9)}{words}" for words in self._details(change))

    def _details(self, change: Change) -> Iterator[str]:
        for edit in self._parts(change):
            did = ", ".join(self._words(change, edit))
            name = "" if self._aimed is not None or len(change.edits) == 1 else self._called(edit)
            yield f"{name}: {did}" if name else did

    def _words(self, change: Change, edit: Edit) -> tuple[str, ...]:
        before = self._chronicle.before(change, edit)
        return words(edit.kind, before, edit.set, self._office.desk)

    def _called(self, edit: Edit) -> str:
        return called_ever(self._office, Aimed(edit.kind, edit.id))

    def document(self, change: Change) -> dict[str, Any]:
        """A change for a program."""
        return {
            "writer": change.writer,
            "n": change.n,
            "at": change.at,
            "did": change.did,
            "via": change.via,
            "undoes": change.undoes,
            "edits": [
                {
                    **edit._asdict(),
                    "before": self._chronicle.before(change, edit),
                    "words": list(self._words(change, edit)),
                }
                for edit in self._parts(change)
            ],
        }


def called_ever(office: Office, aimed: Aimed) -> str:
    """What a record is called, also one that was removed."""
    return called(aimed.kind, office.production.view.get(*aimed) or {}, office.desk)
