"""Which letters a typeface has, read from files that are whole, cut and made up."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.papers.letters import Span, has, letters_of


if TYPE_CHECKING:
    from pathlib import Path


HAN = (0x4E00, 0x9FFF)


def face(*tables: bytes) -> bytes:
    """A typeface with nothing but a table of characters of these forms."""
    places, at = b"", 4 + 8 * len(tables)
    for table in tables:
        places += struct.pack(">HHI", 3, 10, at)
        at += len(table)
    cmap = struct.pack(">HH", 0, len(tables)) + places + b"".join(tables)
    head = struct.pack(">4sHHHH", b"\x00\x01\x00\x00", 1, 0, 0, 0)
    return head + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap


def groups(*spans: tuple[int, int]) -> bytes:
    """Form 12: spans of any letters."""
    body = b"".join(struct.pack(">III", first, last, 1) for first, last in spans)
    return struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(spans)) + body


def segments(*spans: tuple[int, int]) -> bytes:
    """Form 4: spans of the first 65,535 letters, and its end mark."""
    firsts, lasts = zip(*spans, (0xFFFF, 0xFFFF), strict=True)
    count = len(firsts)
    head = struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0)
    return head + struct.pack(f">{count}H", *lasts) + b"\0\0" + struct.pack(f">{count}H", *firsts)


@pytest.mark.parametrize(
    ("content", "spans"),
    [
        (
            face(groups((0x4E00, 0x9FFF), (0x20000, 0x2A6DF))),
            ((0x4E00, 0x9FFF), (0x20000, 0x2A6DF)),
        ),
        (face(segments((0x590, 0x5FF), (0x600, 0x6FF))), ((0x590, 0x5FF), (0x600, 0x6FF))),
        (face(segments((65, 90)), groups((97, 122))), ((65, 90), (97, 122))),
        (b"", ()),
        (b"ttcf", ()),
        (b"no typeface at all, only words", ()),
        (face(groups((1, 2)))[:40], ()),
    ],
)
def test_the_letters_of_a_typeface_are_read(
    tmp_path: Path, content: bytes, spans: tuple[tuple[int, int], ...]
) -> None:
    path = tmp_path / "face.ttf"
    path.write_bytes(content)

    assert tuple(Span(*each) for each in spans) == letters_of(str(path), 0)


def test_a_typeface_that_is_not_there_has_no_letters(tmp_path: Path) -> None:
    assert () == letters_of(str(tmp_path / "none.ttf"), 0)


def test_a_letter_is_in_a_span_up_to_its_last() -> None:
    assert [False, True, True, False] == [has((Span(66, 67),), ord(each)) for each in "ABCD"]


@given(st.binary(max_size=80))
def test_no_bytes_are_more_than_no_typeface(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("faces") / "face.ttf"
    path.write_bytes(face(groups((65, 90)))[:20] + content)

    assert isinstance(letters_of(str(path), 0), tuple)
