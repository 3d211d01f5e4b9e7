"""One row of a list to one person, with everything said about what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.text import fold, tidy
from store.imports import cells as reading
from store.imports.columns import Table
from store.imports.dates import read_date
from store.imports.headers import JOINED
from store.imports.identity import person_keys
from store.imports.intake import Refused, Row
from store.imports.sections import Section, department_name
from store.imports.synonyms import FIRST_NAME, LAST_NAME


if TYPE_CHECKING:
    from store.change import JSON


_OPEN = re.compile(
    r"(tbc|tba|tbd|n\.? ?n\.?|open|offen|vacant|vakant|\?+|xx+)[ .?]*", re.IGNORECASE
)


def read_person(
    where: str, cells: Sequence[str], table: Table, section: Section
) -> tuple[Row | Refused, list[str]]:
    """The person of a row, or why there is none, and the fields that had to be left out."""
    values: dict[str, JSON] = {}
    complaints: list[str] = []
    for field, cell, at in _told(cells, table):
        read = _read(field, cell, month_first=at in table.month_first)
        if read.complaint:
            complaints.append(f"{where}: {read.complaint}; left out.")
        _put(values, field, read.value)
    _name(values)
    if not _is_named(values):
        return _nameless(where, values, section), complaints
    made_up = _complete(values, section)
    return Row(where, "person", person_keys(_sure(values, made_up)), values, made_up), complaints


def _told(cells: Sequence[str], table: Table) -> Iterator[tuple[str, str, int]]:
    for at, field in table.fields.items():
        if at < len(cells) and cells[at]:
            yield field, cells[at], at


def _read(field: str, cell: str, *, month_first: bool) -> reading.Reading:
    if month_first and field in ("start", "finish") and (iso := read_date(cell, month_first=True)):
        return reading.Reading(iso)
    return reading.READERS.get(field, reading.words)(cell)


def _put(values: dict[str, JSON], field: str, value: JSON) -> None:
    """Add a value; where a field has several columns, lists grow and words are joined."""
    if value is None:
        return
    before = values.get(field)
    if isinstance(before, list) and isinstance(value, list):
        values[field] = before + [each for each in value if each not in before]
    elif before is None or field not in JOINED:
        values[field] = value
    else:
        values[field] = f"{before}, {value}"


def _name(values: dict[str, JSON]) -> None:
    """Join first and last name; beside a Vorname a column called Name is the last name."""
    first = str(values.pop(FIRST_NAME, ""))
    last = str(values.pop(LAST_NAME, ""))
    name = str(values.get("name", ""))
    if not last and name and first and fold(first) not in fold(name).split():
        name, last = "", name
    if joined := name or tidy(f"{first} {last}"):
        values["name"] = joined


def _is_named(values: dict[str, JSON]) -> bool:
    """Settle the name from the next best thing: a character's, a company's."""
    name = str(values.get("name", ""))
    if not any(map(str.isalnum, name)) or _OPEN.fullmatch(name):
        values.pop("name", None)
    return "name" in values or "character" in values or "company" in values


def _nameless(where: str, values: Mapping[str, JSON], section: Section) -> Refused:
    known = ", ".join(map(str, filter(None, (values.get("role"), section.department))))
    return Refused(where, f"no name ({known})" if known else "no name")


def _complete(values: dict[str, JSON], section: Section) -> frozenset[str]:
    """Fill in what the row's place says, and return the fields that are a guess."""
    made_up = set()
    if "category" not in values:
        made_up |= set() if section.category or _plays(values) else {"category"}
        values["category"] = "cast" if _plays(values) else section.category or "crew"
    if "name" not in values and "character" in values:
        values["name"] = _named_for(str(values["character"]))
        made_up.add("name")
    if "name" not in values:
        values["name"] = values["company"]
        values["category"] = "vendor" if "category" in made_up else values["category"]
    if "character" in values:
        values["character"] = str(values["character"]).upper()
    above = "" if _plays(values) else section.department
    if department := str(values.get("department", "")) or above:
        values["department"] = department_name(department)
    return frozenset(made_up)


def _plays(values: Mapping[str, JSON]) -> bool:
    return "character" in values or "cast" in values


def _named_for(character: str) -> str:
    # Here because a list without characters has no need of the script's reader.
    from store.imports.fountain.cues import person_name

    return person_name(character)


def _sure(values: Mapping[str, JSON], made_up: frozenset[str]) -> dict[str, JSON]:
    return {field: value for field, value in values.items() if field not in made_up}
