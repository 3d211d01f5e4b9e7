"""The strips of a schedule: scenes, banners and day breaks, as the breakdowns tell them."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from models.errors import ImportRefused
from models.text import fold
from store.imports.uss.odd import Oddities
from store.imports.uss.values import Thing, ids, number, text, things


MOST_STRIPS = 20_000
_MOST_EIGHTHS = 8 * 500
_MOST_MINUTES = 60 * 24 * 14
_END_OF_DAY = re.compile(r"end of (?:shoot(?:ing)? )?day\b|ende (?:dreh)?tag\b|fin (?:du )?jour\b")


class Strip(NamedTuple):
    """One strip of a schedule.

    Attributes:
        id: Its id in the file; empty where it has none.
        type: `scene`, `banner` or `day`.
        scene: The scene number; the second strip of a number has `pt2` behind it.
        text: What a banner says, or what happens in a scene.
        pages: Eighths of a page.
        minutes: The estimated time.
        elements: Ids of the elements in it.
    """

    id: str
    where: str
    type: str
    scene: str
    text: str
    script_page: str
    pages: int | None
    minutes: int | None
    elements: tuple[str, ...]
    note: str


def read_strips(body: Thing, odd: Oddities) -> list[Strip]:
    """The strips in the file's order; ImportRefused for more than any production has."""
    found: list[Strip] = []
    taken: Counter[str] = Counter()
    seen: set[str] = set()
    for count, each in enumerate(things(body, "breakdowns", odd), 1):
        if count > MOST_STRIPS:
            raise ImportRefused(f"There are more than {MOST_STRIPS} strips; no schedule has them.")
        strip = _strip(each, count, odd)
        if strip.id and strip.id in seen:
            odd.add("Strips whose id another has were left out", name_of(strip))
            continue
        seen.add(strip.id)
        found.append(_with_own_number(strip, taken, odd))
    scenes = [strip for strip in found if strip.type == "scene"]
    untimed = sum(strip.minutes is None for strip in scenes)
    if untimed:
        odd.add(f"No estimated time: {untimed} of {len(scenes)} scenes")
    return found


def name_of(strip: Strip) -> str:
    """A strip in words: `scene 12A`, or what its banner says."""
    if strip.type == "scene":
        return f"scene {strip.scene}" if strip.scene else strip.where
    return strip.text[:40] or strip.where


def ends_day(strip: Strip) -> bool:
    """Whether a strip is a day break, as a strip of its own or as a banner that says so."""
    return strip.type == "day" or (
        strip.type == "banner" and bool(_END_OF_DAY.match(fold(strip.text)))
    )


def _strip(each: Thing, count: int, odd: Oddities) -> Strip:
    scene, banner = text(each, "scene"), text(each, "bannerText")
    where = f"strip {count}"
    kind = _type(each, scene, banner, odd)
    name = f"scene {scene}" if scene else where
    return Strip(
        id=text(each, "id"),
        where=where,
        type=kind,
        scene=scene if kind == "scene" else "",
        text=text(each, "description") if kind == "scene" else banner or text(each, "description"),
        script_page=text(each, "scriptPage"),
        pages=_eighths(each, odd, name),
        minutes=_minutes(each, odd, name),
        elements=tuple(ids(each.get("elements"))),
        note=text(each, "comments"),
    )


def _type(each: Thing, scene: str, banner: str, odd: Oddities) -> str:
    said = fold(text(each, "type"))
    if said in ("scene", "banner", "day"):
        return said
    if said == "strip":
        odd.add("Strips are of type `strip`, where the standard has `scene` or `banner`")
    elif said:
        odd.add("Strips of a type nobody knows were read by what they hold", said[:20])
    return "banner" if banner and not scene else "scene"


def _eighths(each: Thing, odd: Oddities, name: str) -> int | None:
    """Pages, a decimal of a page in the file, as eighths; less than one counts as one."""
    pages = number(each, "pages")
    if pages is None or pages == 0:
        return None
    found = max(1, round(pages * 8))
    if pages < 0 or found > _MOST_EIGHTHS:
        odd.add("Page counts that cannot be meant were left out", name)
        return None
    if abs(pages * 8 - found) > 0.05:
        odd.add("Page counts that are no eighths were rounded", name)
    return found


def _minutes(each: Thing, odd: Oddities, name: str) -> int | None:
    """The duration, milliseconds in the file, as minutes."""
    duration = number(each, "duration", "time")
    if duration is None or duration == 0:
        return None
    found = round(duration / 60_000)
    if not 0 < found <= _MOST_MINUTES:
        odd.add("Durations that cannot be meant were left out", name)
        return None
    return found


def _with_own_number(strip: Strip, taken: Counter[str], odd: Oddities) -> Strip:
    """The strip with a number no other has: the second strip of scene 12 is part two of it."""
    if strip.type != "scene":
        return strip
    if not strip.scene:
        odd.add("Scenes without a number", strip.text[:40] or strip.where)
        return strip
    number = strip.scene
    while number in taken:
        taken[strip.scene] += 1
        number = f"{strip.scene}pt{taken[strip.scene]}"
    taken[number] = 1
    if number != strip.scene:
        odd.add("Scene numbers that are there more than once", f"{strip.scene}, now {number}")
    return strip._replace(scene=number)
