"""What a row and a record are recognised by.

Readers and the taking-in use the same keys, so the same person meets in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.text import fold, squeeze, tidy


PERSON_KEYS = ("character", "email", "phone", "name")
"""How a person's keys are tried, strongest first."""

_TELLING_DIGITS = 9


def phone_key(phone: str) -> str:
    """The digits that tell a phone number apart: `+41 79 ...` and `079 ...` are the same phone."""
    digits = "".join(mark for mark in phone.replace("(0)", "") if mark.isdigit())
    return digits[-_TELLING_DIGITS:]


def element_key(field: str, element: str) -> str:
    """What makes two elements of a set field the same one, however they are written."""
    if field == "phones":
        return phone_key(element)
    if field in ("cast", "people", "passengers"):
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
    """The keys of a record of any kind that can be imported; none for the others."""
    if kind == "person":
        return person_keys(values)
    if kind == "scene":
        number = _text(values, "scene")
        return (f"scene:{number}",) if number else ()
    return ("production:",) if kind == "production" else ()


def _text(values: Mapping[str, object], field: str) -> str:
    value = values.get(field)
    return value if isinstance(value, str) else ""


def _elements(values: Mapping[str, object], field: str) -> list[str]:
    value = values.get(field)
    return [str(each) for each in value] if isinstance(value, Iterable) else []
