"""The head of a call sheet in its three parts: who makes it, when it begins, what the day is."""

from __future__ import annotations

from collections.abc import Iterator

from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import said, text
from models.papers.paper import Block, Fact, Facts
from models.papers.roles import (
    DIRECTOR,
    EXECUTIVE,
    LINE,
    MANAGER,
    PRODUCERS,
    holders,
    name_of,
    phones_of,
)
from models.sun import sun_words
from models.when import as_minutes, clock, show_day, show_span


MAKERS = (EXECUTIVE, PRODUCERS, DIRECTOR, LINE, MANAGER)


def header(day: ShootingDay) -> tuple[Block, ...]:
    """The left, the centre and the right part."""
    return (
        Facts("left", tuple(_left(day))),
        Facts("centre", tuple(_centre(day))),
        Facts("right", tuple(_right(day))),
    )


def _left(day: ShootingDay) -> Iterator[Fact]:
    settings = day.source.settings
    for post in MAKERS:
        names = ", ".join(name_of(each) for each in holders(post, day.source))
        if names:
            yield Fact(post.us if day.is_us else post.uk, names)
    office = said(text(settings, "office"), text(settings, "phone"), between="\n")
    if office:
        yield Fact("Production office", office)
    for of in ("script", "schedule"):
        issue = said(text(settings, f"{of}_colour").upper(), _date(settings.get(f"{of}_date")))
        if issue:
            yield Fact(of.capitalize(), issue)
    if text(settings, "notice"):
        yield Fact("", text(settings, "notice"))


def _date(kept: object) -> str:
    return show_day(kept) if isinstance(kept, str) else ""


def _centre(day: ShootingDay) -> Iterator[Fact]:
    call = text(day.document, "call")
    if call:
        yield Fact(day.source.unit_call.upper(), call, strong=True)
    if text(day.document, "shooting"):
        yield Fact("Shooting call", text(day.document, "shooting"))
    breakfast = day.meal(after_call=False)
    if breakfast:
        yield Fact("Breakfast", _from_to(day, breakfast))
    base = day.document.get("base")
    if base:
        yield Fact(day.source.unit_base, day.show("place", base))
    if text(day.document, "note"):
        yield Fact("", text(day.document, "note"))


def _from_to(day: ShootingDay, meal: dict[str, object] | object) -> str:
    """`06:15-07:00, Unit base`."""
    document = meal if isinstance(meal, dict) else {}
    begins, length = as_minutes(document.get("start")), document.get("length")
    if begins is None:
        return ""
    ends = f"-{clock(begins + length)}" if isinstance(length, int) else ""
    return said(f"{clock(begins)}{ends}", day.show("place", document.get("place")))


def _right(day: ShootingDay) -> Iterator[Fact]:
    lunch = day.meal(after_call=True)
    if lunch:
        length = lunch.get("length")
        span = show_span(length) if isinstance(length, int) else ""
        place = day.show("place", lunch.get("place"))
        yield Fact(text(lunch, "title").split(",")[0], said(text(lunch, "start"), span, place))
    if text(day.document, "wrap"):
        yield Fact("Estimated wrap", text(day.document, "wrap"))
    if text(day.document, "weather"):
        yield Fact("Weather", text(day.document, "weather"))
    sun = _sun(day)
    if sun:
        yield Fact("Sun", sun)
    if day.hospital:
        yield Fact("Nearest hospital", hospital_words(day))


def _sun(day: ShootingDay) -> str:
    """Where is shot, else at the base; of the first place whose position is known."""
    places = (*list(day.places)[1:], *list(day.places)[:1])
    found = (day.record("place", each) for each in places)
    zone = day.desk.zone
    words = (sun_words(day.desk.view, each.get("lat"), each.get("lon"), zone) for each in found)
    return next((each for each in words if each), "")


def hospital_words(day: ShootingDay) -> str:
    """The hospital with its address and phone, a line each."""
    found = day.hospital
    return said(text(found, "name"), text(found, "address"), *phones_of(found), between="\n")
