"""The merge is a function of the set of changes: it is held against its definition here."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from store.change import JSON, Change, Edit, together
from store.seen import Stamp, seen_by
from store.view import View
from tests.store.definition import defined, heads, hidden, puts


if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


WRITERS = ("ana@a-1111", "bo@b-2222", "cy@c-3333", "di@d-4444")
RECORDS = ("r1", "r2")
FIELDS = ("leave", "note", "passengers/p1", "passengers/p2", "gone")
VALUES: dict[str, tuple[JSON, ...]] = {
    "leave": ("05:00", "06:00", None),
    "note": ("a", "b", None),
    "passengers/p1": (True, None),
    "passengers/p2": (True, {"seat": 2}, None),
    "gone": (True, None),
}


class Step(NamedTuple):
    """One thing that happens: a replica edits, or reads some of another's changes."""

    replica: int
    other: int
    many: int
    edits: tuple[tuple[str, dict[str, JSON]], ...]
    stale: int


def looked_up(view: View, record: str, field: str) -> JSON:
    """What the document shows in a field or in an element of a set."""
    base, _, element = field.partition("/")
    found = (view.get("run", record) or {}).get(base)
    return found.get(element) if element and isinstance(found, dict) else found


class Replica:
    """One writer's side: what it has read, and changes made from that."""

    def __init__(self, writer: str) -> None:
        self.writer = writer
        self.view = View()
        self.read: list[Change] = []
        self.bases: list[dict[str, int]] = [{}]

    def take(self, changes: Iterable[Change]) -> None:
        new = [change for change in changes if change.n > self.view.have.get(change.writer, 0)]
        self.view.take(new)
        self.read += new
        self.bases.append(dict(self.view.have))

    def edit(self, edits: Sequence[tuple[str, dict[str, JSON]]], stale: int) -> Change:
        base = self.bases[max(0, len(self.bases) - 1 - stale)]
        n = self.view.have.get(self.writer, 0) + 1
        seen = seen_by(self.writer, base)
        stamp = Stamp(self.writer, n, self.view.clock + 1, "", seen)
        parts = together([Edit("run", record, fields) for record, fields in edits])
        change = Change(stamp, "", parts, None, None, "")
        self.take([change])
        return change


def fields_of() -> st.SearchStrategy[dict[str, JSON]]:
    each = {field: st.sampled_from(values) for field, values in VALUES.items()}
    return st.fixed_dictionaries({}, optional=each).filter(bool)


STEPS = st.lists(
    st.builds(
        Step,
        replica=st.integers(0, 3),
        other=st.integers(0, 3),
        many=st.integers(0, 6),
        edits=st.lists(st.tuples(st.sampled_from(RECORDS), fields_of()), max_size=2).map(tuple),
        stale=st.integers(0, 2),
    ),
    max_size=24,
)


def told(steps: Sequence[Step]) -> list[Change]:
    """All changes four replicas made, reading from one another now and then."""
    replicas = [Replica(writer) for writer in WRITERS]
    changes = []
    for step in steps:
        replica = replicas[step.replica]
        replica.take(replicas[step.other].read[: step.many])
        if step.edits:
            changes.append(replica.edit(step.edits, step.stale))
    return changes


def as_run(changes: Iterable[Change]) -> list[Change]:
    """Any order of changes, as readers hand it on: each writer's in the order of its numbers."""
    waiting: dict[tuple[str, int], Change] = {}
    have: dict[str, int] = {}
    run = []
    for change in changes:
        waiting[change.writer, change.n] = change
        following = (change.writer, have.get(change.writer, 0) + 1)
        while following in waiting:
            run.append(waiting.pop(following))
            have[change.writer] = following[1]
            following = (change.writer, following[1] + 1)
    return run


def merged(changes: Iterable[Change]) -> View:
    view = View()
    for change in changes:
        view.take([change])
    return view


