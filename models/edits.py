"""What a change sets on a record: fields, and single elements of fields that are sets.

`{"leave": "05:40", "passengers/p7k2m9aa": True, "note": None}` sets one field, adds one
element and clears another field. None takes away; a key is cut at its first slash.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from models.named import NamedTuple
from models.pattern import pattern


Sets = Mapping[str, Any]


class Aimed(NamedTuple):
    """A record, by kind and id."""

    kind: str
    id: str


NOTE_KEY = pattern(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d):\d\d (\S+)( \d+)?", re.ASCII)
"""The key of a saved running note: when it was made, by whom, and which of several."""

UNSAVED = "+"
"""What the key of a running note begins with until it is saved."""


def unsaved(count: int) -> str:
    """The key of a running note on a line that is not saved yet."""
    return f"{UNSAVED}{count}"


def applied(document: Mapping[str, Any], sets: Sets) -> dict[str, Any]:
    """A new document with the sets laid over the old one, which is not changed."""
    result = dict(document)
    for key, value in sets.items():
        field, slash, element = key.partition("/")
        if slash:
            result[field] = _with_element(result.get(field), element, value)
        elif value is None:
            result.pop(field, None)
        else:
            result[field] = value
    return {field: value for field, value in result.items() if value != {}}


def _with_element(old: object, element: str, value: object) -> dict[str, Any]:
    elements = dict(old) if isinstance(old, dict) else {}
    if value is None:
        elements.pop(element, None)
    else:
        elements[element] = value
    return elements


def differing(document: Mapping[str, Any], sets: Sets) -> dict[str, Any]:
    """The part of the sets that would change the document."""
    return {key: value for key, value in sets.items() if value_at(document, key) != value}


def value_at(document: Mapping[str, Any], key: str) -> Any:
    """What a document holds under the key of a set; None where nothing."""
    field, slash, element = key.partition("/")
    held = document.get(field)
    if not slash:
        return held
    return held.get(element) if isinstance(held, dict) else None
