"""All writers' folders of a production: what is new in them, and what is wrong with them."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from store.fault import Fault, plain, span
from store.layout import WRITER_NAME
from store.ownership import foreign_owner
from store.reader import Reader


if TYPE_CHECKING:
    from pathlib import Path

    from store.change import Change
    from store.view import View

CLOCK_TOLERANCE = timedelta(minutes=10)


class WriterSeen(NamedTuple):
    """One writer as known here; `at` is the local time of their last change, empty if none."""

    name: str
    tag: str
    n: int
    at: str
    is_me: bool


class Writers:
    """The readers of all writers' folders of one production."""

    def __init__(self, folder: Path, production: str) -> None:
        self.folder = folder
        self._production = production
        self._readers: dict[str, Reader] = {}
        self._strangers: set[str] = set()
        self._trouble = ""

    def reader(self, writer: str) -> Reader:
        """The reader of one writer's folder, which need not be there yet."""
        if writer not in self._readers:
            self._readers[writer] = Reader(self.folder / writer, self._production)
        return self._readers[writer]

    def read(self) -> list[Change]:
        """All changes that are new, each writer's in order. Faults are kept, never raised."""
        changes: list[Change] = []
        for name in self._names():
            changes += self.reader(name).read()
        return changes

    def tags(self, writer: str) -> dict[str, str]:
        """The tag of every other writer, by name."""
        return {
            name: reader.tag
            for name, reader in self._readers.items()
            if reader.tag and name != writer
        }

    def seen(self, me: str) -> tuple[WriterSeen, ...]:
        """Every writer with changes here."""
        return tuple(
            WriterSeen(name, reader.tag, reader.place.n, reader.at, name == me)
            for name, reader in self._readers.items()
            if reader.place.n
        )

    def faults(self, view: View, now: datetime) -> list[Fault]:
        """What is wrong, as sentences: damage, gaps, missing writers, clocks, owners."""
        found = [Fault("", "", self._trouble)] if self._trouble else []
        found += [_stranger(name) for name in sorted(self._strangers)]
        for reader in self._readers.values():
            if reader.fault is not None:
                found.append(reader.fault)
            found += _clock(reader, now)
            found += foreign_owner(reader.folder)
        return found + self._waiting(view)

    def _names(self) -> list[str]:
        try:
            with os.scandir(self.folder) as entries:
                names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            self._trouble = f"{self.folder} cannot be read: {error.strerror}."
            return []
        self._trouble = ""
        self._strangers = {name for name in names if not WRITER_NAME.fullmatch(name)}
        return [name for name in names if name not in self._strangers]

    def _waiting(self, view: View) -> list[Fault]:
        have = {name: reader.place.n for name, reader in self._readers.items()}
        awaited = dict(view.mentioned)
        for name, reader in self._readers.items():
            awaited[name] = max(awaited.get(name, 0), reader.missing_up_to())
        return [
            Fault(writer, "", f"Waiting for {span(read + 1, n)} of {plain(writer)}.")
            for writer, n in sorted(awaited.items())
            if n > (read := have.get(writer, 0))
        ]


def _stranger(name: str) -> Fault:
    words = f"writers/{plain(name)} is not a writer's folder and is left out."
    return Fault(plain(name), "", words)


def _clock(reader: Reader, now: datetime) -> list[Fault]:
    try:
        ahead = datetime.fromisoformat(reader.at) - now
    except (ValueError, TypeError):
        return []
    if ahead <= CLOCK_TOLERANCE:
        return []
    words = f"The clock of {reader.writer} is ahead: its last change says {plain(reader.at)}."
    return [Fault(reader.writer, "", words)]
