"""The elements of a schedule as rows: cast as people, locations as places, the rest as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.imports.fountain.cues import person_name
from store.imports.identity import record_keys
from store.imports.intake import Row
from store.imports.uss.calendar import weekday
from store.imports.uss.categories import CAST, LOCATION, OF_THE_SCENE
from store.imports.uss.elements import Element, cast_number, is_day_off


if TYPE_CHECKING:
    from store.change import JSON

_LONGEST_SHOOT = 500
_DAY = dt.timedelta(days=1)


def need_rows(elements: Iterable[Element], shoot: Sequence[dt.date]) -> Iterator[Row]:
    """A row for each element that is a record; INT and the like are words of a scene."""
    for element in dict.fromkeys(elements):
        if element.category == CAST:
            yield _person(element, shoot)
        elif element.category == LOCATION:
            yield _row(element, "place", {"name": element.name})
        elif element.category not in OF_THE_SCENE:
            yield _row(element, "element", _element(element, shoot))


def _person(element: Element, shoot: Sequence[dt.date]) -> Row:
    """Somebody of the cast: the character for certain, the name only until the actor's is known."""
    values: dict[str, JSON] = {
        "category": "cast",
        "character": element.name,
        "name": person_name(element.name),
        "uid": element.uid,
        **_out_of_days(element, shoot),
    }
    said = {field: value for field, value in values.items() if value not in (None, "", [])}
    told = {**said, **(_number(element.board) if element.board else {})}
    uid = (f"uid:{element.uid}",) if element.uid else ()
    where = f"cast {element.board or element.name}"
    return Row(where, "person", (*uid, element.key), told, frozenset({"name", "uid"}))


def _number(board: str) -> dict[str, JSON]:
    """A cast number, or what stands in its place, as `7A`; whichever it is, it is not the other."""
    number = cast_number(board)
    return {"cast": number, "board": board if number is None else None}


def _element(element: Element, shoot: Sequence[dt.date]) -> dict[str, JSON]:
    return {
        "name": element.name,
        "category": element.category,
        "board": element.board,
        "uid": element.uid,
        **_out_of_days(element, shoot),
    }


def _row(element: Element, kind: str, values: dict[str, JSON]) -> Row:
    told = {field: value for field, value in values.items() if value not in (None, "", [])}
    return Row(
        f"{kind} {element.name}", kind, record_keys(kind, told), told, frozenset({"uid", "board"})
    )


def _out_of_days(element: Element, shoot: Sequence[dt.date]) -> dict[str, JSON]:
    """What a day-out-of-days asks of an element: hold, drop, and the dates it cannot work."""
    return {
        "held": element.held,
        "drop_after": element.drop_after,
        "off": [day.isoformat() for day in sorted({*_weekly(element, shoot), *_single(element)})],
    }


def _weekly(element: Element, shoot: Sequence[dt.date]) -> Iterator[dt.date]:
    """The dates of its days of the week, from the first day of the shoot to the last."""
    if not (element.off and shoot):
        return
    for after in range(min((shoot[-1] - shoot[0]).days, _LONGEST_SHOOT) + 1):
        day = shoot[0] + after * _DAY
        if weekday(day) in element.off:
            yield day


def _single(element: Element) -> Iterator[dt.date]:
    return (each.day for each in element.happenings if is_day_off(each))
