"""Writing under one's own name: the name is checked against the folder before every change."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from models.errors import NotSaved
from store.change import NotAChange, line_sum
from store.fault import Fault
from store.identity import Identity, LockedNote, Mark, Note, minted_name
from store.layout import file_name
from store.reader import Place
from store.tag import choose_tag, claiming
from store.writer import Writer, make_folder_of


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from store.change import Change
    from store.reader import Reader
    from store.repair import Lost
    from store.view import View
    from store.writers import Writers


GIVEN_UP = "~"  # comes after every writer's name, so that a tag still held is not given up for it


class Author:
    """This user on this machine, as a writer of one production."""

    def __init__(self, folder: Path, production: str, user: str, writers: Writers) -> None:
        """Know the writer; no name is settled before `begin` or the first change."""
        self.name = ""
        self.tag = ""
        self.fault: Fault | None = None
        self._production = production
        self._identity = Identity(folder, production, user)
        self._used: tuple[str, ...] = ()
        self.writers = writers
        self._writer: Writer | None = None

    def begin(self, view: View) -> list[Change]:
        """Settle the name at the start, and cut off a torn tail. Raises OSError.

        Gives the changes of one's own that were read on the way.
        """
        with self._identity.locked() as locked:
            note, news = self._settled(locked, view, starting=True)
            locked.write(note)
            return news

    def claim(self) -> None:
        """Take a name for a board that only reads: nothing is noted anywhere."""
        self.name = minted_name(self._identity.user)
        self.tag = choose_tag(self.name, "", self.writers.tags(self.name))

    @contextlib.contextmanager
    def writing(self, view: View) -> Iterator[Pen]:
        """Hold the right to write: under the lock, own folder read, name checked.

        Raises OSError when the user's own state directory refuses.
        """
        with self._identity.locked() as locked:
            note, news = self._settled(locked, view, starting=False)
            reader = self.writers.reader(self.name)
            with self._claimed(reader) as others:
                writer = self._writer_of(reader)
                yield Pen(self, writer, reader, locked, note, news + others)

    @contextlib.contextmanager
    def _claimed(self, reader: Reader) -> Iterator[list[Change]]:
        """See that the tag is nobody else's before the first change; the changes read on the way.

        Raises OSError.
        """
        if reader.place.n:
            yield []
            return
        with claiming(self.writers.folder):
            others = self.writers.read()
            self.tag = choose_tag(self.name, "", self._tags())
            yield others

    def _tags(self) -> dict[str, str]:
        """Every tag that is somebody's, or was one's own under a name given up since."""
        given_up = {f"{GIVEN_UP}{tag}": tag for tag in self._used}
        return {**self.writers.tags(self.name), **given_up}

    def read_back(self, reader: Reader) -> list[Change]:
        """What is on the disk now of one's own."""
        news = reader.read()
        self.writers.was_given(reader.chain)
        return news

    def write_back(self, found: Lost) -> None:
        """Put changes that are in no file any more into one's own folder. Raises OSError."""
        from store.repair import write_back

        own = self.writers.folder / self.name
        make_folder_of(own)
        tag = self.writers.reader(found.writer).tag or choose_tag(found.writer, "", {})
        write_back(found, self._production, tag, own)

    def _settled(
        self, locked: LockedNote, view: View, *, starting: bool
    ) -> tuple[Note, list[Change]]:
        found = note = locked.read()
        news: list[Change] = []
        if note is not None:
            news = self.writers.read_own(note.writer)
            reader = self.writers.reader(note.writer)
            if not _still_ours(note, reader, view):
                if starting:
                    self._close_old_name(reader)
                note = None
        if note is None:
            note = self._new_note(found.tags if found is not None else ())
        if note.writer != self.name:
            self.name, self._writer = note.writer, None
        self._used = note.tags
        reader = self.writers.reader(self.name)
        self.tag = choose_tag(self.name, reader.tag or self.tag, self._tags())
        if reader.torn:
            self._writer_of(reader).repair(0 if starting else note.spoiled)
        return note, news

    def _close_old_name(self, reader: Reader) -> None:
        """Cut off the torn tails of a name that is given up, so that its files open again.

        The note is not flushed: after a power cut it is mostly older than the folder.
        """
        if reader.torn and reader.fault is None:
            Writer(self._production, reader.tag, reader).repair(0)

    def _new_note(self, tags: tuple[str, ...]) -> Note:
        name = minted_name(self._identity.user)
        while (self.writers.folder / name).exists():
            name = minted_name(self._identity.user)
        return Note(name, _newest(self.writers.reader(name)), tags=tags)

    def _writer_of(self, reader: Reader) -> Writer:
        if self._writer is None:
            self._writer = Writer(self._production, self.tag, reader)
        self._writer.tag = self.tag
        return self._writer


