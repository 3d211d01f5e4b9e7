"""`sync`: bring a production's folder and another one together, wherever the other is."""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import MissingFolder, NotSynced
from store.exchange.alone import alone
from store.exchange.both_ways import Exchange, Progress, Sides
from store.exchange.live import LiveTree
from store.exchange.meeting import Other, described, found, meet, ready
from store.exchange.other import Remote, read_other
from store.exchange.outcome import Outcome
from store.folder import DESCRIPTION


def unseen(done: int, total: int) -> None:
    """Show no progress."""


def sync(
    folder: Path, other: str, *, progress: Progress = unseen, ask: bool = False, known: bool = False
) -> Outcome:
    """Exchange all changes with another folder: a path, or `[user@]host:path` by rsync over ssh.

    With `ask`, ssh may ask for a password on the terminal. A folder that is not there is made,
    unless it is `known` to have been there: then a stick was pulled out. Raises NotSynced, or a
    FolderError; what an exchange did before it was cut off is in the outcome.
    """
    far = read_other(other)
    if isinstance(far, Path) and os.path.realpath(far) == os.path.realpath(folder):
        raise NotSynced(f"{far} is this production itself. Name another folder.")
    with alone(folder, *((far,) if isinstance(far, Path) else ())):
        if isinstance(far, Remote):
            from store.exchange.over_ssh import sync_with_host

            return sync_with_host(folder, far, progress=progress, ask=ask, known=known)
        try:
            return _with_path(folder, far, progress, known=known)
        except OSError as error:
            where = error.filename or far
            raise NotSynced(f"{where} cannot be exchanged: {error.strerror}.") from error


def _with_path(near: Path, far: Path, progress: Progress, *, known: bool) -> Outcome:
    outcome = Outcome(str(far))
    one, anew = meet(near, described(near), Other(str(far), described(far), far), outcome)
    if anew and known:
        raise MissingFolder(f"{far} is no longer there.")
    if anew:
        found(far, (near / DESCRIPTION).read_bytes())
        outcome.began = f"The production is in {far} too now."
    ready(far)
    here, there = (LiveTree(each, str(each), one.id) for each in (near, far))
    Exchange(Sides(here, there, one.id), outcome, progress).run()
    return outcome


__all__ = ["Outcome", "sync"]
