"""Who gave a field the value it shows: an import, a hand, or nobody yet.

The changes are walked once for a whole import. An undone change counts as not made, and one
redone as made again, so that taking an import back leaves no trace of it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from models.said import SAYS
from store.history import IMPORT
from store.imports.sources import same_source


if TYPE_CHECKING:
    from store.change import JSON, Change

GONE = "gone"
_OURS = (GONE, "number", "parked", SAYS)
"""Fields an import sets that no file says."""


class Origin(NamedTuple):
    """What a field was set to, the file it was imported from, if it was, and by which change."""

    value: JSON
    source: str | None
    change: tuple[str, int]

    @property
    def by_hand(self) -> bool:
        """Whether a person set it and no import."""
        return self.source is None


class Origins:
    """The origins of every field of every record."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._of: dict[tuple[str, str], dict[str, list[Origin]]] = {}
        self._made: dict[tuple[str, int], Change] = {}
        for change in changes:
            self._take(change)

    def latest(
        self, kind: str, id: str, field: str, *, without: tuple[str, int] | None = None
    ) -> Origin | None:
        """What set this field last, a removal included; None if nothing ever did.

        `without` is a change that is passed over.
        """
        found = self._found(kind, id, field)
        return next((each for each in reversed(found) if each.change != without), None)

    def last_import(
        self, kind: str, id: str, field: str, *, without: tuple[str, int] | None = None
    ) -> Origin | None:
        """The last import that set this field, whatever was typed after it."""
        found = (each for each in reversed(self._found(kind, id, field)) if not each.by_hand)
        return next((each for each in found if each.change != without), None)

    def last_said(self, kind: str, id: str, field: str, source: str) -> Origin | None:
        """What a file, or one it follows, last set this field to."""
        found = reversed(self._found(kind, id, field))
        return next((each for each in found if same_source(each.source, source)), None)

    def brought(self, kind: str, source: str) -> dict[str, dict[str, JSON]]:
        """What a file, or those it follows, last gave each record of a kind, by id and field."""
        found: dict[str, dict[str, JSON]] = {}
        for (of, record), fields in self._of.items():
            for field, origins in fields.items() if of == kind else ():
                told = [each for each in origins if same_source(each.source, source)]
                if told and field.partition("/")[0] not in _OURS:
                    found.setdefault(record, {})[field] = told[-1].value
        return found

    def seen(self, kind: str) -> list[str]:
        """Every record of a kind that any change ever spoke of."""
        return [record for of, record in self._of if of == kind]

    def is_of(self, kind: str, id: str, fields: Iterable[str], source: str) -> bool:
        """Whether a file, or one it follows, ever gave one of these fields."""
        return any(
            same_source(origin.source, source)
            for field in fields
            for origin in self._found(kind, id, field)
        )

    def _found(self, kind: str, id: str, field: str) -> Sequence[Origin]:
        return self._of.get((kind, id), {}).get(field, ())

    def _take(self, change: Change) -> None:
        self._made[change.writer, change.n] = change
        root, in_force = self._root(change)
        key = (root.writer, root.n)
        for edit in change.edits:
            fields = self._of.setdefault((edit.kind, edit.id), {})
            for field, value in edit.set.items():
                found = fields.setdefault(field, [])
                if in_force:
                    found.append(Origin(value, _source(root), key))
                else:
                    found[:] = [origin for origin in found if origin.change != key]

    def _root(self, change: Change) -> tuple[Change, bool]:
        """The change an undo or redo is about, and whether it is in force after it."""
        in_force = True
        while change.undoes and (earlier := self._made.get((change.writer, change.undoes))):
            change = earlier
            in_force = not in_force
        return change, in_force


def _source(change: Change) -> str | None:
    """The file a change was imported from, out of `import crew.xlsx`; None for any other change."""
    via = change.via or ""
    return via.removeprefix(IMPORT).strip() if via.startswith(IMPORT) else None
