"""A production folder that sessions of this user may be writing in while it is exchanged."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from store.exchange.tree import Tree
from store.identity import Identity, this_user


if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class LiveTree(Tree):
    """The files of a folder on this machine, or mounted on it."""

    def __init__(self, path: Path, name: str, production: str) -> None:
        """Know the folder and whose note is the lock on this user's own writing in it."""
        super().__init__(path, name)
        self._identity = Identity(path, production, this_user())

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """Hold the lock every commit of this user takes, so that none falls between read and write.

        Nobody of this user writes here where there is no note, or none that can be opened.
        """
        with contextlib.ExitStack() as stack:
            if self._identity.path.exists():
                with contextlib.suppress(OSError):
                    stack.enter_context(self._identity.locked())
            yield
