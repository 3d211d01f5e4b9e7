"""The elements of a schedule: who and what its scenes need, with their events and days off."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from models.text import fold
from store.imports.identity import character_key, element_record_key, place_key
from store.imports.uss.categories import CAST, LOCATION, OF_THE_SCENE, Categories
from store.imports.uss.odd import Oddities
from store.imports.uss.values import Thing, date, number, several, text, things, truth


_TELLING_ID = 12
"""Letters an id needs to be nobody else's; short ones are counted anew in each file."""

_DAY_OFF = frozenset({"dayoff", "off", "day off", "holiday", "unavailable"})


class Happening(NamedTuple):
    """An event of an element or of the calendar: what kind, what it is called, the day, its id."""

    type: str
    name: str
    day: dt.date
    uid: str


class Element(NamedTuple):
    """Something scenes need; `key` is what the rows of scenes and events name it by."""

    key: str
    uid: str
    name: str
    category: str
    board: str
    held: bool | None
    drop_after: int | None
    off: tuple[int, ...]
    happenings: tuple[Happening, ...]


def telling(id: str) -> str:
    """An id that is told apart from those of any other file; empty for one that is not."""
    return id if len(id) >= _TELLING_ID else ""


def read_elements(body: Thing, categories: Categories, odd: Oddities) -> dict[str, Element]:
    """The elements by every id they have in the file; the same name twice is one element."""
    found: dict[str, Element] = {}
    by_key: dict[str, Element] = {}
    for each in things(body, "elements", odd):
        element = _element(each, categories, odd)
        if element is None:
            continue
        known = by_key.get(element.key)
        if known and known.board and element.board and known.board != element.board:
            element = _named(element, f"{element.name} {element.board}")
            known = by_key.get(element.key)
        if known and element.category not in OF_THE_SCENE:
            odd.add("Elements that are in the file twice were read as one", element.name)
        element = by_key.setdefault(element.key, element)
        found.setdefault(text(each, "id"), element)
    _tell_numbers(by_key.values(), odd)
    return found


def read_happenings(of: Thing, odd: Oddities, where: str) -> list[Happening]:
    """The events of an element or a calendar, those without a day left out."""
    found: list[Happening] = []
    events = list(things(of, "events", odd))
    ids = Counter(text(each, "id") for each in events)
    for each in events:
        day = date(each, "date", odd, told=False)
        kind = text(each, "effect", "type") or "event"
        name = _plain(text(each, "name") or (text(each, "type") if "effect" in each else ""))
        if day is None:
            said = f" ({text(each, 'date')[:40]})" if each.get("date") else ""
            odd.add("Events without a day were left out", f"{name or kind} of {where}{said}")
            continue
        own = text(each, "id")
        found.append(Happening(fold(kind), name, day, telling(own) if ids[own] == 1 else ""))
    return found


def is_day_off(happening: Happening) -> bool:
    """Whether nobody works on it: so typed, or so called whatever its type."""
    return happening.type in _DAY_OFF or fold(happening.name) in _DAY_OFF


def _element(each: Thing, categories: Categories, odd: Oddities) -> Element | None:
    own, name = text(each, "id"), text(each, "name")
    if not name:
        odd.add("Elements without a name were left out")
        return None
    category = _category(each, own, categories, odd, name)
    drops = truth(each, "isDrop", "doodDropAllow")
    days = number(each, "dropDayCount", "doodDayCount", "doodDropDays")
    if "dropDayCount" not in each and days is not None:
        odd.add("The days of a drop are not under `dropDayCount`, where the standard has them")
    element = Element(
        key="",
        uid=telling(own),
        name=name,
        category=category,
        board=text(each, "elementId"),
        held=truth(each, "isHold", "doodHoldAllow"),
        drop_after=int(days) if drops and days is not None and 0 < days < 1000 else None,
        off=weekdays(each, odd, name),
        happenings=tuple(read_happenings(each, odd, name)),
    )
    return _named(element, name)


def _category(each: Thing, id: str, categories: Categories, odd: Oddities, name: str) -> str:
    own = text(each, "category") or categories.of_element.get(id, "")
    meaning: Mapping[str, str] = categories.meaning
    if own not in meaning:
        odd.add("Elements of no category of the file went to `other`", name)
    return meaning.get(own, "other")


def weekdays(of: Thing, odd: Oddities, where: str) -> tuple[int, ...]:
    """Days of the week nobody works on, Sunday as 0; a date among them is passed over."""
    found: list[int] = []
    for each in several(of, "daysOff", odd):
        day = number({"day": each}, "day")
        if day is None or day not in range(7):
            odd.add("Days off that are no day of the week (0 to 6) were passed over", where)
        elif int(day) not in found:
            found.append(int(day))
    return tuple(found)


def _named(element: Element, name: str) -> Element:
    """The element under a name, by which the file's other rows point to it."""
    if element.category == CAST:
        key = character_key(name)
    elif element.category == LOCATION:
        key = place_key(name)
    else:
        key = element_record_key(name, element.category)
    return element._replace(name=name, key=key)


def _plain(name: str) -> str:
    """`doodTravel` is travel, as `travel` is."""
    rest = name.removeprefix("dood")
    return rest[:1].lower() + rest[1:] if rest != name and rest[:1].isupper() else name


def _tell_numbers(elements: Iterable[Element], odd: Oddities) -> None:
    """Say which cast share a number."""
    cast = [each for each in elements if each.category == CAST and each.board]
    held = Counter(each.board for each in cast)
    for each in cast:
        if held[each.board] > 1:
            odd.add("Cast numbers that several have", f"{each.board} {each.name}")


def cast_number(board: str) -> int | None:
    """A board id as a cast number; None for `12A` and the like."""
    plain = board.strip("#. ").removesuffix(".0")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) <= 4 else None
