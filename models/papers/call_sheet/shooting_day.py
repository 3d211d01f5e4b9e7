"""The day a call sheet is for: its record, its strips in order, its runs, its places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from models.desk import Desk
from models.dood_table import day_out_of_days
from models.papers.held import held
from models.papers.roles import name_of
from models.papers.source import Source
from models.running import Item
from models.stripboard import BoardDay, board_day
from models.text import tidy
from models.when import as_minutes


Document = Mapping[str, Any]


class ShootingDay:
    """What the blocks of a call sheet are made from, each worked out when first asked for."""

    def __init__(self, source: Source, day: dt.date | None = None) -> None:
        """Take the day in view, or another for the advance schedule."""
        self.source = source
        self.desk: Desk = source.desk.on(day) if day else source.desk

    @property
    def day(self) -> str:
        """The day in its kept form."""
        return self.desk.day

    @property
    def is_us(self) -> bool:
        """Whether the papers follow the habits of the United States."""
        return self.source.settings.get("habits") == "us"

    @cached_property
    def document(self) -> Document:
        """The production day's own record; empty where it has none."""
        return next(iter(self._board.records), {})

    @property
    def number(self) -> int | None:
        """Which shoot day it is; None for a day of prep, travel or rest."""
        return self.desk.shoot_days.number(self.day)

    @cached_property
    def _board(self) -> BoardDay:
        return board_day(self.desk.directory, self.day)

    @cached_property
    def strips(self) -> tuple[Item, ...]:
        """Scenes, and what the unit stops for among them, in the order of the board."""
        first = self.meal(after_call=False)
        return tuple(e for e in self._board.strips if e.counts and e.document is not first)

    @cached_property
    def scenes(self) -> tuple[Document, ...]:
        """The scenes in the order of the day."""
        return tuple(each.document for each in self.strips if each.kind == "scene")

    @cached_property
    def events(self) -> tuple[Document, ...]:
        """What else is on that day, by its time; what has none comes last."""
        found = sorted(self.on("event"), key=lambda each: str(each.get("start") or "99:99"))
        return tuple(found)

    @cached_property
    def cast(self) -> tuple[str, ...]:
        """Who is in the day's scenes, in their order."""
        return tuple(dict.fromkeys(each for scene in self.scenes for each in held(scene, "cast")))

    @cached_property
    def places(self) -> Mapping[str, tuple[Document, ...]]:
        """The places in the order one comes to them, each with its scenes; the base first."""
        found: dict[str, tuple[Document, ...]] = {}
        if self.document.get("base"):
            found[str(self.document["base"])] = ()
        for scene in self.scenes:
            if scene.get("place"):
                place = str(scene["place"])
                found[place] = (*found.get(place, ()), scene)
        return found

    def place_number(self, place: str) -> str:
        """`Base`, or the number the place has among the locations of the day."""
        if place == self.document.get("base"):
            return "Base"
        others = [each for each in self.places if each != self.document.get("base")]
        return str(others.index(place) + 1) if place in others else ""

    @property
    def hospital(self) -> Document:
        """The one named for the day, else the nearest to where is shot; empty without."""
        own = self.document.get("hospital")
        last_first = reversed(tuple(self.places))
        near = (self.record("place", each).get("hospital") for each in last_first)
        return self.record("place", own or next((each for each in near if each), ""))

    def status(self, person: str) -> str:
        """The code of an artist in the day-out-of-days; empty where there is none that day."""
        return self._codes.get(person, "")

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        table = day_out_of_days(self.source.records, self.desk.shoot_days)
        cast = (each for each in table.members if each.kind == "person")
        return {each.id: each.cells[self.day] for each in cast if self.day in each.cells}

    def on(self, kind: str) -> list[Document]:
        """The records of a kind on that day, parked ones left out."""
        return [each for each in self.desk.directory.on(kind, self.day) if not each.get("parked")]

    def meal(self, *, after_call: bool) -> Document:
        """The first meal at or after the unit call, or the last one before it; empty without."""
        call = as_minutes(self.document.get("call"))
        meals = [each for each in self.events if each.get("type") == "meal"]
        before = [each for each in meals if call is not None and _start(each) < call]
        after = [each for each in meals if each not in before and each.get("start")]
        return after[0] if after_call and after else before[-1] if before and not after_call else {}

    def record(self, kind: str, id: object) -> Document:
        """A record by its id; empty where it is not here."""
        return self.desk.directory.document(kind, str(id or ""))

    def show(self, kind: str, id: object) -> str:
        """What a record is called: a place by its whole name, people as on a unit list."""
        document = self.record(kind, id)
        name = name_of(document) if kind == "person" else document.get("name")
        return tidy(str(name)) if name else self.desk.directory.show(kind, str(id)) if id else ""


def _start(event: Document) -> int:
    minute = as_minutes(event.get("start"))
    return -1 if minute is None else minute
