"""`sync`: bring a production's folder and another one together, wherever the other is."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import ForeignFolder, MissingFolder, NotSynced
from store.exchange.both_ways import Exchange, Progress, Sides
from store.exchange.live import LiveTree
from store.exchange.meeting import described, found, ready, same
from store.exchange.other import Remote, read_other
from store.exchange.outcome import Outcome
from store.folder import DESCRIPTION
from store.identity import state_directory


if TYPE_CHECKING:
    from collections.abc import Iterator


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
    with _alone(folder):
        if isinstance(far, Remote):
            from store.exchange.over_ssh import sync_with_host

            return sync_with_host(folder, far, progress=progress, ask=ask, known=known)
        try:
            return _with_path(folder, far, progress, known=known)
        except OSError as error:
            where = error.filename or far
            raise NotSynced(f"{where} cannot be exchanged: {error.strerror}.") from error


def _with_path(near: Path, far: Path, progress: Progress, *, known: bool) -> Outcome:
    if near.exists() and far.exists() and near.samefile(far):
        raise NotSynced(f"{far} is this production itself. Name another folder.")
    outcome = Outcome(str(far))
    ours, theirs = described(near), described(far)
    if ours is None and theirs is None:
        raise MissingFolder(f"There is no production in {near} and none in {far}.")
    if ours is None:
        found(near, (far / DESCRIPTION).read_bytes())
        outcome.began = f"The production is in {near} now."
    elif theirs is None:
        if known:
            raise MissingFolder(f"{far} is no longer there.")
        found(far, (near / DESCRIPTION).read_bytes())
        outcome.began = f"The production is in {far} too now."
    else:
        same(ours, theirs, (str(near), str(far)))
    description = ours or theirs
    assert description is not None
    for path in (near, far):
        ready(path)
    trees = [LiveTree(path, str(path), description.id) for path in (near, far)]
    Exchange(Sides(trees[0], trees[1], description.id), outcome, progress).run()
    return outcome


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one exchange of a folder run at a time: two could each write what the other has read.

    Where the state directory cannot be used, nobody else of this user could run one either.
    """
    place = hashlib.blake2b(os.fsencode(os.path.realpath(folder)), digest_size=8).hexdigest()
    path = state_directory() / "sync" / f"{place}.lock"
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            stack.callback(os.close, descriptor)
            _lock(descriptor, folder)
        yield


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise NotSynced(f"{folder} is being synced already.") from None


__all__ = ["ForeignFolder", "Outcome", "sync"]
