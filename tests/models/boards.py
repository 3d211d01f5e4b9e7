"""Stripboards written down: a day a line, its strips in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.directory import Directory
from models.edits import Aimed, applied
from models.shoot_days import shoot_days
from models.stripboard import board_days, takes_strips


if TYPE_CHECKING:
    from models.moving_strips import Moves
    from models.stripboard import BoardDay

Records = dict[str, dict[str, dict[str, Any]]]


def records(*scenes: str, days: str = "2 3 4", **events: dict[str, Any]) -> Records:
    """Scenes as `12A` (in the boneyard) or `12A@2` (on the second) and days of the month.

    Events are given by their id.
    """
    made: Records = {"day": {}, "scene": {}, "event": {}}
    for day in days.split():
        number, _, of = day.partition(":")
        made["day"][f"d{number}"] = {
            "id": f"d{number}",
            "date": date(number),
            "type": of or "shoot",
            "call": "07:00",
        }
    for each in scenes:
        scene, _, day = each.partition("@")
        made["scene"][f"s{scene.lower()}"] = {
            "id": f"s{scene.lower()}",
            "scene": scene,
            "pages": 4,
            **({"day": date(day)} if day else {}),
        }
    made["event"] = {key: {"id": key, **event} for key, event in events.items()}
    return made


def date(day: str) -> str:
    return f"2026-11-{int(day):02d}"


def board(made: Records) -> tuple[BoardDay, ...]:
    return board_days(Directory(made), shoot_days(made["day"]))


def open_dates(made: Records) -> set[str]:
    days = shoot_days(made["day"])
    return {each.date for each in board(made) if takes_strips(days, each)}


def said(made: Records) -> list[str]:
    """Each day of the board in a line: `2: 1 2 lunch`; the boneyard has no number."""
    return [
        f"{each.date[-2:].lstrip('0')}: "
        + " ".join(
            str(strip.document.get("scene") or strip.document.get("title")) for strip in each.strips
        )
        for each in board(made)
    ]


def scenes(*wanted: str) -> set[Aimed]:
    return {Aimed("scene", f"s{each.lower()}") for each in wanted}


def with_moves(made: Records, *several: Moves) -> Records:
    """The records after the moves."""
    found = {kind: dict(documents) for kind, documents in made.items()}
    for moves in several:
        for each, sets in moves.items():
            found[each.kind][each.id] = applied(found[each.kind][each.id], sets)
    return found
