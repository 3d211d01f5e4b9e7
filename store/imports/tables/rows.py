"""One row of a table to one record, with everything said about what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.fields.references import Reference
from models.record import Record
from models.text import tidy
from models.when import DAY_MINUTES, as_minutes
from store.imports.identity import record_keys
from store.imports.intake import Refused, Row
from store.imports.tables.cells import Reader
from store.imports.tables.clocks import read_time
from store.imports.tables.meanings import END, NUMBER, ROUTE
from store.imports.tables.naming import Names
from store.imports.tables.own import FIRST, read_own
from store.imports.tables.told import Told


if TYPE_CHECKING:
    from store.change import JSON

_ROUTE = re.compile(
    r"\s*(?:-+>|>|→|=>|»)\s*|\s+[-–—]\s+|\s+(?:nach|to|nach:|à|vers)\s+", re.IGNORECASE
)
_HEADING = re.compile(r"(?:INT|EXT|I/E|INNEN|AU(?:SS|ß)EN)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table of a kind.

    Attributes:
        fields: The field of each column that is used, by the column's place.
        readers: How the cells of each are read.
        own: Whether we wrote the table; values then stand as they are kept.
        numbered: Whether the numbers of its number column are those of our records.
    """

    kind: type[Record]
    fields: Mapping[int, str]
    readers: Mapping[str, Reader]
    names: Names
    own: bool = False
    numbered: bool = False

    def row(self, where: str, cells: Sequence[str], day: str) -> tuple[Row | Refused, list[str]]:
        """The record of a row, or why there is none, and what was said of its cells.

        `day` is the day that is meant where the row has none.
        """
        values: dict[str, JSON] = {}
        said: list[str] = []
        wrong: dict[str, str] = {}
        also: dict[str, JSON] = {}
        for field, told in self._told(cells):
            if told.wrong:
                wrong.setdefault(field, told.wrong)
            if told.odd:
                said.append(f"{where}: {told.odd}.")
            also |= told.also or {}
            _put(values, field, told.value)
        fresh = {field: each for field, each in also.items() if field in self.kind.slots()}
        values = fresh | values
        if length := self._length(values, cells):
            values["length"] = length
        self._complete(values, wrong, day)
        if lacks := self._lacks(values, wrong):
            return Refused(where, lacks), said
        said += [f"{where}: {each}; left out." for each in wrong.values()]
        return Row(where, self.kind.word, self._keys(values, cells), values), said

    def _told(self, cells: Sequence[str]) -> Iterator[tuple[str, Told]]:
        for at, field in self.fields.items():
            if at >= len(cells) or not cells[at] or field in FIRST:
                continue
            if field == END:
                continue
            if field == ROUTE and not self.own:
                yield from self._route(cells[at])
            elif self.own:
                yield field, read_own(self.kind.slots()[field], cells[at], self.names.desk)
            elif self.kind.word == "scene" and field == "set" and _HEADING.match(cells[at]):
                yield from self._heading(cells[at])
            else:
                yield field, self.readers[field].read(cells[at])

    def _length(self, values: Mapping[str, JSON], cells: Sequence[str]) -> int:
        """The minutes up to the end, where the row has a start and an end and no length."""
        at = next((at for at, field in self.fields.items() if field == END), None)
        if at is None or at >= len(cells) or "length" in values:
            return 0
        start, end = as_minutes(values.get("start")), as_minutes(read_time(cells[at]).value)
        return 0 if start is None or end is None else (end - start) % DAY_MINUTES

    def _route(self, cell: str) -> Iterator[tuple[str, Told]]:
        """From where to where, over any stops, in one cell."""
        ends = [part for part in _ROUTE.split(tidy(cell)) if part]
        origin, stops, to = self.kind.route or ("", "", "")
        slots = self.kind.slots()
        if len(ends) < 2:
            yield to, Told(None, wrong=f"`{tidy(cell)}` is no way from one place to another")
            return
        for field, text in ((origin, ends[0]), (to, ends[-1])):
            of = slots[field].type
            if isinstance(of, Reference):
                yield field, self.names.one(of, text)
        if stops and ends[1:-1]:
            yield stops, Reader(slots[stops], self.names).read(";".join(ends[1:-1]))

    def _heading(self, cell: str) -> Iterator[tuple[str, Told]]:
        """`INT. BARN - DAY` in one cell, where other columns do not say it apart."""
        from store.imports.fountain.headings import read_heading

        heading = read_heading(tidy(cell))
        yield "set", Told(heading.set or tidy(cell))
        others = {"ie": heading.ie, "tod": heading.tod, "script_day": heading.script_day}
        for field, text in others.items():
            if text and field not in self.fields.values():
                yield field, Reader(self.kind.slots()[field], self.names).read(text)

    def _complete(self, values: dict[str, JSON], wrong: Mapping[str, str], day: str) -> None:
        """Fill in what the row's place says: the day of a list of one day."""
        for slot in self.kind.slots().values():
            meant = slot.view_day or (slot.day_of and slot.day_of in values)
            if (
                meant
                and day
                and slot.name not in values
                and slot.name not in wrong
                and not self.own
            ):
                values[slot.name] = day
        if self.kind.word == "call" and values.get("person") and not self.own:
            values.pop("department", None)  # a person's own, not one that is called

    def _lacks(self, values: Mapping[str, JSON], wrong: Mapping[str, str]) -> str:
        """Why no record can be made of the row; empty where one can."""
        for field in self.kind.same:
            if field in wrong:  # whose call it is must not be guessed from what is left
                return wrong[field]
        for need in self.kind.needs:
            if not any(values.get(field) for field in need.fields):
                unread = [wrong[field] for field in need.fields if field in wrong]
                return "; ".join([*unread, need.words])
        return ""

    def _keys(self, values: Mapping[str, JSON], cells: Sequence[str]) -> tuple[str, ...]:
        """What the row is recognised by, the strongest first."""
        own = []
        for at, field in self.fields.items():
            known = field in FIRST and (self.own or (field == NUMBER and self.numbered))
            if known and at < len(cells) and cells[at]:
                own.append(f"{field}:{tidy(cells[at])}")
        return (*own, *record_keys(self.kind.word, values))


def _put(values: dict[str, JSON], field: str, value: JSON) -> None:
    """Add a value; where a field has several columns, sets grow and words are joined."""
    if value is None:
        return
    before = values.get(field)
    if isinstance(before, list) and isinstance(value, list):
        values[field] = before + [each for each in value if each not in before]
    elif isinstance(before, dict) and isinstance(value, dict):
        values[field] = before | value
    elif before is None:
        values[field] = value
    elif field in ("note", "remark"):
        values[field] = f"{before}, {value}"
