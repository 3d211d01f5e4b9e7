"""A paper as plain text, for the terminal and for mail: nothing cut off, nothing by colour."""

from __future__ import annotations

from collections.abc import Iterator

from models.measure import shown, width_of
from models.papers.columns import filled
from models.papers.paper import Block, Break, Facts, Paper, Words
from store.papers.facts import CHANGED, fact_lines
from store.papers.issued import issue_words
from store.papers.tables import GAP, table_lines
from store.papers.widths import lines_of
from store.papers.words import wrapped


WIDTH = 80


def paper_text(paper: Paper, width: int = WIDTH) -> str:
    """The paper in lines of at most `width` cells, 20 at least."""
    lines = paper_lines(paper, max(20, width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def paper_lines(paper: Paper, width: int) -> Iterator[str]:
    """The lines of the paper, the head first."""
    if paper.message:
        yield from wrapped(shown(paper.title), width)
    else:
        yield from _head(paper, width)
    if paper.changes:
        yield from ("", *wrapped("CHANGED SINCE THE ISSUE BEFORE", width), "-" * width)
        yield from (line for each in paper.changes for line in _hanging(CHANGED, each, width))
    for block in paper.blocks:
        lines = tuple(_block(block, width))
        if lines:
            yield ""
            yield from lines
    if paper.foot:
        yield from ("", "-" * width, *wrapped(shown(paper.foot), width))


def _head(paper: Paper, width: int) -> Iterator[str]:
    yield from _ends(paper.company, issue_words(paper.issue), width)
    yield from _ends(paper.production, paper.title, width)
    yield from (line for each in lines_of(paper.about) if each for line in wrapped(each, width))
    yield "=" * width


def _ends(left: str, right: str, width: int) -> Iterator[str]:
    """Two texts at the two ends of a line, or under one another where they need more."""
    left, right = shown(left), shown(right)
    blank = width - width_of(left) - width_of(right)
    if blank >= GAP or not (left and right):
        lines = wrapped(f"{left}{right}", width) if blank < 0 else (left + " " * blank + right,)
        yield from (line for line in lines if line.strip())
        return
    yield from (*wrapped(left, width), *wrapped(right, width))


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Break):
        yield "=" * width
    elif isinstance(block, Facts):
        lines = tuple(fact_lines(block.facts, width))
        yield from (*_title(block.title, width), *lines) if lines else ()
    elif isinstance(block, Words):
        lines = tuple(line for each in block.lines for line in _paragraph(each, width))
        yield from (*_title(block.title, width), *lines) if lines else ()
    elif block.rows:
        yield from _title(block.title, width)
        yield from table_lines(filled(block), width)
    elif block.empty:
        yield from (*_title(block.title, width), *wrapped(shown(block.empty), width))


def _title(title: str, width: int) -> tuple[str, ...]:
    return wrapped(shown(title), width) if title else ()


def _paragraph(text: str, width: int) -> Iterator[str]:
    for line in lines_of(text):
        yield from wrapped(line, width)


def _hanging(mark: str, text: str, width: int) -> Iterator[str]:
    first, *more = (part for line in lines_of(text) for part in wrapped(line, width - len(mark)))
    yield mark + first
    yield from (" " * len(mark) + each for each in more)
