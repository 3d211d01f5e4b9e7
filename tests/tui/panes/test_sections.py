"""Rows in sections: made when they are looked at, found without making them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from tui.panes.rows import Cells, PaneRow
from tui.panes.sections import Entry, Plain, Rows, Section


if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.office import Office


class Undisputed:
    """An office without conflicts."""

    disputed: frozenset[str] = frozenset()


OFFICE = cast("Office", Undisputed())


class Looked(Section):
    """A section that notes what was put in order and made."""

    def __init__(self, kind: str, keys: str) -> None:
        self.log: list[str] = []
        documents = [{"id": key} for key in keys]
        super().__init__(((kind, documents),), self._made, self._sorted)
        self._kind, self._keys = kind, keys

    def _sorted(self) -> Sequence[Entry]:
        self.log.append("sorted")
        return [Plain(self._kind, {"id": key}) for key in sorted(self._keys)]

    def _made(self, entry: Entry) -> PaneRow:
        key = f"{entry.kind}/{entry.document['id']}"
        self.log.append(key)
        return PaneRow(OFFICE, key, lambda: Cells((key,)))


@pytest.fixture
def sections() -> tuple[Looked, Looked]:
    return Looked("run", "cab"), Looked("place", "zx")


def keys(rows: Sequence[Any]) -> list[str]:
    return [row.key for row in rows]


def test_rows_follow_one_another_section_by_section(sections: tuple[Looked, Looked]) -> None:
    rows = Rows([*sections, Looked("leg", "")])
    assert 5 == len(rows)
    assert ["run/a", "run/b", "run/c", "place/x", "place/z"] == keys(rows)
    assert ["run/c", "place/x"] == keys(rows[2:4])
    assert "place/z" == rows[-1].key
    with pytest.raises(IndexError):
        rows[5]


def test_only_rows_that_are_looked_at_are_made(sections: tuple[Looked, Looked]) -> None:
    rows = Rows(sections)
    assert rows[1] is rows[1]
    assert ["sorted", "run/b"] == sections[0].log
    assert [] == sections[1].log


def test_a_record_is_found_without_making_rows(sections: tuple[Looked, Looked]) -> None:
    rows = Rows(sections)
    assert 4 == rows.place("place/z")
    assert None is rows.place("run/z")
    assert None is rows.place("")
    assert [] == sections[0].log
    assert ["sorted"] == sections[1].log


def test_some_of_a_section_are_in_its_order(sections: tuple[Looked, Looked]) -> None:
    found = sections[0].only((("run", [{"id": "c"}, {"id": "a"}]),))
    assert 2 == len(found)
    assert ["run/a", "run/c"] == keys(Rows([found]))
    assert 1 == Rows([found]).place("run/c")
    assert None is Rows([found]).place("run/b")
