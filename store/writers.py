"""All writers of a production: what is new of them, wherever it lies, and what is wrong."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from models.named import NamedTuple
from store.chain import Chain
from store.copies import Copies
from store.layout import WRITER_NAME
from store.reader import Reader


if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from store.branches import Forked
    from store.change import Change
    from store.shadow import Shadow


class WriterSeen(NamedTuple):
    """One writer as known here; `at` is the local time of their last change, empty if none."""

    name: str
    tag: str
    n: int
    at: str
    is_me: bool


class Writers:
    """The readers of all writers of one production.

    `read` gives what is new. Where it turns out that changes given before go by another name
    now, `renamed` is set, and nothing more is given until `start_again`.
    """

    def __init__(self, folder: Path, production: str, shadow: Shadow) -> None:
        """Read a folder of writers; `shadow` has lines that were read before. Nothing is read."""
        self.folder = folder
        self.renamed = False
        self.trouble = ""
        self.strangers: tuple[str, ...] = ()
        self.readers: dict[str, Reader] = {}
        self.forked: dict[str, Forked] = {}
        self._production = production
        self._shadow = shadow
        self._copies = Copies(folder, production)
        self._given: dict[str, int] = {}
        self._recalled = False
        self._look_back = False

    def reader(self, writer: str) -> Reader:
        """The reader of one writer's folder, which need not be there yet."""
        if writer not in self.readers:
            chain = Chain(self._production, writer)
            self.readers[writer] = Reader(self.folder / writer, self._production, chain)
        return self.readers[writer]

    def state(self) -> dict[str, Any]:
        """How far everybody was read, as JSON. A writer with damaged files is read anew."""
        readers = {
            name: {"chain": reader.chain.state(), "files": reader.state()}
            for name, reader in self.readers.items()
            if name not in self.forked
        }
        forked = {
            name: {"given": each.given, "tag": self.reader(name).tag}
            for name, each in self.forked.items()
        }
        return {"readers": readers, "forked": forked}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where a checkpoint stood. Raises ValueError, KeyError or TypeError."""
        for name, kept in state["readers"].items():
            reader = self.reader(name)
            reader.chain.restore(kept["chain"])
            reader.restore(kept["files"])
            self.was_given(reader.chain)
        for name, kept in state["forked"].items():
            self.reader(name).tag = kept["tag"]
            self.forked[name] = self._telling_apart(name, kept["given"])
        self._recalled = True
        self._look_back = True

    def read(self) -> list[Change]:
        """All changes that are new, each writer's in order. Faults are kept, never raised."""
        found = {name: self._read_one(name) for name in self._names() if name not in self.forked}
        self._look_back = False
        self._copies.look(self._read_already())
        self._offer(found, self._copies)
        if not self._recalled:
            self._recalled = True
            self._offer(found, self._shadow)
        return self._gathered(found)

    def recall(self) -> list[Change]:
        """What was kept outside the folder and is not known here."""
        found: dict[str, list[Change]] = {}
        self._offer(found, self._shadow)
        return self._gathered(found)

    def _read_one(self, name: str) -> list[Change]:
        reader = self.reader(name)
        before = reader.look_back() if self._look_back else []
        return before if reader.forked else before + reader.read()

    def read_own(self, writer: str) -> list[Change]:
        """What is new of one writer, from their own files and what lies beside them.

        Nothing where the name turns out to be forked: `read` tells those apart.
        """
        reader = self.reader(writer)
        found = [] if reader.forked else reader.read()
        self._copies.look(self._read_already(), [writer])
        if writer in self._copies.writers():
            found += self._taken(writer, self._copies.lines_of(writer))
        return self._unless_forked(reader, found)

    def _unless_forked(self, reader: Reader, found: list[Change]) -> list[Change]:
        if reader.forked:
            return []
        self.was_given(reader.chain)
        return found

    def was_given(self, chain: Chain) -> None:
        """Note that all of a writer's changes read so far were given to somebody."""
        self._given[chain.writer] = chain.n

    def start_again(self) -> None:
        """Begin to give everything once more, under the names things have now."""
        self.keep()
        self.renamed = self._recalled = False
        self.readers = {name: self.readers[name] for name in self.forked}
        self._given.clear()
        for each in self.forked.values():
            each.given.clear()

    def keep(self) -> None:
        """Keep the lines read since the last call outside the folder."""
        for name, reader in self.readers.items():
            self._shadow.keep(reader.chain)
            if name in self.forked:
                self._shadow.keep_all(name, self._lines_of(name))

    def tags(self, writer: str) -> dict[str, str]:
        """The tag of every other writer, by name."""
        return {
            name: reader.tag
            for name, reader in self.readers.items()
            if reader.tag and name != writer
        }

    def seen(self, me: str) -> tuple[WriterSeen, ...]:
        """Every writer with changes here, each branch of a forked name for itself."""
        return tuple(
            WriterSeen(name, reader.tag, reader.chain.n, reader.chain.at, name == me)
            for name, reader in self.readers.items()
            if reader.chain.n and name not in self.forked
        ) + tuple(
            WriterSeen(branch.name, self.reader(name).tag, branch.last, branch.at, is_me=False)
            for name, each in self.forked.items()
            for branch in each.branches
            if branch.changes
        )

    def without_copies(self) -> list[str]:
        """The folders that are no writer's and hold no lines of one."""
        return [name for name in self.strangers if name not in self._copies.folders()]

    def copy_with(self, chain: Chain) -> str | None:
        """The name of a copy that holds the last of these changes; None if none does."""
        return self._copies.holder(chain)

    def begins(self) -> dict[str, int]:
        """Where the numbers of a forked name's branches begin: the one before, by name."""
        return {name: n for each in self.forked.values() for name, n in each.begins().items() if n}

    def _names(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            self.trouble = f"{self.folder} cannot be read: {error.strerror}."
            return []
        self.trouble = ""
        self.strangers = tuple(name for name in names if not WRITER_NAME.fullmatch(name))
        return sorted({*names, *self.readers}.difference(self.strangers))

    def _read_already(self) -> set[str]:
        """The writers whose own files are read as such: not those that cannot be told apart."""
        return {
            name
            for name, reader in self.readers.items()
            if reader.place.file and name not in self.forked
        }

    def _offer(self, found: dict[str, list[Change]], source: Copies | Shadow) -> None:
        """Offer every writer what a source other than their own files has of theirs."""
        for name in sorted(source.writers() - self.forked.keys()):
            if source.may_add(self.reader(name).chain):
                found.setdefault(name, []).extend(self._taken(name, source.lines_of(name)))

    def _taken(self, name: str, lines: Iterable[bytes]) -> list[Change]:
        """What lines from elsewhere add, and what in the writer's own files then follows."""
        reader = self.reader(name)
        found = reader.offer(lines)
        while found and (more := reader.read()):
            found += [*more, *reader.offer(lines)]
        return found

    def _gathered(self, found: dict[str, list[Change]]) -> list[Change]:
        """What was found, and that of forked names under the names of their branches."""
        for name, reader in self.readers.items():
            if reader.forked and name not in self.forked:
                found.pop(name, None)
                self._tell_apart(name, reader)
        for name in found:
            self.was_given(self.reader(name).chain)
        changes = [change for each in found.values() for change in each]
        for each in self.forked.values():
            changes += each.read()
        self.renamed = any(each.renamed for each in self.forked.values())
        return [] if self.renamed else changes

    def _tell_apart(self, name: str, reader: Reader) -> None:
        self._shadow.keep(reader.chain)
        self.forked[name] = self._telling_apart(name, {name: self._given.pop(name, 0)})
        self._copies.look(self._read_already())

    def _telling_apart(self, name: str, given: dict[str, int]) -> Forked:
        from store.branches import Forked  # few productions ever have such a name

        return Forked(name, self._production, partial(self._lines_of, name), given)

    def _lines_of(self, name: str) -> list[bytes]:
        return [*self._copies.lines_of(name), *self._shadow.lines_of(name)]
