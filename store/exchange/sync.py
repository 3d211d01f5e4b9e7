"""`sync`: bring a production's folder and another one together, wherever the other is."""

from __future__ import annotations

import os
from pathlib import Path

from models.errors import MissingFolder, NotSynced
from store.exchange.alone import alone
from store.exchange.both_ways import Exchange, Sides
from store.exchange.live import LiveTree
from store.exchange.meeting import Other, described, found, meet, ready
from store.exchange.options import Options
from store.exchange.other import Remote, read_other
from store.exchange.outcome import Outcome
from store.folder import DESCRIPTION


AS_USUAL = Options()


def sync(folder: Path, other: str, options: Options = AS_USUAL) -> Outcome:
    """Exchange all changes with another folder: a path, or `[user@]host:path` by rsync over ssh.

    A folder that is not there yet is made, on either side. Raises NotSynced, or a FolderError;
    what an exchange did before it was cut off is in the outcome.
    """
    far = read_other(other)
    if isinstance(far, Path) and os.path.realpath(far) == os.path.realpath(folder):
        raise NotSynced(f"{far} is this production itself. Name another folder.")
    with alone(folder, *((far,) if isinstance(far, Path) else ())):
        if isinstance(far, Remote):
            from store.exchange.over_ssh import sync_with_host

            return sync_with_host(folder, far, options)
        try:
            return _with_path(folder, far, options)
        except OSError as error:
            where = error.filename or far
            raise NotSynced(f"{where} cannot be exchanged: {error.strerror}.") from error


def _with_path(near: Path, far: Path, options: Options) -> Outcome:
    outcome = Outcome(str(far))
    one, anew = meet(near, described(near), Other(str(far), described(far), far), outcome)
    if anew and options.known:
        raise MissingFolder(f"{far} is no longer there.")
    if anew:
        found(far, (near / DESCRIPTION).read_bytes())
        outcome.began = f"The production is in {far} too now."
    ready(far)
    here, there = (LiveTree(each, str(each), one.id) for each in (near, far))
    Exchange(Sides(here, there, one.id), outcome, options).run()
    return outcome


__all__ = ["Options", "Outcome", "sync"]
