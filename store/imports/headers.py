"""Which field a header means, in English, German and French, however it is punctuated."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.text import fold, squeeze
from store.imports.synonyms import (
    A_CONTACT,
    A_NUMBER,
    ACTORS,
    AGENTS,
    FIRST_NAME,
    LAST_NAME,
    SOMEBODY_ELSES,
    SYNONYMS,
    THE_CAST,
)


_MEANS = {
    squeeze(word): field for field, said in SYNONYMS.items() for word in (field, *said.split(","))
}
_TOLD_BY_A_WORD = frozenset({"phones", "emails", "languages", "diet"})
_SOMEBODY_ELSES = frozenset(SOMEBODY_ELSES.split(", "))
_AGENTS = frozenset(AGENTS.split(", "))
_ACTORS = frozenset(map(squeeze, ACTORS.split(", ")))
_PARTS = re.compile(r"[/&,;|()\n:+]| or | oder | ou | and | und | et ")
_LONGEST = 80
NOTHING_SAID: Mapping[str, str] = {}

NAMES = frozenset({"name", FIRST_NAME, LAST_NAME, "character", "company"})
"""One of these a table of people must have."""

JOINED = frozenset({"phones", "emails", "languages", "holds", "agent", "address", "note"})
"""Fields that several columns may go to; of the others the first column counts."""


def field_of(header: str) -> str | None:
    """The field a header means, or None; `Tel. / Mobile` and `E-Mail 2` are understood."""
    if len(header) > _LONGEST or not header:
        return None
    if field := _meaning(header):
        return field
    words = frozenset(re.findall(r"[^\W\d_]+", fold(header)))
    if words & _SOMEBODY_ELSES:
        return None
    if words & _AGENTS:
        return "agent"
    for part in _PARTS.split(header):
        if (field := _meaning(part)) and not (
            field in ("start", "finish") and len(part.strip()) < 4
        ):
            return field
    meant = (_MEANS.get(squeeze(word)) for word in words)
    return next((field for field in sorted(filter(None, meant)) if field in _TOLD_BY_A_WORD), None)


def fields_of(cells: Sequence[str], said: Mapping[str, str] = NOTHING_SAID) -> dict[int, str]:
    """The field of each column of a header row, by the column's place.

    `said` is what squeezed headers were said to mean, `-` for a column that is not used.
    """
    fields: dict[int, str] = {}
    told = {at: said[squeeze(cell)] for at, cell in enumerate(cells) if squeeze(cell) in said}
    guessed = [(at, field_of(cell), cell) for at, cell in enumerate(cells) if at not in told]
    for at, field in [*told.items(), *_in_company(guessed)]:
        if field != "-" and (field in JOINED or field not in fields.values()):
            fields[at] = field
    return dict(sorted(fields.items()))


def is_header(cells: Sequence[str], said: Mapping[str, str] = NOTHING_SAID) -> bool:
    """Whether a row names columns: a name and something else, most of its cells understood."""
    told = [cell for cell in cells if cell]
    fields = fields_of(cells, said)
    if not NAMES & set(fields.values()):
        return False
    return len(fields) >= 2 and 2 * len(fields) >= len(told)


def _meaning(header: str) -> str | None:
    plain = squeeze(header) or ("number" if "#" in header else "")
    return _MEANS.get(plain) or _MEANS.get(plain.rstrip("0123456789")) or None


def _in_company(columns: Sequence[tuple[int, str | None, str]]) -> list[tuple[int, str]]:
    """Settle the headers whose meaning hangs on the others.

    A Role beside an Actor is the character; a No. beside a character is the cast number and
    elsewhere just counts the rows; Cast or Contact is the name where there is no other.
    """
    found = {field for _, field, _ in columns}
    actors = any(squeeze(cell) in _ACTORS for _, field, cell in columns if field == "name")
    role_is_character = actors and "character" not in found
    meant = {
        A_NUMBER: "cast" if role_is_character or "character" in found else None,
        THE_CAST: "cast" if found & _NAMING else "name",
        A_CONTACT: None if found & _NAMING else "name",
        "role": "character" if role_is_character else "role",
    }
    settled = ((at, meant.get(field, field) if field else None) for at, field, _ in columns)
    return [(at, field) for at, field in settled if field]


_NAMING = frozenset({"name", FIRST_NAME, LAST_NAME})