class Pen:
    """The right to write one change, while the lock is held."""

    def __init__(
        self,
        author: Author,
        writer: Writer,
        reader: Reader,
        locked: LockedNote,
        note: Note,
        news: list[Change],
    ) -> None:
        self.reader = reader
        self.news = news
        self._author = author
        self._writer = writer
        self._locked = locked
        self._note = note

    def put(self, change: Change) -> list[Change]:
        """Write the change; what is then new of one's own. Raises NotSaved."""
        try:
            line = self._writer.line(change)
            whole = self.reader.chain.following(line)
        except (TypeError, NotAChange) as error:
            raise NotSaved(f"NOT saved: a value in it cannot be kept ({error}).") from error
        file = self._writer.file_for(line, self._note.spoiled)
        mark = Mark(change.n, line_sum(line), file)
        self._locked.write(self._note._replace(last=_newest(self.reader), begun=mark))
        failed = self._try(whole, line, file)
        news = [whole] if not failed else self._author.read_back(self.reader)
        saved = bool(news) and news[-1].sum == mark.sum
        self._after(change, mark, saved=saved, failed=failed)
        if not saved:
            raise NotSaved(f"NOT saved: {failed}.")
        return news

    def _try(self, change: Change, line: bytes, file: int) -> str:
        """Write; what the disk said if it refused. Only then it has to be looked what is there."""
        try:
            unfinished = self._note.begun is not None
            end = self._writer.append(line, file, self._note.unsure, unfinished=unfinished)
        except OSError as error:
            path = self.reader.folder / file_name(file)
            return f"{error.strerror}, at {path}"
        self.reader.wrote(change, line, Place(file, end, change.n, change.sum))
        self.reader.tag = self._writer.tag
        self._author.writers.was_given(self.reader.chain)
        return ""

    def _after(self, change: Change, mark: Mark, *, saved: bool, failed: str) -> None:
        """Note what came of it. A note that cannot be written costs a name, never the change."""
        note = self._note._replace(last=_newest(self.reader), begun=None)
        if saved and self.reader.tag not in note.tags:
            note = note._replace(tags=(*note.tags, self.reader.tag))
        if failed and (self.reader.folder / file_name(mark.file)).exists():
            note = note._replace(spoiled=mark.file)
        if saved and failed:
            note = note._replace(unsure=note.unsure or change.n)
            words = f"Saved, but the disk reported an error: {failed}. Check the disk."
            self._author.fault = Fault(self._author.name, file_name(mark.file), words)
        elif saved and mark.file > self._note.last.file:
            note = note._replace(unsure=0)
        with contextlib.suppress(OSError):
            self._locked.write(note)


def _newest(reader: Reader) -> Mark:
    place = reader.place
    return Mark(place.n, place.sum, place.file)


def _still_ours(note: Note, reader: Reader, view: View) -> bool:
    """Whether the folder is as it was left, and nobody has seen more of ours than we have."""
    newest = _newest(reader)
    lost = view.mentioned.get(note.writer, 0) > newest.n
    in_files = reader.last_in_files() == newest.n and reader.fault is None
    return note.knows(newest) and in_files and not lost and not reader.forked
