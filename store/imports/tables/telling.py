"""Which kind of record a sheet holds, and in which row its header is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from models.kinds import KINDS
from models.record import Record
from models.text import fold
from store.imports.asked import Asked
from store.imports.grid import Grid
from store.imports.headers import fields_of as person_fields
from store.imports.headers import is_header
from store.imports.tables.meanings import NUMBER, ROUTE, fields_of


PERSON = "person"
_NOT_TOLD = ("production", PERSON)
_FEWEST = 3
_HINT = 2
"""As many columns as the name of a sheet counts for."""


class Header(NamedTuple):
    """The header row of a table: its place in the grid, and the kind of record below it."""

    at: int
    kind: str


def header_of(grid: Grid, source: str, asked: Asked) -> Header | None:
    """The first row that names the columns of some kind, and the kind they fit best."""
    if asked.kind and asked.kind != PERSON:
        return _named(grid, KINDS[asked.kind], asked.columns)
    titles = [grid.sheet, source.rpartition(".")[0]]
    for at, cells in enumerate(grid.rows):
        if sum(map(bool, cells)) > 1 and (kind := kind_of(cells, titles, asked)):
            return Header(at, kind)
        titles += [cell for cell in cells if cell]
    return None


def kind_of(cells: Sequence[str], titles: Sequence[str], asked: Asked) -> str:
    """The kind a row of headers fits best, helped by what the sheet is called; empty if none."""
    fits = {word: fit for word, fit in _fits(cells, asked) if not asked.kind or word == asked.kind}
    if not fits:
        return ""
    hinted = _hinted(titles)
    return max(fits, key=lambda word: (fits[word] + _HINT * (word in hinted), word == PERSON))


def _fits(cells: Sequence[str], asked: Asked) -> Iterator[tuple[str, int]]:
    """How many columns each kind understands, of the kinds whose header this can be."""
    if is_header(cells, asked.columns):
        yield PERSON, len(set(person_fields(cells, asked.columns).values()))
    said = sum(map(bool, cells))
    for word, kind in KINDS.items():
        if word not in _NOT_TOLD:
            fields = set(fields_of(kind, cells, _meant(kind, asked.columns)).values())
            known = len(fields - {NUMBER})
            if (known >= _FEWEST or 2 * known >= max(said, _FEWEST)) and _is_enough(kind, fields):
                yield word, known


def _named(grid: Grid, kind: type[Record], said: Mapping[str, str]) -> Header | None:
    """The row that names most columns of a kind somebody named."""
    counts = [len(fields_of(kind, cells, said)) for cells in grid.rows]
    most = max(counts, default=0)
    return Header(counts.index(most), kind.word) if most else None


def _meant(kind: type[Record], said: Mapping[str, str]) -> dict[str, str]:
    """What was said of headers, as far as the kind has the fields."""
    slots = kind.slots()
    return {
        header: field for header, field in said.items() if field in slots or field in ("-", ROUTE)
    }


def _is_enough(kind: type[Record], fields: set[str]) -> bool:
    """Whether a record of the kind can be made of these columns."""
    has = fields | ({kind.route[0], kind.route[2]} if kind.route and ROUTE in fields else set())
    day = {each.name for each in kind.slots().values() if each.view_day}
    return all(has.intersection(need.fields) or day.issuperset(need.fields) for need in kind.needs)


def _hinted(titles: Sequence[str]) -> frozenset[str]:
    """The kinds whose lists go by a word in the names and titles."""
    words = {word for title in titles for word in re.findall(r"[^\W\d_]+", fold(title))}
    whole = " ".join(fold(title) for title in titles)
    return frozenset(
        word
        for word, kind in KINDS.items()
        for name in (kind.word, kind.plural, *filter(None, kind.lists.split(", ")))
        if (fold(name) in words if " " not in name else fold(name) in whole)
    )
