"""Headings inside a list: `CAMERA` alone in a row says where the people below it belong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.departments import department
from models.text import fold, squeeze, tidy
from store.imports.cells import CATEGORIES
from store.imports.columns import Table


_FOOTER = re.compile(
    r"(page|seite|p\.) ?\d|total|confiden|vertraulich|updated|stand |as of |version |printed",
    re.IGNORECASE,
)
_WORD_FOR_DEPARTMENT = re.compile(
    r"\b(department|dept\.?|abteilung|departement|unit list|crew list)\b"
)
_LONGEST = 40
_TITLE_ROWS = 6


class Section(NamedTuple):
    """What the rows under a heading have in common; empty where nothing was said."""

    department: str = ""
    category: str = ""


def opening_section(sheet: str, above: Sequence[Sequence[str]]) -> Section:
    """The section a table begins in, from the sheet's name and the titles above it."""
    titles = [sheet, *(cell for row in above[-_TITLE_ROWS:] for cell in row if cell)]
    words = {
        word for title in titles if len(title) <= _LONGEST for word in re.findall(r"\w+", title)
    }
    kinds = {CATEGORIES[plain] for word in words if (plain := squeeze(word)) in CATEGORIES}
    return Section(category=kinds.pop() if len(kinds) == 1 and "crew" not in kinds else "")


def section_of(cells: Sequence[str], table: Table, current: Section) -> Section | None:
    """The section a row with a single cell opens, or None where the row is a person.

    Under the names a heading is told from a person by being a known department, by a colon,
    or by capitals where the names have none. A footer changes nothing.
    """
    at, text = next((at, tidy(cell)) for at, cell in enumerate(cells) if cell)
    if _FOOTER.match(text) or len(text) > _LONGEST:
        return current
    plain = tidy(_WORD_FOR_DEPARTMENT.sub("", fold(text))).strip(" :-–—")
    known = department(plain) or CATEGORIES.get(squeeze(plain))
    named = table.fields.get(at)
    if not known and named in ("name", "company", "character") and not _looks_like_one(text, table):
        return None
    if not known and named not in (None, "name", "company", "department", "role"):
        return None
    return _section(plain, text)


def _section(plain: str, text: str) -> Section:
    category = CATEGORIES.get(squeeze(plain), "")
    if category == "cast":
        return Section(category="cast")
    if category:
        return Section(category=category if category != "crew" else "")
    return Section(department=department_name(text.strip(" :-–—")))


def department_name(text: str) -> str:
    """A department as the unit list writes it; an unknown one in capitals gets small letters."""
    plain = tidy(_WORD_FOR_DEPARTMENT.sub("", fold(text))).strip(" :-–—")
    if known := department(text) or department(plain):
        return known
    return text.capitalize() if text.isupper() and len(text) > 4 else text


def _looks_like_one(text: str, table: Table) -> bool:
    return text.endswith(":") or (text.isupper() and not table.shouted)
