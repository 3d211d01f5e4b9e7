"""A paper that was issued comes back exactly, and a damaged one gets a sentence."""

from __future__ import annotations

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Unread
from models.fields.kept import PackedText
from models.papers.kept import MOST, pack, unpack
from models.papers.paper import Paper
from tests.models.papers.made_up import PAPERS, person, sheet


@given(PAPERS)
def test_a_paper_comes_back_as_it_was(paper: Paper) -> None:
    assert paper == unpack(PackedText().check(pack(paper)))


def test_a_hundred_people_take_little_room() -> None:
    rows = [person(f"p{at}", f"Somebody Called {at}", "06:30") for at in range(100)]

    assert len(pack(sheet(*rows))) < 4_000


DAMAGED = {
    "no letters": "\x00",
    "not packed": "abcde",
    "cut off": pack(sheet())[:40],
    "not JSON": base64.b85encode(zlib.compress(b"{")).decode(),
    "another thing": base64.b85encode(zlib.compress(b'{"a":1}')).decode(),
    "a list": base64.b85encode(zlib.compress(b"[1]")).decode(),
    "endless": base64.b85encode(zlib.compress(b"[" * (MOST + 9))).decode(),
    "deep": base64.b85encode(zlib.compress(b"[" * 100_000 + b"]" * 100_000)).decode(),
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_what_is_damaged_cannot_be_read(text: str) -> None:
    with pytest.raises(Unread, match="cannot be read"):
        unpack(text)


@given(st.binary(max_size=200))
def test_anything_packed_is_a_paper_or_refused(junk: bytes) -> None:
    try:
        found = unpack(base64.b85encode(zlib.compress(junk)).decode())
    except Unread:
        return
    assert isinstance(found, Paper)
