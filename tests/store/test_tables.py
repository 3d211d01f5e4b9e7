"""Tables act as stock TinyDB's do, except that each operation is one saved change."""

from __future__ import annotations

import math
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.operations import set as set_to
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from models.errors import NotSaved, ReadOnly
from store.production import Production
from store.tables import RecordTable, ViewStorage
from tests.store.writing import say


if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: list[dict[str, Any]] = [
    {"leave": "05:40", "seats": 3, "stops": ["a", "b"]},
    {"leave": "06:00", "seats": 7, "tags": {"wrap": True}},
    {"leave": "06:00", "seats": 2, "done": False},
]


def filled(table: Table) -> Table:
    table.insert_multiple(deepcopy(RUNS))
    return table


@pytest.fixture
def runs(mia: Production) -> RecordTable:
    table = mia.table("run")
    table.insert_multiple(deepcopy(RUNS))
    return table


def ids(table: Table) -> list[Any]:
    return [document.doc_id for document in table.all()]


OPERATIONS: dict[str, Callable[[Table], Any]] = {
    "all": lambda table: [dict(each) for each in table.all()],
    "len": len,
    "search": lambda table: table.search(where("leave") == "06:00"),
    "search in a set": lambda table: table.search(where("tags").wrap.exists()),
    "search in a list": lambda table: table.search(where("stops").any(["b"])),
    "get": lambda table: table.get(where("seats") > 3),
    "get none": lambda table: table.get(where("seats") > 30),
    "get by id": lambda table: table.get(doc_id=ids(table)[1]),
    "get by ids": lambda table: table.get(doc_ids=ids(table)[:2]),
    "contains": lambda table: table.contains(where("seats") == 7),
    "contains id": lambda table: table.contains(doc_id=ids(table)[0]),
    "count": lambda table: table.count(where("leave") == "06:00"),
    "insert": lambda table: table.insert({"leave": "08:00"}) in ids(table),
    "insert many": lambda table: len(table.insert_multiple([{"seats": 1}, {"seats": 2}])),
    "update": lambda table: len(table.update({"seats": 9}, where("leave") == "06:00")),
    "update all": lambda table: len(table.update({"seats": 9})),
    "update by id": lambda table: len(table.update({"seats": 9}, doc_ids=ids(table)[:1])),
    "update none": lambda table: table.update({"seats": 9}, where("leave") == "x"),
    "update a set": lambda table: len(table.update({"tags": {"a": 1, "b": 2}})),
    "update a list": lambda table: len(table.update({"stops": ["c"]})),
    "increment": lambda table: len(table.update(increment("seats"), where("seats") > 2)),
    "add": lambda table: len(table.update(add("seats", 5))),
    "delete a field": lambda table: len(table.update(delete("leave"))),
    "set a field": lambda table: len(table.update(set_to("leave", "09:00"))),
    "change in place": lambda table: len(table.update(lambda run: run["stops"].append("z"),
                                                      where("stops").exists())),
    "update multiple": lambda table: len(
        table.update_multiple([({"seats": 0}, where("seats") == 3)])
    ),
    "upsert there": lambda table: len(table.upsert({"seats": 8}, where("seats") == 7)),
    "upsert new": lambda table: len(table.upsert({"seats": 8}, where("seats") == 70)),
    "remove": lambda table: len(table.remove(where("leave") == "06:00")),
    "remove by id": lambda table: len(table.remove(doc_ids=ids(table)[:2])),
    "remove none": lambda table: table.remove(where("leave") == "x"),
    "iterate": lambda table: [document["seats"] for document in table],
}  # fmt: skip


def documents(table: Table) -> list[dict[str, Any]]:
    """All documents without their own ids, as stock TinyDB has none in them."""
    return [{name: each[name] for name in each if name != "id"} for each in table.all()]


def without_ids(answer: Any) -> Any:
    if isinstance(answer, list):
        return [without_ids(each) for each in answer]
    if isinstance(answer, dict):
        return {name: answer[name] for name in answer if name != "id"}
    return answer


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_answers_and_leaves_what_stock_tinydb_does(
    mia: Production, name: str
) -> None:
    with TinyDB(storage=MemoryStorage) as stock:
        theirs, ours = filled(stock.table("run")), filled(mia.table("run"))
        operation = OPERATIONS[name]
        assert without_ids(operation(theirs)) == without_ids(operation(ours))
        assert documents(theirs) == documents(ours)
        again = Production.open(mia.path, as_user="reto").table("run")
        assert documents(theirs) == documents(again)


def test_an_operation_is_one_change(mia: Production) -> None:
    table = filled(mia.table("run"))
    before = mia.view.version
    table.update({"seats": 9})
    assert before + 1 == mia.view.version
    table.update({"seats": 9})
    assert before + 1 == mia.view.version


def test_only_changed_fields_are_saved(mia: Production) -> None:
    table = filled(mia.table("run"))
    table.update({"seats": 7, "tags": {"wrap": True, "late": True}}, where("leave") == "05:40")
    (edit,) = mia.chronicle().changes()[-1].edits
    assert {"seats": 7, "tags/wrap": True, "tags/late": True} == edit.set
    table.update({"tags": {"late": 1}}, where("leave") == "05:40")
    (edit,) = mia.chronicle().changes()[-1].edits
    assert {"tags/wrap": None, "tags/late": 1} == edit.set


def test_an_operation_that_fails_changes_nothing(mia: Production) -> None:
    table = filled(mia.table("run"))
    before = documents(table)

    def fail(run: dict[str, Any]) -> None:
        run["stops"] = []
        if run["seats"] == 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        table.update(fail)
    assert before == documents(table)


