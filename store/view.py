"""The view: every record as it stands, merged from all changes read so far, in memory.

Only records a change touched are made anew; all others stay the same object, so that callers
may cache by identity. What is handed out is never the merge's own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from store.document import Conflict, conflicts, document, document_of, rowed, unrowed
from store.kept_records import KeptRecords, Rows
from store.merge import GONE, Record
from store.numbers import Numbers
from store.shelf import Live, Shelf
from store.touched import MOST, Touched


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.change import JSON, Change, Edit
    from store.seen import Stamp

NO_RECORDS = Live()

Key = tuple[str, str]
Shelves = dict[str, Shelf]


class View:
    """All records by kind and id, the values in conflict, and how far each writer was read."""

    def __init__(self) -> None:
        self.version = 0
        self.touched = Touched()
        self.clock = 0
        self.have: dict[str, int] = {}
        self.mentioned: dict[str, int] = {}
        self.numbers = Numbers()
        self._last_mentioned: Mapping[str, int] = {}
        self._known: dict[str, int] | None = None
        self._kept = KeptRecords()
        self._firsts: dict[Key, tuple[Stamp, dict[str, JSON]]] = {}
        self._records: dict[Key, Record] = {}
        self._shelves: Shelves = {}
        self._live: dict[str, Live] = {}
        self._conflicts: dict[Key, tuple[Conflict, ...]] = {}

    def records(self, kind: str) -> Live:
        """The live records of a kind, id to document; none for a kind nobody used.

        The very same mapping for as long as none of them changed.
        """
        return self._live.get(kind, NO_RECORDS)

    def get(self, kind: str, id: str) -> Mapping[str, JSON] | None:
        """One record's document, a removed one with `"gone": True`; None if never heard of."""
        shelf = self._shelves.get(kind)
        return None if shelf is None else shelf.get(id)

    def count(self) -> int:
        """How many live records there are."""
        return sum(shelf.count() for shelf in self._shelves.values())

    def keys(self) -> frozenset[Key]:
        """Every record ever heard of."""
        return frozenset(
            (kind, key) for kind, shelf in self._shelves.items() for key in shelf.ids()
        )

    def kinds(self) -> tuple[str, ...]:
        """Every kind that has live records, unknown ones too."""
        return tuple(kind for kind, live in self._live.items() if live)

    def conflicts(self) -> tuple[Conflict, ...]:
        """All fields in conflict of live records: in a removed one nothing is left to choose.

        In the order of kind and id, which is the same for everybody.
        """
        return tuple(found for key in sorted(self._conflicts) for found in self._conflicts[key])

    def merged(self, kind: str, id: str) -> Record | None:
        """The merged state behind a document, for undo and history; not to be changed."""
        key = (kind, id)
        record = self._records.get(key)
        if record is None:
            first = self._firsts.pop(key, None)
            record = self._kept.get(key) if first is None else Record(kind, id, *first)
            if record is not None:
                self._records[key] = record
        return record

    def given_at(self, kind: str, id: str, field: str) -> str:
        """When the value shown in a field was given, as its writer's clock had it; or nothing."""
        record = self.merged(kind, id)
        cell = record.cell(field) if record else None
        return cell.shown.stamp.at if cell else ""

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
            "conflicts": [
                [*key, list(map(rowed, self._conflicts[key]))] for key in self._conflicts
            ],
        }

    def kept(self) -> tuple[Shelves, Rows]:
        """Every record: the documents, and what the merge needs of them.

        That is how it goes on itself: rows take a tenth of the room of what they are made from.
        """
        kinds = {kind for kind, _ in (*self._firsts, *self._records)}
        changed = {kind: partial(self._changed, kind) for kind in kinds}
        rows = self._kept.with_changed(self._shelves, changed)
        self._kept = KeptRecords(rows, self._shelves)
        self._records.clear()
        self._firsts.clear()
        return self._shelves, rows

    def _changed(self, kind: str, id: str) -> Record | None:
        first = self._firsts.get((kind, id))
        return self._records.get((kind, id)) if first is None else Record(kind, id, *first)

    def restore(self, state: dict[str, Any], shelves: Shelves, rows: Rows) -> None:
        """Go on where a checkpoint stood. Raises ValueError, KeyError or TypeError."""
        self.clock, self.have, self.mentioned = state["clock"], state["have"], state["mentioned"]
        self.numbers.restore(state["numbers"])
        self._kept = KeptRecords(rows, shelves)
        self._shelves = shelves
        self._live = {kind: Live(shelf) for kind, shelf in shelves.items()}
        for kind, record, found in state["conflicts"]:
            self._conflicts[kind, record] = tuple(unrowed(kind, record, *row) for row in found)

    def forget_all(self) -> None:
        """Begin anew with no changes at all; `version` goes on, so that nobody keeps old rows."""
        version = self.version
        self.__init__()  # type: ignore[misc]
        self.version = version + 1
        self.touched = Touched(self.version)

    def begin(self, before: Mapping[str, int]) -> None:
        """Writers whose numbers begin later than with 1: the number before, by name."""
        for writer, n in before.items():
            self.have.setdefault(writer, n)

    def take(self, changes: Iterable[Change]) -> frozenset[Key]:
        """Merge changes in, each writer's in gap-free order; the records they touched."""
        touched: dict[Key, None] = {}
        for change in changes:
            stamp = change.stamp
            if stamp.n == self.have.get(stamp.writer, 0) + 1:
                self._note(stamp)
                self._merge(stamp, change.edits, touched)
        before = {key: self.get(*key) or {} for key in touched} if len(touched) <= MOST else None
        for key in touched:
            self._remake(key)
        self.touched.note(self.version, before)
        return frozenset(touched)

    def _note(self, stamp: Stamp) -> None:
        self.version += 1
        self.clock = max(self.clock, stamp.c)
        self.have[stamp.writer] = stamp.n
        self._known = None
        others = stamp.seen.others
        if others is not self._last_mentioned:
            self._last_mentioned = others
            for writer, n in others.items():
                self.mentioned[writer] = max(n, self.mentioned.get(writer, 0))

    def _merge(self, stamp: Stamp, edits: Iterable[Edit], touched: dict[Key, None]) -> None:
        for edit in edits:
            kind, record_id, fields = edit
            key = (kind, record_id)
            touched[key] = None
            if "number" in fields:
                self.numbers.take(edit)
            record = self._records.get(key)
            if record is None and (key in self._firsts or self._kept):
                record = self.merged(kind, record_id)
            if record is not None:
                record.take(stamp, fields, self.have)
            elif GONE in fields:
                self._records[key] = Record(kind, record_id, stamp, fields)
            else:
                self._firsts[key] = (stamp, fields)

    def _remake(self, key: Key) -> None:
        """Make a record's document anew. Most were touched once and need no merge at all."""
        kind, record_id = key
        record = self._records.get(key)
        made = document(record) if record else document_of(record_id, self._firsts[key][1])
        if kind not in self._shelves:
            self._shelves[kind] = Shelf()
        shelf = self._shelves[kind]
        shelf.put(record_id, made)
        self._live[kind] = Live(shelf)
        if record is not None and (record.cells or key in self._conflicts):
            self._find_conflicts(key)

    def _find_conflicts(self, key: Key) -> None:
        record = self.merged(*key)
        live = key[1] in self.records(key[0])
        found = tuple(conflicts(record)) if record is not None and record.cells and live else ()
        if found:
            self._conflicts[key] = found
        else:
            self._conflicts.pop(key, None)
