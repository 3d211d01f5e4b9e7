"""A production's folder written at once: months of changes without a flush for each.

The lines are the store's own (`to_line`, `header`), so what is opened is what writers write.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from store.change import Change, Edit, Stamp, first_sum, line_number, line_sum, to_line
from store.layout import CLOSING, FORMAT, FULL, About, file_name, header
from store.seen import Seen


if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LOOKS_EVERY = 20  # changes of one's own between two looks at the others'
BEGUN = dt.datetime(2025, 11, 1, 6, 0, 12, 345_000, dt.timezone(dt.timedelta(hours=1)))


class Deed(NamedTuple):
    """What one person does in one go."""

    writer: str
    did: str
    edits: tuple[Edit, ...]
    via: str | None = None


def stamped(deeds: Iterable[Deed], known: Mapping[str, int]) -> Iterator[Change]:
    """The deeds as changes by people who look at the others' now and then, `known` at first."""
    last = dict(known)
    clock = sum(last.values())
    others: dict[str, dict[str, int]] = {}
    for deed in deeds:
        n = last.get(deed.writer, 0) + 1
        if deed.writer not in others or n % LOOKS_EVERY == 0:
            others[deed.writer] = {name: m for name, m in last.items() if name != deed.writer}
        clock, last[deed.writer] = clock + 1, n
        at = (BEGUN + dt.timedelta(minutes=clock)).isoformat(timespec="milliseconds")
        stamp = Stamp(deed.writer, n, clock, at, Seen(deed.writer, n - 1, others[deed.writer]))
        yield Change(stamp, deed.did, deed.edits, deed.via, None, "")


def write_changes(writers: Path, production: str, changes: Iterable[Change]) -> None:
    """Write changes that nobody wrote yet into their writers' folders."""
    by_writer: dict[str, list[Change]] = {}
    for change in changes:
        by_writer.setdefault(change.writer, []).append(change)
    for writer, own in by_writer.items():
        folder = writers / writer
        folder.mkdir()
        for number, (prev, lines) in enumerate(_files(_lines(production, own)), start=1):
            about = About(
                FORMAT, production, writer, writer[0].upper(), number, line_number(lines[0]), prev
            )
            text = b"%b\n%b%b" % (header(about), b",\n".join(lines), CLOSING)
            (folder / file_name(number)).write_bytes(text)


def _lines(production: str, changes: list[Change]) -> Iterator[tuple[str, bytes]]:
    """Each change's line, with the sum it chains from."""
    writer = changes[0].writer
    before, prev = Seen(writer, 0, {}), first_sum(production, writer)
    for change in changes:
        line = to_line(change, before, prev)
        yield prev, line
        before, prev = change.seen, line_sum(line)


def _files(lines: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, list[bytes]]]:
    """The lines parted into full files, each with the sum its first line chains from."""
    part: list[bytes] = []
    first, size = "", 0
    for prev, line in lines:
        if part and size + len(line) > FULL - 500:
            yield first, part
            part, size = [], 0
        first = first if part else prev
        part.append(line)
        size += len(line) + 2
    yield first, part
