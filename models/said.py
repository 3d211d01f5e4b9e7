"""What a file says of a field where somebody typed something else.

An import leaves it beside the record, as `file_says/FILE/FIELD`, so that the disagreement is seen
until the two agree or somebody takes the file's value. Files that say different things are no
conflict: each has its own say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.named import NamedTuple
from models.text import tidy


SAYS = "file_says"


class Said(NamedTuple):
    """A field, or `field/element` of a set, the value the file has for it, and the file's name."""

    field: str
    value: Any
    source: str

    @property
    def key(self) -> str:
        """What tells it from all else that is said of the record: `blue.uss/pages`."""
        return f"{self.source}/{self.field}"


def said_as(field: str, value: Any, source: str) -> dict[str, Any]:
    """The edit that keeps what a file says of a field."""
    return {f"{SAYS}/{source}/{field}": {"value": value}}


def unsaid(said: Said) -> dict[str, Any]:
    """The edit after which a file is not kept to say that any more."""
    return {f"{SAYS}/{said.key}": None}


def all_said(document: Mapping[str, Any]) -> tuple[Said, ...]:
    """All that files were kept to say of a record, agreeing or not."""
    held = document.get(SAYS)
    if not isinstance(held, dict):
        return ()
    parted = ((*str(key).partition("/"), each) for key, each in held.items())
    return tuple(
        Said(field, each.get("value"), tidy(source))
        for source, slash, field, each in parted
        if field and isinstance(each, dict)
    )


def disagreeing(document: Mapping[str, Any]) -> tuple[Said, ...]:
    """Where a file says something else than what is shown."""
    return tuple(each for each in all_said(document) if _shown(document, each) != each.value)


def _shown(document: Mapping[str, Any], said: Said) -> Any:
    field, slash, element = said.field.partition("/")
    held = document.get(field)
    if not slash:
        return held
    return True if isinstance(held, Mapping) and element in held else None


def taking(said: Said) -> dict[str, Any]:
    """The edit that gives a field the file's value; there is nothing more to say of it then."""
    return {said.field: said.value, **unsaid(said)}
