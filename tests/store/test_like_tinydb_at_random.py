"""Any run of operations leaves on our tables what it leaves on stock TinyDB in memory.

Four differences are meant and modelled. Our ids are strings and never given twice, so documents
are compared by when they were added. A failing operation changes nothing here, while stock TinyDB
keeps half of it: it is given back what it had. None and empty dicts are absence here, so none is
generated. The order of a table is that in which its records came to this board; another's may
differ.
"""

from __future__ import annotations

import itertools
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from tinydb import TinyDB, where
from tinydb.operations import add, decrement, delete, increment, subtract
from tinydb.operations import set as set_to
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from store.production import Production
from tests.store.replicas.world import MEMORY


if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

VALUES = st.one_of(
    st.integers(-3, 3),
    st.booleans(),
    st.sampled_from(["05:40", "", "wrap"]),
    st.lists(st.sampled_from([0, "hotel", None, {"to": "base"}]), max_size=2),
    st.dictionaries(st.sampled_from(["a", "b/c", ""]), st.sampled_from([1, True, [], {"x": 0}]))
    .filter(bool),
)  # fmt: skip
NAMES = st.sampled_from(["seats", "leave", "tags"])
FIELDS = st.dictionaries(NAMES, VALUES, max_size=3)
QUERIES = st.sampled_from(
    [
        where("seats") == 1,
        where("seats").exists(),
        ~where("leave").exists(),
        where("leave") == "05:40",
        where("tags").any(["a", "hotel"]),
        where("tags").a.exists() | (where("seats") != 1),
        where("tags").test(lambda value: isinstance(value, dict)),
        where("seats") > 0,
    ]
)
CHANGES: st.SearchStrategy[Any] = st.one_of(
    FIELDS,
    st.builds(set_to, NAMES, VALUES),
    st.builds(delete, NAMES),
    st.builds(increment, NAMES),
    st.builds(decrement, NAMES),
    st.builds(add, NAMES, st.integers(0, 2)),
    st.builds(subtract, NAMES, st.integers(0, 2)),
)
PICKS = st.lists(st.integers(0, 9), max_size=3, unique=True)


