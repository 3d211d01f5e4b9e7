"""Authorship in a production: the name one writes under there, or why one may only read."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from models.named import NamedTuple
from store.author import Author
from store.folder import may_not_write
from store.ownership import state_refused


if TYPE_CHECKING:
    from pathlib import Path

    from store.reading import AsOf, Reading


class Authorship(NamedTuple):
    """Who one is here, and in words why nothing can be changed; empty where it can."""

    author: Author
    readonly: str


def settled(path: Path, user: str, reading: Reading) -> Authorship:
    """Settle a user's name in a production, and cut off a torn tail of their own.

    What is read of their own on the way is taken into the view.
    """
    author = Author(path, reading.production, user, reading.writers)
    if reading.until is not None:
        author.claim()
        return Authorship(author, f"This is the board as {_then(reading.until)}.")
    try:
        reading.take(author.begin(reading.view))
    except OSError as error:
        author.claim()
        words = f"{state_refused(error)}. Until then nothing can be changed here."
        return Authorship(author, words)
    return Authorship(author, may_not_write(path, author.name))


def _then(until: AsOf) -> str:
    if isinstance(until, datetime):
        return f"it was at {until:%Y-%m-%d %H:%M}"
    return f"of {until.words}"
