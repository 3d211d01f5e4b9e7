"""The stripboard of an office: its days, kept while nothing in them changes, and moves saved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from models.edits import Aimed
from models.moving_strips import Moves, aimed
from models.stripboard import (
    BONEYARD,
    BoardDay,
    board_day,
    boneyard,
    dates,
    parked_scenes,
    records_by_date,
    takes_strips,
)
from models.when import show_short_day
from tui.office import Office


Way = Callable[[Sequence[BoardDay], Collection[Aimed], Collection[str]], Moves]
"""`one_up` or `one_down` of `models.moving_strips`."""


def board_of(office: Office) -> tuple[BoardDay, ...]:
    """All days of the board, the boneyard last; a day nobody touched is the very same."""
    wanted = dates(office.directory, office.desk.shoot_days)
    return (*(day_of(office, each) for each in wanted), _boneyard(office))


def day_of(office: Office, date: str) -> BoardDay:
    """One day of the board; the very same while nothing on it changes."""
    directory = office.directory
    records = directory.once("day", records_by_date).get(date, ())
    made_from = (records, directory.on("scene", date), directory.on("event", date))
    return office.kept.of(("board", date), made_from, lambda: board_day(directory, date))


def _boneyard(office: Office) -> BoardDay:
    directory = office.directory
    loose = (directory.on("scene", None), directory.on("event", None))
    made_from = (*loose, directory.once("scene", parked_scenes))
    return office.kept.of(("board", BONEYARD), made_from, lambda: boneyard(directory))


def open_dates(office: Office, days: Sequence[BoardDay]) -> frozenset[str]:
    """The dates strips stop at when they move on from one day to the next."""
    planned = office.desk.shoot_days
    return frozenset(each.date for each in days if takes_strips(planned, each))


def strips_among(days: Sequence[BoardDay], chosen: Collection[Aimed]) -> frozenset[Aimed]:
    """Those of the records that are strips of these days."""
    wanted = {each for each in chosen if each.kind in ("scene", "event")}
    there = (aimed(each) for day in days for each in day.strips) if wanted else ()
    return frozenset(each for each in there if each in wanted)


def moved(office: Office, chosen: Collection[Aimed], moves: Moves) -> str:
    """Save a move as one change; the sentence to say, empty where nothing moves."""
    if not moves:
        return ""
    before = {each: office.document(each).get("day") for each in chosen}
    after = {each: moves.get(each, {}).get("day", before[each]) for each in chosen}
    where = _where(office, set(after.values())) if before != after else _on(office, after)
    office.set(moves, f"moved {named(office, chosen)} {where}")
    lost = [each for each in chosen if moves.get(each, {}).get("start", "") is None]
    times = "Its time is" if len(chosen) == 1 else "Their times are"
    said = f"Moved {named(office, chosen)} {where}."
    return f"{said} {times} open again." if lost else said


def named(office: Office, chosen: Collection[Aimed]) -> str:
    """`scene 12A`, or how many strips."""
    if len(chosen) != 1:
        return f"{len(chosen)} strips"
    [only] = chosen
    document = office.document(only)
    scene = document.get("scene") if only.kind == "scene" else None
    return f"scene {scene}" if scene else office.called(only)


def _where(office: Office, days: set[object]) -> str:
    [date] = days if len(days) == 1 else [None]
    return f"to {day_name(office, str(date))}" if date else "to the boneyard"


def _on(office: Office, after: dict[Aimed, object]) -> str:
    dates_of = {each for each in after.values() if each}
    return (
        f"on {day_name(office, str(dates_of.pop()))}" if len(dates_of) == 1 else "in the boneyard"
    )


def day_name(office: Office, date: str) -> str:
    """`day 3, Wed 25 Nov`; without a number where nothing is shot."""
    number = office.desk.shoot_days.number(date)
    return ", ".join(filter(None, (f"day {number}" if number else "", show_short_day(date))))
