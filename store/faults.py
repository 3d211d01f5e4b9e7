"""What is wrong with a production's files, as sentences a coordinator can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from store.clocks import LastChange, moment, wrong_clocks
from store.fault import Fault, plain, span
from store.ownership import foreign_owner, loosely_shared


if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from store.branches import Forked
    from store.reader import Reader
    from store.view import View
    from store.writers import Writers

HALF_THERE = (".", "~")  # what is being brought by a sync engine at this moment


def faults(writers: Writers, view: View, now: datetime, me: str) -> list[Fault]:
    """Damage, gaps, missing writers, clocks, owners, forked names, changes only a copy has."""
    found = [Fault("", "", writers.trouble)] if writers.trouble else []
    found += [_stranger(name) for name in writers.without_copies()]
    for name, reader in writers.readers.items():
        if name in writers.forked:
            found.append(_forked(writers.forked[name]))
        else:
            found += _of_files(reader, writers.copy_with(reader.chain))
        found += foreign_owner(reader.folder)
    found += loosely_shared(writers.folder)
    return [
        *found,
        *wrong_clocks([*_last_changes(writers)], me, now),
        *_waiting(writers, view),
    ]


def _of_files(reader: Reader, copy: str | None) -> Iterator[Fault]:
    if reader.fault is not None:
        yield reader.fault
    own, all_read = reader.last_in_files(), reader.chain.n
    if own == all_read or (copy or "").startswith(HALF_THERE):
        return
    writer = reader.chain.writer
    said = span(own + 1, all_read)
    if copy:
        words = f"{said.capitalize()} of {writer} came from a copy, {plain(copy)}."
    else:
        words = (
            f"Nobody else may have {said} of {writer}: in no file any more, only in what you read "
            f"before. 'callboard check --repair' writes that back."
        )
    yield Fault(writer, "", words, settled=copy is not None)


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


def _last_changes(writers: Writers) -> Iterator[LastChange]:
    """The last change of every writer, where its time can be told."""
    for name, reader in writers.readers.items():
        chain = reader.chain
        at, latest = moment(chain.at), moment(chain.latest)
        if at is not None and latest is not None:
            yield LastChange(name, chain.n, chain.seen, at, latest)


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
