"""The rule of an exchange: what one side writes of what the other side has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.change import line_sum
from store.exchange.joining import DAMAGED, STRANGE, Held, Joined, Place, joined
from store.exchange.lines import NotOurs, keys_of, prove, read_copy
from store.layout import CLOSING
from tests.examples import few
from tests.store.exchange.writing import PRODUCTION, RETO, MemoryTree, exchanged, history, whole


if TYPE_CHECKING:
    from pathlib import Path

    from store.exchange.lines import Copy, Key

PLACE = Place(PRODUCTION, RETO, 1)
TEN = history(("a", 10))
FORKED = history(("a", 6), ("b", 3))


def join(ours: bytes | None, theirs: bytes, *kept: tuple[str, bytes]) -> Joined:
    return joined(Held(ours, kept), theirs, PLACE)


def damaged(data: bytes, line: bytes) -> bytes:
    """A file with one letter of a line flipped."""
    at = data.index(line) + 30
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def kept_of(lines: list[bytes], first: int) -> tuple[str, bytes]:
    """A kept copy of the lines from a number on."""
    name = f"0001.kept-{line_sum(lines[-1])}.json"
    return name, whole(lines[first - 1 :], first=first, prev=line_sum(lines[first - 2]))


@pytest.mark.parametrize(
    "ours", [None, b"", b'{"about":{"1":{"form', whole(TEN[:1]), whole(TEN[:9])]
)
def test_a_longer_file_is_taken_byte_for_byte(ours: bytes | None) -> None:
    found = join(ours, whole(TEN))

    assert [("0001.json", whole(TEN))] == list(found.writes)
    assert found.wrong == ""
    assert found.writer == RETO


@pytest.mark.parametrize("theirs", [whole(TEN), whole(TEN[:1]), whole(TEN[:9]), whole([])])
def test_where_ours_has_all_nothing_is_written(theirs: bytes) -> None:
    assert Joined() == join(whole(TEN), theirs)


def test_only_what_is_new_counts() -> None:
    assert [8, 9, 10] == sorted(key.n for key in join(whole(TEN[:7]), whole(TEN)).new)


def test_a_file_that_went_apart_is_kept_beside_from_there_on() -> None:
    found = join(whole(TEN), whole(FORKED))

    assert [kept_of(FORKED, 7)] == list(found.writes)
    assert [7, 8, 9] == sorted(key.n for key in found.new)


def test_what_is_kept_beside_already_is_not_kept_again() -> None:
    assert Joined() == join(whole(TEN), whole(FORKED), kept_of(FORKED, 7))


def test_our_side_of_a_fork_still_grows() -> None:
    found = join(whole(TEN[:8]), whole(TEN), kept_of(FORKED, 7))

    assert [("0001.json", whole(TEN))] == list(found.writes)


def test_a_live_writers_half_line_is_left_for_the_next_time() -> None:
    theirs = whole(TEN[:8]).removesuffix(CLOSING) + b",\n" + TEN[8][:40]

    assert [("0001.json", whole(TEN[:8]))] == list(join(whole(TEN[:5]), theirs).writes)
    assert join(None, theirs).wrong == ""


def test_of_a_damaged_file_the_lines_before_the_damage_are_taken_and_it_is_said() -> None:
    found = join(whole(TEN[:2]), damaged(whole(TEN), TEN[4]))

    assert [("0001.json", whole(TEN[:4]))] == list(found.writes)
    assert DAMAGED == found.wrong


def test_of_a_damaged_file_also_what_ours_can_prove_is_taken() -> None:
    found = join(whole(TEN[:5]), damaged(whole(TEN), TEN[4]))

    assert [("0001.json", whole(TEN))] == list(found.writes)
    assert DAMAGED == found.wrong


def test_a_damaged_file_of_ours_is_made_whole_by_theirs() -> None:
    assert [("0001.json", whole(TEN))] == list(join(damaged(whole(TEN), TEN[4]), whole(TEN)).writes)


def test_a_damaged_file_of_ours_with_more_in_it_stays() -> None:
    ours = damaged(damaged(whole(TEN), TEN[4]), TEN[5])

    assert [kept_of(TEN[:5], 5)] == list(join(ours, whole(TEN[:5])).writes)


def test_a_longer_file_of_ours_that_is_nothing_of_ours_stays() -> None:
    [written] = join(b"\0" * 9000, whole(TEN)).writes

    assert f"0001.kept-{line_sum(TEN[-1])}.json" == written.name
    assert whole(TEN) == written.data


def test_a_file_that_was_cut_is_never_replaced_by_a_shorter_one() -> None:
    ours = whole(TEN[:3]).removesuffix(CLOSING) + b",\n" + b"\0" * 9000

    [written] = join(ours, whole(TEN)).writes
    assert written.name.startswith("0001.kept-")


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (b"\xff\xfe garbage", "is not a file of Callboard's"),
        (b"[1, 2]\n", "is not a file of Callboard's"),
        (whole(TEN).replace(PRODUCTION.encode(), b"01JXANOTHER"), "belongs to another production"),
        (whole(TEN).replace(b'"format":1', b'"format":2'), "later Callboard"),
        (whole(TEN).replace(b"reto@unit-2-q9xd", b"../../etc/passwd"), "names no writer"),
        (whole(TEN).replace(b'"first":1', b'"first":0'), "names no writer"),
        (whole(TEN, prev="000000000000"), "does not begin as its writer's first file"),
        (whole([], writer="eva@office-abcd"), STRANGE),
    ],
)
@pytest.mark.parametrize("ours", [None, whole(TEN)])
def test_what_is_no_file_of_this_writer_is_left_out_and_said(
    theirs: bytes, words: str, ours: bytes | None
) -> None:
    found = join(ours, theirs)

    assert () == found.writes
    assert words in found.wrong


def test_a_kept_copy_goes_where_its_lines_are_missing_and_stays_a_kept_copy() -> None:
    name, data = kept_of(FORKED, 7)
    kept = PLACE._replace(main=False)

    assert [(name, data)] == list(joined(Held(whole(TEN)), data, kept).writes)
    assert [(name, data)] == list(joined(Held(None), data, kept).writes)
    assert () == joined(Held(whole(FORKED)), data, kept).writes


def test_a_kept_copy_of_another_writers_lines_travels_too() -> None:
    data = whole(TEN)
    name = f"0001.kept-{line_sum(TEN[-1])}.json"
    place = Place(PRODUCTION, "eva@office-abcd", 1, main=False)

    assert [(name, data)] == list(joined(Held(None), data, place).writes)


@pytest.mark.parametrize("digits", [b"9" * 5000, b"0", b"-1", "²".encode()])
def test_a_line_with_a_number_that_is_none_does_no_harm(digits: bytes) -> None:
    theirs = whole([b'"%b":{"c":1,"sum":"000000000000"}' % digits])

    assert () == join(whole(TEN), theirs).writes
    assert () == join(None, theirs).writes


# What two replicas can hold of one file of a writer, and what happens to bytes on the way.

BRANCHES = {
    "a": history(("a", 12)),
    "b": history(("a", 5), ("b", 6)),
    "c": history(("a", 5), ("b", 3), ("c", 4)),
    "d": history(("d", 4)),
}
LONGEST = len(whole(BRANCHES["a"]))
prefixes = st.builds(
    lambda branch, count: whole(BRANCHES[branch][:count]),
    st.sampled_from(sorted(BRANCHES)),
    st.integers(0, 12),
)
kept = st.builds(
    lambda branch, first, count: kept_of(BRANCHES[branch][: first + count], first),
    st.sampled_from("abc"),
    st.integers(2, 7),
    st.integers(0, 4),
)


def cut(data: bytes, at: int) -> bytes:
    return data[:at]


def flipped(data: bytes, at: int) -> bytes:
    return data[: at % len(data)] + bytes([data[at % len(data)] ^ 4]) + data[at % len(data) + 1 :]


def zeroed(data: bytes, at: int) -> bytes:
    return data[:at] + b"\0" * len(data[at : at + 300]) + data[at + 300 :]


def longer(data: bytes, at: int) -> bytes:
    return data + b"x" * at


harms = st.lists(
    st.tuples(st.sampled_from([cut, flipped, zeroed, longer]), st.integers(0, LONGEST)), max_size=2
)


def harmed(data: bytes, done: list) -> bytes:
    for harm, at in done:
        data = harm(data, at) if data else data
    return data


mains = st.builds(harmed, prefixes, harms)
sides = st.builds(
    lambda main, beside: {**({} if main is None else {"0001.json": main}), **dict(beside)},
    st.none() | mains,
    st.lists(kept, max_size=2),
)


def copies(*trees: MemoryTree) -> list[Copy]:
    found = []
    for data in (data for tree in trees for data in tree.held_files.values()):
        try:
            copy = read_copy(data, PRODUCTION)
        except NotOurs:
            continue
        found += [copy] if copy and copy.about.writer == RETO else []
    return found


def good(*trees: MemoryTree) -> set[Key]:
    """Every line that the copies of these folders prove together."""
    held = copies(*trees)
    lines = prove(held)
    return {key for copy in held for key in keys_of(copy, lines)}


@few(100)
@given(ours=sides, theirs=sides)
def test_after_an_exchange_both_sides_hold_all_and_nothing_got_shorter(
    ours: dict[str, bytes], theirs: dict[str, bytes], nowhere: Path
) -> None:
    near, far = MemoryTree("near", ours, nowhere), MemoryTree("far", theirs, nowhere)
    union = good(near, far)
    exchanged(near, far)

    assert union == good(near)
    assert union == good(far)
    assert [] == near.shrunk + far.shrunk
    was = dict(near.held_files), dict(far.held_files)
    again = exchanged(near, far)
    assert ([], []) == (again.taken, again.given)
    assert was == (near.held_files, far.held_files)
