"""The merge is a function of the set of changes: it is held against its definition here."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import hypothesis.strategies as st
import pytest
from hypothesis import given

from store.change import JSON, Change, Edit
from store.merge import GONE, Record, is_gone, unaware_edits
from store.seen import Stamp, seen_by
from store.view import View
from tests.examples import few
from tests.store.definition import defined, heads, hidden, puts, unaware
from tests.store.histories import RECORDS, STEPS, WRITERS, as_run, told


if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.store.histories import Step


def looked_up(view: View, record: str, field: str) -> JSON:
    """What the document shows in a field or in an element of a set."""
    base, _, element = field.partition("/")
    found = (view.get("run", record) or {}).get(base)
    return found.get(element) if element and isinstance(found, dict) else found


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


@few(30)
@given(steps=STEPS)
def test_the_view_is_what_the_definition_says(steps: list[Step]) -> None:
    changes = told(steps)
    documents, _ = everything(merged(changes))
    assert {record: defined(changes, record) for record in RECORDS} == documents


@few(30)
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


@few(30)
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


@few(30)
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


@few(30)
@given(steps=STEPS)
def test_a_value_somebody_knowingly_replaced_is_in_no_conflict(steps: list[Step]) -> None:
    changes = told(steps)
    for conflict in merged(changes).conflicts():
        if conflict.field == "gone":
            continue
        alive = heads(puts(changes, conflict.id)[conflict.field])
        expected = sorted((put.change.writer, put.change.n) for put in alive)
        assert expected == sorted((head.writer, head.n) for head in conflict.heads)


@few(30)
@given(steps=STEPS, data=st.data())
def test_what_a_removal_was_unaware_of_is_named_by_the_latest_edit(
    steps: list[Step], data: st.DataObject
) -> None:
    changes = as_run(data.draw(st.permutations(told(steps))))
    have: dict[str, int] = {}
    records: dict[str, Record] = {}
    for at, change in enumerate(changes, start=1):
        have[change.writer] = change.n
        for edit in change.edits:
            if edit.id in records:
                records[edit.id].take(change.stamp, edit.set, have)
            else:
                records[edit.id] = Record(edit.kind, edit.id, change.stamp, edit.set)
        for name, record in records.items():
            assert hidden(changes[:at], name) == is_gone(record)
            missed = unaware(changes[:at], name) if GONE in record.cells else []
            assert latest(change.stamp for change in missed) == latest(unaware_edits(record))


def latest(stamps: Iterable[Stamp]) -> Stamp | None:
    return max(stamps, key=lambda stamp: (stamp.c, stamp.writer), default=None)


@pytest.mark.parametrize("removals", [(), (True, None)], ids=["never removed", "brought back"])
def test_edits_back_and_forth_leave_one_a_writer_to_remember(removals: tuple[JSON, ...]) -> None:
    record = Record("run", "r1", one(0, 1, 1, {}, {"leave": "5"}).stamp, {"leave": "5"})
    for n, gone in enumerate(removals, start=2):
        record.take(one(0, n, n, {}, {}).stamp, {"gone": gone})
    have = {ANA: 3}
    for n in range(1, 40):
        have = {**have, BO: n}
        record.take(one(1, n, 2 * n + 2, have, {}).stamp, {"leave": "6"}, have)
        have = {**have, ANA: n + 3}
        record.take(one(0, n + 3, 2 * n + 3, have, {}).stamp, {"leave": "7"}, have)
    assert {ANA: 42, BO: 39} == {stamp.writer: stamp.n for stamp in record.touched[-2:]}
    assert len(record.touched) == 2


def test_a_linear_record_keeps_no_cells() -> None:
    changes = [
        one(0, 1, 1, {}, {"leave": "5", "note": "a"}),
        one(1, 1, 2, {ANA: 1}, {"leave": "6"}),
        one(0, 2, 3, {BO: 1}, {"note": "b", "from": "base"}),
    ]
    for order in itertools.permutations(changes):
        record = merged(as_run(order)).merged("run", "r1")
        assert record is not None
        assert {} == record.cells
        assert {"leave": "6", "note": "b", "from": "base"} == record.values


def test_forged_changes_that_claim_to_know_one_another_still_show_one() -> None:
    forged = [
        one(0, 1, 1, {BO: 1}, {"leave": "5"}),
        one(1, 1, 2, {ANA: 1}, {"leave": "6"}),
        one(2, 1, 2, {WRITERS[2]: 9}, {"leave": "7"}),
    ]
    for order in itertools.permutations(forged):
        assert (merged(order).get("run", "r1") or {}).get("leave") in ("5", "6", "7")


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
