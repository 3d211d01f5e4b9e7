"""The one folder this user on this machine appends to.

A change goes out in one write over the closing brackets of the newest file and is flushed; only
then does it count. A file that is full, or in which a write failed, is never written again: the
next change begins the next file. What really is on the disk is for the reader to say.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from store.advice import with_advice
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
from store.ownership import is_shared, left_to_the_keeper


if TYPE_CHECKING:
    from pathlib import Path

    from store.reader import Reader

FOLDER_MODE = 0o750


class Writer:
    """Appends changes to one writer's files, always from where the reader of them stands."""

    def __init__(self, production: str, tag: str, reader: Reader) -> None:
        """Append to the folder this reader reads."""
        self.tag = tag
        self._production = production
        self._reader = reader
        self._left = 0  # the last change this process knows to be on the disk
        self._doubtful = False  # a flush of what others wrote has failed
        self._anew = False  # the newest file is to be made again

    def line(self, change: Change) -> bytes:
        """The change as the next line of the newest file."""
        return to_line(change, self._reader.chain.seen, self._reader.chain.sum)

    def file_for(self, line: bytes, spoiled: int) -> int:
        """The number of the file the line goes to; `spoiled` is one not to be written again.

        One with a single change, whose name may not have reached the disk, is made anew under
        that name: a later file alone would have nothing to follow on.
        """
        place = self._reader.place
        fits = place.offset + len(line) + len(CLOSING) <= FULL
        same_tag = self._reader.tag == self.tag
        self._anew = same_tag and place.file == spoiled > 0 and self._first() == place.n
        sound = place.file not in {0, spoiled, *self._reader.torn} and not self._doubtful
        return place.file if self._anew or (sound and fits and same_tag) else place.file + 1

    def _first(self) -> int:
        """The number of the first change in the newest file; 0 where that cannot be read."""
        path = self._reader.folder / file_name(self._reader.place.file)
        try:
            found = read_header(path.read_bytes())
        except (OSError, ValueError):
            return 0
        return found[0].first if found else 0

    def append(self, line: bytes, file: int, unsure: int, *, unfinished: bool = True) -> int:
        """Write the line to this file, flushed; where in the file it ends.

        Raises OSError: then nobody knows yet.
        A new file repeats the lines from number `unsure` on, whose flush had failed. Where a
        session may have been killed before it came to its flush, `unfinished`, that is made up.
        """
        try:
            if unfinished and not unsure:
                self._flush_others()
            if file == self._reader.place.file and not self._anew:
                end = self._write_on(line, file)
            else:
                end = self._begin(line, file, unsure)
        except OSError as error:
            raise with_advice(error) from error
        self._left = line_number(line)
        return end

    def _write_on(self, line: bytes, file: int) -> int:
        path, offset = self._reader.folder / file_name(file), self._reader.place.offset
        write_at(path, offset, b",\n%b%b" % (line, CLOSING))
        return offset + len(b",\n") + len(line)

    def _begin(self, line: bytes, file: int, unsure: int) -> int:
        folder = self._reader.folder
        if file == 1:
            make_folder_of(folder)
        remove_unfinished(folder)
        repeated = self._lines_from(1 if self._doubtful or self._anew else unsure)
        path = folder / file_name(file)
        data = self._new_file([*repeated, line], file)
        write_new(path, data)
        left_to_the_keeper(path)
        self._doubtful = False
        return len(data) - len(CLOSING)

    def _flush_others(self) -> None:
        """Flush the newest file and its name, unless this process did.

        What follows would otherwise outlast a power cut that takes what it follows on.
        """
        place = self._reader.place
        if not place.n or place.n == self._left or self._doubtful:
            return
        try:
            flush_file(self._reader.folder / file_name(place.file))
            flush_folder(self._reader.folder)
        except OSError as error:
            # Only what could not be opened bears a name: it can be tried again, a flush cannot.
            self._doubtful = error.filename is None
            raise
        self._left = place.n

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
        prev = self._reader.chain.sum_of(first - 1)
        about = About(
            FORMAT, self._production, self._reader.chain.writer, self.tag, file, first, prev
        )
        return b"%b\n%b%b" % (header(about), b",\n".join(lines), CLOSING)

    def _lines_from(self, unsure: int) -> list[bytes]:
        if not unsure:
            return []
        place = self._reader.place
        data = (self._reader.folder / file_name(place.file)).read_bytes()[: place.offset]
        found = read_header(data)
        lines = split(data[found[1] :]).lines if found else []
        return [line for line in lines if line_number(line) >= unsure]


def make_folder_of(folder: Path) -> None:
    """Make a writer's folder where there is none, and flush its name. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(mode=FOLDER_MODE)
        mode = folder.stat().st_mode & 0o7000
        os.chmod(folder, mode | FOLDER_MODE)  # noqa: PTH101 - the umask may have cut it
        if not is_shared(folder.parent):
            left_to_the_keeper(folder)
    flush_folder(folder.parent)
