"""A page of lines read at once: what a file holds when nothing in it is out of the ordinary.

Opening a production reads thousands of lines. Checked in columns they cost half of what they do
one by one. Whatever is odd about any of them is for the careful way to
say: a page accepts nothing that it would not, and gives the same changes. Each line is parsed
for itself, for brackets must not carry from one to the next.
"""

from __future__ import annotations

from itertools import chain, islice, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import orjson

from store.change import (
    LARGEST,
    SUM_KEY,
    SUM_LENGTH,
    TAIL_LENGTH,
    Change,
    Edit,
    NotAChange,
    new,
    together,
    via_and_undoes,
    whole_numbers,
)
from store.digest import blake2b
from store.seen import Seen, Stamp


if TYPE_CHECKING:
    from collections.abc import Sequence


HEAD = itemgetter("c", "at", "did", "edits")
EDIT = itemgetter("kind", "id", "set")
PARTS = 5  # of an ordinary change: those of the head, and its sum


class Odd(NotAChange):
    """Something in the page is out of the ordinary: it has to be read line by line."""


def read_page(lines: list[bytes], seen: Seen, n: int, previous: str) -> list[Change]:
    """The changes of complete lines that follow on change `n` of the writer who had `seen` that.

    `previous` is that change's sum. Raises Odd, or NotAChange.
    """
    sums = _sums(lines, previous)
    bodies = _bodies(lines, n + 1)
    heads, edits = _parts(bodies)
    writer, made, changes = seen.writer, map(new, repeat(Edit), edits), []
    for body, (c, at, did, raw), total in zip(bodies, heads, sums, strict=True):
        n += 1
        seen = new(Seen, (writer, n - 1, seen.others))
        via = undoes = None
        if len(body) > PARTS:
            via, undoes = via_and_undoes(body)
            seen = seen.moved_to(whole_numbers(body.get("seen")), writer, n)
        own = (next(made),) if len(raw) == 1 else together(list(islice(made, len(raw))))
        stamp = new(Stamp, (writer, n, c, at, seen))
        changes.append(new(Change, (stamp, did, own, via, undoes, total)))
    return changes


def _parts(bodies: list[Any]) -> tuple[list[Any], list[Any]]:
    """The head of each change, and the parts of all their edits one after the other."""
    try:
        heads = list(map(HEAD, bodies))
        edits = list(map(EDIT, chain.from_iterable([head[3] for head in heads])))
    except (KeyError, TypeError) as error:
        raise Odd("a part is missing") from error
    counters = _checked(heads, int, str, str, list)
    _checked(edits, str, str, dict)
    if counters and not 0 < min(counters) <= max(counters) < LARGEST:
        raise Odd("a counter is out of range")
    return heads, edits


def _checked(rows: list[Any], *types: type) -> Sequence[Any]:
    """The first column of rows whose columns all have these types."""
    columns = list(zip(*rows, strict=True))
    for column, one in zip(columns, types, strict=bool(rows)):
        if set(map(type, column)) != {one}:
            raise Odd("a part is not of its type")
    return columns[0] if columns else ()


def _bodies(lines: list[bytes], first: int) -> list[Any]:
    """The JSON of each line, whose numbers count up from `first`."""
    starts = [b'"%d":' % number for number in range(first, first + len(lines))]
    if not all(map(bytes.startswith, lines, starts)):
        raise Odd("the numbers are not in order")
    try:
        return [orjson.loads(line[len(start) :]) for line, start in zip(lines, starts, strict=True)]
    except orjson.JSONDecodeError as error:
        raise Odd("one is not JSON") from error


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
