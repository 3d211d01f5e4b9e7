"""A writer's file as lines to be proven: what it holds by its look, and what its sums prove.

A line follows on the one whose sum it was chained on, so lines of several copies of one file
form a tree with the file's beginning as its root. What hangs on the root is proven; what does
not is damaged, or waits for a line that is not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from store.change import TAIL_LENGTH, chain_sum, first_sum, has_sum, line_number
from store.change import line_sum as sum_of
from store.layout import (
    CLOSING,
    TORN_AFTER_ONE,
    WRITER_NAME,
    About,
    NewerFile,
    NotAFile,
    header,
    read_header,
)


if TYPE_CHECKING:
    from collections.abc import Iterable


class Key(NamedTuple):
    """A change of one writer: its number, and the sum that says which of several it is."""

    n: int
    sum: str


class Copy(NamedTuple):
    """One copy of a writer's file: its head as bytes and as values, and its complete lines.

    `broken` is true where bytes stand between the lines that are none themselves.
    """

    about: About
    head: bytes
    lines: tuple[bytes, ...]
    broken: bool

    @property
    def root(self) -> Key:
        """The change its first line follows on."""
        return Key(self.about.first - 1, self.about.prev)


class Proven(NamedTuple):
    """A line whose sum is right, and the change it follows on."""

    key: Key
    before: Key
    line: bytes


class NotOurs(ValueError):
    """The bytes are no file of this production; the text says what they are."""


def read_copy(data: bytes, production: str) -> Copy | None:
    """Read a copy of a file; None where not even its head is whole. Raises NotOurs."""
    try:
        found = read_header(data)
    except NewerFile:
        raise NotOurs("was written by a later Callboard; update to exchange it") from None
    except NotAFile as reason:
        raise NotOurs(f"is not a file of Callboard's ({reason})") from None
    if found is None:
        return None
    about, start = found
    if about.production != production:
        raise NotOurs("belongs to another production")
    if not WRITER_NAME.fullmatch(about.writer) or about.first < 1:
        raise NotOurs("names no writer")
    if about.first == 1 and about.prev != first_sum(production, about.writer):
        raise NotOurs("does not begin as its writer's first file")
    lines, broken = _lines(data[start:])
    return Copy(about, data[:start], lines, broken)


def _lines(data: bytes) -> tuple[tuple[bytes, ...], bool]:
    """All complete lines by their look, and whether something else stands between them."""
    found: list[bytes] = []
    strange, broken = False, False
    for piece in data.split(b"\n"):
        line = piece.removesuffix(TORN_AFTER_ONE).removesuffix(b",")
        if line.startswith(b'"') and has_sum(line) and _numbered(line):
            found.append(line)
            broken |= strange
        elif line:
            strange = True
    return tuple(found), broken


def _numbered(line: bytes) -> bool:
    try:
        return line_number(line) > 0
    except ValueError:  # more digits than Python reads
        return False


def prove(copies: Iterable[Copy]) -> dict[Key, Proven]:
    """The lines of all copies that hang on the beginning of one of them, by number."""
    held = tuple(copies)
    known = {copy.root for copy in held}
    numbered = sorted({(line_number(line), line) for copy in held for line in copy.lines})
    sums: dict[int, list[str]] = {}
    for root in known:
        sums.setdefault(root.n, []).append(root.sum)
    proven: dict[Key, Proven] = {}
    for n, line in numbered:
        key = key_of(line)
        before = _before(line, sums.get(n - 1, ()), key)
        if before is not None and key not in proven:
            proven[key] = Proven(key, before, line)
            sums.setdefault(n, []).append(key.sum)
    return proven


def _before(line: bytes, sums: Iterable[str], key: Key) -> Key | None:
    body = line[:-TAIL_LENGTH]
    follows = (each for each in sums if each.isascii() and chain_sum(each, body) == key.sum)
    return next((Key(key.n - 1, each) for each in follows), None)


def key_of(line: bytes) -> Key:
    """Which change a line says it is."""
    return Key(line_number(line), sum_of(line))


def keys_of(copy: Copy, proven: dict[Key, Proven]) -> list[Key]:
    """The proven lines of one copy, in its order."""
    said = dict.fromkeys((key_of(line), line) for line in copy.lines)
    return [key for key, line in said if key in proven and proven[key].line == line]


def is_damaged(copy: Copy, proven: dict[Key, Proven]) -> bool:
    """Whether lines are there that nothing proves, or strange bytes between them."""
    return copy.broken or len(keys_of(copy, proven)) < len(set(copy.lines))


def as_file(head: bytes, lines: Iterable[bytes]) -> bytes:
    """The bytes of a whole file."""
    return b"%b\n%b%b" % (head, b",\n".join(lines), CLOSING)


def headed(about: About, run: list[Proven]) -> bytes:
    """A whole file with these lines, whose head says where they begin."""
    first, prev = run[0].before.n + 1, run[0].before.sum
    return as_file(header(about._replace(first=first, prev=prev)), (each.line for each in run))
