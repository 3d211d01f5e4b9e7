"""A table as text, before anybody knows what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet: rows of cells as tidy text, blank cells as empty text, rows of any length.

    Attributes:
        sheet: The sheet's name; empty for a file that has no sheets.
        first: The number the first row has in a spreadsheet program.
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    first: int = 1
