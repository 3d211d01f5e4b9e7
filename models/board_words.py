"""What the stripboard says in words: on the screen, as plain text and on the one-liner alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.desk import Desk
from models.fields.numbers import show_pages
from models.running import Item, shown_time
from models.shoot_days import SHOOT
from models.stripboard import BoardDay, cast_numbers
from models.text import fold, tidy
from models.when import show_day, show_short_day


Document = Mapping[str, Any]

MOVE = "COMPANY MOVE"
SHORT_TIMES = {"DAY": "D", "NIGHT": "N"}
"""The times of day that have a letter everybody knows; the others are written out."""


def day_banner(day: BoardDay, desk: Desk, *, with_year: bool = False) -> str:
    """`END OF DAY 3 - Wed 25 Nov - 4 2/8 pgs - 6:30`; `DAY OFF - Wed 2 Dec`; `BONEYARD - ...`."""
    if not day.date:
        count = len(day.strips)
        parts: tuple[str, ...] = ("BONEYARD", f"{count} strip{'' if count == 1 else 's'}")
    else:
        shown = show_day(day.date) if with_year else show_short_day(day.date)
        parts = (_what(day, desk), shown)
    sums = (f"{show_pages(day.eighths)} pgs", span(day.minutes) if day.minutes else "")
    return " - ".join(filter(None, (*parts, *(sums if day.strips or _is_shot(day, desk) else ()))))


def scene_cells(strip: Item, desk: Desk) -> tuple[str, ...]:
    """Number, `EXT N`, set, pages, cast by number, estimated time, and when it begins."""
    document, pages = strip.document, strip.document.get("pages")
    about = "~" if document.get("estimated") else ""
    return (
        _text(document, "scene"),
        f"{inside_or_out(document):<3} {day_or_night(document)}".rstrip(),
        set_words(strip, desk),
        f"{about}{show_pages(pages)}" if type(pages) is int else "",
        cast_numbers(document, desk.directory.records.get("person", {})),
        span(strip.length) if strip.length else "",
        shown_time(strip),
    )


def event_line(strip: Item, desk: Desk) -> str:
    """What stands among the scenes in one line: `LUNCH - 0:45 - ~12:30`."""
    length = span(strip.length) if strip.length else ""
    return " - ".join(filter(None, (set_words(strip, desk), length, shown_time(strip))))


def _what(day: BoardDay, desk: Desk) -> str:
    number = desk.shoot_days.number(day.date)
    if number is not None:
        return f"END OF DAY {number}"
    return desk.shoot_days.words(day.date).upper() or "END OF DAY (not planned)"


def _is_shot(day: BoardDay, desk: Desk) -> bool:
    return desk.shoot_days.type(day.date) == SHOOT


def span(minutes: int) -> str:
    """Hours and minutes as a one-liner has them: `6:30`."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def inside_or_out(scene: Document) -> str:
    """`INT`, `EXT` or `I/E`."""
    ie = _text(scene, "ie")
    return "I/E" if "/" in ie else ie


def day_or_night(scene: Document) -> str:
    """`D`, `N`, or another time of day in full: `DAWN`."""
    tod = _text(scene, "tod")
    return SHORT_TIMES.get(tod, tod)


def set_words(strip: Item, desk: Desk) -> str:
    """The set of a scene, with what became of it; what an event is, and where it goes."""
    if strip.kind == "event":
        return event_words(strip.document, desk)
    marks = {"omitted": "OMITTED", "part": "owed"}
    state = marks.get(_text(strip.document, "state"), "")
    parked = "parked" if strip.document.get("parked") else ""
    notes = ", ".join(filter(None, (state, parked)))
    named = _text(strip.document, "set")
    return f"{named} ({notes})".strip() if notes else named


def event_words(event: Document, desk: Desk) -> str:
    """`COMPANY MOVE to the farm`, `LUNCH`, `Second unit splits`."""
    title, place = _text(event, "title"), event.get("place")
    where = desk.directory.show("place", str(place)) if place else ""
    if event.get("type") == "move":
        said = _move(title)
        return f"{said}: {where}" if where and said == MOVE else said
    words = title.upper() if event.get("type") == "meal" else title
    return words or str(event.get("type") or "").upper() or where


def _move(title: str) -> str:
    """`COMPANY MOVE to farm`, whether the title says that it is a move or not."""
    for begins in ("company move", "move"):
        if fold(title).startswith(begins):
            return f"{MOVE}{title[len(begins) :]}"
    return f"{MOVE}: {title}".removesuffix(": ")


def _text(document: Document, field: str) -> str:
    held = document.get(field)
    return tidy(held) if isinstance(held, str) else ""
