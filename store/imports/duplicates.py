"""Rows of one file that are the same person, read as one; what they share with others is no key."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from models.text import fold
from store.imports.identity import element_key, record_keys
from store.imports.intake import Refused, Row


if TYPE_CHECKING:
    from collections.abc import Mapping

    from store.change import JSON

_ALIKE = 0.85
_LONGEST_NAME = 60
_MOST_ALIKE = 20


class Distinct(NamedTuple):
    """The rows of a file, each record once, and what was found twice."""

    rows: tuple[Row, ...]
    twice: tuple[Refused, ...]
    shared: frozenset[str]


def distinct(rows: Sequence[Row]) -> Distinct:
    """Join rows that are the same record; the first row's words stand, lists grow.

    `shared` are the keys that several different records have, such as the office's number.
    """
    kept: list[Row] = []
    by_key: dict[str, list[int]] = {}
    twice: list[Refused] = []
    for row in rows:
        near = dict.fromkeys(at for key in row.key for at in by_key.get(key, ()))
        same = next((at for at in near if _same(kept[at], row)), None)
        if same is None:
            same = len(kept)
            kept.append(row)
        else:
            kept[same], left = _joined(kept[same], row)
            twice.append(Refused(row.where, _twice(kept[same], left)))
        for key in row.key:
            places = by_key.setdefault(key, [])
            if len(places) < _MOST_ALIKE and same not in places:
                places.append(same)
    held = Counter(key for row in kept for key in row.key)
    return Distinct(tuple(kept), tuple(twice), frozenset(key for key in held if held[key] > 1))


def names_nest(one: str, other: str) -> bool:
    """Whether two names are one, or all words of one are in the other; a missing name nests."""
    first, second = (set(re.findall(r"\w+", fold(name[:_LONGEST_NAME]))) for name in (one, other))
    return first <= second or second <= first


def names_agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: nested, or a slip of the keyboard apart."""
    if names_nest(one, other):
        return True
    first, second = (fold(name[:_LONGEST_NAME]) for name in (one, other))
    return difflib.SequenceMatcher(None, first, second).ratio() >= _ALIKE


def characters_agree(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two rows do not name two different characters."""
    first, second = str(one.get("character", "")), str(other.get("character", ""))
    return not first or not second or fold(first) == fold(second)


def _same(kept: Row, row: Row) -> bool:
    if kept.kind != row.kind or not characters_agree(kept.values, row.values):
        return False
    if row.kind != "person":
        return kept.key[:1] == row.key[:1] and row.kind != "event"
    # No slips here: in one list Anna and Hanna Keller with one phone are two people.
    if not names_nest(str(kept.values.get("name", "")), str(row.values.get("name", ""))):
        return False
    reached = [{key for key in each.key if key[:5] in ("email", "phone")} for each in (kept, row)]
    return bool(reached[0] & reached[1]) or not (reached[0] and reached[1])


def _joined(kept: Row, row: Row) -> tuple[Row, list[str]]:
    """Both rows as one, and what of the second had no room beside the first."""
    values: dict[str, JSON] = dict(kept.values)
    left: list[str] = []
    for field, value in row.values.items():
        before = values.get(field)
        if isinstance(before, list) and isinstance(value, list):
            values[field] = before + _new_elements(field, before, value)
        elif before is None:
            values[field] = value
        elif before != value and field not in row.tentative:
            left.append(f"{field} {value}")
    keys = record_keys(kept.kind, values) if kept.kind == "person" else kept.key
    joined = Row(kept.where, kept.kind, keys, values, kept.tentative)
    return joined, left


def _new_elements(field: str, before: list[JSON], value: list[JSON]) -> list[JSON]:
    known = {element_key(field, str(each)) for each in before}
    return [each for each in value if element_key(field, str(each)) not in known]


def _twice(kept: Row, left: list[str]) -> str:
    who = str(kept.values.get("name") or kept.values.get("scene") or "it")
    lost = f"; not taken: {', '.join(left)}" if left else ""
    return f"{who} is already in {kept.where} and was read as one with it{lost}"
