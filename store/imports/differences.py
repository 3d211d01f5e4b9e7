"""What a row changes in its record, and what typed by hand stays although the file disagrees.

Three values meet in a field: the one shown, the one the last import gave, the file's. A value
an import gave may be replaced by an import. A value somebody typed stays, and is told of if
the file has changed since it last spoke. A blank in the file never clears anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from models.text import fold, tidy
from store.imports.identity import element_key


if TYPE_CHECKING:
    from store.change import JSON
    from store.imports.intake import Row
    from store.imports.origins import Origins

_FAMILIES = ((".fountain", ".spmd", ".txt", ".fdx"), (".uss", ".json"))
"""Scripts, and schedules: the next draft comes under another name."""


class Difference(NamedTuple):
    """One field in which file and record differ; `was` is None where the record had nothing."""

    field: str
    was: JSON
    now: JSON


class Differences(NamedTuple):
    """The edit that takes a row in, what it changes, and what stays as somebody typed it."""

    set: dict[str, JSON]
    changed: tuple[Difference, ...]
    kept: tuple[Difference, ...]


class Past(NamedTuple):
    """A record's past: who set its fields, and the file that speaks now."""

    origins: Origins
    kind: str
    id: str
    source: str


def first_values(row: Row) -> dict[str, JSON]:
    """The edit of a new record; lists become set fields."""
    edit: dict[str, JSON] = {}
    for field, value in row.values.items():
        if isinstance(value, list):
            edit |= {f"{field}/{element}": True for element in value}
        elif value is not None:
            edit[field] = value
    return edit


def differences(row: Row, document: Mapping[str, JSON], past: Past) -> Differences:
    """Compare a row with its record, field by field."""
    edit: dict[str, JSON] = {}
    changed: list[Difference] = []
    kept: list[Difference] = []
    for field, value in row.values.items():
        if isinstance(value, list):
            _compare_sets(field, value, document.get(field), past, edit, changed)
            continue
        found = Difference(field, document.get(field), value)
        if _agree(found.was, value) or _goes_with_typed_pages(field, past):
            continue
        if _may_replace(row, found, past):
            edit[field] = value
            changed.append(found)
        elif _is_news(row, found, past):
            kept.append(found)
    return Differences(edit, tuple(changed), tuple(kept))


def _agree(shown: JSON, value: JSON) -> bool:
    if isinstance(shown, str) and isinstance(value, str):
        return shown == value
    return shown == value and isinstance(shown, bool) == isinstance(value, bool)


def _may_replace(row: Row, found: Difference, past: Past) -> bool:
    origin = past.origins.latest(past.kind, past.id, found.field)
    if found.was in (None, ""):
        return origin is None or not origin.by_hand
    if found.field in row.tentative:
        return False
    return origin is not None and not origin.by_hand


def _is_news(row: Row, found: Difference, past: Past) -> bool:
    """Whether the file says something here that it did not say at its last import."""
    if found.field in row.tentative:
        return False
    if isinstance(found.was, str) and fold(tidy(found.was)) == fold(tidy(str(found.now))):
        return False
    before = past.origins.last_import(past.kind, past.id, found.field)
    return before is None or before.value != found.now


def _goes_with_typed_pages(field: str, past: Past) -> bool:
    """Pages somebody typed are no estimate, whatever the reader would have said of its own."""
    if field != "estimated":
        return False
    origin = past.origins.latest(past.kind, past.id, "pages")
    return origin is not None and origin.by_hand


def _compare_sets(
    field: str,
    value: list[JSON],
    shown: JSON,
    past: Past,
    edit: dict[str, JSON],
    changed: list[Difference],
) -> None:
    """Add what is new; take away what an import of the same source put there and no longer has."""
    here = [str(element) for element in shown] if isinstance(shown, dict) else []
    known = {element_key(field, element) for element in here}
    told = [str(element) for element in value]
    for element in told:
        if element_key(field, element) not in known and not _taken_away(field, element, past):
            edit[f"{field}/{element}"] = True
            changed.append(Difference(field, None, element))
    still = {element_key(field, element) for element in told}
    for element in here if told else ():
        if element_key(field, element) not in still and _put_by_source(field, element, past):
            edit[f"{field}/{element}"] = None
            changed.append(Difference(field, element, None))


def _taken_away(field: str, element: str, past: Past) -> bool:
    origin = past.origins.latest(past.kind, past.id, f"{field}/{element}")
    return origin is not None and origin.by_hand and origin.value is None


def _put_by_source(field: str, element: str, past: Past) -> bool:
    origin = past.origins.latest(past.kind, past.id, f"{field}/{element}")
    return origin is not None and same_source(origin.source, past.source)


def same_source(before: str | None, now: str) -> bool:
    """Whether a file speaks for what another put in: the same, or the next script or schedule."""
    if before is None:
        return False
    if before == now:
        return True
    return any(all(name.lower().endswith(of) for name in (before, now)) for of in _FAMILIES)
