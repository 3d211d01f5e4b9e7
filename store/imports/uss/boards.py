"""The stripboards of a schedule: which strip is on which day, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.errors import ImportRefused
from models.text import fold
from store.imports.uss.breakdowns import Strip, ends_day
from store.imports.uss.odd import Oddities
from store.imports.uss.values import Thing, ids, text, things


_MOST_DAYS = 2_000
_KEYS = ("breakdownIds", "breakdownArrays")
_NO_DAY = ("boneyard", "recycle", "unscheduled", "omitted", "parking")


class Board(NamedTuple):
    """One stripboard: its days, each the ids of its strips in order, and those without a day."""

    name: str
    calendar: str
    days: tuple[tuple[str, ...], ...]
    boneyard: tuple[str, ...]


def choose_board(body: Thing, wanted: str, odd: Oddities) -> Thing | None:
    """The stripboard to be read: the one of this name, else the first; None where there is none.

    Raises ImportRefused, with the names there are, where none is called so.
    """
    boards = list(things(body, "stripboards", odd))
    names = [text(each, "name") or f"board {count}" for count, each in enumerate(boards, 1)]
    if not boards:
        if wanted:
            raise ImportRefused(f"There is no board in it, so none called {wanted}.")
        return None
    at = _place_of(names, wanted) if wanted else 0
    if at is None:
        raise ImportRefused(f"No board is called {wanted}; there are: {', '.join(names)}.")
    if others := [name for place, name in enumerate(names) if place != at]:
        odd.add(
            f"The board is {names[at]}; the file also has (with --board)", ", ".join(others[:20])
        )
    return boards[at]


def read_board(board: Thing, strips: Mapping[str, Strip], odd: Oddities) -> Board:
    """The days of a stripboard; strips no day has go to the boneyard."""
    seen: set[str] = set()
    days: list[tuple[str, ...]] = []
    bones: list[str] = []
    for each in things(board, "boards", odd):
        entries = _entries(each, odd)
        name = text(each, "name")
        if any(word in fold(name) for word in _NO_DAY):
            bones += _known(_flat(entries), strips, seen, odd)
            continue
        found, loose = _days(entries, strips, seen, odd)
        if days and found:
            odd.add("Days of a further board follow those of the first", name)
        days += found
        bones += loose
    if missing := [one for one in strips if one not in seen and not ends_day(strips[one])]:
        odd.add(f"Strips that are on no board went to the boneyard: {len(missing)}")
    if len(days) > _MOST_DAYS:
        raise ImportRefused(f"The board has {len(days)} days; no schedule is that long.")
    name, calendar = text(board, "name"), text(board, "calendar")
    return Board(name, calendar, tuple(days), (*bones, *missing))


def _place_of(names: Sequence[str], wanted: str) -> int | None:
    """The board that is called so, or the only one whose name begins so."""
    folded = [fold(name) for name in names]
    if fold(wanted) in folded:
        return folded.index(fold(wanted))
    begin = [at for at, name in enumerate(folded) if name.startswith(fold(wanted))]
    return begin[0] if len(begin) == 1 else None


def _entries(board: Thing, odd: Oddities) -> list[object]:
    for key in _KEYS:
        found = board.get(key)
        if isinstance(found, list):
            if key != _KEYS[0]:
                odd.add(f"Boards have `{key}`, where the standard has `{_KEYS[0]}`")
            return found
    odd.add("Boards without a list of strips", text(board, "name"))
    return []


def _flat(entries: Sequence[object]) -> list[str]:
    return [
        one for each in entries for one in (ids(each) if isinstance(each, list) else ids([each]))
    ]


def _days(
    entries: Sequence[object], strips: Mapping[str, Strip], seen: set[str], odd: Oddities
) -> tuple[list[tuple[str, ...]], list[str]]:
    """The days of one list of strips, and the strips in it that no day has."""
    if not any(isinstance(each, list) for each in entries):
        return _broken(_known(_flat(entries), strips, seen, odd), strips, odd)
    days: list[tuple[str, ...]] = []
    loose: list[str] = []
    for each in entries:
        if isinstance(each, list):
            found = _known(ids(each), strips, seen, odd)
            days.append((*loose, *(one for one in found if strips[one].type != "day")))
            loose = []
        elif found := _known(ids([each]), strips, seen, odd):
            odd.add(
                "Strips between the days were put to the day after them", strips[found[0]].where
            )
            loose += found
    return days, loose


def _broken(
    order: Sequence[str], strips: Mapping[str, Strip], odd: Oddities
) -> tuple[list[tuple[str, ...]], list[str]]:
    """Days out of a plain list: a day break stands behind the strips of its day."""
    if not any(ends_day(strips[one]) for one in order):
        if order:
            strips_are = "1 strip is" if len(order) == 1 else f"{len(order)} strips are"
            odd.add(f"The board has no days; its {strips_are} in order, without a day")
        return [], list(order)
    days: list[tuple[str, ...]] = []
    day: list[str] = []
    for one in order:
        if ends_day(strips[one]):
            days.append(tuple(day))
            day = []
        else:
            day.append(one)
    if day:
        odd.add("Strips behind the last day break are a day of their own")
        days.append(tuple(day))
    return days, []


def _known(
    order: Sequence[str], strips: Mapping[str, Strip], seen: set[str], odd: Oddities
) -> list[str]:
    """Those that are strips of the file and have no place yet."""
    found: list[str] = []
    for one in order:
        if one not in strips:
            odd.add("Boards name strips that are not in the file", one[:24])
        elif one in seen:
            odd.add("Strips that are on the board twice keep their first place", strips[one].where)
        else:
            seen.add(one)
            found.append(one)
    return found
