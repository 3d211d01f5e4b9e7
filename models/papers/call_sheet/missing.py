"""What a call sheet should say and does not yet, in plain words, for whoever is making it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import text
from models.papers.paper import Words
from models.papers.roles import phones_of
from models.text import natural


Check = Callable[[ShootingDay], Iterator[str]]


def missing(day: ShootingDay) -> Words:
    """A sentence for each fact that is not there; left off once the sheet is issued."""
    sentences = (words for check in CHECKS for words in check(day))
    return Words("missing", tuple(dict.fromkeys(sentences)), "STILL MISSING")


def _times(day: ShootingDay) -> Iterator[str]:
    if not text(day.document, "call"):
        yield "The unit call."
    if not day.meal(after_call=True):
        yield "Lunch: no meal is planned after the unit call."
    if not text(day.document, "weather"):
        yield "The weather."


def _places(day: ShootingDay) -> Iterator[str]:
    if not day.document.get("base"):
        yield "The unit base."
    for each in day.places:
        if not text(day.record("place", each), "address"):
            yield f"The address of {day.show('place', each)}."


def _hospital(day: ShootingDay) -> Iterator[str]:
    if not day.hospital:
        yield "The nearest hospital: none is named for the day or for its places."
        return
    name = text(day.hospital, "name")
    if not text(day.hospital, "address"):
        yield f"The address of the hospital ({name})."
    if not phones_of(day.hospital):
        yield f"The phone number of the hospital ({name})."


def _scenes(day: ShootingDay) -> Iterator[str]:
    if not day.scenes and day.number is not None:
        yield "The scenes: none is planned for the day."
    without = {"place": "Where it is shot", "pages": "How long it is", "tod": "Day or night"}
    for field, words in without.items():
        numbers = [text(each, "scene") for each in day.scenes if each.get(field) is None]
        if numbers:
            yield f"{words}: {_scene_list(numbers)}."


def _scene_list(numbers: list[str]) -> str:
    named = sorted((each or "one without a number" for each in numbers), key=natural)
    return f"scene{'s' if len(named) > 1 else ''} {', '.join(named)}"


def _cast(day: ShootingDay) -> Iterator[str]:
    called = {str(each.get("person")) for each in day.on("call")}
    for person in day.cast:
        if person not in called:
            scenes = [
                text(each, "scene") for each in day.scenes if person in (each.get("cast") or ())
            ]
            yield f"The call of {day.show('person', person)}, in {_scene_list(scenes)}."


CHECKS: tuple[Check, ...] = (_times, _places, _hospital, _scenes, _cast)
