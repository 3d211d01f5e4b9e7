from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB, where

from models.errors import NoSuch, NotSaved
from store.change import Edit
from store.exports.csv_file import defused
from store.exports.formats import write
from store.imports.formats import read
from store.imports.taking import plan


if TYPE_CHECKING:
    from store.change import JSON
    from store.production import Production


@pytest.fixture
def cast(mia: Production) -> Production:
    """A production with two people and an issue in it."""
    anna: dict[str, JSON] = {"number": "", "name": "Anna Keller", "category": "crew"}
    phones: dict[str, JSON] = {"phones/+41 79 555 01 22": True, "phones/044 1 23": True}
    tom: dict[str, JSON] = {"number": "", "name": "Tom Berg", "category": "contact"}
    issue: dict[str, JSON] = {
        "number": "",
        "title": "Generator",
        "notes/k1": "called",
        "priority": 1,
    }
    edits = [
        Edit("person", "p1", anna | phones),
        Edit("person", "p2", tom),
        Edit("issue", "i1", issue),
    ]
    mia.commit(edits, "added three")
    return mia


def test_stock_tinydb_opens_the_json_file(cast: Production, tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    written = write(cast, path)
    with TinyDB(path, access_mode="r") as database:
        people = database.table("person")
        anna = people.get(where("id") == "p1")

        assert {"issue", "person", "production"} == database.tables()
        assert (4, [1, 2]) == (written, [person.doc_id for person in people.all()])
        assert ["+41 79 555 01 22", "044 1 23"] == anna["phones"]
        assert {"k1": "called"} == database.table("issue").all()[0]["notes"]


def test_a_csv_file_holds_one_kind_with_id_and_number_first(
    cast: Production, tmp_path: Path
) -> None:
    path = tmp_path / "person.csv"
    write(cast, path)
    with path.open(newline="", encoding="utf-8") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}

    assert {"p1", "p2"} == set(rows)
    assert "+41 79 555 01 22; 044 1 23" == rows["p1"]["phones"]
    assert path.read_bytes().startswith(b"id,number,")


FORMULAS = {
    "=1+1": "'=1+1",
    "@SUM(A1)": "'@SUM(A1)",
    "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
    "-2+3+cmd": "'-2+3+cmd",
    "\t=1": "'\t=1",
    "'=1": "''=1",
    "+41 79 555 01 22": "+41 79 555 01 22",
    "+41 (0)79 555-01-22": "+41 (0)79 555-01-22",
    "-46.25": "-46.25",
    "-": "'-",
    "'tis": "'tis",
    "plain": "plain",
    "": "",
}


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_is_a_formula_and_a_phone_number_stays(text: str) -> None:
    assert FORMULAS[text] == defused(text)


def test_what_is_exported_comes_back_as_the_same(cast: Production, tmp_path: Path) -> None:
    path = tmp_path / "person.csv"
    cast.commit([Edit("person", "p1", {"note": "+1 guest", "department": "=Cam"})], "typed")
    write(cast, path)
    planned = plan(cast, read(path))

    assert ((), (), 2, ()) == (planned.edits, planned.kept, planned.same, planned.refused)


@pytest.mark.parametrize(("company", "mark"), [("Miller", b""), ("Müller", b"\xef\xbb\xbf")])
def test_a_byte_order_mark_stands_only_where_a_letter_needs_it(
    cast: Production, tmp_path: Path, company: str, mark: bytes
) -> None:
    cast.commit([Edit("person", "p1", {"company": company})], "typed")
    write(cast, tmp_path / "person.csv")

    assert (tmp_path / "person.csv").read_bytes().startswith(mark + b"id,")


@pytest.mark.parametrize("name", ["all.json", "person.csv"])
def test_an_earlier_export_is_replaced_and_a_strangers_file_is_not(
    cast: Production, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    write(cast, path)
    first = path.read_bytes()
    cast.commit([Edit("person", "p2", {"name": "Tom Bergmann"})], "typed")
    write(cast, path)
    assert first != path.read_bytes()

    path.write_bytes(b'{"mine": {"1": {"id": "x"}}}')
    with pytest.raises(NotSaved, match="is there already and was not exported"):
        write(cast, path)
    assert b'{"mine": {"1": {"id": "x"}}}' == path.read_bytes()

    write(cast, path, force=True)
    assert b"Tom Bergmann" in path.read_bytes()


@pytest.mark.parametrize(
    ("name", "kind", "error", "words"),
    [
        ("all.xlsx", None, NoSuch, r"exports end in .json and .csv"),
        (
            "stuff.csv",
            None,
            NoSuch,
            r"or call it person.csv. In the production are: issue",
        ),
        ("stuff.csv", "persn", NoSuch, r"There is no persn to export"),
        ("no/such/folder.json", None, NotSaved, r"NOT saved: .*No such file or directory"),
        ("folder.json", None, NotSaved, r"is a folder; name a file in it"),
    ],
)
def test_an_export_that_cannot_be_says_why(
    cast: Production,
    tmp_path: Path,
    name: str,
    kind: str | None,
    error: type[Exception],
    words: str,
) -> None:
    (tmp_path / "folder.json").mkdir()

    with pytest.raises(error, match=words):
        write(cast, tmp_path / name, kind)


def test_a_full_disk_leaves_what_was_there(
    cast: Production, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.json"
    write(cast, path)
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("store.exports.writing.os.fsync", full)
    with pytest.raises(NotSaved, match="No space left on device"):
        write(cast, path)
    assert before == path.read_bytes()
    assert ["all.json"] == [each.name for each in tmp_path.iterdir() if "all.json" in each.name]


def test_one_kind_alone_is_written_as_one_table(cast: Production, tmp_path: Path) -> None:
    write(cast, tmp_path / "people.json", "person")

    assert ["person"] == list(json.loads((tmp_path / "people.json").read_bytes()))
