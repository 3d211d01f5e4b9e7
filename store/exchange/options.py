"""How an exchange is done: who is told of its progress, who may be asked, what is known before."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from store.exchange.tree import File
from store.looking import Signature


Progress = Callable[[int, int], None]
"""Told how many files of how many are done; of none, where nobody knows how many there are."""

Settled = dict[File, tuple[Signature, Signature]]
"""Files of which neither side lacks anything the other has, and how they looked on both."""


def unseen(done: int, total: int) -> None:
    """Show no progress."""


class Options(NamedTuple):
    """How an exchange is done.

    With `ask`, ssh may ask for a password on the terminal. Where the other folder is `known` to
    have been there, one that is not there any more is not made anew: a stick was pulled out.
    `settled` is filled by an exchange, and spares the next one reading what is as it was.
    """

    progress: Progress = unseen
    ask: bool = False
    known: bool = False
    settled: Settled | None = None
