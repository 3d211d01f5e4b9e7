"""Records as a production has them: people, calls and runs of 5 to 8 fields, sets among them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from store.change import Edit
from store.identity import ALPHABET


if TYPE_CHECKING:
    from store.change import JSON

NAMES = ("Anna Keller", "Ben Aebi", "Mia Roth", "Reto Frei", "Zoë Brun", "Tom Hess", "Ida Senn")
ROLES = ("gaffer", "best boy", "dolly grip", "driver", "script supervisor", "runner", "make-up")
DEPARTMENTS = ("camera", "electric", "grip", "transport", "costume", "art")
STATES = ("planned", "told", "out", "done")
PEOPLE, CALLS = 2, 4  # of ten records; the others are runs


def made(count: int, chance: random.Random) -> list[Edit]:
    """New records of the three kinds, each as the edit that makes it."""
    people = [_word(chance) for _ in range(max(8, count // 50))]
    edits = []
    for place in range(count):
        kind, fields = _fields(place, people, chance)
        edits.append(Edit(kind, _word(chance), fields))
    return edits


def changed(edit: Edit, chance: random.Random) -> Edit:
    """What somebody later changes of a record: mostly one field, now and then one of a set."""
    return Edit(edit.kind, edit.id, _later(edit.kind, chance))


def _fields(place: int, people: list[str], chance: random.Random) -> tuple[str, dict[str, JSON]]:
    tenth = place % 10
    if tenth < PEOPLE:
        return "person", _person(chance)
    if tenth < PEOPLE + CALLS:
        return "call", _call(chance.choice(people), chance)
    return "run", _run(place, people, chance)


def _person(chance: random.Random) -> dict[str, JSON]:
    name = chance.choice(NAMES)
    digits = f"{chance.randrange(10**9):09d}"
    return {
        "name": f"{name} {digits[:3]}",
        "role": chance.choice(ROLES),
        "department": chance.choice(DEPARTMENTS),
        f"phones/+41{digits}": True,
        f"emails/{name.split()[0].lower()}{digits[:4]}@example.org": True,
        "diet": chance.choice(("vegan", "vegetarian", "no nuts")),
    }


def _call(person: str, chance: random.Random) -> dict[str, JSON]:
    return {
        "day": _day(chance),
        "person": person,
        "department": chance.choice(DEPARTMENTS),
        "call": _clock(chance),
        "onset": _clock(chance),
        "status": "planned",
    }


def _run(place: int, people: list[str], chance: random.Random) -> dict[str, JSON]:
    return {
        "number": f"T{place + 1}",
        "day": _day(chance),
        "leave": _clock(chance),
        "origin": chance.choice(people),
        "to": chance.choice(people),
        **{f"passengers/{person}": True for person in chance.sample(people, 2)},
        "status": "planned",
    }


def _later(kind: str, chance: random.Random) -> dict[str, JSON]:
    if kind == "person":
        return {"role": chance.choice(ROLES)}
    if chance.random() < 0.2:
        element = _word(chance)
        return {f"{'passengers' if kind == 'run' else 'tags'}/{element}": True}
    if chance.random() < 0.4:
        return {"status": chance.choice(STATES)}
    return {"leave" if kind == "run" else "call": _clock(chance)}


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(ALPHABET, k=8))


def _day(chance: random.Random) -> str:
    return f"2026-{chance.randint(9, 12):02d}-{chance.randint(1, 28):02d}"


def _clock(chance: random.Random) -> str:
    return f"{chance.randint(4, 22):02d}:{5 * chance.randrange(12):02d}"
