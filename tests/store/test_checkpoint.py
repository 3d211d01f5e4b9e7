"""The checkpoint: opened from it or from the files, a production is the same."""

from __future__ import annotations

import itertools
import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import given

from store.change import Edit
from store.production import Production
from tests.examples import few
from tests.store.writing import files_of, put, say, value


if TYPE_CHECKING:
    from collections.abc import Callable

    from store.change import JSON

RECORDS = ("r1", "r2", "r3")
FIELDS = ("leave", "note", "passengers/p1", "passengers/p2", "gone", "stops")
VALUES = ("05:40", "06:00", None, True, ["a", "b"])
DEED = st.one_of(
    st.tuples(
        st.just("edit"),
        st.sampled_from(("mia", "reto")),
        st.sampled_from(RECORDS),
        st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(VALUES), min_size=1, max_size=3),
    ),
    st.tuples(st.just("look"), st.sampled_from(("mia", "reto")), st.none(), st.none()),
    st.tuples(st.just("start again"), st.sampled_from(("mia", "reto")), st.none(), st.none()),
)
counter = itertools.count()


@pytest.fixture
def checkpoint(mia: Production) -> Path:
    """The checkpoint of mia's board, whose run leaves at 05:40."""
    say(mia, "r1", leave="05:40")
    mia.checkpoint()
    (found,) = Path(os.environ["CALLBOARD_CACHE"]).glob("*/checkpoint")
    return found


def whole(board: Production, shown: Callable[[Production], object]) -> tuple[object, ...]:
    """All that can be seen of a board."""
    conflicts = sorted(board.conflicts(), key=lambda found: (found.kind, found.id, found.field))
    numbers = sorted(map(str, board.view.numbers.state()))
    return (shown(board), conflicts, board.view.known(), board.view.clock, numbers)


@few(20)
@given(deeds=st.lists(DEED, max_size=25))
def test_opened_from_it_or_from_the_files_a_production_is_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    deeds: list[tuple[str, str, str, dict[str, JSON]]],
) -> None:
    folder = tmp_path_factory.mktemp("shared") / f"nightfall{next(counter)}"
    boards = {"mia": Production.create(folder, title="N", zone="UTC", as_user="mia")}
    boards["reto"] = Production.open(folder, as_user="reto")
    for what, who, record, fields in deeds:
        if what == "edit":
            boards[who].commit([Edit("run", record, {"number": "", **fields})], "changed")
        elif what == "look":
            boards[who].refresh()
        else:
            boards[who].checkpoint()
            boards[who] = Production.open(folder, as_user=who)
    for who, board in boards.items():
        board.refresh()
        board.checkpoint()
        resumed = whole(Production.open(folder, as_user=who), look)
        assert resumed == whole(board, look)
        assert resumed == whole(Production.open(folder, as_user=who, afresh=True), look)


def look(production: Production) -> object:
    view = production.view
    return {kind: {**view.records(kind)} for kind in sorted(view.kinds())}


