"""The tables in tests/data/lines: lines a coordinator types, and what each means or is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from models.kinds import KINDS
from models.line import Draft, draft, read
from tests.models.nightfall import desk, records


FOLDER = Path(__file__).parents[2] / "data" / "lines"
DESK = desk()
RECORDS = records()


class Written(NamedTuple):
    """A line of a kind, the record it changes (none: a new one), and what is said below it."""

    kind: str
    record: str
    text: str
    said: str


def written(name: str) -> list[Written]:
    """The lines of a table: a heading of kind and record, lines, and what is said of each."""
    kind, record, text, found = "", "", "", []
    for row in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("    "):
            found.append(Written(kind, record, text, row[4:]))
        elif row.startswith("  "):
            text = row[2:]
        elif row and not row.startswith("#"):
            kind, _, record = row.partition(" ")
    return found


def sets_of(said: str) -> dict[str, Any]:
    """The sets a row of a table says: `leave 05:40 ; passengers/ben ; note null`.

    A running note is written `notes/+0 = text`.
    """
    return dict(_set_of(part) for part in said.split(" ; ")) if said != "nothing" else {}


def _set_of(part: str) -> tuple[str, Any]:
    key, _, value = part.partition(" ")
    if value.startswith("= "):
        return key, value[2:]
    if "/" in key:
        return part.removesuffix(" null"), None if part.endswith(" null") else True
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


def drafted(kind: str, record: str, text: str) -> Draft:
    """What a line makes of a new record, or of one of the production's."""
    reading = read(text, KINDS[kind], DESK, whole=not record)
    before = RECORDS[kind][record] if record else None
    return draft(reading, DESK, before, whole=not record)
