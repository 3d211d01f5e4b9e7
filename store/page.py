"""A page of lines read at once: what a file holds when nothing in it is out of the ordinary.

Opening a production reads thousands of lines. Parsed in one go and checked in columns they cost
a third of what they do one by one. Whatever is odd about any of them is for the careful way to
say: a page accepts nothing that it would not, and gives the same changes.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import orjson

from store.change import (
    SUM_KEY,
    SUM_LENGTH,
    TAIL_LENGTH,
    Change,
    NotAChange,
    from_body,
    new,
)
from store.seen import Seen, Stamp


class Odd(NotAChange):
    """Something in the page is out of the ordinary: it has to be read line by line."""


def read_page(lines: list[bytes], seen: Seen, n: int, previous: str) -> list[Change]:
    """The changes of complete lines that follow on change `n` of the writer who had `seen` that.

    `previous` is that change's sum. Raises Odd, or NotAChange.
    """
    sums = _sums(lines, previous)
    changes = []
    for body, total in zip(_bodies(lines, n + 1), sums, strict=True):
        n += 1
        change = from_body(body, new(Stamp, (seen.writer, n, 0, "", seen)), total)
        changes.append(change)
        seen = change.stamp.seen
    return changes


def _bodies(lines: list[bytes], first: int) -> list[Any]:
    """The JSON of each line, whose numbers count up from `first`."""
    try:
        numbered = orjson.loads(b"{%b}" % b",".join(lines))
    except orjson.JSONDecodeError as error:
        raise Odd("they are not JSON together") from error
    if list(numbered) != list(map(str, range(first, first + len(lines)))):
        raise Odd("the numbers are not in order")
    return list(numbered.values())


def _sums(lines: list[bytes], previous: str) -> list[str]:
    """The sum of each line, worked out from the sum before and compared with its own."""
    tails = [line[-TAIL_LENGTH:] for line in lines]
    start = len(SUM_KEY)
    before = [previous.encode("ascii"), *[tail[start : start + SUM_LENGTH] for tail in tails]]
    sums = [
        blake2b(total + line[:-TAIL_LENGTH], digest_size=6).hexdigest()
        for total, line in zip(before, lines, strict=False)
    ]
    if tails != [b'%b%b"}' % (SUM_KEY, total.encode("ascii")) for total in sums]:
        raise Odd("a sum is wrong")
    return sums
