"""Records for machines: JSON with every field of the kind."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from models.pattern import pattern


if TYPE_CHECKING:
    from models.record import Record


Document = Mapping[str, Any]

_UNSAFE = pattern(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


def as_json(values: Iterable[Any]) -> str:
    """One array, a value a line; what a terminal would obey is written as an escape."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    lines = (json.dumps(each, ensure_ascii=plain) for each in values)
    found = ",\n".join(_UNSAFE.sub(lambda mark: json.dumps(mark[0])[1:-1], line) for line in lines)
    return f"[\n{found}\n]" if found else "[]"


def whole(of: type[Record], document: Document) -> dict[str, Any]:
    """A record with every field of its kind: null or [] where empty, sets as lists.

    Notes are a list of `key` and `text`; fields of a later version stand at the end.
    """
    slots = of.slots()
    known = {
        name: _listed(document.get(name), empty=[] if each.type.many or each.type.ordered else None)
        for name, each in slots.items()
    }
    own = {"id": document.get("id"), "number": document.get("number")}
    others = {name: value for name, value in document.items() if name not in (*own, *slots)}
    return {**own, **known, **others}


def _listed(value: Any, *, empty: Any) -> Any:
    if value is None:
        return empty
    if not isinstance(value, dict):
        return value
    if all(mark is True for mark in value.values()):
        return list(value)
    return [{"key": key, "text": text} for key, text in value.items()]
