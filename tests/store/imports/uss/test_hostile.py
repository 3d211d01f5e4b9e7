from __future__ import annotations

import copy
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from models.errors import ImportRefused
from models.kinds import KINDS
from store.imports.intake import Intake
from store.imports.uss.reader import read_uss
from tests.examples import few
from tests.store.imports.uss.schedules import small, written


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=12),
    st.sampled_from(["2026-11-26T07:00:00.000Z", "0001-01-01", "9999-12-31T23:59:59Z", "start"]),
    st.lists(st.one_of(st.none(), st.integers(), st.text(max_size=5)), max_size=3),
    st.dictionaries(st.text(max_size=5), st.one_of(st.none(), st.text(max_size=5)), max_size=3),
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a value something else could stand: its container and the key in it."""
    found: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        each = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in list(each):
            found += [(value, key), *places(inner)]
    return found


@given(st.data())
@few(100, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_changed_in_a_schedule_it_is_read_or_refused_in_words(
    data: st.DataObject,
) -> None:
    schedule = copy.deepcopy(small())
    for _ in range(data.draw(st.integers(1, 4))):
        container, key = data.draw(st.sampled_from(places(schedule)))
        if data.draw(st.booleans()):
            container[key] = data.draw(JUNK)
        elif isinstance(container, dict):
            del container[key]
        else:
            container.append(copy.deepcopy(container[key]))
        if not places(schedule):
            break
    try:
        found = read_uss(written(schedule), "winter.uss")
    except ImportRefused:
        return
    assert isinstance(found, Intake)
    for row in found.rows:
        for field, value in row.values.items():
            slot = KINDS[row.kind].slots()[field]
            fits = value is None or isinstance(value, list) == slot.type.many
            assert fits or field == "order", (field, value)


@given(st.binary(max_size=200))
def test_whatever_bytes_there_are_they_are_read_or_refused_in_words(raw: bytes) -> None:
    with pytest.raises(ImportRefused):
        read_uss(raw, "winter.uss")


@given(st.integers(0, 3000))
def test_a_schedule_that_was_cut_off_is_refused_with_its_line(at: int) -> None:
    raw = orjson.dumps(small(), option=orjson.OPT_INDENT_2)
    with pytest.raises(ImportRefused, match=r"cut off|empty|no JSON|damaged in line"):
        read_uss(raw[: min(at, len(raw) - 2)], "winter.uss")


REFUSED = {
    "deep": (b"[" * 5000, "is nested more than 100 levels deep; no schedule is."),
    "deep objects": (b'{"a":' * 5000, "is nested more than 100 levels deep; no schedule is."),
    "NaN": (
        b'{"universalScheduleStandard":\n{"pages": NaN}}',
        "has NaN in line 2, which is no number. Export it again, or write null there.",
    ),
    "truncated": (b'{"universalScheduleStandard": {"a": [', "ends in the middle, in line 1"),
    "trailing comma": (b'{"a": 1,}', "is damaged in line 1. Export it again."),
    "other": (b'{"name": "x"}', "is JSON, but no schedule: `universalScheduleStandard` is missing"),
    "list": (b"[1, 2]", "is JSON, but no schedule"),
    "words": (b"hello", "is no JSON, whatever its name says."),
    "binary": (b"\x00\x01\x02" * 50, "is not text, whatever its name says."),
    "blank": (b" \n ", "is empty."),
    "nothing": (b'{"universalScheduleStandard": {}}', "with neither strips nor elements in it."),
    "strips": (
        orjson.dumps({"universalScheduleStandard": {"breakdowns": [{}] * 20_001}}),
        "There are more than 20000 strips; no schedule has them.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_schedule_gets_a_sentence(case: str) -> None:
    raw, sentence = REFUSED[case]
    with pytest.raises(ImportRefused) as refused:
        read_uss(raw, "winter.uss")

    assert sentence in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_schedule_in_another_encoding_is_read(encoding: str) -> None:
    raw = written(small()).decode().encode(encoding)

    assert 3 == sum(row.kind == "scene" for row in read_uss(raw, "winter.uss").rows)


def test_control_characters_reach_no_record() -> None:
    schedule = small()
    schedule["universalScheduleStandard"]["breakdowns"][0]["description"] = "\x1b[31mred\u202e"
    found = read_uss(written(schedule), "winter.uss")

    assert "[31mred" == next(row.values["synopsis"] for row in found.rows if row.kind == "scene")
