"""Which letters a typeface file has, read from its table of characters."""

from __future__ import annotations

import struct
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple


_UINT16, _UINT32 = struct.Struct(">H"), struct.Struct(">I")
_TABLE = struct.Struct(">4sIII")
_ENCODING = struct.Struct(">HHI")
_GROUP = struct.Struct(">III")
_END = 0xFFFF
_MOST = 512
"""Tables or encodings a file may name; one that names more is no typeface."""


class Span(NamedTuple):
    """Letters from one to another, both among them."""

    first: int
    last: int


@lru_cache(maxsize=1024)
def letters_of(path: str, index: int) -> tuple[Span, ...]:
    """The letters of a typeface in a file, which may hold several; none where it cannot be read."""
    try:
        content = Path(path).read_bytes()
        return _spans(content, _characters(content, index))
    except (OSError, struct.error):
        return ()


def has(spans: tuple[Span, ...], letter: int) -> bool:
    """Whether a letter is among the spans."""
    return any(span.first <= letter <= span.last for span in spans)


def _characters(content: bytes, index: int) -> int:
    """Where the table of characters begins; raises struct.error where there is none."""
    start = 0
    if content[:4] == b"ttcf":
        start = _UINT32.unpack_from(content, 12 + 4 * index)[0]
    count = min(_MOST, _UINT16.unpack_from(content, start + 4)[0])
    for at in range(start + 12, start + 12 + 16 * count, 16):
        tag, _, offset, _ = _TABLE.unpack_from(content, at)
        if tag == b"cmap":
            return int(offset)
    raise struct.error("no table of characters")


def _spans(content: bytes, cmap: int) -> tuple[Span, ...]:
    count = min(_MOST, _UINT16.unpack_from(content, cmap + 2)[0])
    found: list[Span] = []
    for at in range(cmap + 4, cmap + 4 + 8 * count, 8):
        offset = cmap + _ENCODING.unpack_from(content, at)[2]
        form = _UINT16.unpack_from(content, offset)[0]
        if form == 12:
            found += _groups(content, offset)
        elif form == 4:
            found += _segments(content, offset)
    return tuple(dict.fromkeys(found))


def _groups(content: bytes, at: int) -> list[Span]:
    count = _UINT32.unpack_from(content, at + 12)[0]
    ends = min(len(content), at + 16 + 12 * count)
    groups = (_GROUP.unpack_from(content, each) for each in range(at + 16, ends - 11, 12))
    return [Span(first, last) for first, last, glyph in groups if glyph or last > first]


def _segments(content: bytes, at: int) -> list[Span]:
    twice = _UINT16.unpack_from(content, at + 6)[0]
    lasts = (_UINT16.unpack_from(content, at + 14 + each)[0] for each in range(0, twice, 2))
    firsts = (
        _UINT16.unpack_from(content, at + 16 + twice + each)[0] for each in range(0, twice, 2)
    )
    return [Span(first, last) for first, last in zip(firsts, lasts, strict=True) if first != _END]
