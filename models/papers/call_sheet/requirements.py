"""Requirements by department: what the day's scenes need, and what was noted for the day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from models.departments import department_order
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held, said, text
from models.papers.paper import Column, Row, Table
from models.running import OF_THE_UNIT
from models.when import show_span


GENERAL = "All departments"
BRINGS: Mapping[str, str] = {
    "stunt": "Stunts",
    "vehicle": "Transport",
    "prop": "Props",
    "camera": "Camera",
    "special-effect": "Special effects",
    "costume": "Costume",
    "makeup": "Make-up and hair",
    "animal": "Animals",
    "wrangler": "Animals",
    "music": "Sound",
    "sound": "Sound",
    "set-dressing": "Set decoration",
    "greens": "Greens",
    "special-equipment": "Grip",
    "security": "Security",
    "labour": "Production",
    "visual-effect": "Visual effects",
    "mechanical-effect": "Special effects",
    "art": "Art",
    "location": "Locations",
}
"""The department that brings what a category of elements is; all others are for everybody."""

UNSAID = ("requirement", "deadline", "milestone")
"""Events a call sheet says elsewhere, or that are the office's own."""

NOT_BROUGHT = ("background", "unit", "sequence")
COLUMNS = (Column("Department"), Column("What is needed", 1))
HAPPENINGS = (
    Column("Time", kind="time"),
    Column("What", 3),
    Column("Where", 2),
    Column("Who", 4),
)


def requirements(day: ShootingDay) -> Table:
    """A row for each department with something to bring or to mind, in the unit list's order."""
    found: dict[str, list[str]] = defaultdict(list)
    for department, words in (*_noted(day), *_needed(day)):
        found[department].append(words)
    order = sorted(found, key=lambda each: (each != GENERAL, department_order(each), each))
    rows = (Row((each, ". ".join(found[each])), key=f"department/{each}") for each in order)
    return Table("requirements", COLUMNS, tuple(rows), "REQUIREMENTS")


def _noted(day: ShootingDay) -> Iterator[tuple[str, str]]:
    for each in day.events:
        if each.get("type") == "requirement":
            words = said(text(each, "title"), text(each, "note"), between=": ")
            yield text(each, "department") or GENERAL, words


def _needed(day: ShootingDay) -> Iterator[tuple[str, str]]:
    """`Church bell (sc. 13, 14)`, once for each element of the day's scenes."""
    scenes: dict[str, list[str]] = defaultdict(list)
    for scene in day.scenes:
        for element in held(scene, "elements"):
            scenes[element].append(text(scene, "scene"))
    for element, numbers in scenes.items():
        document = day.record("element", element)
        category = text(document, "category")
        if category in NOT_BROUGHT or not document:
            continue
        many = document.get("count")
        quantity = f"{many} " if isinstance(many, int) and many > 1 else ""
        words = f"{quantity}{text(document, 'name')} (sc. {', '.join(filter(None, numbers))})"
        note = text(document, "note")
        yield BRINGS.get(category, GENERAL), f"{words}: {note}" if note else words


def happenings(day: ShootingDay) -> Table:
    """Meetings, fittings, recces and the rest that goes on beside the scenes, by time."""
    rows = []
    for each in day.events:
        if each.get("type") in (*OF_THE_UNIT, *UNSAID) or not each.get("title"):
            continue
        length = each.get("length")
        span = f" ({show_span(length)})" if isinstance(length, int) else ""
        who = ", ".join(day.show("person", person) for person in held(each, "people"))
        place = day.show("place", each.get("place"))
        cells = (text(each, "start"), f"{text(each, 'title')}{span}", place, who)
        rows.append(Row(cells, key=f"event/{each.get('id')}"))
    return Table("happenings", HAPPENINGS, tuple(rows), "ALSO TODAY")
