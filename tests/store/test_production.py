"""Several boards on one production: what one saves the others read, and who wrote what."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from store.change import Edit
from store.following.follow import Follower
from store.production import Production
from tests.store.writing import carry, files_of, put, say, value


if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from store.change import JSON


def test_what_one_saves_the_other_reads(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    assert {("run", "r1")} == reto.refresh()
    assert "05:40" == value(reto, "r1", "leave")
    assert frozenset() == reto.refresh()


def test_nothing_new_is_seen_without_reading_a_byte(
    mia: Production, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    read: list[int] = []
    pread = os.pread
    monkeypatch.setattr(os, "pread", lambda *at: read.append(at[2]) or pread(*at))
    reto.refresh()
    assert [] == read
    size = files_of(mia)[0].stat().st_size
    say(mia, "r1", leave="06:00")
    read.clear()
    reto.refresh()
    assert size - len("\n}}\n") - len('51d0c2aa9e07"}') == min(read)


def test_the_view_grows_a_version_with_every_change(mia: Production) -> None:
    before = mia.view.version
    say(mia, "r1", leave="05:40")
    assert before + 1 == mia.view.version


def test_a_form_opened_before_anothers_change_does_not_replace_it(
    mia: Production, reto: Production
) -> None:
    say(mia, "r1", leave="05:40")
    base = mia.base()
    reto.refresh()
    say(reto, "r1", leave="06:00")
    mia.refresh()
    mia.commit([Edit("run", "r1", {"leave": "07:00"})], "moved", base=base)
    reto.refresh()
    for board in (mia, reto):
        (conflict,) = board.conflicts()
        shown = [(head.value, head.writer) for head in conflict.heads]
        assert [("07:00", mia.writer), ("06:00", reto.writer)] == shown


def test_choosing_a_value_ends_the_conflict_everywhere(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    say(reto, "r1", leave="06:00")
    mia.refresh()
    assert 1 == len(mia.conflicts())
    say(mia, "r1", leave="06:00")
    reto.refresh()
    assert () == mia.conflicts() == reto.conflicts()


def test_only_what_moved_of_what_was_seen_is_written(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    for minute in ("06:00", "06:10"):
        say(reto, "r1", leave=minute)
    mia.refresh()
    base = mia.base()
    say(mia, "r2", leave="08:00")
    reto.refresh()
    say(reto, "r2", leave="08:30")
    mia.refresh()
    say(mia, "r2", leave="08:40")
    mia.commit([Edit("run", "r3", {"leave": "09:00"})], "an old form", base=base)
    lines = files_of(mia)[0].read_text(encoding="utf-8").split("\n")[2:-2]
    seen = [line.partition('"seen":')[2].partition("}")[0] + "}" for line in lines]
    name = reto.writer
    expected = ["}", "}", f'{{"{name}":2}}', f'{{"{name}":3}}']
    assert expected == seen[:4]
    assert f'{{"{name}":2,"{mia.writer}":2}}' == seen[4]
    board = Production.open(mia.path, as_user="eva")
    (last,) = [c for c in board.chronicle().changes() if c.did == "an old form"]
    assert {name: 2, mia.writer: 2} == last.seen.numbers()


def test_two_sites_meet_again_and_agree(
    mia: Production, tmp_path: Path, shown: Callable[[Production], dict[str, dict[str, JSON]]]
) -> None:
    put(mia, "r1", {"leave": "05:40", "passengers/anna": True})
    carry(mia.path, tmp_path / "unit2")
    unit2 = Production.open(tmp_path / "unit2", as_user="reto")
    put(unit2, "r1", {"leave": "06:00", "passengers/ben": True})
    put(mia, "r1", {"note": "wait", "passengers/eva": True})
    mia.commit([Edit("run", "r1", {"leave": "05:50"})], "moved")
    carry(tmp_path / "unit2", mia.path)
    carry(mia.path, tmp_path / "unit2")
    mia.refresh()
    unit2.refresh()
    assert shown(mia) == shown(unit2)
    assert mia.conflicts() == unit2.conflicts()
    assert {"anna", "ben", "eva"} == set(value(mia, "r1", "passengers"))  # type: ignore[arg-type]
    assert ["leave"] == [conflict.field for conflict in mia.conflicts()]


def test_documents_handed_out_are_nobody_elses(mia: Production) -> None:
    put(mia, "r1", {"stops": ["a", "b"], "tags/x": {"deep": [1]}})
    document = mia.view.get("run", "r1")
    assert document is not None
    document["stops"].append("c")  # type: ignore[union-attr]
    document["tags"]["x"]["deep"].append(2)  # type: ignore[index,call-overload,union-attr]
    put(mia, "r1", {"leave": "05:40"})
    expected = {"id": "r1", "stops": ["a", "b"], "tags": {"x": {"deep": [1]}}, "leave": "05:40"}
    assert expected == mia.view.get("run", "r1")


def test_records_cannot_be_written_past_the_store(mia: Production) -> None:
    say(mia, "r1", leave="05:40")
    with pytest.raises(TypeError):
        mia.view.records("run")["r2"] = {}  # type: ignore[index]


def test_the_writers_are_told_apart(mia: Production, reto: Production) -> None:
    say(reto, "r1", leave="05:40")
    mia.refresh()
    seen = {(writer.name, writer.tag, writer.n, writer.is_me) for writer in mia.writers()}
    assert {(mia.writer, "M", 1, True), (reto.writer, "R", 1, False)} == seen


def test_history_says_what_each_was_shown_before(mia: Production, reto: Production) -> None:
    say(mia, "r1", leave="05:40")
    reto.refresh()
    say(mia, "r1", leave="06:00")
    say(reto, "r1", leave="07:00")
    mia.refresh()
    told = [
        (entry.change.writer, entry.before["leave"], entry.after["leave"])
        for entry in mia.chronicle().of("run", "r1")
    ]
    expected = [
        (mia.writer, None, "05:40"),
        (mia.writer, "05:40", "06:00"),
        (reto.writer, "05:40", "07:00"),
    ]
    assert expected == told


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["production", "r1", "r2", "r1"]),
        ({"kind": "run"}, ["r1", "r2", "r1"]),
        ({"kind": "run", "id": "r1"}, ["r1", "r1"]),
        ({"field": "tags"}, ["r2"]),
        ({"field": "leave", "id": "r1"}, ["r1", "r1"]),
        ({"writer": "nobody@x-1234"}, []),
    ],
)
def test_history_is_asked_by_kind_record_writer_and_field(
    mia: Production, asked: dict[str, str], expected: list[str]
) -> None:
    say(mia, "r1", leave="05:40")
    put(mia, "r2", {"tags/wrap": True})
    say(mia, "r1", leave="06:00")
    assert expected == [entry.edit.id for entry in mia.chronicle().of(**asked)]  # type: ignore[arg-type]


def test_the_last_import_is_remembered_whatever_was_typed_since(mia: Production) -> None:
    for pages in (8, 9):
        mia.commit([Edit("scene", "s1", {"pages": pages})], "import", via="import day.csv")
    mia.commit([Edit("scene", "s1", {"pages": 12})], "typed")
    assert 9 == mia.chronicle().last_import("scene", "s1", "pages")
    assert None is mia.chronicle().last_import("scene", "s1", "set")


def test_a_follower_calls_when_another_writes_and_only_then(
    mia: Production, reto: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    monkeypatch.setattr("store.following.follow.INTERVAL", 0.01)
    called = threading.Event()
    follower = Follower(mia.path / "writers", called.set)
    follower.start()
    try:
        assert not called.wait(0.1)
        for minute in range(3):
            say(reto, "r1", leave=f"05:4{minute}")
            assert called.wait(5)
            called.clear()
            mia.refresh()
            assert f"05:4{minute}" == value(mia, "r1", "leave")
    finally:
        follower.stop()


def test_a_follower_outlives_the_folder_going_away(
    mia: Production, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    monkeypatch.setattr("store.following.follow.INTERVAL", 0.01)
    called = threading.Event()
    follower = Follower(mia.path / "writers", called.set)
    follower.start()
    try:
        (mia.path / "writers").rename(mia.path / "aside")
        assert called.wait(5)
        called.clear()
        (mia.path / "aside").rename(mia.path / "writers")
        assert called.wait(5)
    finally:
        follower.stop()
