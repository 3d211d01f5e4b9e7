"""Every change that was acknowledged, and what a view of some of them must show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.store.definition import Put, defined, heads, hidden, knew, puts, shown


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from store.change import JSON, Change
    from store.view import View

Have = frozenset[tuple[str, int]]


class Shown(NamedTuple):
    """All a view says of runs: documents with their sets in order, and conflicts."""

    documents: dict[str, dict[str, object]]
    conflicts: list[tuple[str, str, list[tuple[str, int]]]]


class Ledger:
    """The changes acknowledged so far, by writer and number, and the records they are about."""

    def __init__(self) -> None:
        self.changes: dict[tuple[str, int], Change] = {}
        self.records: dict[str, str] = {}
        self.newest: dict[str, int] = {}
        self._of_record: dict[str, list[Change]] = {}
        self._shown: dict[Have, Shown] = {}
        self._defined: set[Have] = set()

    def acknowledge(self, change: Change) -> None:
        """Note a change; its number must be the writer's next one."""
        assert self.newest.get(change.writer, 0) + 1 == change.n, "a number was left out or reused"
        self.newest[change.writer] = change.n
        self.changes[change.writer, change.n] = change
        for edit in change.edits:
            self._of_record.setdefault(edit.id, []).append(change)
            if edit.set.get("number"):
                assert edit.id not in self.records, "a number was changed"
                self.records[edit.id] = str(edit.set["number"])

    def of_record(self, record: str, have: Mapping[str, int]) -> list[Change]:
        """The changes to a record among those held."""
        found = self._of_record.get(record, [])
        return [change for change in found if change.n <= have.get(change.writer, 0)]

    def giver(self, record: str) -> str:
        """The writer who made a record and gave it its number."""
        return self._of_record[record][0].writer

    def before(self, target: Change, record: str, field: str) -> JSON:
        """What a field showed to the maker of a change, by what that change had seen."""
        seen = self.of_record(record, target.seen.numbers())
        all_puts = puts(seen, record).get(field)
        return shown(field, all_puts) if all_puts else None

    def was_hidden(self, target: Change, record: str) -> bool:
        """Whether a record was not there for the maker of a change, by what it had seen."""
        return hidden(self.of_record(record, target.seen.numbers()), record)

    def check(self, view: View) -> None:
        """The same changes were never shown otherwise, by whatever way they came."""
        have = frozenset(view.have.items())
        said = what_is_shown(view, self.records)
        assert self._shown.setdefault(have, said) == said, "the same changes, shown otherwise"

    def check_defined(self, view: View) -> None:
        """What is shown, and what stands beside it, is what the definition says."""
        self.check(view)
        have = frozenset(view.have.items())
        if have in self._defined:
            return
        self._defined.add(have)
        said = self._shown[have]
        expected = []
        for record in self.records:
            changes = self.of_record(record, view.have)
            assert defined(changes, record) == said.documents.get(record, {})
            expected += [(record, *conflict) for conflict in in_conflict(changes, record)]
        assert sorted(expected) == said.conflicts


def what_is_shown(view: View, records: Iterable[str]) -> Shown:
    known = {record: view.get("run", record) for record in records}
    documents = {record: in_order(document) for record, document in known.items() if document}
    conflicts = [
        (each.id, each.field, [(head.writer, head.n) for head in each.heads])
        for each in view.conflicts()
    ]
    return Shown(documents, sorted(conflicts))


def in_order(document: Mapping[str, JSON]) -> dict[str, object]:
    """A document with its sets as lists, so that their order counts."""
    return {
        field: list(value.items()) if isinstance(value, dict) else value
        for field, value in document.items()
    }


def in_conflict(changes: Sequence[Change], record: str) -> list[tuple[str, list[tuple[str, int]]]]:
    """The definition: every field whose heads differ, all of them, the shown one first."""
    if hidden(changes, record):
        return []
    fields = puts(changes, record)
    found = []
    for field, all_puts in fields.items():
        standing = heads(all_puts)
        if len({repr(put.value) for put in standing}) > 1:
            found.append((field, [_named(put) for put in _ranked(field, standing)]))
    removals = heads(fields.get("gone", []))
    unaware = _unaware(changes, record, removals)
    if removals and unaware and all(put.value for put in removals):
        newest = max(unaware, key=lambda change: (change.c, change.writer))
        removed = [_named(put) for put in _ranked("gone", removals)]
        found.append(("gone", [(newest.writer, newest.n), *removed]))
    return found


def _unaware(changes: Sequence[Change], record: str, removals: Sequence[Put]) -> list[Change]:
    """The edits that knew of none of the removals, and none of the removals of them."""
    return [
        change
        for change in changes
        if any(edit.id == record and set(edit.set) - {"gone"} for edit in change.edits)
        and not any(
            change is put.change or knew(change, put.change) or knew(put.change, change)
            for put in removals
        )
    ]


def _ranked(field: str, standing: Sequence[Put]) -> list[Put]:
    def rank(put: Put) -> tuple[bool, int, str, int]:
        keeps = put.value is not None if "/" in field else field == "gone" and not put.value
        return (keeps, put.change.c, put.change.writer, put.change.n)

    return sorted(standing, key=rank, reverse=True)


def _named(put: Put) -> tuple[str, int]:
    return (put.change.writer, put.change.n)
