"""Whether two folders may be exchanged, and founding the one that is not there yet.

A folder made here has its description before the first change, so that an exchange that is cut
off leaves nothing, or a production that the next one goes on filling.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from models.errors import FolderError, ForeignFolder, MissingFolder
from store.durable import write_new
from store.exchange.tree import make_folder
from store.folder import DESCRIPTION, WRITERS, Description, read_description
from store.writer import FOLDER_MODE


if TYPE_CHECKING:
    from pathlib import Path

    from store.exchange.outcome import Outcome


def described(path: Path) -> Description | None:
    """What a folder says it is; None where one may be made. Raises FolderError."""
    try:
        if _is_free(path):
            return None
    except OSError as error:
        raise FolderError(f"{path} cannot be read: {error.strerror}.") from error
    return read_description(path)


def _is_free(path: Path) -> bool:
    """Whether nothing is there, or a folder with nothing in it; hidden names are no thing."""
    if not path.exists():
        if path.is_symlink() or not path.absolute().parent.is_dir():
            raise MissingFolder(
                f"There is no folder {path}, and none it could be made in. Check the name."
            )
        return True
    return path.is_dir() and all(_is_nothing(each) for each in path.iterdir())


def _is_nothing(path: Path) -> bool:
    """A hidden name, or the folder of writers that was made just before an exchange was cut."""
    return path.name.startswith(".") or (path.name == WRITERS and not any(path.iterdir()))


class Met(NamedTuple):
    """What both folders are, and whether the other one has to be made yet."""

    one: Description
    anew: bool


class Other(NamedTuple):
    """The other folder: what it is called, what it says it is, and where that can be read."""

    name: str
    description: Description | None
    path: Path


def meet(near: Path, ours: Description | None, other: Other, outcome: Outcome) -> Met:
    """Let a folder meet another: one production, or one of the two not there yet.

    Makes the near folder where it is the one. Raises ForeignFolder, MissingFolder or OSError.
    """
    theirs = other.description
    if theirs is None:
        if ours is None:
            raise MissingFolder(f"There is no production in {near} and none in {other.name}.")
        return Met(ours, anew=True)
    if ours is None:
        found(near, (other.path / DESCRIPTION).read_bytes())
        outcome.began = f"The production is in {near} now."
    elif ours.id != theirs.id:
        raise ForeignFolder(
            f"{other.name} is another production (made {theirs.made[:10]} by {theirs.by}) than "
            f"{near} (made {ours.made[:10]} by {ours.by}). Nothing was exchanged."
        )
    ready(near)
    return Met(theirs, anew=False)


def found(path: Path, description: bytes) -> None:
    """Make a production's folder with this description; its changes follow. Raises OSError."""
    if not path.exists():
        path.mkdir(mode=FOLDER_MODE)
    ready(path)
    write_new(path / DESCRIPTION, description, time.time_ns())


def ready(path: Path) -> None:
    """See that the folder of writers is there. Raises OSError."""
    if not (path / WRITERS).is_dir():
        make_folder(path / WRITERS)
