"""The view: every record as it stands, merged from all changes read so far, in memory.

Only records a change touched are made anew; all others stay the same object, so that callers
may cache by identity. What is handed out is never the merge's own.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from store.document import Conflict, conflicts, document
from store.kept_records import KeptRecords
from store.merge import GONE, Record
from store.numbers import Numbers


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.change import JSON, Change

NO_RECORDS: Mapping[str, Mapping[str, JSON]] = MappingProxyType({})

Key = tuple[str, str]
Documents = dict[str, dict[str, Any]]


class View:
    """All records by kind and id, the values in conflict, and how far each writer was read."""

    def __init__(self) -> None:
        self.version = 0
        self.clock = 0
        self.have: dict[str, int] = {}
        self.mentioned: dict[str, int] = {}
        self.numbers = Numbers()
        self._last_mentioned: Mapping[str, int] = {}
        self._known: dict[str, int] | None = None
        self._kept = KeptRecords()
        self._records: dict[Key, Record] = {}
        self._documents: Documents = {}
        self._live: dict[str, dict[str, Mapping[str, JSON]]] = {}
        self._conflicts: dict[Key, tuple[Conflict, ...]] = {}

    def records(self, kind: str) -> Mapping[str, Mapping[str, JSON]]:
        """The live records of a kind, id to document; empty for a kind nobody used."""
        live = self._live.get(kind)
        return NO_RECORDS if live is None else MappingProxyType(live)

    def get(self, kind: str, id: str) -> Mapping[str, JSON] | None:
        """One record's document, a removed one with `"gone": True`; None if never heard of."""
        return self._documents.get(kind, {}).get(id)

    def keys(self) -> frozenset[Key]:
        """Every record ever heard of."""
        return frozenset((kind, key) for kind, made in self._documents.items() for key in made)

    def kinds(self) -> tuple[str, ...]:
        """Every kind that has live records, unknown ones too."""
        return tuple(kind for kind, live in self._live.items() if live)

    def conflicts(self) -> tuple[Conflict, ...]:
        """All fields in conflict of live records: in a removed one nothing is left to choose."""
        return tuple(found for each in self._conflicts.values() for found in each)

    def merged(self, kind: str, id: str) -> Record | None:
        """The merged state behind a document, for undo and history; not to be changed."""
        key = (kind, id)
        record = self._records.get(key)
        if record is None and (record := self._kept.get(key)) is not None:
            self._records[key] = record
        return record

    def known(self) -> dict[str, int]:
        """Each writer's last number read, to be kept: a new mapping whenever one moved."""
        if self._known is None:
            self._known = dict(self.have)
        return self._known

    def state(self) -> dict[str, Any]:
        """How far it is, as JSON, but for the records."""
        return {
            "clock": self.clock,
            "have": self.have,
            "mentioned": self.mentioned,
            "numbers": self.numbers.state(),
            "conflicts": list(self._conflicts),
        }

    def kept(self) -> tuple[Documents, bytes]:
        """Every record: the documents, and what the merge needs of them."""
        return self._documents, self._kept.with_changed(self._documents, self._records)

    def restore(self, state: dict[str, Any], documents: Documents, rows: bytes) -> None:
        """Go on where a checkpoint stood. Raises ValueError, KeyError or TypeError."""
        self.clock, self.have, self.mentioned = state["clock"], state["have"], state["mentioned"]
        self.numbers.restore(state["numbers"])
        self._kept = KeptRecords(rows, documents)
        self._documents = documents
        self._live = {kind: _live(made) for kind, made in documents.items()}
        for kind, record in state["conflicts"]:
            self._find_conflicts((kind, record))

    def forget_all(self) -> None:
        """Begin anew with no changes at all; `version` goes on, so that nobody keeps old rows."""
        version = self.version
        self.__init__()  # type: ignore[misc]
        self.version = version + 1

    def begin(self, before: Mapping[str, int]) -> None:
        """Writers whose numbers begin later than with 1: the number before, by name."""
        for writer, n in before.items():
            self.have.setdefault(writer, n)

    def take(self, changes: Iterable[Change]) -> frozenset[Key]:
        """Merge changes in, each writer's in gap-free order; the records they touched."""
        touched: dict[Key, None] = {}
        for change in changes:
            if change.n != self.have.get(change.writer, 0) + 1:
                continue
            self._note(change)
            self._merge(change, touched)
        for key in touched:
            self._remake(key)
        return frozenset(touched)

    def _note(self, change: Change) -> None:
        stamp = change.stamp
        self.version += 1
        self.clock = max(self.clock, stamp.c)
        self.have[stamp.writer] = stamp.n
        self._known = None
        if stamp.seen.others is not self._last_mentioned:
            self._last_mentioned = stamp.seen.others
            for writer, n in stamp.seen.others.items():
                self.mentioned[writer] = max(n, self.mentioned.get(writer, 0))

    def _merge(self, change: Change, touched: dict[Key, None]) -> None:
        for edit in change.edits:
            key = (edit.kind, edit.id)
            touched[key] = None
            self.numbers.take(edit)
            record = self.merged(*key)
            if record is None:
                self._records[key] = Record(edit.kind, edit.id, change.stamp, edit.set)
            else:
                record.take(change.stamp, edit.set, self.have)

    def _remake(self, key: Key) -> None:
        record = self._records[key]
        made = document(record)
        self._documents.setdefault(record.kind, {})[record.id] = made
        live = self._live.setdefault(record.kind, {})
        if GONE in made:
            live.pop(record.id, None)
        else:
            live[record.id] = made
        self._find_conflicts(key)

    def _find_conflicts(self, key: Key) -> None:
        record = self.merged(*key)
        live = key[1] in self._live.get(key[0], {})
        found = tuple(conflicts(record)) if record is not None and record.cells and live else ()
        if found:
            self._conflicts[key] = found
        else:
            self._conflicts.pop(key, None)


def _live(documents: dict[str, Any]) -> dict[str, Any]:
    return {key: made for key, made in documents.items() if GONE not in made}
