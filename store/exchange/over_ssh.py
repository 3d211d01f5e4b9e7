"""An exchange with a folder on another host: pull into a mirror, join here, push what it lacks.

The other host needs no Callboard, only rsync. Nothing is ever removed or written in place there.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from models.errors import FolderError, MissingFolder, NotSynced
from store.digest import blake2b
from store.directories import cache_directory
from store.exchange.alone import alone
from store.exchange.both_ways import Exchange, Sides
from store.exchange.link import link_to
from store.exchange.live import LiveTree
from store.exchange.meeting import Other, described, meet
from store.exchange.outcome import Outcome
from store.exchange.pulling import pull
from store.exchange.pushing import push
from store.exchange.rsync import Rsync
from store.exchange.staging import StagedTree
from store.folder import DESCRIPTION, Description, read_description


if TYPE_CHECKING:
    from pathlib import Path

    from store.exchange.options import Options
    from store.exchange.other import Remote


def sync_with_host(near: Path, remote: Remote, options: Options) -> Outcome:
    """Exchange a folder with one on another host. Raises NotSynced or a FolderError."""
    ours = described(near)
    far = _tree(remote)
    try:
        with alone(far.path), link_to(remote.host, ask=options.ask) as link:
            _clear(far)
            rsync = Rsync(remote.host, link)
            outcome = Outcome(remote.name)
            there = pull(rsync, remote, far, outcome, options.progress)
            theirs = _description(far, remote) if there else None
            one, anew = meet(near, ours, Other(remote.name, theirs, far.path), outcome)
            if anew and options.known:
                raise MissingFolder(f"{remote.name} is no longer there.")
            if anew:
                shutil.copyfile(near / DESCRIPTION, far.staging / DESCRIPTION)
            Exchange(Sides(LiveTree(near, str(near), one.id), far, one.id), outcome, options).run()
            push(rsync, remote, far, outcome, options.progress)
            return outcome
    except OSError as error:
        where = error.filename or remote.name
        raise NotSynced(f"{where} cannot be exchanged: {error.strerror}.") from error


def _tree(remote: Remote) -> StagedTree:
    place = blake2b(remote.name.encode(), digest_size=8).hexdigest()
    mirror = cache_directory() / "sync" / place
    return StagedTree(mirror, mirror.with_suffix(".staged"), remote.name)


def _clear(far: StagedTree) -> None:
    """Begin with nothing staged; what was, went with an exchange that was cut off."""
    shutil.rmtree(far.staging, ignore_errors=True)
    far.staging.mkdir(parents=True, mode=0o700)
    far.path.mkdir(parents=True, exist_ok=True, mode=0o700)


def _description(far: StagedTree, remote: Remote) -> Description:
    """What the folder on the host says it is, its own name in what is said of it."""
    try:
        return read_description(far.path)
    except FolderError as error:
        raise type(error)(str(error).replace(str(far.path), remote.name)) from None
