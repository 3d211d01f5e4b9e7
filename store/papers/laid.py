"""A paper as a template reads it: plain values, with what the page needs to know worked out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import lt
from typing import Any, NamedTuple

from models.measure import width_of
from models.papers.columns import filled
from models.papers.paper import PART, Block, Break, Fact, Facts, Paper, Row, Table, Words
from models.text import clean
from store.papers.issued import issue_words
from store.papers.tints import tint
from store.papers.widths import cell, fitted, is_whole, lines_of, natural, part_widths, parts, texts
from store.papers.words import breakable, broken_numbers, has_number, longest_number


CELL = 4.2
"""Points one cell of the screen takes on paper, in most typefaces."""
DENSE_CELL = 4.3
MANY = 14
"""Columns from which on a table is set in small type."""
GAP = 2
FEW_ROWS = 12
"""Rows up to which the parts of a table stand on one page, and narrow tables side by side."""
NUMBER_MORE = 3
"""Cells a telephone number takes more than other words."""
TALL, MANY_LINES = 900, 8
"""Letters and lines from which on a row may go over two pages."""
LARGE = 75
"""Points a strong fact takes before the others."""
MOST_BESIDE = 6
"""Facts in one row."""

INKED = {
    **dict.fromkeys("0123456789", 0.15),
    **dict.fromkeys("@%mwMW", 0.6),
    **dict.fromkeys("fijlt.,:;'|", -0.35),
}
"""What letters take more than others, in cells."""

ROOMS = {("a4", False): 527, ("a4", True): 774, ("letter", False): 544, ("letter", True): 724}
"""Points between the margins, by the page's size and whether it lies on its side."""


class Page(NamedTuple):
    """What a paper is set on and with.

    Attributes:
        size: `a4` or `letter`.
        font: The family of type.
        scale: How large it is set beside others, which are wider or smaller.
        logo: The file beside the template the logo is in; empty where there is none.
        made: When it was made and with what, said at the foot.
    """

    size: str = "a4"
    font: str = ""
    scale: float = 1
    logo: str = ""
    made: str = ""


def laid(paper: Paper, page: Page) -> dict[str, Any]:
    """The paper with its page as JSON takes it."""
    room = ROOMS[page.size, paper.wide]
    return {
        **page._asdict(),
        "name": paper.name,
        "title": clean(paper.title),
        "company": clean(paper.company),
        "production": clean(paper.production),
        "about": _text(paper.about),
        "foot": clean(paper.foot),
        "wide": paper.wide,
        "room": room,
        "day": paper.day,
        "issue": {name: clean(str(each)) for name, each in _issue(paper).items()},
        "issued": clean(issue_words(paper.issue)),
        "tint": tint(paper.issue.colour),
        "changes": [_text(each) for each in paper.changes],
        "blocks": [found for block in paper.blocks for found in _block(block, room)],
    }


def _issue(paper: Paper) -> dict[str, Any]:
    issue = paper.issue
    return {
        "stage": issue.stage,
        "number": issue.number,
        "colour": issue.colour,
        "at": issue.at,
        "by": issue.by,
        "version": issue.version,
    }


def _text(text: str) -> str:
    """A text with its line ends, controls made visible, and places to break long words."""
    return "\n".join(PART.join(map(_part, line.split(PART))) for line in text.split("\n"))


def _part(text: str) -> str:
    return breakable(clean(text))


def _block(block: Block, room: float) -> Iterator[dict[str, Any]]:
    if isinstance(block, Break):
        yield {"kind": "break", "name": block.name}
    elif isinstance(block, Words):
        if block.lines:
            lines = [_text(each) for each in block.lines]
            yield {"kind": "words", "name": block.name, "title": _text(block.title), "lines": lines}
    elif isinstance(block, Facts):
        if block.facts:
            yield _facts(block, room)
    elif block.rows or block.empty:
        yield from _tables(filled(block), room)


