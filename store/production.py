"""A production, opened: the view of all changes, and one's own changes added to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import NotSaved, ReadOnly
from models.named import NamedTuple
from store.change import Change, Edit, together
from store.folder import away, make_folder, read_description
from store.identity import mint, minted_name, this_user
from store.reading import AsOf, Reading
from store.seen import Stamp, seen_by


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from store.author import Author
    from store.authorship import Authorship
    from store.change import JSON
    from store.document import Conflict
    from store.fault import Fault
    from store.history import Chronicle
    from store.reader import Reader
    from store.repair import Lost
    from store.tables import RecordTable
    from store.view import Key, View
    from store.writers import WriterSeen

ID_LENGTH = 8
SETTINGS = ("production", "production")


Clock = Callable[[], datetime]


def local_now() -> datetime:
    """The wall clock, with the offset of the machine's zone."""
    return datetime.now().astimezone()


class Base(NamedTuple):
    """What had been seen at one moment: each writer's last number."""

    numbers: Mapping[str, int]


class Production:
    """One production folder, as one user reads and changes it.

    All its methods are for one thread. `saves` counts the changes saved through it. `writer` may
    change while open: a name that turns out to be a copy is given up.
    """

    def __init__(self, path: Path, user: str, clock: Clock, reading: Reading) -> None:
        """Work on a folder through its reading. `Production.open` is the way in."""
        self.path = path
        self.id = reading.production
        self.view = reading.view
        self._clock = clock
        self._reading = reading
        self._user = user
        self._authorship: Authorship | None = None
        self.saves = 0
        self._passed: set[int] = set()
        self._pending: frozenset[Key] = frozenset()

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        as_user: str | None = None,
        at: AsOf | None = None,
        clock: Clock = local_now,
        afresh: bool = False,
        to_read: bool = False,
    ) -> Production:
        """Open a production folder; with `at`, read-only as it was then or in that version.

        Changes bear the time `clock` gives, aware and local. `afresh` reads every file again,
        whatever the checkpoint says of it. Who only wants `to_read` gets a name when something
        is changed after all. Raises MissingFolder, ForeignFolder, DamagedFolder, NewerFormat or
        another FolderError.
        """
        folder, user = Path(path), as_user or this_user()
        reading = Reading(folder, read_description(folder).id, user, at, afresh=afresh)
        production = cls(folder, user, clock, reading)
        production.refresh()
        if not to_read:
            production._as_writer()
        return production

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        title: str,
        zone: str,
        group: str | None = None,
        as_user: str | None = None,
        clock: Clock = local_now,
    ) -> Production:
        """Make a production folder and open it. Raises FolderError or NotSaved.

        `zone` is an IANA name. With `group`, the folder is shared on this machine: every member
        may write, each in a folder of their own.
        """
        from store.undo import MADE

        user = as_user or this_user()
        make_folder(Path(path), by=minted_name(user)[:-5], made=clock(), group=group)
        production = cls.open(path, as_user=user, clock=clock)
        settings: dict[str, JSON] = {"title": title, "zone": zone}
        production.commit([Edit(*SETTINGS, settings)], MADE)
        return production

    @property
    def readonly(self) -> str:
        """Why nothing can be changed here, in words; empty where it can."""
        return self._as_writer().readonly

    @property
    def _author(self) -> Author:
        return self._as_writer().author

    def _as_writer(self) -> Authorship:
        """Who one is here, settled once."""
        if self._authorship is None:
            from store.authorship import settled

            self._authorship = settled(self.path, self._user, self._reading)
        return self._authorship

    @property
    def writer(self) -> str:
        """The name one's changes are kept under: `user@host-` and four characters."""
        return self._author.name

    @property
    def tag(self) -> str:
        """The letters one's numbers begin with."""
        return self._author.tag

    def base(self) -> Base:
        """What has been seen now; to be taken when a form is opened."""
        return Base(self.view.known())

    def mint(self) -> str:
        """A new record's id."""
        return mint(ID_LENGTH)

    def commit(
        self, edits: Sequence[Edit], did: str, *, base: Base | None = None, via: str | None = None
    ) -> Change:
        """Save one change, all or nothing; when this returns it is on the disk.

        `did` says in words what was done. `base` is what had been seen when the edit was begun,
        now if left out. `via` names what made it when not a hand, as `import ...`. A new record
        with the number "" is given its number. Raises NotSaved or ReadOnly.
        """
        return self._commit(edits, Wording(did, via), base)

    def _commit(self, edits: Sequence[Edit], wording: Wording, base: Base | None) -> Change:
        if self.readonly:
            raise ReadOnly(f"NOT saved: {self.readonly}")
        gone = away(self.path)
        if gone:
            raise NotSaved(f"NOT saved: {gone}")
        seen = base or self.base()
        try:
            with self._author.writing(self.view) as pen:
                self._pending |= self._reading.take(pen.news)
                stamp = _stamp(pen.reader, self.view, self._clock(), seen)
                filled = self.view.numbers.fill(together(edits), self.tag)
                change = Change(stamp, wording.did, filled, wording.via, wording.undoes, "")
                news = pen.put(change)
        except OSError as error:
            from store.ownership import state_refused

            raise NotSaved(f"NOT saved: {state_refused(error)}, then save again.") from error
        self._reading.take(news)
        self.saves += 1
        return news[-1]

    def refresh(self) -> frozenset[Key]:
        """Read what is new on the disk; the (kind, id) of the records it touched."""
        touched = self._pending | self._reading.refresh()
        self._pending = frozenset()
        return touched

    def keep(self) -> None:
        """Keep what was read so that opening is fast, if enough of it is new; see `checkpoint`."""
        self._reading.keep()

    def checkpoint(self, *, after: int = 0) -> None:
        """Keep what was read, if at least so many changes of records are new to it.

        Where the user's cache cannot be written nothing is kept and nothing is said.
        """
        self._reading.checkpoint(after)

    def undo(self) -> Change:
        """Take back one's own last change, where it is still what is shown.

        Raises NothingToUndo, which says who changed it since, NotSaved or ReadOnly.
        """
        return self._revert(redo=False)

    def redo(self) -> Change:
        """Bring back what one's own last undo took back. Raises as undo does."""
        return self._revert(redo=True)

    def _revert(self, *, redo: bool) -> Change:
        if self.readonly:
            raise ReadOnly(f"NOT saved: {self.readonly}")
        from store.undo import next_step, original, refusal, reversal, wording

        chronicle = self.chronicle()
        own = chronicle.by(self.writer)
        found = reversal(next_step(own.values(), self._passed, redo=redo), self.view, chronicle)
        if not found.edits:
            self._passed.add(found.target.n)
            raise refusal(found, original(found.target, own).did)
        did = Wording(wording(found, own, redo=redo), None, found.target.n)
        return self._commit(found.edits, did, None)

    def table(self, kind: str) -> RecordTable:
        """The records of a kind as a TinyDB table with string ids."""
        from store.tables import table_of

        return table_of(self, kind)

    def chronicle(self) -> Chronicle:
        """All changes and what each replaced; the files are read when it is first asked for."""
        return self._reading.chronicle()

    def lost(self) -> list[Lost]:
        """What only this user's checkpoint still knows: it is in no file any more."""
        return self._reading.lost()

    def repair(self) -> list[Lost]:
        """Write back what only this user's checkpoint still knows, into one's own folder.

        Gives what was written. Raises ReadOnly or NotSaved.
        """
        if self.readonly:
            raise ReadOnly(f"Nothing was written back: {self.readonly}")
        found = self.lost()
        try:
            for each in found:
                self._author.write_back(each)
        except OSError as error:
            raise NotSaved(
                f"Not all was written back: {error.filename or 'the disk'}: {error.strerror}."
            ) from error
        self.refresh()
        return found

    def faults(self) -> tuple[Fault, ...]:
        """Everything wrong with the files, as sentences."""
        found = self._reading.faults(self._clock(), self.writer)
        own = self._author.fault
        return tuple(found if own is None else [own, *found])

    def conflicts(self) -> tuple[Conflict, ...]:
        """Fields with values made without knowing of one another."""
        return self.view.conflicts()

    def writers(self) -> tuple[WriterSeen, ...]:
        """Every writer with changes here."""
        return self._reading.writers.seen(self.writer)


class Wording(NamedTuple):
    """What a change says of itself: what was done, through what, and what it takes back."""

    did: str
    via: str | None = None
    undoes: int | None = None


def _stamp(reader: Reader, view: View, now: datetime, base: Base) -> Stamp:
    """The stamp of the writer's next change, begun when `base` had been seen."""
    return Stamp(
        writer=reader.chain.writer,
        n=reader.chain.n + 1,
        c=view.clock + 1,
        at=now.isoformat(timespec="milliseconds"),
        seen=seen_by(reader.chain.writer, base.numbers),
    )