def test_an_id_may_be_named_and_not_twice(mia: Production) -> None:
    table = mia.table("run")
    assert "van1" == table.insert(Document({"seats": 1}, doc_id="van1"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="van1 already exists"):
        table.insert(Document({"seats": 1}, doc_id="van1"))  # type: ignore[arg-type]
    assert ["van1"] == table.upsert(Document({"seats": 2}, doc_id="van1"))  # type: ignore[arg-type]
    assert [{"id": "van1", "seats": 2}] == table.all()


def test_what_others_save_is_found_at_once(mia: Production, reto: Production) -> None:
    table = mia.table("run")
    query = where("leave") == "06:00"
    assert [] == table.search(query)
    say(reto, "r1", leave="06:00")
    mia.refresh()
    assert ["r1"] == [document.doc_id for document in table.search(query)]


def test_a_document_found_is_a_copy(mia: Production) -> None:
    table = filled(mia.table("run"))
    found = table.get(where("seats") == 3)
    found["stops"].append("c")
    assert ["a", "b"] == table.get(where("seats") == 3)["stops"]


def test_a_whole_table_is_never_dropped(mia: Production) -> None:
    table = filled(mia.table("run"))
    with pytest.raises(NotImplementedError):
        table.truncate()
    with pytest.raises(RuntimeError):
        table.remove()
    assert 3 == len(table)


class Board(TinyDB):
    """A whole production as TinyDB's own database object."""

    table_class = RecordTable  # type: ignore[assignment]
    default_table_name = "run"


def test_a_production_may_be_asked_through_tinydbs_own_object(
    mia: Production, runs: RecordTable
) -> None:
    with Board(mia, storage=ViewStorage) as database:
        assert {"production", "run"} == database.tables()
        assert 3 == len(database)
        assert [3] == [each["seats"] for each in database.search(where("leave") == "05:40")]
        database.insert({"seats": 9})
    assert [3, 7, 2, 9] == [each["seats"] for each in runs.all()]


DROPPING: dict[str, Callable[[Board], object]] = {
    "truncate": lambda database: database.table("run").truncate(),
    "drop a table": lambda database: database.drop_table("run"),
    "drop all tables": lambda database: database.drop_tables(),
}


@pytest.mark.parametrize("name", DROPPING)
def test_nothing_is_dropped_as_a_whole_and_it_says_so(
    mia: Production, runs: RecordTable, name: str
) -> None:
    with pytest.raises(NotImplementedError, match=r"^A production .*\.$"):
        DROPPING[name](Board(mia, storage=ViewStorage))
    assert 3 == len(Production.open(mia.path, as_user="reto").table("run"))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"note": None}, {}),
        ({"tags": {}}, {}),
        ({"tags": {"a": None, "b": 1}}, {"tags": {"b": 1}}),
        ({"stops": [None, {"a": None}]}, {"stops": [None, {"a": None}]}),
        ({"tags": {"a": {}}}, {"tags": {"a": {}}}),
        ({"at": ("a", "b")}, {"at": ["a", "b"]}),
    ],
)
def test_none_and_an_empty_set_are_absence(
    mia: Production, given: dict[str, Any], kept: dict[str, Any]
) -> None:
    new = mia.table("run").insert(given)
    assert {"id": new, **kept} == mia.table("run").get(doc_id=new)


def test_an_id_that_was_removed_comes_back_as_a_new_document(mia: Production) -> None:
    table = mia.table("run")
    table.insert(Document({"seats": 1, "tags": {"a": 1}}, "van1"))  # type: ignore[arg-type]
    table.remove(doc_ids=["van1"])
    assert "van1" == table.insert(Document({"leave": "06:00"}, "van1"))  # type: ignore[arg-type]
    assert [{"id": "van1", "leave": "06:00"}] == table.all()
    assert () == mia.conflicts()


@pytest.mark.parametrize("fields", [{"id": "other"}, {"id": 5}, {"id": None}])
def test_an_id_stays_and_is_not_dropped_unsaid(runs: RecordTable, fields: dict[str, Any]) -> None:
    before = runs.all()
    for operation in (runs.insert, runs.update):
        with pytest.raises(ValueError, match="id stays"):
            operation(fields)  # type: ignore[operator]
    assert [before[0].doc_id] == runs.update(before[0], doc_ids=[before[0].doc_id])  # type: ignore[list-item]
    assert before == runs.all()


@pytest.mark.parametrize(
    "value", [math.nan, [math.inf], datetime(2026, 11, 21, tzinfo=UTC), {"a": {1}}, 1 << 80, b"x"]
)
def test_a_value_that_would_not_come_back_is_refused_in_words(
    runs: RecordTable, value: object
) -> None:
    before = runs.all()
    with pytest.raises(NotSaved, match=r"^NOT saved: .*\.$"):
        runs.update({"seats": value})
    assert before == runs.all()


@pytest.mark.parametrize("fields", [{5: 1}, {"a/b": 1}, {"gone": 1}, {"tags": {5: 1}}])
def test_a_name_that_cannot_be_kept_is_refused(runs: RecordTable, fields: dict[Any, Any]) -> None:
    with pytest.raises(ValueError, match="cannot be called"):
        runs.update(fields)


def test_a_board_that_only_reads_refuses_to_write(mia: Production, runs: RecordTable) -> None:
    past = Production.open(mia.path, as_user="mia", at=datetime.now(UTC)).table("run")
    writing = (
        lambda: past.insert({}),
        lambda: past.update({"a": 1}),
        lambda: past.remove(where("seats").exists()),
    )
    for operation in writing:
        with pytest.raises(ReadOnly):
            operation()  # type: ignore[operator]
    assert 3 == len(past) == len(runs)
