"""Rows any script gives, whichever program wrote it: the title and the cast."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from store.imports.fountain.cues import person_name
from store.imports.fountain.speaking import Cue, numbered_cast
from store.imports.identity import record_keys
from store.imports.intake import Refused, Row


if TYPE_CHECKING:
    from store.change import JSON


def title_row(title: str, **more: JSON) -> Iterator[Row]:
    """What a script says of the production; the title only fills a blank."""
    values = {"title": title, **more}
    if told := {field: value for field, value in values.items() if value}:
        keys = record_keys("production", {})
        yield Row("the title page", "production", keys, told, frozenset({"title"}))


def cast_rows(
    spoken: Sequence[Cue], casts: Sequence[tuple[str, ...]], where: Callable[[int], str]
) -> Iterator[Row]:
    """Everybody who speaks or is named in a scene, with a number; names and numbers are made up."""
    for speaker in numbered_cast(spoken, casts):
        values: dict[str, JSON] = {
            "category": "cast",
            "character": speaker.name.upper(),
            "name": person_name(speaker.name),
            "cast": speaker.number,
        }
        made_up = frozenset({"name", "cast", "character"})
        yield Row(where(speaker.line), "person", (speaker.key,), values, made_up)


def each_number_once(rows: Sequence[Row]) -> tuple[list[Row], list[Refused]]:
    """The scenes whose number none before them has, and the others with why they are left out."""
    seen: dict[JSON, Row] = {}
    twice: list[Refused] = []
    for row in rows:
        number = row.values.get("scene")
        first = seen.setdefault(number, row)
        if first is not row:
            why = f"scene {number} is already in {first.where}; give one of them another number"
            twice.append(Refused(row.where, why))
    return list(seen.values()), twice


def numbering_notes(written: Sequence[str], numbers: Sequence[str]) -> Iterator[str]:
    """What to say of scenes that had no number in the script and got one."""
    made = [given for given, number in zip(numbers, written, strict=True) if not number]
    if made and len(made) == len(numbers):
        yield f"No scene has a number in the script; they are counted from 1 to {len(numbers)}."
    elif made:
        yield f"{len(made)} of {len(numbers)} scenes had no number and got one: {few(made)}."


def few(words: Sequence[str]) -> str:
    """The first eight of a list, and how many more there are."""
    return ", ".join(words[:8]) + (f" and {len(words) - 8} more" if len(words) > 8 else "")
