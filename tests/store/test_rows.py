"""A record written as a row and read back goes on as if it had never been away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis.strategies as st
import orjson
import pytest
from hypothesis import given

from store.document import conflicts, document
from store.merge import Record, unaware_edits
from store.rows import record_of, row
from store.seen import Seen, Stamp
from store.stamps import Stamps, StampTables
from tests.examples import few
from tests.store.histories import FIELDS, RECORDS, STEPS, as_run, told


if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from store.cell import Cell
    from store.change import JSON, Change
    from tests.store.histories import Step

ANA = "ana@a-1111"
BO = "bo@b-2222"

Records = dict[str, Record]


def merge(records: Records, changes: Iterable[Change], have: dict[str, int]) -> None:
    for change in changes:
        have[change.writer] = change.n
        for edit in change.edits:
            if edit.id in records:
                records[edit.id].take(change.stamp, edit.set, have)
            else:
                records[edit.id] = Record(edit.kind, edit.id, change.stamp, edit.set)


def through_json(records: Records, stamps: Stamps) -> tuple[Records, Stamps]:
    """The records as a checkpoint would give them back, from rows and documents."""
    rows = {name: (row(record, stamps), document(record)) for name, record in records.items()}
    kept, tables = orjson.loads(orjson.dumps((rows, stamps.tables._asdict())))
    back = Stamps(StampTables(**tables))
    return {name: record_of("run", name, *each, back) for name, each in kept.items()}, back


def in_words(cell: Cell | None) -> object:
    """All a cell holds that could ever count."""
    if cell is None:
        return None
    heads, adds = [sorted(ops, key=repr) for ops in (cell.heads, cell.adds)]
    return cell.shown, heads, cell.context.numbers(), adds, cell.removals.numbers()


def behaviour(record: Record) -> object:
    made = {
        field: list(value.items()) if isinstance(value, dict) else value
        for field, value in document(record).items()
    }
    cells = {field: in_words(record.cell(field)) for field in FIELDS}
    return list(made.items()), list(conflicts(record)), unaware_edits(record), cells


def behaviours(records: Records) -> dict[str, object]:
    return {name: behaviour(record) for name, record in records.items()}


@few(20)
@given(steps=STEPS, data=st.data())
def test_what_comes_after_merges_as_if_never_written(
    steps: list[Step], data: st.DataObject
) -> None:
    changes = as_run(data.draw(st.permutations(told(steps))))
    cut = data.draw(st.integers(0, len(changes)))
    kept: Records = {}
    have: dict[str, int] = {}
    merge(kept, changes[:cut], have)
    back, stamps = through_json(kept, Stamps())
    assert behaviours(kept) == behaviours(back)
    for change in changes[cut:]:
        merge(kept, [change], {**have})
        merge(back, [change], have)
        assert behaviours(kept) == behaviours(back)
    again, _ = through_json(back, stamps)
    assert behaviours(kept) == behaviours(again)


def stamped(writer: str, n: int, others: Mapping[str, int]) -> Stamp:
    return Stamp(writer, n, n, "2026-11-21T05:40:12.345+01:00", Seen(writer, n - 1, others))


def test_a_record_touched_once_is_the_number_of_a_stamp() -> None:
    stamps = Stamps()
    made = stamped(ANA, 1, {})
    records = [Record("run", name, made, {"leave": "05:40", "seats": 4}) for name in RECORDS]
    assert [0, 0] == [row(record, stamps) for record in records]
    assert ([ANA], [[]], 1) == (
        stamps.tables.writers,
        stamps.tables.known,
        len(stamps.tables.stamps),
    )


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"leave": None}, id="taken away"),
        pytest.param({"passengers/p1": True}, id="an element of a set"),
        pytest.param({"notes": [{"text": "late"}]}, id="nested"),
        pytest.param({"id": "r9", "leave": "5"}, id="a field called id"),
    ],
)
def test_fields_no_document_gives_back_are_in_the_row(fields: dict[str, JSON]) -> None:
    records = {"r1": Record("run", "r1", stamped(ANA, 1, {}), fields)}
    back, _ = through_json(records, Stamps())
    assert fields == row(records["r1"], Stamps())[1]
    assert list(fields.items()) == list(back["r1"].values.items())


def test_stamps_read_back_share_what_they_knew() -> None:
    stamps = Stamps()
    numbers = [stamps.number(stamped(ANA, n, {BO: 7})) for n in (1, 2, 3)]
    read = Stamps(StampTables(*orjson.loads(orjson.dumps(list(stamps.tables)))))
    first, *others = [read.stamp(number) for number in numbers]
    assert all(stamp.seen.others is first.seen.others for stamp in others)
    assert first is read.stamp(numbers[0])


def test_a_table_read_back_goes_on_with_the_same_numbers() -> None:
    stamps = Stamps()
    old = stamps.number(stamped(BO, 4, {ANA: 1}))
    read = Stamps(StampTables(*orjson.loads(orjson.dumps(list(stamps.tables)))))
    new = read.number(stamped(ANA, 2, {BO: 4}))
    assert old == read.number(stamped(BO, 4, {ANA: 1}))
    assert [stamped(BO, 4, {ANA: 1}), stamped(ANA, 2, {BO: 4})] == [
        read.stamp(old),
        read.stamp(new),
    ]
