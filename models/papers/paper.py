"""A paper as a value: what it says, block by block, with nothing of how it looks.

Every paper is made of the same few blocks, so that each way of setting one (text, PDF,
spreadsheet) is written once and knows none of them by name. What two issues of a paper say
differently is found by comparing these values.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


PART = "\t"
"""Between the parts of a line that stand below one another: a passenger's name, role and phone."""


class Fact(NamedTuple):
    """A label and what it says: `Crew call`, `07:00`; line ends keep several lines apart.

    A line may be of several parts (`PART`), as the cells of tables may.
    """

    label: str
    value: str
    strong: bool = False
    """Set large: the crew call of a call sheet."""
    changed: bool = False
    """It says something else than in the issue before."""


class Column(NamedTuple):
    """One column of a table: its heading and how it is given room.

    Attributes:
        heading: What stands above it; empty where nothing needs to.
        share: How much of the spare width it gets beside the others; 0 for as wide as its content.
        right: Flush right, as figures and times are.
        kind: What a spreadsheet makes of it: `text`, `time`, `date`, `number`, `pages`.
        stays: It stands again before each part of a table too wide for one page; where no column
            says so, the first one does.
    """

    heading: str
    share: int = 0
    right: bool = False
    kind: str = "text"
    stays: bool = False


class Row(NamedTuple):
    """One row of a table; a banner (`END OF DAY 3`, `COMPANY MOVE`) has one cell for all columns.

    Attributes:
        cells: One text for each column, or a single one for a banner; line ends begin a new line,
            `PART` another part of it.
        role: How it stands out: empty, `banner`, `head`, `total`, `faint` or `new`.
        key: What it is about (`person/k3v9x2mq`), by which two issues of a paper are compared.
        changed: It says something else than in the issue before.
    """

    cells: tuple[str, ...]
    role: str = ""
    key: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, side by side where there is room."""

    name: str
    facts: tuple[Fact, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, which are repeated on every page."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    empty: str = ""
    """What is said in place of a table without rows; empty: the table is left out."""
    always: tuple[str, ...] = ()
    """The headings that stand there with nothing below them; other empty columns are left out."""


@dataclass(frozen=True, slots=True)
class Words:
    """Paragraphs, one a line."""

    name: str
    lines: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins a page of its own: the back of a call sheet."""

    name: str = "break"


MISSING = "missing"
"""The block of a draft that says what it still lacks: an issued paper says that to nobody."""

Block: TypeAlias = Facts | Table | Words | Break


@dataclass(frozen=True, slots=True)
class Issue:
    """Which issue of a paper this is.

    Attributes:
        stage: `draft` until it is issued, then `prelim`, `final` or `revised`.
        number: 1 for the first one issued; 0 for a draft.
        colour: The colour of the paper, in a word; empty for white and for drafts.
        at: When it was issued, as local text (`Mon 23 Nov 2026 18:40`); empty for a draft.
        by: Who issued it.
        version: What it was made from, in a word people can say (`v1290`).
    """

    stage: str = "draft"
    number: int = 0
    colour: str = ""
    at: str = ""
    by: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """All that one paper says.

    Attributes:
        name: The paper's word: `call-sheet`, `transport-order`.
        title: What it is called on itself: `CALL SHEET`.
        company: The production company; empty where none is set.
        production: The production's title.
        about: What it is about: `Day 3 of 30, Wednesday 25 November 2026`; `Van 2, Tom Frei`.
        blocks: What it says, in its order.
        issue: Which issue this is.
        day: The production day it is for, as kept (`2026-11-25`); empty for papers of no day.
        wide: Set across the longer side of the page (day-out-of-days, one-liner).
        changes: What is different from the issue before, a sentence each.
        foot: What is said at the foot of every page: confidential, do not forward.
        message: It is pasted into a mail: its title is the subject, and nothing stands around it.
    """

    name: str
    title: str
    company: str
    production: str
    about: str
    blocks: tuple[Block, ...]
    issue: Issue = Issue()
    day: str = ""
    wide: bool = False
    changes: tuple[str, ...] = ()
    foot: str = ""
    message: bool = False
