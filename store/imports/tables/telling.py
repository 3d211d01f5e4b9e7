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
from store.imports.tables.meanings import NUMBER, ROUTE, fields_of, said_for


PERSON = "person"
_FEWEST = 3
_DEEPEST = 30
"""Rows in which a header is looked for that lacks something."""

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
    fits = [fit for fit in _fits(cells, asked) if fit.is_enough]
    hinted = _hinted(titles)
    return max(fits, key=lambda fit: fit.rank(hinted)).kind if fits else ""


class Fit(NamedTuple):
    """How many columns of a row a kind understands, and what a record of it would lack."""

    kind: str
    known: int
    lacks: str

    @property
    def is_enough(self) -> bool:
        """Whether records can be made of these columns."""
        return not self.lacks

    def rank(self, hinted: frozenset[str]) -> tuple[int, bool]:
        """Sort key: the most columns, what the sheet is called counted as some; people first."""
        return self.known + _HINT * (self.kind in hinted), self.kind == PERSON


def _fits(cells: Sequence[str], asked: Asked) -> Iterator[Fit]:
    """The kinds whose header a row can be."""
    words = [asked.kind] if asked.kind else [word for word in KINDS if word != "production"]
    for word in words:
        kind = KINDS[word]
        meant = said_for(kind, asked.columns)
        if word == PERSON:
            if is_header(cells, meant):
                yield Fit(word, len(set(person_fields(cells, meant).values())), "")
            continue
        fields = set(fields_of(kind, cells, meant).values())
        known = len(fields - {NUMBER})
        if known >= _FEWEST or 2 * known >= max(sum(map(bool, cells)), _FEWEST):
            yield Fit(word, known, _lacks(kind, fields))


def _named(grid: Grid, kind: type[Record], said: Mapping[str, str]) -> Header | None:
    """The row that names most columns of a kind somebody named."""
    meant = said_for(kind, said)
    counts = [len(fields_of(kind, cells, meant)) for cells in grid.rows]
    if most := max(counts, default=0):
        return Header(counts.index(most), kind.word)
    wide = (at for at, cells in enumerate(grid.rows) if sum(map(bool, cells)) > 1)
    return next((Header(at, kind.word) for at in wide), None)  # to say what its columns are


def _lacks(kind: type[Record], fields: set[str]) -> str:
    """What no record of the kind can be made without and no column says; empty if nothing."""
    has = fields | ({kind.route[0], kind.route[2]} if kind.route and ROUTE in fields else set())
    has |= {each.name for each in kind.slots().values() if each.view_day}
    return next((need.words for need in kind.needs if not has.intersection(need.fields)), "")


def kind_columns(grid: Grid, header: Header, asked: Asked) -> int:
    """How many columns the kind of a header understands."""
    fits = (fit.known for fit in _fits(grid.rows[header.at], asked) if fit.kind == header.kind)
    return next(fits, 0)


def nearest(grid: Grid, asked: Asked) -> Fit | None:
    """The kind some row comes nearest to being the header of, though it lacks something."""
    fits = [fit for cells in grid.rows[:_DEEPEST] for fit in _fits(cells, asked)]
    return max(fits, key=lambda fit: fit.known, default=None)


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
