"""Strips as rows: scenes with what they need, and banners as events, each in its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from models.text import fold, squeeze
from store.imports.fountain.times_of_day import time_of_day
from store.imports.identity import record_keys
from store.imports.intake import Row
from store.imports.uss.boards import Board
from store.imports.uss.breakdowns import Strip, name_of
from store.imports.uss.categories import (
    CAST,
    INT_EXT,
    LOCATION,
    OF_THE_SCENE,
    SCRIPT_DAY,
    SET,
    TIME,
)
from store.imports.uss.elements import Element, telling
from store.imports.uss.odd import Oddities


if TYPE_CHECKING:
    from store.change import JSON

_MEALS = re.compile(
    r"\b(?:lunch|breakfast|dinner|supper|meal|mittag(?:essen)?|fr[uü]hst[uü]ck|abendessen|"
    r"d[eé]jeuner|repas|d[iî]ner)\b"
)
_MOVES = re.compile(
    r"\b(?:company move|unit move|move to|location move|umzug|motivwechsel)\b|^move\b"
)
_INSIDE_OUTSIDE = {
    "int": "INT",
    "i": "INT",
    "innen": "INT",
    "interior": "INT",
    "ext": "EXT",
    "e": "EXT",
    "aussen": "EXT",
    "exterior": "EXT",
    "est": "EXT",
    "intext": "INT/EXT",
    "extint": "INT/EXT",
    "ie": "INT/EXT",
    "ei": "INT/EXT",
    "interiorexterior": "INT/EXT",
}


class Placed(NamedTuple):
    """A strip, the day it is on if it is on one, and its place, counted from 0."""

    strip: Strip
    day: dt.date | None
    place: int


def placed_strips(
    strips: Mapping[str, Strip], board: Board, shoot: Sequence[dt.date]
) -> Iterator[Placed]:
    """The strips of a board in order; those of days without a date are in order without a day."""
    waiting = 0
    for at, day in enumerate(board.days):
        date = shoot[at] if at < len(shoot) else None
        for place, one in enumerate(day):
            yield Placed(strips[one], date, place if date else waiting)
            waiting += date is None
    for place, one in enumerate(board.boneyard, waiting):
        yield Placed(strips[one], None, place)


def strip_row(
    strip: Strip, elements: Mapping[str, Element], placing: Mapping[str, JSON], odd: Oddities
) -> Row | None:
    """The row of a strip; None for a banner that says nothing and for a day break.

    `placing` is its day and place, or nothing where the file has no board.
    """
    if strip.type == "scene":
        values = {**_scene(strip, elements, odd), **placing}
        return _row(strip, "scene", values)
    if strip.type == "banner" and not strip.text:
        odd.add("Banners without text were left out", strip.where)
    if strip.type != "banner" or not strip.text:
        return None
    return _row(strip, "event", {**_banner(strip), **placing})


def _row(strip: Strip, kind: str, values: Mapping[str, JSON]) -> Row:
    uid = telling(strip.id)
    told = {**values, "uid": uid} if uid else dict(values)
    return Row(strip.where, kind, record_keys(kind, told), told, frozenset({"uid"}))


def _banner(strip: Strip) -> dict[str, JSON]:
    values: dict[str, JSON] = {
        "title": strip.text,
        "type": _kind_of(strip.text),
        "length": strip.minutes,
        "note": strip.note,
    }
    return _said(values)


def _kind_of(text: str) -> str:
    """What a banner stands for, by its words: a meal, a company move, or nothing but a banner."""
    plain = fold(text)
    if _MEALS.search(plain):
        return "meal"
    return "move" if _MOVES.search(plain) else "banner"


def _scene(strip: Strip, elements: Mapping[str, Element], odd: Oddities) -> dict[str, JSON]:
    """The fields of a scene, those of the set and the time of day out of its elements."""
    has = _elements_of(strip, elements, odd)
    said: dict[str, list[str]] = {}
    for each in has:
        said.setdefault(each.category, []).append(each.name)
    time, script_day = _time(said.get(TIME, ()))
    without_set = "" if strip.scene else strip.text[:60] or strip.where
    values: dict[str, JSON] = {
        "scene": strip.scene,
        "ie": _inside_outside(said.get(INT_EXT, ()), name_of(strip), odd),
        "set": " / ".join(said.get(SET, ())) or without_set,
        "tod": time,
        "script_day": next(iter(said.get(SCRIPT_DAY, ())), script_day),
        "pages": strip.pages,
        "length": strip.minutes,
        "synopsis": strip.text,
        "script_page": strip.script_page,
        "note": strip.note,
        "place": next((e.key for e in has if e.category == LOCATION), None),
        "cast": [e.key for e in has if e.category == CAST],
        "elements": [e.key for e in has if _is_record(e)],
    }
    measured: dict[str, JSON] = {"estimated": None} if strip.pages else {}
    return {**_said(values), **measured}


def _elements_of(strip: Strip, elements: Mapping[str, Element], odd: Oddities) -> list[Element]:
    found: list[Element] = []
    for one in strip.elements:
        if one in elements:
            found.append(elements[one])
        else:
            odd.add("Scenes name elements that are not in the file", name_of(strip))
    return list(dict.fromkeys(found))


def _is_record(element: Element) -> bool:
    return element.category not in (OF_THE_SCENE | {CAST, LOCATION})


def _inside_outside(names: Sequence[str], where: str, odd: Oddities) -> str:
    known = {_INSIDE_OUTSIDE.get(squeeze(name), "") for name in names}
    if "" in known:
        odd.add("INT/EXT is neither of them", f"{', '.join(names)[:30]} in {where}")
    known.discard("")
    return "INT/EXT" if len(known) > 1 else next(iter(known), "")


def _time(names: Sequence[str]) -> tuple[str, str]:
    """The time of day in capitals, and the script day if it stands behind it (`NIGHT 3`)."""
    times = [time_of_day(name) for name in names]
    words = [time.tod if time else name.upper() for time, name in zip(times, names, strict=True)]
    return "/".join(words), next((time.script_day for time in times if time), "")


def _said(values: Mapping[str, JSON]) -> dict[str, JSON]:
    return {field: value for field, value in values.items() if value not in (None, "", [])}
