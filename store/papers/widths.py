"""How wide the columns of a table are, and into how many parts a table goes that is too wide.

Measured in cells of the screen. On paper a cell is about half as wide as the type is high, which
is near enough to decide what goes beside what.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from models.measure import shown, width_of
from models.papers.paper import PART, Row, Table
from store.papers.words import GLUE, glued, has_number


LEAST = 4
"""The part of the room a column with a share keeps where its words need it: a fourth."""
PART_GAP = 2
"""Cells between the parts of a line."""
NARROWEST = 6
"""Cells any column keeps where its words need them, before a table is parted."""

Widths = tuple[int, ...]


def lines_of(cell: str) -> tuple[str, ...]:
    """The lines of a cell as they may be shown, their parts in one."""
    return tuple(shown(_joined(line)).strip() for line in cell.split("\n"))


def _joined(line: str) -> str:
    return ", ".join(filter(None, line.split(PART))) if PART in line else line


def is_whole(row: Row, table: Table) -> bool:
    """Whether a row has one cell for all columns, as banners have."""
    return len(row.cells) == 1 and len(table.columns) != 1


def cell(row: Row, at: int) -> str:
    """The cell of a row in a column; empty where the row is shorter."""
    return row.cells[at] if at < len(row.cells) else ""


def natural(table: Table) -> Widths:
    """The cells each column would take with nothing wrapped, parts of lines below one another."""
    return tuple(
        max((*map(width_of, column), sum(widths) + PART_GAP * (len(widths) - 1)))
        for column, widths in zip(texts(table), part_widths(table), strict=True)
    )


def part_widths(table: Table) -> tuple[Widths, ...]:
    """The cells of each part of the lines in each column; empty for one of undivided lines."""
    return tuple(_parts_in(table, at) for at in range(len(table.columns)))


def _parts_in(table: Table, at: int) -> Widths:
    cells = (cell(row, at) for row in table.rows if not is_whole(row, table))
    lines = [line.split(PART) for text in cells if PART in text for line in text.split("\n")]
    shapes = zip_longest(*lines, fillvalue="")
    return tuple(max(width_of(shown(part)) for part in parts) for parts in shapes)


def texts(table: Table) -> list[list[str]]:
    """The lines in each column, its heading among them."""
    rows = [row for row in table.rows if not is_whole(row, table)]
    return [
        [*lines_of(column.heading), *(line for row in rows for line in lines_of(cell(row, at)))]
        for at, column in enumerate(table.columns)
    ]


def fitted(table: Table, room: int, gap: int) -> Widths:
    """The cells each column gets so that all have room with `gap` cells between them.

    Nothing is wrapped where there is room for all. Otherwise the columns with a share give
    first, each in its measure, then the others too.
    """
    wide = natural(table)
    left = room - gap * (len(wide) - 1)
    found = wide
    for way in _ways(table, wide, room):
        found = _level(wide, way.least, way.shares, left)
        if sum(found) <= left:
            break
    return found


class _Way(NamedTuple):
    """How columns give way: the cells each keeps, and the measure in which they get more."""

    least: list[int]
    shares: list[int]


def _ways(table: Table, wide: Widths, room: int) -> Iterator[_Way]:
    """From the one that hurts least on: words whole, telephone numbers whole, whatever fits."""
    words, columns = longest_words(table), table.columns
    own, every = [c.share for c in columns], [c.share or 1 for c in columns]
    narrow = [min(NARROWEST, word) for word in words]
    numbers = [any(map(has_number, column)) for column in texts(table)]
    whole = [w if number else n for w, n, number in zip(words, narrow, numbers, strict=True)]
    fixed = [n if not share else w for n, share, w in zip(wide, own, whole, strict=True)]
    fourth = [min(room // LEAST, word) for word in words]
    yield _Way([max(f, w) if s else f for f, w, s in zip(fixed, fourth, own, strict=True)], own)
    yield _Way(fixed, own)
    yield _Way(whole, every)
    yield _Way(narrow, every)


def longest_words(table: Table) -> Widths:
    """The cells of the longest word in each column, a telephone number being one."""
    return tuple(
        max((_word(word) for text in column for word in glued(text).split()), default=0)
        for column in texts(table)
    )


def _word(word: str) -> int:
    """The cells of a word; on paper figures are wider, and a telephone number is to have room."""
    return width_of(word) + 2 * (GLUE in word)


def _level(wide: Widths, least: list[int], shares: list[int], left: int) -> Widths:
    """The widest columns that fit: as wide as they want, or in the measure of their shares."""
    for level in range(max(wide, default=0), -1, -1):
        found = [
            min(n, max(keep, level * share))
            for n, keep, share in zip(wide, least, shares, strict=True)
        ]
        if sum(found) <= left:
            return _filled(found, wide, shares, left - sum(found))
    return tuple(map(min, wide, least))


def _filled(found: list[int], wide: Widths, shares: list[int], left: int) -> Widths:
    """What is left over goes to the columns that want more, a cell a turn, great shares first."""
    order = sorted(range(len(found)), key=lambda at: -shares[at])
    while left and (wanting := [at for at in order if shares[at] and found[at] < wide[at]]):
        for at in wanting[:left]:
            found[at] += 1
        left -= len(wanting[:left])
    return tuple(found)


def parts(table: Table, room: int, gap: int) -> tuple[Table, ...]:
    """The table, or where it is too wide the parts of it that stand below one another.

    Each part begins with the columns that stay.
    """
    least = [min(NARROWEST, word) for word in longest_words(table)]
    if sum(least) + gap * (len(least) - 1) <= room:
        return (table,)
    staying = [at for at, column in enumerate(table.columns) if column.stays] or [0]
    wide = natural(table)
    begin = sum(wide[at] + gap for at in staying)
    groups: list[list[int]] = [[]]
    used = begin
    for at in (each for each in range(len(wide)) if each not in staying):
        if used + wide[at] > room and groups[-1]:
            groups.append([])
            used = begin
        groups[-1].append(at)
        used += wide[at] + gap
    return tuple(_part(table, [*staying, *group]) for group in groups)


def _part(table: Table, columns: list[int]) -> Table:
    rows = tuple(
        row if is_whole(row, table) else row._replace(cells=tuple(cell(row, at) for at in columns))
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[at] for at in columns), rows=rows)
