"""The gap-free run of one writer's changes, each proved by the sum of the one before.

Where the lines come from does not matter here: the writer's own files, a copy a sync engine left
behind, the lines a checkpoint kept. What the sums prove belongs in, everything else stays out.
"""

from __future__ import annotations

from binascii import a2b_base64, b2a_base64
from typing import TYPE_CHECKING, Any

from store.change import (
    TAIL_LENGTH,
    Change,
    NotAChange,
    chain_sum,
    first_sum,
    from_line,
    line_number,
    line_sum,
)
from store.page import read_page
from store.seen import Seen


if TYPE_CHECKING:
    from collections.abc import Iterable


SUM_BYTES = 6


class Chain:
    """One writer's changes up to number `n`, whose sum is `sum`.

    `at` is the local time of the last one, `latest` the latest of all, `seen` what the last one
    had seen. `unkept` are the lines taken since somebody last carried them to a safer place.
    """

    def __init__(self, production: str, writer: str) -> None:
        """Begin before the first change."""
        self.writer = writer
        self.n = 0
        self.sum = first_sum(production, writer)
        self.at = self.latest = ""
        self.seen = Seen(writer, 0, {})
        self.unkept: list[bytes] = []
        self._first = self.sum
        self._sums = bytearray()

    def state(self) -> dict[str, Any]:
        """How far it is, as JSON."""
        sums = b2a_base64(self._sums, newline=False).decode("ascii")
        return {
            "seen": [self.seen.own, self.seen.others],
            "at": self.at,
            "latest": self.latest,
            "sums": sums,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where a checkpoint stood. Raises ValueError, KeyError or TypeError."""
        own, others = state["seen"]
        self.at, self.seen = state["at"], Seen(self.writer, own, others)
        self.latest = state["latest"]
        self._sums = bytearray(a2b_base64(state["sums"]))
        self.n = len(self._sums) // SUM_BYTES
        self.sum = self.sum_of(self.n)

    def sum_of(self, n: int) -> str:
        """The sum of one of the changes; of change 0, what the first one chains from."""
        if n == 0:
            return self._first
        return self._sums[SUM_BYTES * (n - 1) : SUM_BYTES * n].hex()

    def take(self, line: bytes) -> tuple[Change, ...]:
        """The change a complete line adds; none where it was known. Raises NotAChange."""
        n = line_number(line)
        if n <= self.n:
            if self.sum_of(n) != line_sum(line):
                raise NotAChange(f"it holds another change {n} than the one read before")
            return ()
        if n != self.n + 1:
            raise NotAChange("its number is not the next one")
        change = self.following(line)
        self.add([change], [line])
        return (change,)

    def following(self, line: bytes) -> Change:
        """The change of a line that follows on the last one; not taken in. Raises NotAChange."""
        return from_line(line, self.writer, self.seen, self.sum)

    def add(self, changes: list[Change], lines: list[bytes]) -> None:
        """Take in changes that follow on, and their lines."""
        last = changes[-1].stamp
        self.n, self.sum, self.seen, self.at = last.n, changes[-1].sum, last.seen, last.at
        self.latest = max(self.latest, *[change.stamp.at for change in changes])
        self._sums += bytes.fromhex("".join([change.sum for change in changes]))
        self.unkept += lines

    def take_page(self, lines: list[bytes]) -> list[Change]:
        """The changes many lines add that all follow on. Raises NotAChange, and takes none."""
        changes = read_page(lines, self.seen, self.n, self.sum)
        if changes:
            self.add(changes, lines)
        return changes

    def check(self, lines: Iterable[bytes]) -> None:
        """Check lines that should be known byte by byte. Raises NotAChange at one that is not."""
        for line in lines:
            n = line_number(line)
            if 0 < n <= self.n and not follows(self.sum_of(n - 1), line):
                raise NotAChange("its sum is wrong")

    def forks_at(self, lines: Iterable[bytes]) -> int:
        """The first number these lines hold another true change of than this run; 0 if none.

        True is what follows by its sum on a change known here. A damaged line does not.
        """
        for line in lines:
            try:
                n = line_number(line)
            except NotAChange:
                return 0
            if 0 < n <= self.n and self.sum_of(n) != line_sum(line):
                return n if follows(self.sum_of(n - 1), line) else 0
        return 0


def follows(previous: str, line: bytes) -> bool:
    """Whether a complete line is whole and follows on the change with this sum."""
    return chain_sum(previous, line[:-TAIL_LENGTH]) == line_sum(line)
