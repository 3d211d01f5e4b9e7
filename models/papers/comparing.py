"""What two issues of a paper say differently: on the paper itself, and as a sheet of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from models.papers.paper import MISSING, PART, Block, Column, Facts, Paper, Row, Table, Words


class Difference(NamedTuple):
    """One thing that is said differently; `was` is empty of what is new, `now` of what is out.

    `what` is empty where the whole of a row or a line is new or out.
    """

    where: str
    what: str
    was: str = ""
    now: str = ""

    @property
    def words(self) -> str:
        """It as a sentence: `Cast: Anna Keller: Call 07:00, was 06:30`."""
        if self.was and self.now:
            said = f"{self.now}, was {self.was}"
        elif self.now:
            said = self.now if self.what else f"new: {self.now}"
        else:
            said = f"out: {self.was}"
        what = f"{self.what} " if self.what else ""
        return f"{self.where}: {what}{said}" if self.where else f"{what}{said}"


MOVED, TOTAL = "in another place", "total"
_NAMED_BY = 2
"""Cells that name a row to a reader, from the left."""


def compared(now: Paper, before: Paper) -> Paper:
    """The paper with what it says differently from the issue before marked and said."""
    changes = tuple(each.words for each in differences(now, before))
    was = _placed(before)
    blocks = tuple(_marked(block, was.get(place)) for place, block in _placed(now).items())
    return replace(now, blocks=blocks, changes=changes)


def change_sheet(now: Paper, before: Paper) -> Paper:
    """What is different as a paper of its own, for those who hold the issue before."""
    rows = tuple(Row(tuple(each)) for each in differences(now, before))
    columns = (Column("Where"), Column("What", 2), Column("Was", 2), Column("Now", 2))
    headings = tuple(each.heading for each in columns)
    table = Table("changes", columns, rows, empty="Nothing is different.", always=headings)
    since = " ".join(part for part in (before.issue.stage, before.issue.colour) if part)
    lead = Words("since", (f"Since {since} of {before.issue.at or 'before'}.",))
    return replace(
        now, name=f"{now.name}-changes", title=f"CHANGES: {now.title}", blocks=(lead, table),
        changes=(), wide=False,
    )  # fmt: skip


def differences(now: Paper, before: Paper) -> tuple[Difference, ...]:
    """What is said differently, in the order of the paper; blocks that are gone at the end."""
    found = _value("", "For", before.about, now.about) if now.day else []
    was, said = _placed(before), _placed(now)
    for place, block in said.items():
        if block.name != MISSING:
            found += _of_block(block, was.get(place))
    for place, block in was.items():
        if place not in said and block.name != MISSING:
            found += _of_block(_emptied(block), block)
    return tuple(found)


def _placed(paper: Paper) -> dict[tuple[str, type, int], Block]:
    """The blocks by what they are met by on another issue: name, sort, which of several."""
    seen: Counter[tuple[str, type]] = Counter()
    found = {}
    for block in paper.blocks:
        found[block.name, type(block), seen[block.name, type(block)]] = block
        seen[block.name, type(block)] += 1
    return found


def _emptied(block: Block) -> Block:
    if isinstance(block, Facts):
        return replace(block, facts=())
    if isinstance(block, Words):
        return replace(block, lines=())
    return replace(block, rows=()) if isinstance(block, Table) else block


def _of_block(block: Block, before: Block | None) -> list[Difference]:
    if isinstance(block, Facts):
        held = before if isinstance(before, Facts) else replace(block, facts=())
        return _of_facts(block, held)
    if isinstance(block, Table):
        rows = before if isinstance(before, Table) else replace(block, rows=())
        return _of_table(block, rows)
    if isinstance(block, Words):
        lines = before.lines if isinstance(before, Words) else ()
        return _of_lines(block.title, block.lines, lines)
    return []


def _value(where: str, what: str, was: str, now: str) -> list[Difference]:
    return [] if was == now else [Difference(where, what, _line(was), _line(now))]


def _line(text: str) -> str:
    """A cell in one line: its lines one after the other, their parts as in a sentence."""
    lines = (", ".join(filter(None, line.split(PART))) for line in text.split("\n"))
    return " ".join(" ".join(lines).split())


def _of_facts(now: Facts, before: Facts) -> list[Difference]:
    was = {each.label: each.value for each in before.facts}
    said = {each.label: each.value for each in now.facts}
    return [
        difference
        for label in dict.fromkeys((*said, *was))
        for difference in _value(now.title, label, was.get(label, ""), said.get(label, ""))
    ]


def _of_lines(where: str, now: Sequence[str], before: Sequence[str]) -> list[Difference]:
    new, out = Counter(now) - Counter(before), Counter(before) - Counter(now)
    return [
        *(Difference(where, "", now=_line(line)) for line in new.elements()),
        *(Difference(where, "", was=_line(line)) for line in out.elements()),
    ]


def _of_table(now: Table, before: Table) -> list[Difference]:
    was, said = _keyed(before), _keyed(now)
    moved = _rows_moved(now, before)
    found: list[Difference] = []
    for key, row in said.items():
        if key not in was:
            found.append(Difference(now.title, "", now=named(row)))
        else:
            found += _of_row(now, row, before, was[key])
            if key in moved:
                found.append(Difference(now.title, named(row), now=MOVED))
    gone = (row for key, row in was.items() if key not in said)
    found += [Difference(now.title, "", was=named(row)) for row in gone]
    loose = _of_lines(now.title, list(_loose(now)), list(_loose(before)))
    return found + loose


def _rows_moved(now: Table, before: Table) -> frozenset[str]:
    """The rows that stand in another place, but for those whose other time says so."""
    was, said = _keyed(before), _keyed(now)
    retimed = {
        key for key, row in said.items() if key in was and _is_retimed(now, row, before, was[key])
    }
    return _moved(*([key for key in each if key not in retimed] for each in (said, was)))


def _is_retimed(now: Table, row: Row, before: Table, old: Row) -> bool:
    """Whether a row has another time than before."""
    was = dict(zip((each.heading for each in before.columns), old.cells, strict=False))
    said = zip(now.columns, row.cells, strict=False)
    return any(
        cell != was.get(column.heading, cell) for column, cell in said if column.kind == "time"
    )


def _of_row(now: Table, row: Row, before: Table, old: Row) -> Iterator[Difference]:
    """Cell by cell, by their headings: a column that came or went is no change of each row."""
    if row.role == TOTAL:
        yield from _value(now.title, "", *(", ".join(filter(None, e.cells)) for e in (old, row)))
        return
    headings = [each.heading for each in before.columns]
    cells = dict(zip_longest(headings, old.cells[: len(headings)], fillvalue=""))
    for at, (column, cell) in enumerate(zip(now.columns, row.cells, strict=False)):
        if column.heading in cells and len(row.cells) > 1:
            others = row._replace(cells=(*row.cells[:at], *row.cells[at + 1 :]))
            what = ": ".join(part for part in (named(others), column.heading) if part)
            yield from _value(now.title, what, cells[column.heading], cell)


def _keyed(table: Table) -> Mapping[str, Row]:
    return {row.key: row for row in table.rows if row.key}


def _loose(table: Table) -> Iterator[str]:
    """What rows say that are about nothing in particular: totals, banners."""
    return (" ".join(filter(None, row.cells)) for row in table.rows if not row.key)


def named(row: Row) -> str:
    """A row by its first words, of each cell the first line: `1 Anna Keller`."""
    firsts = (_line(cell.strip().split("\n")[0]) for cell in row.cells)
    return " ".join([each for each in firsts if each][:_NAMED_BY])


def _moved(now: Sequence[str], before: Sequence[str]) -> frozenset[str]:
    """The fewest rows whose moving turns the old order into the new one."""
    places = {key: at for at, key in enumerate(before)}
    common = [key for key in now if key in places]
    return frozenset(common) - frozenset(_longest_rising(common, places))


def _longest_rising(keys: Sequence[str], places: Mapping[str, int]) -> Iterable[str]:
    tails: list[int] = []
    chains: list[tuple[str, ...]] = []
    for key in keys:
        at = bisect_left(tails, places[key])
        chain = (*(chains[at - 1] if at else ()), key)
        tails[at : at + 1] = [places[key]]
        chains[at : at + 1] = [chain]
    return chains[-1] if chains else ()


def _marked(block: Block, before: Block | None) -> Block:
    if isinstance(block, Facts):
        said = (
            {each.label: each.value for each in before.facts} if isinstance(before, Facts) else {}
        )
        facts = (each._replace(changed=said.get(each.label) != each.value) for each in block.facts)
        return replace(block, facts=tuple(facts))
    if not isinstance(block, Table):
        return block
    rows = before if isinstance(before, Table) else replace(block, rows=())
    was, moved = _keyed(rows), _rows_moved(block, rows)

    def is_changed(row: Row) -> bool:
        if not row.key:
            return False
        old = was.get(row.key)
        return old is None or row.key in moved or any(_of_row(block, row, rows, old))

    return replace(block, rows=tuple(row._replace(changed=is_changed(row)) for row in block.rows))
