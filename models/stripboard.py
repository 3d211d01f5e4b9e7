"""The stripboard: every day with its strips in order, what it adds up to, and the boneyard.

A strip is a scene, or an event that stands among them: a banner, a move, a meal. Everything is
worked out from documents, a day at a time, so that a day nobody touched need not be made again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from models.by_day import Documents
from models.cast_numbers import cast_number
from models.directory import Directory
from models.places import is_parked, is_placed, place
from models.running import OF_THE_UNIT, Item, running_order
from models.shoot_days import SHOOT, ShootDays
from models.text import natural
from models.when import as_date


Document = Mapping[str, Any]

BONEYARD = ""
"""The date of the strips that are on no day."""


@dataclass(frozen=True)
class BoardDay:
    """One day of the board, or the boneyard, whose date is empty.

    Attributes:
        date: As kept (`2026-11-25`).
        records: The production day records of the date; none where only strips are on it.
        strips: In the order they run; start and length in minutes.
    """

    date: str
    records: tuple[Document, ...]
    strips: tuple[Item, ...]

    @cached_property
    def eighths(self) -> int:
        """The pages of its strips in eighths, without what is omitted or parked."""
        pages = (each.document.get("pages") for each in self.strips if each.counts)
        return sum(each for each in pages if type(each) is int)

    @cached_property
    def minutes(self) -> int:
        """How long its strips are estimated to take, together."""
        return sum(each.length or 0 for each in self.strips if each.counts)

    @cached_property
    def scenes(self) -> int:
        """How many scenes are on it, without what is omitted or parked."""
        return sum(each.kind == "scene" and each.counts for each in self.strips)


def board_days(directory: Directory, days: ShootDays) -> tuple[BoardDay, ...]:
    """All days that are planned or have strips, in order; the boneyard last."""
    return (*(board_day(directory, each) for each in dates(directory, days)), boneyard(directory))


def dates(directory: Directory, days: ShootDays) -> tuple[str, ...]:
    """The dates of the board: planned ones, and those that have strips without being planned."""
    with_strips = {
        str(day)
        for kind in ("scene", "event")
        for day in directory.by_day(kind)
        if as_date(day) and any(_is_strip(kind, each) for each in directory.on(kind, str(day)))
    }
    return tuple(sorted(with_strips | set(days.days)))


def board_day(directory: Directory, date: str) -> BoardDay:
    """One day of the board."""
    records = directory.once("day", records_by_date).get(date, ())
    scenes = [each for each in directory.on("scene", date) if not is_parked(each)]
    events = directory.on("event", date)
    call = next((each.get("call") for each in records if each.get("call")), None)
    order = running_order(call, scenes, [each for each in events if not each.get("parked")])
    strips = tuple(each for each in order if _is_strip(each.kind, each.document))
    return BoardDay(date, records, strips)


def boneyard(directory: Directory) -> BoardDay:
    """What is on no day, and scenes that are parked whatever day they were on, by number."""
    parked = directory.once("scene", parked_scenes)
    loose = [
        *(("scene", each) for each in directory.on("scene", None) if not is_parked(each)),
        *(("scene", each) for each in parked),
        *(
            ("event", each)
            for each in directory.on("event", None)
            if each.get("type") in OF_THE_UNIT and not each.get("parked")
        ),
    ]
    strips = (Item(kind, each, None, _minutes(each), worked_out=False) for kind, each in loose)
    return BoardDay(BONEYARD, (), tuple(sorted(strips, key=lambda each: place(each.document))))


def records_by_date(days: Documents) -> Mapping[str, tuple[Document, ...]]:
    """The records of each date of the production, parked ones left out."""
    found: dict[str, tuple[Document, ...]] = {}
    for day in days.values():
        date = str(day.get("date"))
        if not day.get("parked"):
            found[date] = (*found.get(date, ()), day)
    return found


def parked_scenes(scenes: Documents) -> tuple[Document, ...]:
    """The scenes that are parked; what was shot is not among them."""
    return tuple(each for each in scenes.values() if is_parked(each))


def takes_strips(days: ShootDays, day: BoardDay) -> bool:
    """Whether strips moving on from the day before stop here: days off are passed over."""
    return not day.date or bool(day.strips) or days.type(day.date) in (SHOOT, "")


def cast_numbers(scene: Document, people: Documents) -> str:
    """The cast of a scene by number, `1,4,7`; who has none by name behind them."""
    cast = [people.get(each, {}) for each in scene.get("cast") or ()]
    numbers = sorted(filter(None, map(cast_number, cast)), key=natural)
    names = sorted(_name(each) for each in cast if not cast_number(each))
    return ",".join((*numbers, *filter(None, names)))


def overlaps(strips: Sequence[Item]) -> Iterator[Item]:
    """The strips whose typed time comes before the strip above them is over."""
    end = 0
    for each in strips:
        if each.start is None or not each.counts:
            continue
        if not each.worked_out and each.start < end:
            yield each
        end = max(end, each.end or 0)


def _is_strip(kind: str, document: Document) -> bool:
    return kind == "scene" or document.get("type") in OF_THE_UNIT or is_placed(document)


def _minutes(document: Document) -> int | None:
    [item] = running_order(None, [document], ())
    return item.length


def _name(person: Document) -> str:
    names = (person.get("character"), person.get("name"))
    return next((str(each) for each in names if each), "")
