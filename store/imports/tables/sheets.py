"""A sheet to the records in it: title rows above, headings between, banners behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.kinds import KINDS
from models.record import Record
from models.text import squeeze, tidy
from models.when import show_day
from store.imports.asked import Asked
from store.imports.grid import Grid
from store.imports.intake import Column, Refused, Row
from store.imports.tables.cells import Reader
from store.imports.tables.days import read_day
from store.imports.tables.meanings import NUMBER, fields_of, said_for
from store.imports.tables.own import own_kind
from store.imports.tables.rows import Columns
from store.imports.tables.telling import Header, kind_of


if TYPE_CHECKING:
    from store.imports.tables.naming import Names

_FOOTER = re.compile(
    r"(page|seite|p\.) ?\d|total|summe|confiden|vertraulich|updated|stand[: ]|as of |version |"
    r"printed|gedruckt|imprim",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_END_OF_DAY = re.compile(r"(?:end of|ende|fin)\b.*?(?:day|tag|jour)", re.IGNORECASE)
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)(?!\d)|"
    r"\d{1,2}(?:st|nd|rd|th|er)?\.? ?[^\W\d_]{3,9}\.?,? \d{4}|"
    r"[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}",
    re.IGNORECASE,
)
_SHOOT_DAY = re.compile(r"(?:shoot(?:ing)? day|drehtag|day|tag|jour) ?\d{1,3}", re.IGNORECASE)


@dataclass(slots=True)
class _Reached:
    """How far the reading of a sheet has come: its columns, the day meant, scenes without one."""

    columns: Columns
    day: str
    waiting: list[Row]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One grid of a file, with the header that was found in it."""

    grid: Grid
    header: Header
    asked: Asked
    prefix: str

    @property
    def kind(self) -> type[Record]:
        """The kind of record in it."""
        return KINDS[self.header.kind]

    def read(self, names: Names) -> Iterator[Row | Refused | Column | str]:
        """Everything the sheet gives, in its order; a later header begins another table."""
        columns, spoken = self._columns(self.header.at, self.kind, names)
        yield from spoken
        reached = _Reached(columns, self._day_above(names), [])
        of_a_day = any(slot.view_day for slot in self.kind.slots().values())
        if reached.day and of_a_day and not columns.own and "day" not in columns.readers:
            yield f"{self.prefix}no column says the day: {show_day(reached.day)} is meant."
        for place in range(self.header.at + 1, len(self.grid.rows)):
            cells = self.grid.rows[place]
            if any(cells) and cells != self.grid.rows[self.header.at]:
                yield from self._next(place, cells, reached)
        yield from reached.waiting
        yield from names.unknown()

    def _next(
        self, place: int, cells: Sequence[str], reached: _Reached
    ) -> Iterator[Row | Refused | Column | str]:
        """What one row gives: a record, or what holds for those below or above it."""
        alone = _alone(cells) if len(reached.columns.fields) > 1 else ""
        if reached.columns.own:
            yield from self._row(place, cells, reached)
        elif kind := self._begins(cells):
            reached.columns, spoken = self._columns(place, kind, names=reached.columns.names)
            yield from spoken
        elif alone and (day := self._heading(alone, reached.columns.names)):
            if _END_OF_DAY.match(alone):
                yield from (_on(row, day) for row in reached.waiting)
                reached.waiting.clear()
            else:
                reached.day = day
        elif _FOOTER.match(next(filter(None, cells))):
            return
        elif alone and not self._is_record(reached.columns, cells):
            yield f"{self._where(place)}: `{alone[:60]}` was read as a heading."
        else:
            yield from self._row(place, cells, reached)

    def _where(self, place: int) -> str:
        return f"{self.prefix}row {self.grid.first + place}"

    def _row(
        self, place: int, cells: Sequence[str], reached: _Reached
    ) -> Iterator[Row | Refused | str]:
        """A row; a scene without a day waits for the banner that ends its day."""
        read, said = reached.columns.row(self._where(place), cells, reached.day)
        yield from said
        if isinstance(read, Row) and read.kind == "scene" and "day" not in read.values:
            reached.waiting.append(read)
        else:
            yield read

    def _columns(
        self, at: int, kind: type[Record], names: Names
    ) -> tuple[Columns, list[Column | str]]:
        headers = self.grid.rows[at]
        own = own_kind(headers, "") is not None
        slots = kind.slots()
        fields: Mapping[int, str] = (
            {place: name for place, name in enumerate(headers) if name in slots or place < 2}
            if own
            else fields_of(kind, headers, said_for(kind, self.asked.columns))
        )
        under = self.grid.rows[at + 1 :]
        column = {place: [row[place] for row in under if place < len(row)] for place in fields}
        readers = {
            field: Reader.of(slots[field], column[place], names)
            for place, field in fields.items()
            if field in slots
        }
        numbers = [
            cell for place, field in fields.items() if field == NUMBER for cell in column[place]
        ]
        columns = Columns(kind, fields, readers, names, own, _are_ours(numbers, kind, names))
        spoken = [
            Column(
                tidy(header),
                fields.get(place),
                self.grid.sheet,
                squeeze(header) in self.asked.was_remembered,
                kind.word,
            )
            for place, header in enumerate(headers)
            if header
        ]
        return columns, [] if own else [*spoken]

    def _begins(self, cells: Sequence[str]) -> type[Record] | None:
        words = [cell for cell in cells if cell and not _FIGURE.search(cell)]
        if len(words) < max(3, sum(map(bool, cells)) / 2):
            return None
        kind = kind_of(cells, [], self.asked)
        return KINDS[kind] if kind and kind not in ("person", "production") else None

    def _day_above(self, names: Names) -> str:
        """The day a title names; failing that the day in view, for a kind that is of a day."""
        titles = [cell for row in self.grid.rows[: self.header.at] for cell in row if cell]
        for title in [*titles, self.grid.sheet]:
            if day := self._heading(title, names):
                return day
        return names.desk.day if names.desk.view.year > 1 else ""

    def _heading(self, text: str, names: Names) -> str:
        """The day a title or a heading names; empty where it names none."""
        for found in (*_DATE.findall(text[:200]), *_SHOOT_DAY.findall(text[:200])):
            if day := read_day(found, names.desk).value:
                return str(day)
        return str(read_day(text, names.desk).value or "") if len(text) < 30 else ""

    def _is_record(self, columns: Columns, cells: Sequence[str]) -> bool:
        at = next(place for place, cell in enumerate(cells) if cell)
        field = columns.fields.get(at)
        slot = self.kind.slots().get(field) if field else None
        return slot is not None and (slot.title or slot.name in ("name", "scene"))


def _alone(cells: Sequence[str]) -> str:
    """The text of a row that has one; a cell merged over the whole row says it in each."""
    texts = {cell for cell in cells if cell}
    return texts.pop() if len(texts) == 1 else ""


def _on(row: Row, day: str) -> Row:
    return replace(row, values={**row.values, "day": day})


def _are_ours(numbers: Sequence[str], kind: type[Record], names: Names) -> bool:
    """Whether a number column holds the numbers we give, and not a count of its own."""
    told = [tidy(number) for number in numbers if number]
    known = {
        str(document.get("number"))
        for document in names.desk.directory.records.get(kind.word, {}).values()
    }
    return bool(told) and 2 * sum(number in known for number in told) >= len(told)
