"""Records as an aligned table: headings, no frames, columns that fit the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from models.form import shown
from models.measure import fit, width_of
from models.measure import shown as visible
from models.named import NamedTuple
from tui.widgets.columns import GAP, Column, Place, laid_out


if TYPE_CHECKING:
    from collections.abc import Mapping

    from models.desk import Desk
    from models.record import Record, Slot


LEAST = 17
"""Cells a column of words keeps before others are left out; a phone number still fits."""
TITLE = 24
HEADING = 12
BETWEEN = 2
LAST = 99
"""The priority of columns that go first."""


class Table(NamedTuple):
    """The lines of a table, and the headings there was no room for."""

    lines: tuple[str, ...]
    left_out: tuple[str, ...]


class _Filled(NamedTuple):
    """A column and its text in every row."""

    heading: str
    texts: tuple[str, ...]
    least: int
    priority: int
    right: bool
    width: int


def table(
    of: type[Record],
    documents: Sequence[Mapping[str, Any]],
    desk: Desk,
    *,
    width: int | None,
    hidden: str = "",
) -> Table:
    """Lay the records out in at most `width` cells, or as wide as they are.

    Columns nobody filled are left out, as is the field named `hidden`.
    """
    columns = list(_filled(of, documents, desk, hidden))
    places = _laid_out(columns, width)
    kept = {place.cell for place in places}
    rows = [
        [each.heading for each in columns],
        *([each.texts[row] for each in columns] for row in range(len(documents))),
    ]
    return Table(
        tuple(_line(row, places, columns) for row in rows),
        tuple(each.heading for place, each in enumerate(columns) if place not in kept),
    )


def _filled(
    of: type[Record], documents: Sequence[Mapping[str, Any]], desk: Desk, hidden: str
) -> Iterator[_Filled]:
    numbers = tuple(visible(str(each.get("number") or "")) for each in documents)
    if any(numbers):
        yield _Filled("No.", numbers, LEAST, priority=0, right=False, width=_widest("No.", numbers))
    for each in of.slots().values():
        texts = tuple(visible(shown(each, document, desk)) for document in documents)
        if each.type.typed and each.name != hidden and any(texts):
            least = TITLE if each.title else min(LEAST, each.type.element.width)
            heading = _heading(each)
            least, width = max(least, min(HEADING, width_of(heading))), _widest(heading, texts)
            yield _Filled(heading, texts, least, _priority(each), each.type.right, width)


def _widest(heading: str, texts: Sequence[str]) -> int:
    return max(map(width_of, (heading, *texts)))


def _heading(each: Slot) -> str:
    return each.heading[:1].upper() + each.heading[1:]


def _priority(each: Slot) -> int:
    """How soon a column goes when it gets narrow; the day of what has one never does."""
    if each.view_day:
        return 0
    return each.column - 1 if each.column else LAST


def _laid_out(columns: Sequence[_Filled], width: int | None) -> tuple[Place, ...]:
    found = [
        Column(
            key=each.heading,
            label=each.heading,
            width=least + BETWEEN - GAP,
            flex=each.width - least,
            priority=each.priority,
            align="right" if each.right else "left",
        )
        for each in columns
        for least in (min(each.width, each.least),)
    ]
    natural = sum(each.width + BETWEEN for each in columns)
    return laid_out(found, natural if width is None else min(width + GAP, natural))


def _line(row: Sequence[str], places: Sequence[Place], columns: Sequence[_Filled]) -> str:
    cells = (
        fit(row[place.cell], place.width + GAP - BETWEEN, right=columns[place.cell].right)
        for place in places
    )
    return (" " * BETWEEN).join(cells).rstrip()


def terminal_width() -> int | None:
    """The cells of the terminal the list is read on; None where it goes to a file or a pipe."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return get_terminal_size().columns
