"""CSV to a grid, whichever separator and encoding the spreadsheet program used."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from store.imports.cells import cell_text, kept_text
from store.imports.encoding import decode
from store.imports.grid import Grid


_SEPARATORS = ",;\t|"
_OURS = re.compile(r"id([,;\t])number\1")
"""How the header of a file we wrote begins, also where a spreadsheet program parted it anew."""
_SAMPLE_LINES = 60
_LONGEST_LINE = 100_000
_MOST_LINES_IN_A_ROW = 200
_Quoting: TypeAlias = Literal[0, 3]


def read_csv(raw: bytes, source: str) -> tuple[list[Grid], list[str]]:
    """The one grid of a CSV file, and notes on its encoding and on a quote left open."""
    text, note = decode(raw)
    lines = text.split("\n")
    own = _OURS.match(lines[0])
    separator = own[1] if own else _separator(lines)
    if own:  # a name may be `-` or `n/a` there, which in other files is no value
        return [Grid("", tuple(_rows(lines, separator, kept_text)[0]))], [note] if note else []
    notes = [note] if note else []
    rows, torn = _rows(lines, separator)
    if torn:
        rows = _bare_rows(lines, separator)
        notes.append(f"row {torn}: a quotation mark is never closed; none in the file was heeded.")
    return [Grid("", tuple(rows))], notes


def _separator(lines: list[str]) -> str:
    """The separator that cuts most lines into the same number of cells."""
    return max(_SEPARATORS, key=lambda separator: _evenness(lines[:_SAMPLE_LINES], separator))


def _evenness(lines: list[str], separator: str) -> int:
    try:
        parsed = list(_parsed([line[:1000] for line in lines], separator))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in parsed if len(row) > 1)
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return rows * 1000 + width


def _parsed(
    lines: list[str], separator: str, quoting: _Quoting = csv.QUOTE_MINIMAL
) -> Iterator[list[str]]:
    return csv.reader(
        (f"{line}\n" for line in lines), delimiter=separator, quoting=quoting, skipinitialspace=True
    )


def _rows(
    lines: list[str], separator: str, text: Callable[[str], str] = cell_text
) -> tuple[list[tuple[str, ...]], int]:
    """The rows, and the number of one that swallowed what follows (0 where none did)."""
    rows: list[tuple[str, ...]] = []
    try:
        for row in _parsed(lines, separator):
            if sum(cell.count("\n") for cell in row) > _MOST_LINES_IN_A_ROW:
                return rows, len(rows) + 1
            rows.append(tuple(map(text, row)))
    except csv.Error:
        return rows, len(rows) + 1
    return rows, 0


def _bare_rows(lines: list[str], separator: str) -> list[tuple[str, ...]]:
    """The rows where quotation marks mean nothing, so that one left open costs no other row."""
    cut = [line[:_LONGEST_LINE] for line in lines]
    return [
        tuple(cell_text(cell.strip('"')) for cell in row)
        for row in _parsed(cut, separator, csv.QUOTE_NONE)
    ]
