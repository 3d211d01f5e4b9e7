"""Versions: a moment by what was known of each writer, the same on every machine for ever."""

from __future__ import annotations

import pytest

from models.errors import NoSuch
from store.change import Change, Edit
from store.history import Chronicle
from store.production import Production
from store.seen import NOTHING_SEEN, Stamp
from store.versions import Version, find, kept_version, named, reached_with, version_of


def take_in(production: Production, source: str, **values: str) -> Change:
    """Save a change as an import of a file does."""
    edits = [Edit("scene", "s1", {"number": "", **values})]
    return production.commit(edits, f"imported {source}: 1 new", via=f"import {source}")


def test_a_version_shows_what_was_known_then_and_nothing_that_came_since(
    mia: Production, reto: Production
) -> None:
    take_in(mia, "blue.uss", set="BARN")
    version = version_of(mia)
    mia.commit([Edit("scene", "s1", {"set": "LOFT"})], "changed")
    reto.commit([Edit("scene", "s2", {"set": "FIELD"})], "added offline, with an older clock")
    then = Production.open(mia.path, as_user="eva", at=version)

    assert {"s1": "BARN"} == {key: each["set"] for key, each in then.view.records("scene").items()}
    assert f"This is the board as of {version.words}." == then.readonly


def test_what_arrives_late_is_no_part_of_a_version(mia: Production, reto: Production) -> None:
    reto.commit([Edit("scene", "s9", {"set": "FIELD"})], "saved before, read after")
    change = take_in(mia, "blue.uss", set="BARN")
    late = reached_with(change)._replace(numbers={mia.writer: change.n})

    assert not late.holds(reto.chronicle().changes()[-1])
    assert ["s1"] == list(Production.open(mia.path, at=late).view.records("scene"))


def test_a_paper_issued_now_is_bound_to_what_its_own_change_had_seen(
    mia: Production, reto: Production
) -> None:
    reto.commit([Edit("scene", "s2", {"set": "FIELD"})], "added")
    mia.refresh()
    version = version_of(mia)
    issued = mia.commit([Edit("scene", "s3", {"set": "X"})], "issued", base=mia.base())

    assert dict(version.numbers) == issued.seen.numbers()
    assert issued.c == version.number + 1


def test_every_import_is_a_version_with_its_name(mia: Production) -> None:
    take_in(mia, "blue.uss", set="BARN")
    mia.commit([Edit("scene", "s1", {"set": "LOFT"})], "changed")
    take_in(mia, "pink.uss", set="ATTIC")
    mia.undo()

    assert [("blue.uss", False), ("pink.uss", True)] == [
        (each.source, each.taken_back) for each in named(mia.chronicle())
    ]
    mia.redo()
    assert not named(mia.chronicle())[-1].taken_back


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("v3", "pink.uss"),
        ("V 3", "pink.uss"),
        ("v3 mia", "pink.uss"),
        ("blue.uss", "blue.uss"),
        ("PINK", "pink.uss"),
        ("imported blue.uss: 1 new", "blue.uss"),
    ],
)
def test_a_version_goes_by_its_number_and_by_its_name(
    mia: Production, wanted: str, found: str
) -> None:
    take_in(mia, "blue.uss", set="BARN")
    take_in(mia, "pink.uss", set="ATTIC")

    assert f"import {found}" == find(mia.chronicle(), wanted).via


def test_of_two_imports_of_one_name_the_last_is_meant(mia: Production) -> None:
    take_in(mia, "blue.uss", set="BARN")
    last = take_in(mia, "blue.uss", set="ATTIC")

    assert last == find(mia.chronicle(), "blue.uss")


def apart(via: str | None) -> Chronicle:
    """Two changes that reached one number on two machines, the first made as `via` says."""
    found = Chronicle()
    both = (("mia@a-aaaa", via), ("reto@b-bbbb", None))
    changes = [
        Change(
            Stamp(writer, 1, 5, "2026-11-23T09:00+01:00", NOTHING_SEEN), "did", (), how, None, ""
        )
        for writer, how in both
    ]
    found.take(changes, {"mia@a-aaaa": 1, "reto@b-bbbb": 1})
    return found


def test_a_number_two_writers_reached_apart_asks_which() -> None:
    with pytest.raises(NoSuch, match="v5 was reached by 2 writers apart: write 'v5 mia@a-aaaa' or"):
        find(apart(None), "v5")
    assert "reto@b-bbbb" == find(apart(None), "v5 reto").writer


def test_of_two_changes_with_one_number_the_import_is_meant() -> None:
    assert "mia@a-aaaa" == find(apart("import blue.uss"), "v5").writer


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("v99", "there is no v99 here ('callboard versions' lists those with a name)"),
        ("green", "no version is called 'green' ('callboard versions' lists them)"),
    ],
)
def test_a_version_that_is_not_there_is_said_to_be_none(
    mia: Production, wanted: str, said: str
) -> None:
    with pytest.raises(NoSuch) as refused:
        find(mia.chronicle(), wanted)
    assert said == str(refused.value)


@pytest.mark.parametrize(
    ("words", "numbers", "found"),
    [
        ("v12", '{"mia@a-aaaa":7}', Version(12, {"mia@a-aaaa": 7})),
        ("v12", "{}", Version(12, {})),
        ("v12", '{"mia@a-aaaa":"7"}', None),
        ("v12", "no JSON", None),
        ("draft", '{"mia@a-aaaa":7}', None),
    ],
)
def test_a_version_a_paper_keeps_is_read_or_is_none(
    words: str, numbers: str, found: Version | None
) -> None:
    assert found == kept_version(words, numbers)
