"""A member of the cast by number, as the board has it: 7, or 7A where it has letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.text import fold, natural


Document = Mapping[str, Any]


def cast_number(person: Document) -> str:
    """The number as it is printed: `7`, or what the board has instead, `7A`; empty without one."""
    number = person.get("cast")
    return str(number) if type(number) is int else str(person.get("board") or "")


def by_number(person: Document) -> tuple[Any, ...]:
    """Sort key among the cast: 7 before 7A before 10, who has none behind them."""
    number = cast_number(person)
    return (not number, natural(number))


def is_cast(person: Document) -> bool:
    """Whether somebody is of the cast: so filed, or with a number."""
    return person.get("category") == "cast" or bool(cast_number(person))


def has_number(person: Document, number: str) -> bool:
    """Whether it is somebody's number, in any case."""
    return bool(number) and fold(cast_number(person)) == fold(number)