def _facts(block: Facts, room: float) -> dict[str, Any]:
    others = [each for each in block.facts if not each.strong]
    return {
        "kind": "facts",
        "name": block.name,
        "title": _text(block.title),
        "facts": [
            {
                "label": _text(each.label),
                "value": _text(each.value),
                "strong": each.strong,
                "changed": each.changed,
            }
            for each in block.facts
        ],
        "columns": _side_by_side(others, room - LARGE * (len(block.facts) - len(others))),
    }


def _side_by_side(facts: Sequence[Fact], room: float) -> tuple[float, ...]:
    """How wide beside one another facts stand: as many in a row as need no wrapping.

    Where not even three have room, two: in the measure of what they hold, a third for the less.
    """
    wide = [max(_set_width(line) for line in (each.label, *lines_of(each.value))) for each in facts]
    for many in range(min(MOST_BESIDE, len(wide)), 2, -1):
        widths = tuple(max(wide[at::many]) for at in range(many))
        if sum(widths) * CELL <= room:
            return widths
    left, right = (max(wide[side::2], default=0) for side in (0, 1))
    share = left / ((left + right) or 1)
    return (min(2 / 3, max(1 / 3, share)), min(2 / 3, max(1 / 3, 1 - share)))


def _tables(table: Table, room: float) -> Iterator[dict[str, Any]]:
    """The table, in parts where it is too wide for the page."""
    dense = len(table.columns) >= MANY
    cells = int(room / (DENSE_CELL if dense else CELL))
    found = parts(table, cells, GAP - dense)
    parted = len(found) > 1
    for count, part in enumerate(found):
        widths = _widths(part, cells, GAP - dense, parted=parted)
        yield {
            "kind": "table",
            "name": table.name,
            "title": "" if count else _text(table.title),
            "empty": _text(table.empty),
            "dense": dense,
            "ruled": dense,
            "apart": bool(count) and len(table.rows) > FEW_ROWS,
            "columns": [
                {
                    "heading": _text(column.heading),
                    "right": column.right,
                    "width": width or None,
                    "parts": within,
                }
                for column, width, within in zip(
                    part.columns, widths, part_widths(part), strict=True
                )
            ],
            "rows": [_row(row, part, widths) for row in part.rows],
            "points": _points(part) if not any(widths) and len(part.rows) <= FEW_ROWS else 0,
        }


def _widths(table: Table, cells: int, gap: int, *, parted: bool) -> tuple[float, ...]:
    """What part of the width each column gets beside the others; 0 for as wide as its content.

    Where all have room, in the measure of what they hold, so that the spare room is shared.
    """
    widths, wanted = fitted(table, cells, gap), natural(table)
    if widths == wanted:
        held = (max(map(_set_width, column), default=0) for column in texts(table))
        spare = (column.share and not parted for column in table.columns)
        return tuple(wide if share else 0 for wide, share in zip(held, spare, strict=True))
    return tuple(
        width + gap + NUMBER_MORE * any(map(has_number, held)) if column.share or less else 0
        for column, width, less, held in zip(
            table.columns, widths, map(lt, widths, wanted), texts(table), strict=True
        )
    )


def _set_width(text: str) -> float:
    """About how wide a text is in type, in cells: capitals are wider than an i is."""
    return width_of(text) + sum(INKED.get(mark, 0.3 * mark.isupper()) for mark in text) + GAP


def _points(table: Table) -> float:
    """How wide a table is that is as wide as its content."""
    return sum(CELL * max(map(_set_width, column), default=0) for column in texts(table))


def _lines(cells: Sequence[str]) -> Iterator[int]:
    return (text.count("\n") + 1 for text in cells)


def _row(row: Row, table: Table, widths: tuple[float, ...]) -> dict[str, Any]:
    whole = is_whole(row, table)
    cells = row.cells if whole else tuple(cell(row, at) for at in range(len(widths)))
    narrow = [
        not whole and 0 < width < longest_number(text)
        for width, text in zip(widths, cells, strict=False)
    ]
    return {
        "cells": [
            broken_numbers(_text(text)) if tight else _text(text)
            for text, tight in zip(cells, narrow, strict=False)
        ],
        "role": row.role,
        "changed": row.changed,
        "whole": whole,
        "tall": sum(map(len, cells)) > TALL or max(_lines(cells), default=0) > MANY_LINES,
    }
