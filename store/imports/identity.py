"""What a row and a record are recognised by.

Readers and the taking-in use the same keys, so the same person meets in both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from models.kinds import KINDS
from models.text import fold, squeeze, tidy


PERSON_KEYS = ("character", "email", "phone", "name")
"""How a person's keys are tried, strongest first."""

OWN_KEYS = ("id", "number", "uid")
"""What a record is called in a file of ours, and in the file it came from."""

LOOSE_KEYS = (*OWN_KEYS, "event", "unnumbered")
"""Keys that tell who a record is where they meet, and nothing where they do not."""

_TELLING_DIGITS = 9


def phone_key(phone: str) -> str:
    """The digits that tell a phone number apart: `+41 79 ...` and `079 ...` are the same phone."""
    digits = "".join(mark for mark in phone.replace("(0)", "") if mark.isdigit())
    return digits[-_TELLING_DIGITS:]


def element_key(field: str, element: str) -> str:
    """What makes two elements of a set field the same one, however they are written."""
    if field == "phones":
        return phone_key(element)
    if field in ("cast", "people", "passengers", "elements"):
        return element
    return fold(element)


def character_key(character: str) -> str:
    """The key of the person who plays a character."""
    return f"character:{squeeze(character) or tidy(character)}"


def person_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of a person from its fields: character, e-mails, phones, name, as far as known."""
    keys: list[str] = []
    if character := _text(values, "character"):
        keys.append(character_key(character))
    keys += [f"email:{fold(mail)}" for mail in _elements(values, "emails")]
    keys += [f"phone:{key}" for key in map(phone_key, _elements(values, "phones")) if key]
    if name := _text(values, "name"):
        keys.append(f"name:{fold(tidy(name))}")
    return tuple(keys)


def record_keys(kind: str, values: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of a record of any kind, the strongest first; a run has none but its own.

    The id its own file knows it by is strong: a scene keeps its record when renumbered.
    """
    own = (f"{of}:{text}" for of in OWN_KEYS if (text := _text(values, of)))
    named = _KEYS[kind](values) if kind in _KEYS else _same(kind, values)
    return (*own, *named)


def place_key(name: str) -> str:
    """The key of a place by its name."""
    return f"place:{fold(tidy(name))}"


def element_record_key(name: str, category: str) -> str:
    """The key of what scenes need, by its name within its category."""
    return f"element:{category}:{fold(tidy(name))}"


def _scene_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    """By number, then by number in any case; a strip without one by its set and what happens."""
    if number := _text(values, "scene"):
        return (f"scene:{number}", f"anycase:{fold(number)}")
    told = [fold(tidy(_text(values, field))) for field in ("ie", "set", "tod", "synopsis")]
    return (f"unnumbered:{'|'.join(told)}",) if any(told) else ()


def _place_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    names = (_text(values, "name"), _text(values, "short"))
    return tuple(place_key(name) for name in names if name)


def _vehicle_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    """By name and by number plate: nobody can drive one of two vehicles of one name."""
    names = (_text(values, "name"), _text(values, "registration"))
    return tuple(f"vehicle:{squeeze(name) or fold(name)}" for name in names if name)


def _same(kind: str, values: Mapping[str, object]) -> tuple[str, ...]:
    """By the fields of which equal values mean the same record, for kinds that have some."""
    same = KINDS[kind].same if kind in KINDS else ()
    told = [fold(tidy(str(values.get(field) or ""))) for field in same]
    return (f"{kind}:{'|'.join(told)}",) if any(told) else ()


def _element_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    name = _text(values, "name")
    return (element_record_key(name, _text(values, "category")),) if name else ()


def _day_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    date = _text(values, "date")
    return (f"day:{date}",) if date else ()


def _event_keys(values: Mapping[str, object]) -> tuple[str, ...]:
    title = fold(tidy(_text(values, "title")))
    return (f"event:{_text(values, 'day')}:{title}",) if title else ()


_KEYS: Mapping[str, Callable[[Mapping[str, object]], tuple[str, ...]]] = {
    "production": lambda _: ("production:",),
    "person": person_keys,
    "place": _place_keys,
    "vehicle": _vehicle_keys,
    "element": _element_keys,
    "day": _day_keys,
    "scene": _scene_keys,
    "event": _event_keys,
}
"""What each kind that can be imported is known by."""


def _text(values: Mapping[str, object], field: str) -> str:
    value = values.get(field)
    return value if isinstance(value, str) else ""


def _elements(values: Mapping[str, object], field: str) -> list[str]:
    value = values.get(field)
    return [str(each) for each in value] if isinstance(value, Iterable) else []