class Side(NamedTuple):
    """A table, and the ids it gave in the order they were given."""

    table: Any
    ids: list[Any]

    def picked(self, picks: Iterable[int]) -> list[Any]:
        return [self.ids[pick] for pick in picks if pick < len(self.ids)]

    def added(self, new: list[Any]) -> list[Any]:
        self.ids.extend(each for each in new if each not in self.ids)
        return new

    def at(self, pick: int, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields with an id: one given before, or a new one said by hand.

        New ones lie far apart: stock TinyDB counts on from them and would meet the next one.
        """
        new = type(self.table).document_id_class(1000 * (pick + 1))
        return Document(fields, self.ids[pick] if pick < len(self.ids) else new)


class Step(NamedTuple):
    """One operation, with all that is put into it; its name is in `of`."""

    of: str
    picks: list[int]
    fields: list[dict[str, Any]]
    change: Any
    query: Any


OPERATIONS: dict[str, Callable[[Side, Step], Any]] = {
    "insert": lambda on, step: on.added([on.table.insert(step.fields[0])]),
    "insert many": lambda on, step: on.added(on.table.insert_multiple(step.fields)),
    "insert an id": lambda on, step: on.added(
        [on.table.insert(on.at(len(step.picks), step.fields[0]))]
    ),
    "insert many with an id": lambda on, step: on.added(
        on.table.insert_multiple([on.at(len(step.picks), step.fields[0]), *step.fields[1:]])
    ),
    "insert no document": lambda on, step: on.table.insert_multiple([*step.fields, 5]),
    "update": lambda on, step: on.table.update(step.change, step.query),
    "update all": lambda on, step: on.table.update(step.change),
    "update ids": lambda on, step: on.table.update(step.change, doc_ids=on.picked(step.picks)),
    "update multiple": lambda on, step: on.table.update_multiple(
        [(step.change, step.query), (step.fields[0], where("seats") == 1)]
    ),
    "upsert": lambda on, step: on.added(on.table.upsert(step.fields[0], step.query)),
    "upsert an id": lambda on, step: on.added(
        on.table.upsert(on.at(len(step.picks), step.fields[0]))
    ),
    "upsert nothing": lambda on, step: on.table.upsert(step.fields[0]),
    "remove": lambda on, step: on.table.remove(step.query),
    "remove ids": lambda on, step: on.table.remove(doc_ids=on.picked(step.picks)),
    "remove nothing": lambda on, _: on.table.remove(),
}
READING: dict[str, Callable[[Side, Step], Any]] = {
    "all": lambda on, _: on.table.all(),
    "iterate": lambda on, _: list(on.table),
    "len": lambda on, _: len(on.table),
    "search": lambda on, step: on.table.search(step.query),
    "count": lambda on, step: on.table.count(step.query),
    "contains": lambda on, step: on.table.contains(step.query),
    "contains an id": lambda on, step: [
        on.table.contains(doc_id=each) for each in on.picked(step.picks)
    ],
    "get": lambda on, step: on.table.get(step.query),
    "get by id": lambda on, step: [on.table.get(doc_id=each) for each in on.picked(step.picks)],
    "get by ids": lambda on, step: on.table.get(doc_ids=on.picked(step.picks)),
}
STEPS = st.lists(
    st.builds(
        Step,
        of=st.sampled_from(sorted(OPERATIONS)),
        picks=PICKS,
        fields=st.lists(FIELDS, min_size=1, max_size=3),
        change=CHANGES,
        query=QUERIES,
    ),
    min_size=1,
    max_size=12,
)


def told(documents: Any, ids: list[Any]) -> Any:
    """Documents without our own `id`, each with when it was added; anything else as it is."""
    if isinstance(documents, list):
        return [told(each, ids) for each in documents]
    if isinstance(documents, Document):
        named = {name: documents[name] for name in documents if name != "id"}
        return ids.index(documents.doc_id), named
    return documents


def reading(side: Side, step: Step, name: str) -> Any:
    """What one way of reading answers: a query may raise, where text is less than a number."""
    try:
        return told(READING[name](side, step), side.ids)
    except TypeError as error:
        return type(error)


def outcome(side: Side, step: Step) -> Any:
    """When the documents an operation touched were added, or the class of what it raises."""
    try:
        touched = OPERATIONS[step.of](side, step._replace(fields=deepcopy(step.fields)))
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        return type(error)
    return [side.ids.index(each) for each in touched]


def stock_outcome(side: Side, step: Step) -> Any:
    """The same on stock TinyDB; it is given back what it had, and no id for the second time."""
    storage = side.table.storage
    before = deepcopy(storage.memory)
    side.table._next_id = max(side.ids, default=0) + 1
    answer = outcome(side, step)
    if isinstance(answer, type):
        storage.memory = before
        side.table.clear_cache()
    return answer


class Boards(NamedTuple):
    """One production, open twice: by who works on it and by who only reads the files."""

    mine: Production
    anothers: Production


@pytest.fixture
def boards() -> Iterator[Boards]:
    """Boards in memory, where there is such a disk: thousands of changes are saved."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as ground:
        folder = Path(ground, "nightfall")
        mine = Production.create(folder, title="Nightfall", zone="UTC", as_user="mia")
        yield Boards(mine, Production.open(folder, as_user="reto"))


def compare(boards: Boards, kind: str, steps: list[Step]) -> None:
    with TinyDB(storage=MemoryStorage) as database:
        theirs, ours = Side(database.table(kind), []), Side(boards.mine.table(kind), [])
        for step in steps:
            version = boards.mine.view.version
            expected = stock_outcome(theirs, step)
            assert expected == outcome(ours, step)
            saved = boards.mine.view.version - version
            assert saved == 0 if isinstance(expected, type) else saved <= 1
            for name in READING:
                assert reading(theirs, step, name) == reading(ours, step, name), name
        boards.anothers.refresh()
        read_back = boards.anothers.table(kind).all()
        assert sorted(told(theirs.table.all(), theirs.ids), key=repr) == sorted(
            told(read_back, ours.ids), key=repr
        )


@pytest.mark.parametrize(
    "examples", [pytest.param(40, id="some"), pytest.param(600, id="many", marks=pytest.mark.slow)]
)
def test_any_run_of_operations_is_as_on_stock_tinydb(boards: Boards, examples: int) -> None:
    kinds = (f"kind{number}" for number in itertools.count())

    @settings(max_examples=examples)
    @given(steps=STEPS)
    def on_a_table_of_its_own(steps: list[Step]) -> None:
        compare(boards, next(kinds), steps)

    on_a_table_of_its_own()
