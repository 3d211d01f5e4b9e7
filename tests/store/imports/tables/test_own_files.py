from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from models.kinds import KINDS
from store.exports.csv_file import csv_text
from store.imports.asked import Asked
from store.imports.csv_table import read_csv
from store.imports.tables.own import elements
from store.imports.tables.reader import read_tables
from tests.examples import few
from tests.models.documents import documents
from tests.models.nightfall import desk


if TYPE_CHECKING:
    from store.imports.intake import Intake

IMPORTED = [kind for word, kind in KINDS.items() if word not in ("production", "document")]


def brought(kind: str, held: list[dict[str, Any]]) -> Intake:
    """What an export of these documents gives when it is read again, on the desk they are of."""
    on = desk()
    grids, notes = read_csv(csv_text(kind, held, on).encode(), f"{kind}.csv")
    return read_tables(grids, f"{kind}.csv", notes, Asked(on))


def plain(document: dict[str, Any]) -> dict[str, Any]:
    """A document's fields as a row has them: sets as lists, nothing where there is nothing."""
    return {
        field: list(value) if isinstance(value, dict) else value
        for field, value in document.items()
        if field not in ("id", "number")
    }


@pytest.mark.parametrize("kind", IMPORTED, ids=lambda kind: kind.word)
@few(15, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_exported_comes_back_the_same(kind: Any, data: st.DataObject) -> None:
    made = data.draw(documents(kind))
    whole = {**data.draw(documents(kind)), **made}
    lacks = [need for need in kind.needs if not any(whole.get(field) for field in need.fields)]
    held = [{"id": "r1", "number": "M1", **whole}]
    read = brought(kind.word, held)

    if lacks:
        assert [0, 1] == [len(read.rows), len(read.refused)]
    else:
        assert ([plain(held[0])], ()) == ([dict(row.values) for row in read.rows], read.refused)
        assert ("id:r1", "number:M1") == read.rows[0].key[:2]


def test_running_notes_come_back_with_when_and_by_whom() -> None:
    notes = {"2026-11-21 14:05:00 mia": "called; again", "k1": '"why"', "": "no"}
    read = brought("issue", [{"id": "i1", "number": "M1", "title": "Generator", "notes": notes}])
    told = read.rows[0].values["notes"]

    assert isinstance(told, dict)
    assert "called; again" == told["2026-11-21 14:05:00 mia"]
    assert list(notes.values())[:2] == list(told.values())[:2]


SETS = {
    "": [],
    "a": ["a"],
    "a; b": ["a", "b"],
    '"a; b"; c': ["a; b", "c"],
    'say "a"; c': ['say "a"', "c"],
    '"say ""a; b"""': ['say "a; b"'],
    '"a" b; c': ['"a" b', "c"],
    ";;": [],
}


@pytest.mark.parametrize("cell", SETS)
def test_a_set_is_parted_by_semicolons_and_an_element_may_have_one(cell: str) -> None:
    assert SETS[cell] == elements(cell)
