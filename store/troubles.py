"""What is wrong with a production's files, as sentences a coordinator can act on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from store.fault import Fault, plain, span
from store.ownership import foreign_owner


if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.branches import Forked
    from store.reader import Reader
    from store.view import View
    from store.writers import Writers

CLOCK_TOLERANCE = timedelta(minutes=10)


def faults(writers: Writers, view: View, now: datetime) -> list[Fault]:
    """Damage, gaps, missing writers, clocks, owners, forked names, changes only a copy has."""
    found = [Fault("", "", writers.trouble)] if writers.trouble else []
    found += [_stranger(name) for name in writers.without_copies()]
    for name, reader in writers.readers.items():
        if name in writers.forked:
            found.append(_forked(writers.forked[name]))
        else:
            found += _of_files(reader, in_copy=writers.is_in_copy(reader.chain))
        found += _clock(reader, now)
        found += foreign_owner(reader.folder)
    return [*found, *_waiting(writers, view)]


def _of_files(reader: Reader, *, in_copy: bool) -> Iterator[Fault]:
    if reader.fault is not None:
        yield reader.fault
    own, all_read = reader.last_in_files(), reader.chain.n
    if own == all_read:
        return
    writer = reader.chain.writer
    said = span(own + 1, all_read)
    if in_copy:
        words = f"{said.capitalize()} of {writer} came from a copy: not in files of its own."
    else:
        words = (
            f"Nobody else may have {said} of {writer}: in no file any more, only in what you read "
            f"before. 'callboard check --repair' writes that back."
        )
    yield Fault(writer, "", words, settled=in_copy)


def _forked(each: Forked) -> Fault:
    stem, *others = each.branches
    names = " and ".join(branch.name for branch in others)
    words = (
        f"{each.writer} was written in two places from change {stem.last + 1} on: a copied home, "
        f"or a restored machine or backup. Both sides are kept, as {names}."
    )
    return Fault(each.writer, "", words, settled=True)


def _stranger(name: str) -> Fault:
    words = f"writers/{plain(name)} is not a writer's folder and is left out."
    return Fault(plain(name), "", words)


def _clock(reader: Reader, now: datetime) -> list[Fault]:
    at, writer = reader.chain.at, reader.chain.writer
    try:
        ahead = datetime.fromisoformat(at) - now
    except (ValueError, TypeError):
        return []
    if ahead <= CLOCK_TOLERANCE:
        return []
    words = f"The clock of {writer} is ahead: its last change says {plain(at)}."
    return [Fault(writer, "", words)]


def _waiting(writers: Writers, view: View) -> list[Fault]:
    awaited = dict(view.mentioned)
    for name, reader in writers.readers.items():
        if name not in writers.forked:
            awaited[name] = max(awaited.get(name, 0), reader.missing_up_to())
    have = view.have
    return [
        Fault(writer, "", f"Waiting for {span(read + 1, n)} of {plain(writer)}.")
        for writer, n in sorted(awaited.items())
        if n > (read := have.get(writer, 0)) and writer not in writers.forked
    ]
