"""The scenes of a call sheet in shooting order, with what stands among them; the days ahead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from models.cast_numbers import cast_number
from models.fields.numbers import show_pages
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held, said, text
from models.papers.paper import Column, Row, Table
from models.running import Item, shown_time
from models.text import natural
from models.when import show_day, show_span


Document = Mapping[str, Any]

UK = ("Scene", "Time", "Set and description", "D/N", "Cast", "Pages", "Location", "Notes")
US = ("Set and description", "Scene", "D/N", "Cast", "Pages", "Time", "Location", "Notes")
SHARES = {"Set and description": 9, "Cast": 2, "Notes": 2}
RIGHT = ("Pages",)
KINDS = {"Pages": "pages", "Time": "text"}
ALWAYS = ("Scene", "Set and description", "D/N", "Cast", "Pages")

MOST_DAYS, ENOUGH_ROWS = 3, 8
"""The advance schedule shows up to three days, and no further one once eight scenes are listed."""


def scenes(day: ShootingDay) -> Table:
    """The day's scenes with banners for moves and meals, and the pages of all."""
    rows = [_row(day, each, full=True) for each in day.strips]
    total = sum(_pages(each) for each in day.scenes)
    if day.scenes:
        count = f"{len(day.scenes)} scene{'s' if len(day.scenes) > 1 else ''}"
        cells = {"Set and description": f"Total: {count}", "Pages": show_pages(total)}
        rows.append(Row(_ordered(day, cells), "total", "total"))
    none = "No scenes are planned."
    return Table("scenes", _columns(day), tuple(rows), "SCENES", none, always=ALWAYS)


def advance(day: ShootingDay) -> Table:
    """The next shooting days in one-line form, a head for each."""
    rows: list[Row] = []
    shown = 0
    for date in _next_days(day)[:MOST_DAYS]:
        if shown >= ENOUGH_ROWS:
            break
        ahead = ShootingDay(day.source, date)
        rows.append(Row((_said_of(ahead),), "head", f"day/{ahead.day}"))
        rows += [_row(ahead, each, full=False) for each in ahead.strips if _is_ahead(each)]
        shown += len(ahead.scenes)
    return Table("advance", _columns(day), tuple(rows), "ADVANCE SCHEDULE", always=ALWAYS)


def _is_ahead(item: Item) -> bool:
    """What the days ahead say beside their scenes: the moves, no meals."""
    return item.kind == "scene" or item.document.get("type") in ("move", "banner")


def _next_days(day: ShootingDay) -> list[dt.date]:
    planned = day.desk.shoot_days.days.values()
    return [e.date for e in planned if e.number is not None and e.date > day.desk.view]


def _said_of(day: ShootingDay) -> str:
    total = sum(_pages(each) for each in day.scenes)
    call = text(day.document, "call")
    return said(
        f"Day {day.number}",
        show_day(day.day),
        f"{day.source.unit_call.lower()} {call}" if call else "",
        day.show("place", day.document.get("base")),
        f"{show_pages(total)} pages" if total else "",
    )


def _columns(day: ShootingDay) -> tuple[Column, ...]:
    return tuple(
        Column(each, SHARES.get(each, 0), each in RIGHT, KINDS.get(each, "text"))
        for each in (US if day.is_us else UK)
    )


def _ordered(day: ShootingDay, cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells.get(each, "") for each in (US if day.is_us else UK))


def _row(day: ShootingDay, item: Item, *, full: bool) -> Row:
    document = item.document
    key = f"{item.kind}/{document.get('id')}"
    if item.kind == "event":
        return Row((_banner(day, item, full=full),), "banner", key)
    place = document.get("place")
    synopsis = text(document, "synopsis") if full else ""
    cells = {
        "Scene": text(document, "scene"),
        "Time": shown_time(item) if full else "",
        "Set and description": said(_heading(document), synopsis, between="\n"),
        "D/N": said(*_day_or_night(document), between=" "),
        "Cast": cast_numbers(day, document),
        "Pages": show_pages(_pages(document)) if document.get("pages") else "",
        "Location": _location(day, str(place), numbered=full) if place else "",
        "Notes": _notes(document) if full else "",
    }
    return Row(_ordered(day, cells), key=key)


def _location(day: ShootingDay, place: str, *, numbered: bool) -> str:
    """`1 lake bed`: the number it has among the locations, and what it is called in short."""
    number = day.place_number(place) if numbered else ""
    return said(number, day.desk.directory.show("place", place), between=" ")


def _heading(scene: Document) -> str:
    inside, of = text(scene, "ie"), text(scene, "set")
    return f"{inside}. {of}" if inside and of else inside or of


def _day_or_night(scene: Document) -> tuple[str, str]:
    """`D D3`: one letter for day and night, the script day behind it."""
    tod = text(scene, "tod")
    return {"DAY": "D", "NIGHT": "N"}.get(tod, tod.capitalize()), text(scene, "script_day")


def _notes(scene: Document) -> str:
    state = "owed" if scene.get("state") == "part" else ""
    return said(state, text(scene, "note"), between=": ")


def _banner(day: ShootingDay, item: Item, *, full: bool) -> str:
    document, length = item.document, item.document.get("length")
    words = text(document, "title").upper()
    place = document.get("place")
    where = day.show("place", place) if full and document.get("type") != "meal" else ""
    span = show_span(length) if full and isinstance(length, int) else ""
    return said(shown_time(item), said(words, where, span), between="  ")


def _pages(scene: Document) -> int:
    pages = scene.get("pages")
    return pages if isinstance(pages, int) else 0


def cast_numbers(day: ShootingDay, scene: Document) -> str:
    """The numbers of a scene's cast in order; who has none is named."""
    return ", ".join(sorted((number_of(day, each) for each in held(scene, "cast")), key=natural))


def number_of(day: ShootingDay, person: str) -> str:
    """Somebody's cast number, or their name where they have none."""
    return cast_number(day.record("person", person)) or day.show("person", person)
