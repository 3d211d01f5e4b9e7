"""The rest of the back: who drives whom, how many eat, the channels and numbers of the day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from models.calling import called, first_wanted
from models.drive import shown_times, times
from models.papers.call_sheet.background import count
from models.papers.call_sheet.crew import of_the_day
from models.papers.call_sheet.shooting_day import ShootingDay
from models.papers.held import held, said, text
from models.papers.paper import Block, Column, Fact, Facts, Row, Table
from models.papers.roles import (
    COORDINATOR,
    FIRST_AD,
    LOCATIONS,
    MANAGER,
    NURSE,
    SECOND_AD,
    TRANSPORT,
    Post,
    holders,
    name_of,
    phones_of,
    with_phone,
)
from models.when import LAST_MINUTE, as_minutes


Document = Mapping[str, Any]

RUNS = (
    Column("Leave", right=True, kind="time"),
    Column("From, to", 3),
    Column("Vehicle", 2),
    Column("Driver", 2),
    Column("Passengers", 6),
)
SIGNING = (FIRST_AD, SECOND_AD, MANAGER)
NUMBERS = (COORDINATOR, LOCATIONS, TRANSPORT, NURSE)


def signing(day: ShootingDay) -> Block:
    """First and second AD and the production manager, with their phones."""
    return Facts("signing", tuple(_posts(day, SIGNING)))


def contacts(day: ShootingDay) -> Block:
    """Walkie channels, the production's numbers, and the suppliers."""
    return Facts("contacts", tuple(_contacts(day)), "CHANNELS AND NUMBERS")


def _posts(day: ShootingDay, posts: tuple[Post, ...]) -> Iterator[Fact]:
    for post in posts:
        words = "\n".join(with_phone(each) for each in holders(post, day.source))
        if words:
            yield Fact(post.us if day.is_us else post.uk, words)


def _contacts(day: ShootingDay) -> Iterator[Fact]:
    settings = day.source.settings
    if text(settings, "walkies"):
        yield Fact("Walkie channels", text(settings, "walkies"))
    office = said(text(settings, "office"), text(settings, "phone"))
    if office:
        yield Fact("Production office", office)
    yield from _posts(day, NUMBERS)
    for each in day.source.of("person").values():
        if each.get("category") == "vendor" and not each.get("parked"):
            words = said(name_of(each), *phones_of(each)[:1], between=" ")
            yield Fact(text(each, "role").capitalize() or "Supplier", words)


def transport(day: ShootingDay) -> Table:
    """Every run of the day in the order they leave."""
    legs = tuple(day.source.of("leg").values())
    runs = [each for each in day.on("run") if each.get("status") != "no-show"]
    runs.sort(key=lambda each: _first(times(each, legs)))
    return Table("transport", RUNS, tuple(_run(day, each, legs) for each in runs), "TRANSPORT")


def _first(at: tuple[int | None, int | None]) -> int:
    return next((each for each in at if each is not None), LAST_MINUTE + 1)


def _run(day: ShootingDay, run: Document, legs: tuple[Document, ...]) -> Row:
    places = (run.get("origin"), *(run.get("stops") or ()), run.get("to"))
    vehicle = day.record("vehicle", run.get("vehicle"))
    show = day.desk.directory.show
    leave, arrive = shown_times(run, legs)
    people = ", ".join(day.show("person", each) for each in held(run, "passengers"))
    cells = (
        leave or f"by {arrive}",
        " > ".join(show("place", str(each)) for each in places if each),
        day.show("vehicle", run.get("vehicle")),
        day.show("person", run.get("driver") or vehicle.get("driver")),
        said(people, text(run, "note"), between=". "),
    )
    return Row(cells, key=f"run/{run.get('id')}")


def catering(day: ShootingDay) -> Block:
    """How many eat at each meal, and what some of them must not."""
    facts = [
        Fact(text(meal, "title"), said(text(meal, "start"), _eaters(day, meal), between=": "))
        for meal in day.events
        if meal.get("type") == "meal" and as_minutes(meal.get("start")) is not None
    ]
    diets = Counter(
        diet for each in _present(day) if (diet := text(day.record("person", each), "diet"))
    )
    if facts and diets:
        words = ", ".join(f"{many} {diet}" for diet, many in sorted(diets.items()))
        facts.append(Fact("Diets", words))
    return Facts("catering", tuple(facts), "CATERING")


def _eaters(day: ShootingDay, meal: Document) -> str:
    """Those called by the end of a meal, and the background where it comes after the unit call."""
    length = meal.get("length")
    ends = (as_minutes(meal.get("start")) or 0) + (length if isinstance(length, int) else 0)
    people = sum(at <= ends for at in _present(day).values())
    call = as_minutes(day.document.get("call"))
    extras = count(day, ends) if call is None or ends > call else 0
    return f"{people} and {extras} background" if extras else str(people)


def _present(day: ShootingDay) -> dict[str, int]:
    """Crew and cast who are called, with the minute they are first wanted."""
    people = [person for person, _ in of_the_day(day)]
    people += [str(each["person"]) for each in day.on("call") if each.get("person")]
    wanted = {each: first_wanted(called(each, day.desk).call) for each in people}
    return {each: minute for each, minute in wanted.items() if minute is not None}
