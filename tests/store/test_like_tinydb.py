"""What TinyDB's documentation promises of tables and queries, on our tables and on stock ones."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_to
from tinydb.queries import QueryInstance
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table


if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from store.production import Production
    from store.tables import RecordTable

RUNS: list[dict[str, Any]] = [
    {"of": "a", "seats": 3, "leave": "05:40", "stops": ["hotel", "base"], "van": {"plate": "ZH 1"}},
    {"of": "b", "seats": 7, "leave": "06:00", "stops": ["base"], "van": {"plate": "BE 2"}},
    {"of": "c", "seats": 7, "leave": "Wrap", "stops": [], "legs": [{"to": "base", "km": 4}]},
    {"of": "d", "wrap": True, "legs": [{"to": "farm", "km": 9}, {"to": "base", "km": 9}]},
]
run = Query()
QUERIES: dict[str, tuple[QueryInstance, str]] = {
    "equal": (where("seats") == 7, "bc"),
    "not equal": (where("seats") != 7, "a"),
    "less": (where("seats") < 7, "a"),
    "at most": (where("seats") <= 7, "abc"),
    "more": (where("seats") > 3, "bc"),
    "at least": (where("seats") >= 3, "abc"),
    "a field as an attribute": (run.seats == 7, "bc"),
    "a field as an item": (run["seats"] == 7, "bc"),
    "a path": (where("van").plate == "ZH 1", "a"),
    "a path of items": (where("van")["plate"] == "BE 2", "b"),
    "exists": (where("seats").exists(), "abc"),
    "a path exists": (where("van").plate.exists(), "ab"),
    "matches": (where("leave").matches(r"0\d:\d\d"), "ab"),
    "matches with flags": (where("leave").matches("wrap", flags=re.IGNORECASE), "c"),
    "search": (where("leave").search(":4"), "a"),
    "search with flags": (where("leave").search("RAP", re.IGNORECASE), "c"),
    "search in what is no text": (where("seats").search("7"), ""),
    "test": (where("seats").test(lambda seats: seats % 2 == 1), "abc"),
    "test with arguments": (where("seats").test(lambda seats, low: seats > low, 3), "bc"),
    "any of values": (where("stops").any(["hotel", "farm"]), "a"),
    "any by a query": (where("legs").any(where("km") == 9), "d"),
    "any in a set": (where("van").any(["plate"]), "ab"),
    "all of values": (where("stops").all(["base"]), "ab"),
    "all by a query": (where("legs").all(where("to") == "base"), "c"),
    "one of": (where("leave").one_of(["06:00", "Wrap"]), "bc"),
    "fragment": (Query().fragment({"seats": 7, "stops": []}), "c"),
    "fragment of a field": (where("van").fragment({"plate": "BE 2"}), "b"),
    "and": ((where("seats") == 7) & (where("leave") == "Wrap"), "c"),
    "or": ((where("seats") == 3) | where("wrap").exists(), "ad"),
    "not": (~(where("seats") == 7), "ad"),
    "map": (where("stops").map(len) == 2, "a"),
    "map, then on": (where("leave").map(str.lower).matches("wrap"), "c"),
    "noop": (Query().noop(), "abcd"),
    "noop and": (Query().noop() & (where("seats") == 3), "a"),
    "no such field": (where("driver") == "mia", ""),
}


def known_as(documents: list[Any]) -> str:
    return "".join(document["of"] for document in documents)


@pytest.fixture
def ours(mia: Production) -> RecordTable:
    table = mia.table("run")
    table.insert_multiple(deepcopy(RUNS))
    return table


@pytest.fixture
def stock() -> Iterator[Table]:
    with TinyDB(storage=MemoryStorage) as database:
        table = database.table("run")
        table.insert_multiple(deepcopy(RUNS))
        yield table


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_finds_what_it_finds_in_stock_tinydb(
    ours: RecordTable, stock: Table, name: str
) -> None:
    query, expected = QUERIES[name]
    for table in (stock, ours):
        assert expected == known_as(table.search(query))
        assert len(expected) == table.count(query)
        assert bool(expected) == table.contains(query)
        first = table.get(query)
        assert expected[:1] == (first["of"] if first else "")  # type: ignore[call-overload]


OPERATIONS: dict[str, tuple[Callable[[Any], None], list[Any]]] = {
    "delete": (delete("seats"), [None, None, None]),
    "increment": (increment("seats"), [4, 8, 8]),
    "decrement": (decrement("seats"), [2, 6, 6]),
    "add": (add("seats", 2), [5, 9, 9]),
    "subtract": (subtract("seats", 2), [1, 5, 5]),
    "set": (set_to("seats", 1), [1, 1, 1]),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_does_what_it_does_in_stock_tinydb(
    ours: RecordTable, stock: Table, name: str
) -> None:
    operation, expected = OPERATIONS[name]
    for table in (stock, ours):
        assert 3 == len(table.update(operation, where("seats").exists()))
        assert [*expected, None] == [document.get("seats") for document in table]


WRONG: dict[str, tuple[Callable[[Any], Any], type[Exception]]] = {
    "insert what is no document": (lambda table: table.insert(["x"]), ValueError),
    "insert many with one that is none": (
        lambda table: table.insert_multiple([{"of": "x"}, 5]),
        ValueError,
    ),
    "insert an id that is there": (
        lambda table: table.insert(Document({}, table.all()[0].doc_id)),
        ValueError,
    ),
    "upsert with neither query nor id": (lambda table: table.upsert({"of": "x"}), ValueError),
    "get with nothing": (lambda table: table.get(), RuntimeError),
    "contains with nothing": (lambda table: table.contains(), RuntimeError),
    "remove with nothing": (lambda table: table.remove(), RuntimeError),
    "an empty query": (lambda table: table.search(Query()), RuntimeError),
    "a query with no path": (lambda table: table.search(Query() == 5), ValueError),
    "delete a field that is not there": (lambda table: table.update(delete("x")), KeyError),
    "add to text": (lambda table: table.update(add("leave", 1)), TypeError),
    "fields that are none": (lambda table: table.update(5), TypeError),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_the_same_error_and_changes_nothing_here(
    ours: RecordTable, stock: Table, mia: Production, name: str
) -> None:
    wrong, error = WRONG[name]
    before = ours.all(), mia.view.version
    for table in (stock, ours):
        with pytest.raises(error):
            wrong(table)
    assert before == (ours.all(), mia.view.version)


def test_ids_asked_for_come_in_the_order_of_the_table(ours: RecordTable, stock: Table) -> None:
    for table in (stock, ours):
        a, b, c, _ = [document.doc_id for document in table]
        assert "abc" == known_as(table.get(doc_ids=[c, a, b, a]))
        assert "b" == known_as([table.get(doc_id=b)])
        assert (table.get(doc_id=99), table.get(doc_ids=[99])) == (None, [])  # type: ignore[call-overload]


def test_ids_that_are_not_there_are_passed_over(ours: RecordTable, stock: Table) -> None:
    for table in (stock, ours):
        a, b, *_ = [document.doc_id for document in table]
        assert [b] == table.update({"seats": 1}, doc_ids=[99, b])  # type: ignore[list-item]
        assert [a] == table.remove(doc_ids=[a, 99])  # type: ignore[list-item]
        assert "bcd" == known_as(table.all())


def test_a_walk_may_change_the_table_on_its_way(ours: RecordTable, stock: Table) -> None:
    for table in (stock, ours):
        for document in table:
            table.insert({"of": document["of"].upper()})
            table.remove(doc_ids=[document.doc_id])
        assert "ABCD" == known_as(table.all())


def test_an_iterator_of_updates_reaches_every_document(ours: RecordTable) -> None:
    """In stock TinyDB it reaches the first one only."""
    updates = [({"seats": 1}, where("seats") == 7), ({"seats": 2}, where("seats") == 3)]
    assert 3 == len(ours.update_multiple(iter(updates)))  # type: ignore[arg-type]
    assert [2, 1, 1] == [document["seats"] for document in ours.search(where("seats").exists())]


def test_a_cleared_cache_changes_nothing(ours: RecordTable, stock: Table) -> None:
    for table in (stock, ours):
        found = table.search(where("seats") == 7)
        table.clear_cache()
        assert found == table.search(where("seats") == 7)


def test_tables_of_other_kinds_are_not_touched(mia: Production, ours: RecordTable) -> None:
    mia.table("issue").insert({"of": "i"})
    ours.update({"of": "r"})
    ours.remove(where("of") == "r")
    assert ("run", 0, "issue", 1) == (
        ours.name,
        len(ours),
        mia.table("issue").name,
        len(mia.table("issue")),
    )