def everything(view: View) -> tuple[object, ...]:
    """All a view says: documents with their sets in order, and conflicts."""
    documents = {
        record: {
            field: list(value.items()) if isinstance(value, dict) else value
            for field, value in (view.get("run", record) or {}).items()
        }
        for record in RECORDS
    }
    return documents, sorted(view.conflicts(), key=repr)


@settings(max_examples=150)
@given(steps=STEPS)
def test_the_view_is_what_the_definition_says(steps: list[Step]) -> None:
    changes = told(steps)
    documents, _ = everything(merged(changes))
    assert {record: defined(changes, record) for record in RECORDS} == documents


@settings(max_examples=150)
@given(steps=STEPS, data=st.data())
def test_order_batches_and_copies_of_changes_make_no_difference(
    steps: list[Step], data: st.DataObject
) -> None:
    changes = told(steps)
    shuffled = as_run(data.draw(st.permutations(changes)))
    again = [*shuffled, *data.draw(st.permutations(changes))]
    assert everything(merged(changes)) == everything(merged(again))
    at_once = View()
    at_once.take(shuffled)
    assert everything(merged(changes)) == everything(at_once)


@settings(max_examples=150)
@given(steps=STEPS, data=st.data())
def test_a_part_read_first_and_the_rest_later_gives_the_same(
    steps: list[Step], data: st.DataObject
) -> None:
    changes = told(steps)
    mixed = data.draw(st.permutations(changes))
    cut = data.draw(st.integers(0, len(mixed)))
    some = as_run(mixed[:cut])
    view = merged(some)
    have = {(change.writer, change.n) for change in some}
    view.take(as_run([*some, *(c for c in mixed if (c.writer, c.n) not in have)])[len(some) :])
    missing = {(change.writer, change.n) for change in changes} - have
    view.take(change for change in changes if (change.writer, change.n) in missing)
    assert everything(merged(changes)) == everything(view)


@settings(max_examples=150)
@given(steps=STEPS)
def test_every_value_nobody_knew_of_is_shown_or_beside_what_is_shown(steps: list[Step]) -> None:
    changes = told(steps)
    view = merged(changes)
    offered = {(c.id, c.field): [head.value for head in c.heads] for c in view.conflicts()}
    for record in [record for record in RECORDS if not hidden(changes, record)]:
        for field, all_puts in puts(changes, record).items():
            visible = [looked_up(view, record, field), *offered.get((record, field), [])]
            for head in heads(all_puts):
                assert field == "gone" or head.value in visible


@settings(max_examples=150)
@given(steps=STEPS)
def test_a_value_somebody_knowingly_replaced_is_in_no_conflict(steps: list[Step]) -> None:
    changes = told(steps)
    for conflict in merged(changes).conflicts():
        if conflict.field == "gone":
            continue
        alive = heads(puts(changes, conflict.id)[conflict.field])
        expected = sorted((put.change.writer, put.change.n) for put in alive)
        assert expected == sorted((head.writer, head.n) for head in conflict.heads)


def one(writer: int, n: int, c: int, seen: dict[str, int], fields: dict[str, JSON]) -> Change:
    name = WRITERS[writer]
    vector = seen_by(name, {name: n - 1, **seen})
    return Change(Stamp(name, n, c, "", vector), "", (Edit("run", "r1", fields),), None, None, "")


