"""Walking through earlier lines without losing the one being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.named import NamedTuple


if TYPE_CHECKING:
    from collections.abc import Sequence


class Earlier(NamedTuple):
    """Earlier lines, the oldest first, and last the line being typed; `at` is the one shown.

    What is changed in any of them stays changed while one walks on, as in a shell.
    """

    lines: tuple[str, ...] = ("",)
    at: int = 0

    @classmethod
    def before(cls, lines: Sequence[str]) -> Earlier:
        """Start at a new line after these."""
        return cls((*lines, ""), len(lines))

    @property
    def text(self) -> str:
        """The line shown."""
        return self.lines[self.at]

    def walked(self, typed: str, steps: int) -> Earlier:
        """Keep what is typed and go to another line: -1 is one earlier; stops at both ends."""
        kept = (*self.lines[: self.at], typed, *self.lines[self.at + 1 :])
        return Earlier(kept, min(max(0, self.at + steps), len(kept) - 1))
