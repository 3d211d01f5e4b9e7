"""A schedule in the Universal Schedule Standard to rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from models.errors import ImportRefused
from store.imports.identity import record_keys
from store.imports.intake import Intake, Row
from store.imports.safe_json import read_json
from store.imports.uss.boards import Board, choose_board, read_board
from store.imports.uss.breakdowns import Strip, read_strips
from store.imports.uss.calendar import (
    NO_CALENDAR,
    is_of_a_day,
    read_calendar,
    shooting_days,
)
from store.imports.uss.categories import read_categories
from store.imports.uss.days import day_rows
from store.imports.uss.elements import Element, read_elements
from store.imports.uss.happening_rows import calendar_events, element_events
from store.imports.uss.needs import need_rows
from store.imports.uss.odd import Oddities
from store.imports.uss.strip_rows import placed_strips, strip_row
from store.imports.uss.values import Thing, date, text


if TYPE_CHECKING:
    import datetime as dt

    from store.change import JSON

_ROOTS = ("universalScheduleStandard", "entertainmentIndustryBreakdownFormat")
_BODY = ("breakdowns", "elements")


def read_uss(raw: bytes, source: str, board: str = "") -> Intake:
    """Read a schedule as one of its boards has it, the first where none is named.

    Raises ImportRefused where it is no such schedule, or has no board of the name.
    """
    found, note = read_json(raw, source)
    odd = Oddities()
    body = _body(found, source, odd)
    strips = read_strips(body, odd)
    elements = read_elements(body, read_categories(body, odd), odd)
    chosen = choose_board(body, board, odd)
    if not strips and not elements:
        raise ImportRefused(f"{source} is a schedule with neither strips nor elements in it.")
    rows = list(_rows(body, strips, elements, chosen, odd))
    return Intake(source, tuple(rows), notes=(*filter(None, [note]), *odd.notes()))


def _body(found: object, source: str, odd: Oddities) -> Thing:
    """The schedule in a file, under its root key or, in a hurry, without one."""
    if isinstance(found, dict):
        for root in _ROOTS:
            if isinstance(body := found.get(root), dict):
                return body
        if all(isinstance(found.get(key), list) for key in _BODY):
            odd.add(f"The schedule stands in the file without `{_ROOTS[0]}` around it")
            return found
    raise ImportRefused(
        f"{source} is JSON, but no schedule: `{_ROOTS[0]}` is missing. "
        "Export the schedule as Universal Schedule Standard (.uss)."
    )


def _rows(
    body: Thing,
    strips: list[Strip],
    elements: Mapping[str, Element],
    chosen: Thing | None,
    odd: Oddities,
) -> Iterator[Row]:
    by_id = {strip.id or strip.where: strip for strip in strips}
    board = read_board(chosen, by_id, odd) if chosen else Board("", "", (), ())
    calendar = read_calendar(body, board.calendar, odd) if chosen else NO_CALENDAR
    shoot = shooting_days(calendar, len(board.days))
    if len(shoot) < len(board.days):
        odd.add("The calendar has no start, so the days of the board have no dates")
    yield from _settings(body, odd)
    yield from need_rows(elements.values(), shoot)
    yield from day_rows(calendar, shoot)
    yield from _strip_rows(by_id, elements, board if chosen else None, shoot, odd)
    yield from element_events(elements.values())
    dates = frozenset(shoot)
    yield from calendar_events(e for e in calendar.happenings if not is_of_a_day(e, dates))


def _settings(body: Thing, odd: Oddities) -> Iterator[Row]:
    """What the schedule says of the production; its title and company only fill a blank."""
    values: dict[str, JSON] = {
        "title": text(body, "project", "name"),
        "company": text(body, "company"),
        "script_colour": text(body, "scriptColor", "scriptColour"),
        "script_date": _iso(body, "scriptDate", odd),
        "schedule_colour": text(body, "schedColor", "schedColour"),
        "schedule_date": _iso(body, "schedDate", odd),
    }
    if told := {field: value for field, value in values.items() if value}:
        keys = record_keys("production", {})
        yield Row("the head of the file", "production", keys, told, frozenset({"title", "company"}))


def _iso(body: Thing, key: str, odd: Oddities) -> str:
    found = date(body, key, odd)
    return found.isoformat() if found else ""


def _strip_rows(
    strips: Mapping[str, Strip],
    elements: Mapping[str, Element],
    board: Board | None,
    shoot: list[dt.date],
    odd: Oddities,
) -> Iterator[Row]:
    if board is None:
        yield from filter(None, (strip_row(each, elements, {}, odd) for each in strips.values()))
        return
    for strip, day, place in placed_strips(strips, board, shoot):
        placing: dict[str, JSON] = {"day": day.isoformat() if day else None, "order": place}
        if row := strip_row(strip, elements, placing, odd):
            yield row
