"""Where a file ends: torn tails, which never counted, are told from damage, which is said."""

from __future__ import annotations

import errno
import os

import pytest

from models.errors import ForeignFolder
from store.advice import ADVICE, in_words
from store.layout import CLOSING, split
from store.production import Production
from tests.store.writing import files_of, say, value


def line(n: int) -> bytes:
    return b'"%d":{"c":%d,"edits":[],"sum":"0123456789a%d"}' % (n, n, n)


ZEROS = b"\0" * 40
TAILS = {
    "closed": (CLOSING, 1, False),
    "closed without the last line end": (CLOSING[:-1], 1, False),
    "cut off": (b"", 1, True),
    "one byte written": (b",}}\n", 1, True),
    "one byte written, and the file grown": (b",}}\n" + ZEROS, 1, True),
    "two bytes written": (b",\n}\n", 1, True),
    "three bytes written": (b',\n"\n', 1, True),
    "three bytes written, and the file grown": (b',\n"\n' + ZEROS, 1, True),
    "half a line": (b",\n" + line(2)[:20], 1, True),
    "half a line, and the file grown": (b",\n" + line(2)[:20] + ZEROS, 1, True),
    "a hole in the line": (b",\n" + line(2)[:9] + ZEROS + line(2)[30:] + CLOSING, 1, True),
    "all but the first byte": (b"\n\n" + line(2) + CLOSING, 1, True),
    "a line, and half the closing brackets": (b",\n" + line(2) + b"\n}", 2, True),
    "a line, and its closing brackets not written": (b",\n" + line(2) + b"\0\0\0\0", 1, True),
    "a line gone from the middle": (b",\n\n" + line(3) + CLOSING, 2, False),
    "zeros, and lines after them": (b",\n" + ZEROS + b"\n" + line(3) + CLOSING, 2, False),
    "a broken line, and good ones after it": (
        b",\n" + line(2)[:20] + b",\n" + line(3) + CLOSING,
        3,
        False,
    ),
}


@pytest.mark.parametrize("name", TAILS)
def test_a_torn_tail_is_told_from_damage(name: str) -> None:
    """Damage is given as a line, which no sum proves: the reader then says so."""
    tail, lines, torn = TAILS[name]
    found = split(b"\n" + line(1) + tail)
    assert (line(1), lines, torn) == (found.lines[0], len(found.lines), found.torn)
    assert len(found.ends) == len(found.lines)
    if torn or lines == 1:
        assert len(b"\n" + line(1)) == found.ends[0]


def test_a_line_gone_from_the_middle_is_said_and_nothing_is_cut_off(mia: Production) -> None:
    for minute in range(4):
        say(mia, "r1", leave=f"05:4{minute}")
    file = files_of(mia)[0]
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([*lines[:3], b"", *lines[4:]]))
    harmed = file.read_bytes()
    again = Production.open(mia.path, as_user="mia")
    say(again, "r1", leave="06:00")
    assert any("is damaged after change 1" in fault.words for fault in again.faults())
    assert harmed == file.read_bytes()
    assert again.writer != mia.writer
    assert "06:00" == value(again, "r1", "leave")


def test_what_a_killed_process_left_half_made_is_removed_at_the_next_file(mia: Production) -> None:
    left = files_of(mia)[0].with_name(".0002.json.4711.tmp")
    left.write_bytes(b'{"about":')
    others = left.with_name(".syncthing.0002.json.tmp")
    others.write_bytes(b"x")
    say(mia, "r1", note="x" * 70_000)
    assert not left.exists()
    assert others.exists()


def test_a_folder_in_which_making_a_production_was_interrupted_is_named(
    mia: Production,
) -> None:
    half = mia.path.with_name("half")
    (half / "writers").mkdir(parents=True)
    with pytest.raises(ForeignFolder, match="was interrupted here"):
        Production.create(half, title="N", zone="UTC", as_user="mia")


@pytest.mark.parametrize("number", ADVICE, ids=[errno.errorcode[each] for each in ADVICE])
def test_what_a_disk_says_comes_with_what_to_do(number: int) -> None:
    said = in_words(OSError(number, os.strerror(number)))
    assert f"{ADVICE[number]} ({os.strerror(number)})" == said


def test_what_nobody_knows_a_remedy_for_is_said_as_it_is() -> None:
    assert "Bad message" == in_words(OSError(errno.EBADMSG, "Bad message"))
