"""Moving strips: one place up or down across day breaks, or onto a day.

A move is a set of fields for a few records: the day, the rank, and nothing of any neighbour. A
time that was typed for a strip belongs to the place it stood at, so a strip that moves loses it
and is timed by the strips before it; undo brings it back.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from models.edits import Aimed, differing
from models.named import NamedTuple
from models.places import is_placed, rank
from models.ranks import between
from models.running import Item
from models.stripboard import BONEYARD, BoardDay


Moves = Mapping[Aimed, Mapping[str, Any]]


class Gap(NamedTuple):
    """A place on a day: before the strip with that number among those that stay, from 0."""

    day: BoardDay
    at: int


def aimed(strip: Item) -> Aimed:
    """The record of a strip."""
    return Aimed(strip.kind, str(strip.document.get("id")))


def one_down(days: Sequence[BoardDay], moving: Collection[Aimed], open_: Collection[str]) -> Moves:
    """Put the strips behind the one that follows the last of them, or on the next day.

    `open_` are the dates strips stop at; the boneyard is behind the last day. Empty where they
    are at the end of the board already.
    """
    number, last = _last(days, moving)
    day = days[number]
    behind = [each for each in day.strips[last + 1 :] if aimed(each) not in moving]
    if behind:
        return placed(_staying(day, moving, _count(day, moving, last) + 1), days, moving)
    following = next((each for each in days[number + 1 :] if each.date in open_), None)
    return placed(Gap(following, 0), days, moving) if following else {}


def one_up(days: Sequence[BoardDay], moving: Collection[Aimed], open_: Collection[str]) -> Moves:
    """Put the strips before the one above the first of them, or at the end of the day before."""
    number, first = _first(days, moving)
    day = days[number]
    if first:
        return placed(Gap(day, first - 1), days, moving)
    before = [each for each in days[:number] if each.date in open_]
    return placed(Gap(before[-1], len(before[-1].strips)), days, moving) if before else {}


def onto(
    days: Sequence[BoardDay], moving: Collection[Aimed], date: str, after: Aimed | None = None
) -> Moves:
    """Put the strips at the end of a day, or behind one of its strips.

    With the empty date they go to the boneyard, each to the place its number has there.
    """
    if date == BONEYARD:
        return _kept(days, {each: {"day": None, "order": None} for each in moving})
    empty = BoardDay(date, (), ())
    day = next((each for each in days if each.date == date), empty)
    staying = [aimed(each) for each in day.strips if aimed(each) not in moving]
    at = staying.index(after) + 1 if after in staying else len(staying)
    return placed(Gap(day, at), days, moving)


def placed(gap: Gap, days: Sequence[BoardDay], moving: Collection[Aimed]) -> Moves:
    """What puts the strips into a gap, in the order they have on the board.

    Meals and moves that nobody placed stand where their time is; those the strips come to stand
    beside are placed with them, so that they stay on the side they were on.
    """
    strips = [each for each in gap.day.strips if aimed(each) not in moving]
    low = max((at for at in range(gap.at) if _is_fixed(strips[at])), default=-1)
    high = next((at for at in range(gap.at, len(strips)) if _is_fixed(strips[at])), len(strips))
    wanted = [each for day in days for each in day.strips if aimed(each) in moving]
    beside = (strips[low + 1 : gap.at], strips[gap.at : high])
    row = [*beside[0], *wanted, *beside[1]]
    floor = rank(strips[low].document) if low >= 0 else None
    while high < len(strips) and _gives_way(strips[high], floor):
        row.append(strips[high])
        high += 1
    ceiling = rank(strips[high].document) if high < len(strips) else None
    ranks = between(floor, ceiling, len(row))
    date = gap.day.date or None
    sets = {
        aimed(each): {"day": date, "order": order} if aimed(each) in moving else {"order": order}
        for each, order in zip(row, ranks, strict=True)
    }
    return _kept(days, sets)


def free_rank(gap: Gap) -> str:
    """A rank in a gap for a strip that is still to be made; at equal ranks, behind them all."""
    ranks = [rank(each.document) for each in gap.day.strips if _is_fixed(each)]
    before = sum(_is_fixed(each) for each in gap.day.strips[: gap.at])
    floor = ranks[before - 1] if before else None
    above = (each for each in ranks[before:] if floor is None or each > floor)
    return between(floor, next(above, None))[0]


def _kept(days: Sequence[BoardDay], sets: Mapping[Aimed, Mapping[str, Any]]) -> Moves:
    """Only what is another than before; who moves loses the time of its old place."""
    documents = {aimed(each): each.document for day in days for each in day.strips}
    found = {}
    for each, values in sets.items():
        lost = {"start": None} if "day" in values else {}
        wanted_again = {"parked": None} if values.get("day") else {}
        changed = differing(documents[each], {**values, **lost, **wanted_again})
        if changed:
            found[each] = changed
    return found


def _is_fixed(strip: Item) -> bool:
    """Whether a strip has a rank to stand by: its own, or the one a scene has from its number."""
    return strip.kind == "scene" or is_placed(strip.document)


def _gives_way(strip: Item, floor: str | None) -> bool:
    """Whether a strip has no place behind a rank: two people made the same one."""
    return not _is_fixed(strip) or (floor is not None and rank(strip.document) <= floor)


def _staying(day: BoardDay, moving: Collection[Aimed], at: int) -> Gap:
    return Gap(day, min(at, sum(aimed(each) not in moving for each in day.strips)))


def _count(day: BoardDay, moving: Collection[Aimed], before: int) -> int:
    """How many strips that stay are above a place."""
    return sum(aimed(each) not in moving for each in day.strips[:before])


def _first(days: Sequence[BoardDay], moving: Collection[Aimed]) -> tuple[int, int]:
    return next(
        (number, at)
        for number, day in enumerate(days)
        for at, each in enumerate(day.strips)
        if aimed(each) in moving
    )


def _last(days: Sequence[BoardDay], moving: Collection[Aimed]) -> tuple[int, int]:
    return next(
        (number, at)
        for number, day in reversed(tuple(enumerate(days)))
        for at, each in reversed(tuple(enumerate(day.strips)))
        if aimed(each) in moving
    )
