"""What a rule finds: a sentence, how much it matters, and the records it is about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from models.desk import Desk
from models.edits import Aimed
from models.named import NamedTuple


class Finding(NamedTuple):
    """Something a coordinator should see before it costs a day."""

    rule: str
    words: str
    about: tuple[Aimed, ...]


class Rule(Protocol):
    """A rule looks at one production day of a desk's records."""

    def __call__(self, desk: Desk, day: str) -> Iterator[Finding]:
        """Yield what is wrong on the day (its kept form)."""
