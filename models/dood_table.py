"""The day-out-of-days of a whole production: a row for each member, a column for each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from models.by_day import Documents
from models.cast_numbers import cast_number, is_cast
from models.dood import Terms, Totals, codes, gives_work, own_events, totals, worked_dates
from models.elements import Element
from models.fields.base import Choice
from models.named import NamedTuple
from models.shoot_days import SHOOT, ShootDays
from models.text import natural


Document = Mapping[str, Any]

CAST = "cast"


class Member(NamedTuple):
    """One row: who or what it is, its codes by kept date, and what they add up to."""

    kind: str
    id: str
    number: str
    name: str
    category: str
    cells: Mapping[str, str]
    totals: Totals


class DayOutOfDays(NamedTuple):
    """The dates of the columns as kept, and the rows, the cast first, then category by category."""

    dates: tuple[str, ...]
    members: tuple[Member, ...]

    def by_category(self) -> Iterator[tuple[str, tuple[Member, ...]]]:
        """The rows of each category."""
        for category in dict.fromkeys(each.category for each in self.members):
            yield category, tuple(each for each in self.members if each.category == category)


def day_out_of_days(records: Mapping[str, Documents], days: ShootDays) -> DayOutOfDays:
    """The table of the live documents of a production.

    Its columns are the planned days and whatever other days somebody has a code on; who has no
    code at all has no row. A day that has strips and is not planned is shot like any other.
    """
    scenes = records.get("scene", {}).values()
    shot = (str(each["day"]) for each in scenes if gives_work(each))
    plan = dict.fromkeys(shot, SHOOT) | {date: each.type for date, each in days.days.items()}
    members = [*_members(records, plan, "person"), *_members(records, plan, "element")]
    shown = tuple(sorted((each for each in members if each.cells), key=_by_number))
    dates = set(days.days).union(*(each.cells for each in shown))
    return DayOutOfDays(tuple(sorted(dates)), shown)


def _members(
    records: Mapping[str, Documents], plan: Mapping[str, str], kind: str
) -> Iterator[Member]:
    scenes, events = (records.get(each, {}).values() for each in ("scene", "event"))
    worked = worked_dates(scenes, CAST if kind == "person" else "elements")
    own = own_events(events, "people" if kind == "person" else "elements")
    for key, document in records.get(kind, {}).items():
        works = worked.get(key, frozenset())
        if kind == "person" and not works and not is_cast(document):
            continue  # crew have events of their own, and no day-out-of-days
        cells = codes(works, plan, Terms.of(document), own.get(key, {}))
        category = CAST if kind == "person" else str(document.get("category") or "other")
        number = cast_number(document) if kind == "person" else document.get("board")
        yield Member(
            kind,
            key,
            "" if number is None else str(number),
            _name(document),
            category,
            cells,
            totals(cells),
        )


def _name(document: Document) -> str:
    """`JULIA - Mia Sutter`, or the one of the two there is."""
    both = (document.get("character"), document.get("name"))
    return " - ".join(str(each) for each in both if each)


def _by_number(member: Member) -> Any:
    return (
        member.category != CAST,
        _category(member.category),
        not member.number,
        natural(member.number),
        natural(member.name),
        member.id,
    )


def _category(word: str) -> int:
    """Where a category stands among those of breakdown sheets."""
    each = Element.slots()["category"].type
    options = each.options if isinstance(each, Choice) else ()
    return options.index(word) if word in options else len(options)
