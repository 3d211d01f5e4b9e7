"""What a reader hands over: rows without a place in any production yet.

Readers know the format and nothing else. Which record a row belongs to, and what may be
overwritten, is decided when it is taken in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple


if TYPE_CHECKING:
    from store.change import JSON


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a file tells it; set fields are lists, in the file's order.

    Attributes:
        where: Where it stands in the file: `row 7` or `line 120`.
        key: What it may be recognised by, strongest first: `email:anna@x.org`, `scene:12A`.
        values: Only what the file says; a blank cell is no value. None is said where the file
            speaks of it and has nothing: a strip that went back to the boneyard has no day. What
            points to another record names it by one of its row's keys; a strip's order is counted.
        tentative: Fields the reader made up itself; they fill a blank and overwrite nothing.
        id: The id of a new record, given when the import is planned.
    """

    where: str
    kind: str
    key: tuple[str, ...]
    values: Mapping[str, JSON]
    tentative: frozenset[str] = frozenset()
    id: str = ""


class Refused(NamedTuple):
    """A row or line that could not be read, and why, in words."""

    where: str
    why: str


class Column(NamedTuple):
    """A header of a table and the field of a kind it went to; None where it was not used.

    `remembered` is one that means what it does because somebody said so before.
    """

    header: str
    field: str | None
    sheet: str = ""
    remembered: bool = False
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything one file gave.

    Attributes:
        remember: The edit of the settings that keeps what was said of its columns.
        whole: Whether what is not in it is gone; an invitation to one meeting says of no other.
    """

    source: str
    rows: tuple[Row, ...]
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    remember: Mapping[str, JSON] = field(default_factory=dict)
    whole: bool = True
