"""The files of the demo's history: who typed what, when.

A file is lines of the entry language, grouped under headers:

    ; a comment
    == reto @ d2 16:05 paste
    run {d3} 0540 "Van 2" hotel>base anna ben driver:tom
    == reto @ d3 05:41
    change run {d3} 0540 "Van 2" : status:aboard
    @ 05:57 change run {d3} 0540 "Van 2" : status:done

A header names the writer, the day and the clock. Under it each line is a change of its own,
made twenty seconds after the one before, or at the clock it begins with (`@ 05:57`, the same
day). With `paste` all the lines are one change, as a pasted list is. With `unseen` the writer
has not seen what was changed just before by another: two values for one field are then two.
`verbs` says what a line may ask for.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import NamedTuple

from models.errors import Unread
from store.demo.calendar import date_of, dated


PAUSE = dt.timedelta(seconds=20)

_HEADER = re.compile(r"== (\w+) @ (d\d+(?:[+-]\d+)?) (\d\d:\d\d)((?: (?:paste|unseen))*)")
_CLOCKED = re.compile(r"@ (\d\d:\d\d) (.+)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of the demo's history: the lines one writer gave at once, and when.

    Attributes:
        where: The file and line it begins on, for errors.
        unseen: The writer had not seen the change before this one.
    """

    writer: str
    at: dt.datetime
    lines: tuple[str, ...]
    where: str
    unseen: bool = False


class _Header(NamedTuple):
    writer: str
    at: dt.datetime
    ways: frozenset[str]


def text(name: str) -> str:
    """One of the demo's own files."""
    return files("store.demo").joinpath(name).read_text("utf-8")


def read_entries(name: str, text: str, now: dt.datetime) -> Iterator[Entry]:
    """The entries of one file, in its order, dated so that today is the third shooting day.

    Raises Unread where a line stands under no header or a header cannot be read.
    """
    header: _Header | None = None
    gathered: Entry | None = None
    for number, line in enumerate(text.splitlines(), 1):
        where = f"{name} line {number}"
        if not line.strip() or line.startswith(";"):
            continue
        if line.startswith("=="):
            if gathered:
                yield gathered
            header, gathered = _header(line, where, now), None
            continue
        if header is None:
            raise Unread(f"{where}: a line stands under no header (== mia @ d1 10:00)")
        entry, header = _entry(dated(line, now.date()), header, where)
        if "paste" not in header.ways:
            yield entry
        else:
            gathered = _joined(gathered, entry)
    if gathered:
        yield gathered


def _header(line: str, where: str, now: dt.datetime) -> _Header:
    match = _HEADER.fullmatch(line.strip())
    if match is None:
        raise Unread(f"{where}: {line} is no header (== mia @ d1-3 10:00 paste)")
    day = date_of(match[2], now.date())
    at = dt.datetime.combine(day, dt.time.fromisoformat(match[3]), now.tzinfo)
    return _Header(match[1], at, frozenset(match[4].split()))


def _entry(line: str, header: _Header, where: str) -> tuple[Entry, _Header]:
    """The entry a line makes, and the header with the clock gone on."""
    at = header.at
    clocked = _CLOCKED.fullmatch(line)
    if clocked:
        at = dt.datetime.combine(at.date(), dt.time.fromisoformat(clocked[1]), at.tzinfo)
        line = clocked[2]
    entry = Entry(header.writer, at, (line.strip(),), where, "unseen" in header.ways)
    return entry, header._replace(at=at + PAUSE)


def _joined(gathered: Entry | None, entry: Entry) -> Entry:
    if gathered is None:
        return entry
    return replace(gathered, lines=(*gathered.lines, *entry.lines))


def until(entries: Iterable[Entry], now: dt.datetime) -> list[Entry]:
    """What has happened by now, in the order it happened."""
    return sorted((each for each in entries if each.at <= now), key=lambda each: each.at)