def test_nothing_but_what_is_new_is_read(
    mia: Production, reto: Production, checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = files_of(mia)
    size = file.stat().st_size
    say(mia, "r1", leave="06:00")
    read: list[int] = []
    pread = os.pread
    monkeypatch.setattr(os, "pread", lambda *at: read.append(at[2]) or pread(*at))
    again = Production.open(mia.path, as_user="mia")
    assert "06:00" == value(again, "r1", "leave")
    assert size - 20 < min(offset for offset in read if offset)


def cut(data: bytes) -> bytes:
    return data[:-1]


def flipped(data: bytes) -> bytes:
    return data.replace(b"05:40", b"09:40")


def zeroed(data: bytes) -> bytes:
    return b"\0" * len(data)


def of_another_version(data: bytes) -> bytes:
    return data.replace(b"callboard-checkpoint 1 ", b"callboard-checkpoint 0 ")


def empty(data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize("harm", [cut, flipped, zeroed, of_another_version, empty])
def test_one_that_cannot_be_trusted_is_as_good_as_none(
    mia: Production, checkpoint: Path, harm: Callable[[bytes], bytes]
) -> None:
    checkpoint.write_bytes(harm(checkpoint.read_bytes()))
    again = Production.open(mia.path, as_user="mia")
    assert "05:40" == value(again, "r1", "leave")
    assert mia.writer == again.writer
    assert () == again.faults()


def test_one_that_is_whole_and_makes_no_sense_is_as_good_as_none(
    mia: Production, checkpoint: Path
) -> None:
    from store.checkpoint import _head

    body = checkpoint.read_bytes().partition(b"\n")[2].replace(b'"have"', b'"hate"')
    checkpoint.write_bytes(_head([body]) + body)
    again = Production.open(mia.path, as_user="mia")
    assert "05:40" == value(again, "r1", "leave")


def test_it_belongs_to_one_folder_and_one_user(
    mia: Production, checkpoint: Path, tmp_path: Path
) -> None:
    other = Production.create(tmp_path / "other", title="Other", zone="UTC", as_user="mia")
    other.checkpoint()
    Production.open(mia.path, as_user="reto").checkpoint()
    assert 3 == len(list(Path(os.environ["CALLBOARD_CACHE"]).glob("*/checkpoint")))
    assert None is value(Production.open(other.path, as_user="mia"), "r1", "leave")


def test_a_cache_that_cannot_be_written_is_done_without(
    mia: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("CALLBOARD_CACHE", str(tmp_path / "file"))
    board = Production.open(mia.path, as_user="reto")
    board.checkpoint()
    say(board, "r1", leave="05:40")
    assert "05:40" == value(Production.open(mia.path, as_user="reto"), "r1", "leave")


def test_a_sealed_file_that_changed_since_is_looked_at_again(mia: Production) -> None:
    for number in range(30):
        say(mia, "r1", leave="05:40", note=str(number) * 9000)
    mia.checkpoint()
    first, *_ = files_of(mia)
    good = first.read_bytes()
    first.write_bytes(good.replace(b'"05:40"', b'"09:40"'))
    again = Production.open(mia.path, as_user="mia")
    assert any("0001.json is damaged" in fault.words for fault in again.faults())
    assert "05:40" == value(again, "r1", "leave")
    first.write_bytes(good)
    assert () == Production.open(mia.path, as_user="mia").faults()


def test_what_was_wrong_is_still_said_after_it(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    (file,) = files_of(mia)
    file.write_bytes(file.read_bytes()[:-60])
    reto.refresh()
    said = reto.faults()
    reto.checkpoint()
    assert said == Production.open(mia.path, as_user="reto").faults()


def test_too_little_news_is_not_worth_keeping(mia: Production) -> None:
    mia.checkpoint(after=1000)
    assert [] == list(Path(os.environ["CALLBOARD_CACHE"]).glob("*/checkpoint"))


def test_the_board_as_it_was_uses_none(mia: Production, checkpoint: Path) -> None:
    from store.production import local_now

    moment = local_now()
    later = Production.open(mia.path, as_user="mia", clock=lambda: moment + timedelta(hours=1))
    say(later, "r2", leave="07:00")
    later.checkpoint()
    then = Production.open(mia.path, as_user="mia", at=moment)
    assert None is value(then, "r2", "leave")
    then.checkpoint()
    assert "07:00" == value(Production.open(mia.path, as_user="mia"), "r2", "leave")


def test_elements_of_sets_and_removals_go_on_from_it(mia: Production, reto: Production) -> None:
    put(mia, "r1", {"passengers/p1": True, "passengers/p2": True, "leave": "05:40"})
    reto.refresh()
    put(mia, "r1", {"gone": True})
    put(reto, "r1", {"passengers/p1": None})
    reto.refresh()
    reto.checkpoint()
    again = Production.open(mia.path, as_user="reto")
    assert reto.conflicts() == again.conflicts() != ()
    put(again, "r1", {"gone": None})
    assert {"p2": True} == value(again, "r1", "passengers")


def test_a_board_goes_on_from_a_checkpoint_it_saved(mia: Production, reto: Production) -> None:
    for number in range(5):
        put(mia, f"r{number}", {"leave": "05:40", "passengers/p1": True})
    mia.checkpoint()
    put(mia, "r9", {"leave": "07:00"})
    mia.commit([Edit("issue", "i1", {"title": "rain"})], "logged an issue")
    put(mia, "r3", {"leave": "06:00", "passengers/p2": True})
    mia.checkpoint()
    put(mia, "r4", {"passengers/p1": None})
    mia.undo()
    mia.checkpoint()
    expected = Production.open(mia.path, as_user="eva")
    for board in (mia, Production.open(mia.path, as_user="mia")):
        assert look(expected) == look(board)
        assert {"p1": True, "p2": True} == value(board, "r3", "passengers")


def test_a_sealed_file_that_can_no_longer_be_read_is_said(mia: Production) -> None:
    for number in range(30):
        say(mia, "r1", leave="05:40", note=str(number) * 9000)
    mia.checkpoint()
    first, *_ = files_of(mia)
    first.unlink()
    first.mkdir()
    again = Production.open(mia.path, as_user="mia")
    assert any("cannot be read: it is not a file" in fault.words for fault in again.faults())
    assert "05:40" == value(again, "r1", "leave")
