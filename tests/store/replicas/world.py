"""Five replicas of one production: what they do to one another's files, and what must hold."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import note
from tinydb import TinyDB

from store.change import JSON, Change, Edit
from store.production import Production
from tests.store.replicas.engine import Piece, carry, pieces
from tests.store.replicas.ledger import Ledger
from tests.store.replicas.lines import held, main_files
from tests.store.replicas.replica import Replica


if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ("ana", "ada", "bo", "cy", "di")
MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory: flushing costs nothing there


class World:
    """Five replicas and the ledger of all that was ever acknowledged on one of them."""

    def __init__(self) -> None:
        where = str(MEMORY) if MEMORY.is_dir() else None
        self.ground = Path(tempfile.mkdtemp(prefix="replicas-", dir=where))
        self.ledger = Ledger()
        self.replicas = {name: Replica(name, self.ground) for name in NAMES}

    def begin(self) -> None:
        """Ana makes the production and hands it to all."""
        ana = self.replicas["ana"]
        ana.create()
        for change in ana.board.chronicle().changes():
            self.ledger.acknowledge(change)
        for replica in self.replicas.values():
            if replica is not ana:
                (replica.folder / "writers").mkdir(parents=True)
                shutil.copy(ana.folder / "production.json", replica.folder)
                replica.open()

    def aimed(self, who: str, edits: Sequence[tuple[int, dict[str, JSON]]]) -> list[Edit]:
        """The edits, each aimed at a record this replica has heard of."""
        view = self.replicas[who].board.view
        known = [record for record in self.ledger.records if view.get("run", record)]
        return [Edit("run", known[at % len(known)], dict(sets)) for at, sets in edits if known]

    def save(self, who: str, edits: list[Edit], form: int | None = None) -> None:
        if edits:
            replica = self.replicas[who]
            base = None if form is None else replica.forms.pop(form)
            self.saved(who, replica.commit(edits, base))

    def saved(self, who: str, change: Change) -> None:
        edits = ", ".join(f"{edit.id} {edit.set}" for edit in change.edits)
        note(f"{who} saves change {change.n}, having seen {change.seen.numbers()}: {edits}")
        self.ledger.acknowledge(change)
        self.settle(who)

    def all_of(self, giver: str, taker: str) -> list[Piece]:
        return pieces(self.replicas[giver], self.replicas[taker])

    def picked(self, giver: str, taker: str, pick: int) -> Piece | None:
        found = self.all_of(giver, taker)
        return found[pick % len(found)] if found else None

    def place(self, who: str, place: str) -> Path:
        return self.replicas[who].folder / "writers" / place

    def give(self, giver: str, taker: str, carried: Sequence[Piece]) -> None:
        if count := carry(carried, self.replicas[taker]):
            note(f"{taker} gets {count} of {giver}'s files: {[piece.place for piece in carried]}")

    def look(self, who: str) -> None:
        """Refresh: nothing read before is forgotten, and all that can be read is read."""
        replica = self.replicas[who]
        before = dict(replica.board.view.have)
        replica.here()
        replica.board.refresh()
        self.check_read(who, before)
        self.settle(who)

    def check_read(self, who: str, before: dict[str, int]) -> None:
        """At least what was read before and what the files hold, at most what was saved at all."""
        replica = self.replicas[who]
        have = replica.board.view.have
        for at_least in (before, held(replica.folder)):
            behind = {w: n for w, n in at_least.items() if have.get(w, 0) < n}
            assert not behind, f"{who} reads less than there is: {behind}"
        beyond = {w: n for w, n in have.items() if n > self.ledger.newest.get(w, 0)}
        assert not beyond, f"{who} reads what nobody saved: {beyond}"

    def settle(self, who: str) -> None:
        self.ledger.check(self.replicas[who].board.view)

    def check_put_back(self, change: Change) -> None:
        """An undo gives each field what its maker was shown, or what another says beside it."""
        target = self.ledger.changes[change.writer, change.undoes or 0]
        others = [c for c in self.ledger.changes.values() if c.writer != change.writer]
        for edit in change.edits:
            for field, value in edit.set.items():
                beside = [
                    other.set[field]
                    for theirs in others
                    for other in theirs.edits
                    if other.id == edit.id and field in other.set
                ]
                made = field == "gone" and value is True
                kept = field == "gone" and not self.ledger.was_hidden(target, edit.id)
                before = None if kept else self.ledger.before(target, edit.id, field)
                expected = [before, *beside]
                assert made or value in expected, f"{edit.id} {field} was put back to {value!r}"

    def everybody_meets(self) -> None:
        note("all meet")
        for _ in range(2):
            for taker in NAMES:
                for giver in NAMES:
                    self.give(giver, taker, self.all_of(giver, taker))
        for who, replica in self.replicas.items():
            self.look(who)
            assert self.ledger.newest == replica.board.view.have, f"{who} lacks changes"
            self.ledger.check_defined(replica.board.view)
            self.check_numbers(replica)
            replica.board.faults()
        for replica in self.replicas.values():
            self.check_files(replica)
            self.ledger.check(Production.open(replica.folder, as_user="eva").view)

    def check_numbers(self, replica: Replica) -> None:
        """None was changed; none was given twice, but by two whose tag was the same offline."""
        for record, number in self.ledger.records.items():
            document = replica.board.view.get("run", record) or {}
            assert number == document["number"], f"the number of {record} was changed"
        givers: dict[str, list[str]] = {}
        for record, number in self.ledger.records.items():
            givers.setdefault(number, []).append(self.ledger.giver(record).partition("@")[0])
        twice = {number: names for number, names in givers.items() if len(names) > 1}
        assert all(sorted(names) == ["ada", "ana"] for names in twice.values()), twice

    def check_files(self, author: Replica) -> None:
        """Stock TinyDB opens the author's files; all changes are in them, and so everywhere."""
        found = set()
        for path in main_files(author.own_folder):
            with TinyDB(path, access_mode="r") as database:
                found |= {each.doc_id for each in database.table("changes").all()}
            for other in self.replicas.values():
                there = other.folder / path.relative_to(author.folder)
                assert path.read_bytes() == there.read_bytes()
        assert found == set(range(1, self.ledger.newest.get(author.board.writer, 0) + 1))
