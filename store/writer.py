"""The one folder this user on this machine appends to.

A change goes out in one write over the closing brackets of the newest file and is flushed; only
then does it count. A file that is full, or in which a write failed, is never written again: the
next change begins the next file. What really is on the disk is for the reader to say.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from store.change import Change, line_number, to_line
from store.durable import (
    cut_back,
    flush_file,
    flush_folder,
    remove_unfinished,
    write_at,
    write_new,
)
from store.layout import CLOSING, FORMAT, FULL, About, file_name, header, read_header, split


if TYPE_CHECKING:
    from store.reader import Reader

FOLDER_MODE = 0o750


class Writer:
    """Appends changes to one writer's files, always from where the reader of them stands."""

    def __init__(self, production: str, tag: str, reader: Reader) -> None:
        """Append to the folder this reader reads."""
        self.tag = tag
        self._production = production
        self._reader = reader
        self._named = 0  # the file whose name this process knows to be on the disk

    def line(self, change: Change) -> bytes:
        """The change as the next line of the newest file."""
        return to_line(change, self._reader.seen, self._reader.place.sum)

    def file_for(self, line: bytes, spoiled: int) -> int:
        """The number of the file the line goes to; `spoiled` is one not to be written again."""
        place = self._reader.place
        fits = place.offset + len(line) + len(CLOSING) <= FULL
        same_tag = self._reader.tag == self.tag
        usable = place.file > 0 and place.file != spoiled and place.file not in self._reader.torn
        return place.file if usable and fits and same_tag else place.file + 1

    def append(self, line: bytes, file: int, unsure: int) -> None:
        """Write the line to this file, flushed. Raises OSError: then nobody knows yet.

        A new file repeats the lines from number `unsure` on, whose flush had failed.
        """
        place = self._reader.place
        folder = self._reader.folder
        if file == place.file:
            write_at(folder / file_name(file), place.offset, b",\n%b%b" % (line, CLOSING))
            if file != self._named:
                flush_folder(folder)  # the session that made the file may have ended before
        else:
            before = self._unflushed(unsure)
            if file == 1:
                self._make_folder()
            remove_unfinished(folder)
            write_new(folder / file_name(file), self._new_file([*before, line], file))
        self._named = file

    def _unflushed(self, unsure: int) -> list[bytes]:
        """The lines of the newest file that may never reach the disk, to be repeated.

        Flushes the file first: a session that was killed may not have come to it.
        """
        if unsure or not self._reader.place.file:
            return self._lines_from(unsure) if unsure else []
        try:
            flush_file(self._reader.folder / file_name(self._reader.place.file))
        except OSError:
            return self._lines_from(1)
        return []

    def repair(self, spoiled: int) -> None:
        """Cut off torn tails, which never counted, so that their files open again.

        Not in the file a write failed in, if one is named. A disk that refuses changes nothing.
        """
        for file, offset in list(self._reader.torn.items()):
            if file != spoiled:
                with contextlib.suppress(OSError):
                    cut_back(self._reader.folder / file_name(file), offset, CLOSING)
                    del self._reader.torn[file]

    def _new_file(self, lines: list[bytes], file: int) -> bytes:
        first = line_number(lines[0])
        prev = self._reader.sum_of(first - 1)
        about = About(FORMAT, self._production, self._reader.writer, self.tag, file, first, prev)
        return b"%b\n%b%b" % (header(about), b",\n".join(lines), CLOSING)

    def _lines_from(self, unsure: int) -> list[bytes]:
        place = self._reader.place
        data = (self._reader.folder / file_name(place.file)).read_bytes()[: place.offset]
        found = read_header(data)
        lines = split(data[found[1] :]).lines if found else []
        return [line for line in lines if line_number(line) >= unsure]

    def _make_folder(self) -> None:
        folder = self._reader.folder
        if not folder.is_dir():
            folder.mkdir(mode=FOLDER_MODE)
            mode = folder.stat().st_mode & 0o7000
            os.chmod(folder, mode | FOLDER_MODE)  # noqa: PTH101 - the umask may have cut it
        flush_folder(folder.parent)