ANA, BO = WRITERS[:2]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            [one(0, 1, 1, {}, {"leave": "5"}), one(1, 1, 2, {ANA: 1}, {"leave": "6"})],
            ({"leave": "6"}, []),
            id="a later writer who knew replaces",
        ),
        pytest.param(
            [one(0, 1, 1, {}, {"leave": "5"}), one(1, 1, 1, {}, {"leave": "6"})],
            ({"leave": "6"}, ["leave"]),
            id="who did not know stands beside, the later name is shown",
        ),
        pytest.param(
            [one(0, 1, 1, {}, {"leave": "5"}), one(1, 1, 1, {}, {"leave": "5"})],
            ({"leave": "5"}, []),
            id="equal values are one",
        ),
        pytest.param(
            [one(0, 1, 1, {}, {"leave": 1}), one(1, 1, 1, {}, {"leave": True})],
            ({"leave": True}, ["leave"]),
            id="one and true are two values",
        ),
        pytest.param(
            [
                one(0, 1, 1, {}, {"passengers/p1": True}),
                one(0, 2, 2, {}, {"passengers/p1": None}),
                one(1, 1, 2, {ANA: 1}, {"passengers/p1": True}),
            ],
            ({"passengers": {"p1": True}}, ["passengers/p1"]),
            id="added and taken off at once: nobody is left at the kerb",
        ),
        pytest.param(
            [
                one(0, 1, 1, {}, {"leave": "5"}),
                one(0, 2, 2, {}, {"gone": True}),
                one(1, 1, 2, {ANA: 1}, {"leave": "6"}),
            ],
            ({"leave": "6"}, ["gone"]),
            id="removed and edited at once: it stays, marked",
        ),
        pytest.param(
            [
                one(0, 1, 1, {}, {"leave": "5"}),
                one(0, 2, 2, {}, {"gone": True}),
                one(1, 1, 3, {ANA: 2}, {"leave": "6"}),
            ],
            ({"leave": "6", "gone": True}, []),
            id="edited in the knowledge of the removal: it stays removed",
        ),
        pytest.param(
            [
                one(0, 1, 1, {}, {"leave": "5"}),
                one(0, 2, 2, {}, {"gone": True}),
                one(1, 1, 2, {ANA: 1}, {"leave": "6"}),
                one(0, 3, 3, {BO: 1}, {"gone": True}),
            ],
            ({"leave": "6", "gone": True}, []),
            id="removed once more in the knowledge of the edit: it goes",
        ),
        pytest.param(
            [
                one(0, 1, 1, {}, {"leave": "5"}),
                one(0, 2, 2, {ANA: 0}, {"leave": "6"}),
            ],
            ({"leave": "6"}, ["leave"]),
            id="two sessions of one writer who did not know of one another",
        ),
    ],
)
def test_who_wins(changes: list[Change], expected: tuple[dict[str, JSON], list[str]]) -> None:
    document, conflicting = expected
    for order in itertools.permutations(changes):
        view = View()
        view.take(as_run(order))
        assert {"id": "r1", **document} == view.get("run", "r1")
        assert conflicting == [conflict.field for conflict in view.conflicts()]


def test_a_set_keeps_the_order_its_elements_were_added_in() -> None:
    view = merged(
        [
            one(0, 1, 1, {}, {"passengers/z": True, "passengers/a": True}),
            one(0, 2, 2, {}, {"passengers/m": True}),
            one(0, 3, 3, {}, {"passengers/z": {"seat": 1}}),
        ]
    )
    assert ["z", "a", "m"] == list((view.get("run", "r1") or {})["passengers"])


def test_an_element_taken_off_and_added_again_stands_at_the_end() -> None:
    view = merged(
        [
            one(0, 1, 1, {}, {"passengers/z": True, "passengers/a": True}),
            one(0, 2, 2, {}, {"passengers/z": None}),
            one(0, 3, 3, {}, {"passengers/z": True}),
        ]
    )
    assert ["a", "z"] == list((view.get("run", "r1") or {})["passengers"])


def test_an_untouched_record_stays_the_same_object() -> None:
    view = View()
    view.take([one(0, 1, 1, {}, {"leave": "5"})])
    before = view.get("run", "r1")
    name = WRITERS[1]
    other = Edit("run", "r2", {"leave": "6"})
    view.take([Change(Stamp(name, 1, 2, "", seen_by(name, {})), "", (other,), None, None, "")])
    assert before is view.get("run", "r1")
    view.take([one(0, 2, 3, {}, {"leave": "7"})])
    assert before is not view.get("run", "r1")
    assert {"id": "r1", "leave": "5"} == before
