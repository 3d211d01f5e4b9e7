"""Tables as plain text: in columns where there is room for them, otherwise row by row."""

from __future__ import annotations

from collections.abc import Iterator

from models.measure import fit, width_of
from models.papers.paper import Row, Table
from store.papers.facts import CHANGED
from store.papers.widths import cell, fitted, is_whole, lines_of, longest_words, parts
from store.papers.words import wrapped


GAP = 2
READABLE = 12
"""Cells of a word that is not to be broken."""
MANY = 14
"""Columns from which on a table stays a table, whatever its width."""
INDENT = "     "
FEW = 2
"""Lines of a cell that are said in one; more of them stand below one another."""


def table_lines(table: Table, width: int) -> Iterator[str]:
    """The lines of a table; where its columns would be too narrow to read, row by row in words.

    A table of very many columns, as a day-out-of-days is, stays one and goes on below itself.
    """
    margin = CHANGED if any(row.changed for row in table.rows) else ""
    room = width - len(margin)
    found = parts(table, room, GAP)
    if len(table.columns) < MANY and (len(found) > 1 or _is_cramped(table, room)):
        yield from _told(table, room, margin)
        return
    for count, part in enumerate(found):
        if count:
            yield ""
        yield from _part(part, room, margin)


def _is_cramped(table: Table, room: int) -> bool:
    """Whether words that are not long would have to be broken in their columns."""
    columns = zip(fitted(table, room, GAP), longest_words(table), strict=True)
    return any(width < min(word, READABLE) for width, word in columns)


def _part(table: Table, room: int, margin: str) -> Iterator[str]:
    widths = fitted(table, room, GAP)
    blank = " " * len(margin)
    whole = min(room, sum(widths) + GAP * (len(widths) - 1))
    if any(column.heading for column in table.columns):
        heads = Row(tuple(column.heading for column in table.columns))
        yield from (blank + line for line in _row(table, heads, widths))
        yield blank + "-" * whole
    before = ""
    for at, row in enumerate(table.rows):
        mark = margin if row.changed else blank
        if row.role == "total":
            yield blank + "-" * whole
        if row.role == "head" and at and before != "head":
            yield ""
        lines = _whole(row, room, whole) if is_whole(row, table) else _row(table, row, widths)
        for line in lines:
            yield mark + line
            mark = blank
        before = row.role


def _whole(row: Row, room: int, whole: int) -> Iterator[str]:
    """A row of one cell: a banner between dashes, anything else as it is."""
    for line in lines_of(row.cells[0]):
        if row.role == "banner" and width_of(line) + 8 <= room:
            yield fit(f"--- {line} ", width_of(line) + 5) + "-" * max(3, whole - width_of(line) - 5)
        else:
            yield from wrapped(line, room)


def _row(table: Table, row: Row, widths: tuple[int, ...]) -> Iterator[str]:
    """The lines of a row, each cell wrapped in its column."""
    columns = [
        [part for line in lines_of(cell(row, at)) for part in wrapped(line, width)]
        for at, width in enumerate(widths)
    ]
    rights = [column.right for column in table.columns]
    for number in range(max(map(len, columns), default=0)):
        texts = (column[number] if number < len(column) else "" for column in columns)
        yield (" " * GAP).join(
            fit(text, width, right=right)
            for text, width, right in zip(texts, widths, rights, strict=True)
        )


def _told(table: Table, room: int, margin: str) -> Iterator[str]:
    """Each row as its first words and below them what else there is, each with its heading."""
    blank = " " * len(margin)
    before = ""
    for at, row in enumerate(table.rows):
        if (at and "head" not in (before, row.role)) or (row.role == "head" and at):
            yield ""
        whole = is_whole(row, table)
        mark = margin if row.changed else blank
        for line in _whole(row, room, room) if whole else _in_words(table, row, room):
            yield mark + line
            mark = blank
        before = row.role


def _leading(table: Table) -> list[int]:
    """The columns a row is known by: up to the first one with a share, and those that stay."""
    first = next((at for at, column in enumerate(table.columns) if column.share), 0)
    return [at for at, column in enumerate(table.columns) if at <= first or column.stays]


def _in_words(table: Table, row: Row, room: int) -> Iterator[str]:
    leading = _leading(table)
    lead = (", ".join(lines_of(cell(row, at))) for at in leading)
    first, *more = wrapped("  ".join(filter(None, lead)), room)
    yield first
    yield from (INDENT + line for each in more for line in wrapped(each, room - len(INDENT)))
    said: list[str] = []
    for at in (each for each in range(len(table.columns)) if each not in leading):
        lines = [line for line in lines_of(cell(row, at)) if line]
        heading = " ".join(lines_of(table.columns[at].heading))
        if len(lines) > FEW or (len(lines) > 1 and ", " in "".join(lines)):
            yield from _indented([*said, f"{heading}:"], room, INDENT)
            yield from (part for line in lines for part in _indented([line], room, 2 * INDENT))
            said = []
        elif lines:
            said.append(f"{heading}: {', '.join(lines)}")
    yield from _indented(said, room, INDENT)


def _indented(said: list[str], room: int, indent: str) -> Iterator[str]:
    words = "; ".join(said)
    yield from (indent + line for line in wrapped(words, room - len(indent)) if words)
