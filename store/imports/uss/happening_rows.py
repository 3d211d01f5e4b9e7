"""The events of a schedule as rows: fittings, rehearsals, travel of the cast and of the company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from models.text import fold
from store.imports.identity import record_keys
from store.imports.intake import Row
from store.imports.uss.categories import CAST, LOCATION, OF_THE_SCENE
from store.imports.uss.elements import Element, Happening, is_day_off


if TYPE_CHECKING:
    from store.change import JSON

_TYPES = {
    "travel": "travel",
    "rehearsal": "rehearsal",
    "rehearse": "rehearsal",
    "fitting": "fitting",
    "costume fitting": "fitting",
    "wardrobe fitting": "fitting",
    "test": "test",
    "camera test": "test",
    "screen test": "test",
    "school": "school",
    "tutoring": "school",
    "photo": "photo",
    "photo shoot": "photo",
    "photography": "photo",
    "tech recce": "recce",
    "tech scout": "recce",
    "recce": "recce",
    "scout": "recce",
    "meeting": "meeting",
    "read through": "rehearsal",
    "table read": "rehearsal",
    "start": "milestone",
}


def element_events(elements: Iterable[Element]) -> Iterator[Row]:
    """The events of elements; their days off are fields of theirs and no events."""
    for element in dict.fromkeys(elements):
        for each in element.happenings:
            if not is_day_off(each):
                yield _row(each, f"{_title(each)}: {element.name}", _whose(element), element.name)


def calendar_events(happenings: Iterable[Happening]) -> Iterator[Row]:
    """The events of the whole company."""
    for each in happenings:
        yield _row(each, _title(each), {}, "the calendar")


def _row(each: Happening, title: str, whose: dict[str, JSON], where: str) -> Row:
    values: dict[str, JSON] = {
        "title": title,
        "type": _TYPES.get(fold(each.name or each.type), "other"),
        "day": each.day.isoformat(),
        **whose,
        **({"uid": each.uid} if each.uid else {}),
    }
    return Row(
        f"{where}, {each.day.isoformat()}",
        "event",
        record_keys("event", values),
        values,
        frozenset({"uid"}),
    )


def _title(each: Happening) -> str:
    name = each.name or ("start" if each.type == "start" else "event")
    return name[:1].upper() + name[1:]


def _whose(element: Element) -> dict[str, JSON]:
    if element.category == CAST:
        return {"people": [element.key]}
    if element.category == LOCATION:
        return {"place": element.key}
    return {} if element.category in OF_THE_SCENE else {"elements": [element.key]}
